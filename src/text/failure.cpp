#include "text/failure.hpp"
#include <cerrno>
#include <new>

namespace deploy_plan::text {

Text failure(int error) {
  switch (error) {
  case ENOENT: return {"it does not exist", "il n'existe pas"};
  case ENOTDIR:
    return {"a part of its path is not a folder", "une partie de son chemin n'est pas un dossier"};
  case EACCES:
  case EPERM: return {"permission is denied", "l'accès est refusé"};
  case EROFS: return {"the disk is read-only", "le disque est en lecture seule"};
  case EISDIR: return {"it is a folder", "c'est un dossier"};
  case ENAMETOOLONG: return {"its name is too long", "son nom est trop long"};
  case ELOOP: return {"its links go round in a circle", "ses liens tournent en rond"};
  case EFBIG:
    return {"it would be larger than the system allows", "il serait plus grand que le système ne l'admet"};
  case ENOSPC:
  case EDQUOT: return {"the disk is full", "le disque est plein"};
  case EBADF: return {"nothing is open there", "rien n'y est ouvert"};
  case EPIPE: return {"its reader has gone", "son lecteur est parti"};
  case EMFILE:
  case ENFILE: return {"too many files are open", "trop de fichiers sont ouverts"};
  case ENXIO: return {"nothing answers there", "rien n'y répond"};
  default: return {"the system failed to do it", "le système n'y est pas parvenu"};
  }
}

bool is_absence(const Text& why) { return why.en == failure(ENOENT).en; }

std::optional<Phrase> failure_of(const std::function<void()>& work) {
  try {
    work();
    return std::nullopt;
  } catch (const std::bad_alloc&) {
    return Phrase{{"there is not enough memory", "il n'y a pas assez de mémoire"}};
  } catch (const std::exception& unforeseen) {
    return Phrase{{"this should not happen: {0}", "ceci ne devrait pas arriver : {0}"},
                  {std::string(unforeseen.what())}};
  }
}

} // namespace deploy_plan::text
