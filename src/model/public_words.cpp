#include "model/public_words.hpp"
#include "model/public_words_bytes.hpp"
#include "model/public_words_looks.hpp"
#include "text/secrets.hpp"
#include "text/spaces.hpp"
#include <algorithm>

namespace deploy_plan::model {
namespace {

/// As eyes see them: nothing for what takes no room.
std::string as_seen(std::string words) {
  for (const std::string_view nothing : {"\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad"})
    for (std::size_t at = 0; (at = words.find(nothing, at)) != std::string::npos;)
      words.erase(at, nothing.size());
  return words;
}

bool holds_name(const std::string& plain, std::string_view person) {
  const std::string name = text::plain(as_seen(std::string(person)));
  for (std::size_t at = 0; !name.empty() && (at = plain.find(name, at)) != std::string::npos; ++at) {
    const bool begins = at == 0 || !is_part_of_word(plain[at - 1]);
    const std::size_t end = at + name.size();
    if (begins && (end == plain.size() || !is_part_of_word(plain[end])))
      return true;
  }
  return false;
}
} // namespace

Text words_of(Withheld why) {
  switch (why) {
  case Withheld::email: return {"an e-mail address", "une adresse électronique"};
  case Withheld::path: return {"the path of a file", "le chemin d'un fichier"};
  case Withheld::query: return {"a query", "une requête"};
  case Withheld::password: return {"a password or a key", "un mot de passe ou une clé"};
  case Withheld::person: return {"someone's name", "le nom de quelqu'un"};
  case Withheld::not_public: break;
  }
  return {"not public", "non public"};
}

std::optional<Withheld> unfit_to_tell(std::string_view words, std::span<const std::string> people) {
  const std::string seen = as_seen(std::string(words));
  if (text::tells_secret(seen))
    return Withheld::password;
  if (holds_query(seen))
    return Withheld::query;
  if (holds_email(seen))
    return Withheld::email;
  if (holds_path(seen))
    return Withheld::path;
  const std::string plain = text::plain(seen);
  if (std::any_of(people.begin(), people.end(),
                  [&](const std::string& person) { return holds_name(plain, person); }))
    return Withheld::person;
  return std::nullopt;
}

} // namespace deploy_plan::model
