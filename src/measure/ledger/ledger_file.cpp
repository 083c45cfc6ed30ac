#include "deploy_plan/source.hpp"
#include "measure/ledger/ledger.hpp"
#include "system/whole_file.hpp"
#include "text/failure.hpp"
#include "text/folding.hpp"
#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <sys/stat.h>

namespace deploy_plan::measuring {
namespace {

namespace fs = std::filesystem;

constexpr Text no_regular_file{"it is not a regular file", "ce n'est pas un fichier ordinaire"};

/// Where a ledger is, once links are followed: a link of its own leads to the file that is written.
struct LedgerPlace {
  std::string folder, file;
  bool is_hidden = false; ///< a part of its path begins with a dot
};

bool is_in(const fs::path& folder, const fs::path& path) {
  const auto relative = path.lexically_relative(folder);
  return !relative.empty() && *relative.begin() != "..";
}

bool is_hidden(const fs::path& relative) {
  return std::any_of(relative.begin(), relative.end(), [](const fs::path& part) {
    return part != "." && part != ".." && part.string().starts_with('.');
  });
}

/// Programs obey files of other names: what is measured is no place to write them.
tl::expected<void, Text> named_as_a_ledger(const LedgerPlace& place) {
  if (!text::fold(place.file).ends_with(".csv"))
    return tl::unexpected(Text{"its name does not end in .csv", "son nom ne finit pas par .csv"});
  if (place.is_hidden)
    return tl::unexpected(
        Text{"a part of its path begins with a dot", "une partie de son chemin commence par un point"});
  return {};
}

tl::expected<LedgerPlace, Text> place_of(const std::string& of, const std::string& name, bool allow_outside) {
  if (name.empty() || name.find('\0') != std::string::npos)
    return tl::unexpected(Text{"it has no name", "il n'a pas de nom"});
  std::error_code error;
  const fs::path beside = of == "-" ? fs::path() : fs::path(of).parent_path();
  const fs::path home = fs::canonical(beside.empty() ? "." : beside, error);
  if (error)
    return tl::unexpected(text::failure(error.value()));
  const fs::path wanted = home / name;
  const bool is_there = fs::symlink_status(wanted, error).type() != fs::file_type::not_found;
  error.clear();
  const fs::path real = is_there ? fs::canonical(wanted, error)
                                 : fs::canonical(wanted.parent_path(), error) / wanted.filename();
  if (error)
    return tl::unexpected(error.value() != ENOENT ? text::failure(error.value())
                          : is_there              ? Text{"it is a link to nothing", "c'est un lien vers rien"}
                                     : Text{"its folder does not exist", "son dossier n'existe pas"});
  if (!allow_outside && !is_in(home, real))
    return tl::unexpected(
        Text{"it lies outside the strategy's folder", "il est hors du dossier de la stratégie"});
  if (!real.has_filename() || real.filename() == ".." || real.filename() == ".")
    return tl::unexpected(text::failure(EISDIR));
  return LedgerPlace{real.parent_path().string(), real.filename().string(),
                     is_hidden(real.lexically_relative(home))};
}

Phrase cannot_read(const std::string& name, Text why) {
  return {{"cannot read {0}: {1}", "impossible de lire {0} : {1}"}, {name, why}};
}
Phrase cannot_write(const std::string& name, Text why) {
  return {{"cannot write {0}: {1}", "impossible d'écrire {0} : {1}"}, {name, why}};
}

Text told(const system::NotReplaced& failed) {
  using Why = system::NotReplaced::Why;
  switch (failed.why) {
  case Why::read_only: return {"it is read-only", "il est en lecture seule"};
  case Why::of_others:
    return {"it belongs to others, from whom it would be taken",
            "il appartient à d'autres, à qui il serait pris"};
  case Why::no_file: return no_regular_file;
  case Why::system:
  case Why::nothing: break;
  }
  return text::failure(failed.error);
}
} // namespace

LedgerFile::LedgerFile(std::string of, std::string name, bool allow_outside)
    : of_(std::move(of)), name_(std::move(name)), allow_outside_(allow_outside) {}

tl::expected<void, Phrase> LedgerFile::lock(std::chrono::milliseconds patience) {
  const auto place = place_of(of_, name_, allow_outside_);
  if (!place)
    return tl::unexpected(cannot_write(name_, place.error()));
  if (const auto named = named_as_a_ledger(*place); !named)
    return tl::unexpected(cannot_write(name_, named.error()));
  auto locked = system::lock_folder(place->folder, patience);
  if (!locked)
    return tl::unexpected(cannot_write(name_, locked.error() == EWOULDBLOCK
                                                  ? Text{"another program has kept its folder locked",
                                                         "un autre programme tient son dossier verrouillé"}
                                                  : text::failure(locked.error())));
  folder_ = std::move(*locked);
  file_ = place->file;
  return {};
}

tl::expected<std::string, Phrase> LedgerFile::read() const {
  const auto place = place_of(of_, name_, allow_outside_);
  if (!place)
    return tl::unexpected(cannot_read(name_, place.error()));
  const std::string path = (fs::path(place->folder) / place->file).string();
  struct stat about {};
  // What stands there is looked at before it is opened: some devices act on that alone.
  if (lstat(path.c_str(), &about) != 0)
    return errno == ENOENT ? tl::expected<std::string, Phrase>()
                           : tl::unexpected(cannot_read(name_, text::failure(errno)));
  if (!S_ISREG(about.st_mode))
    return tl::unexpected(cannot_read(name_, no_regular_file));
  const auto source = read_source(path);
  if (!source)
    return tl::unexpected(cannot_read(name_, source.error()));
  return std::string((*source)->bytes());
}

tl::expected<void, Phrase> LedgerFile::write(std::string_view text) {
  if (!folder_)
    if (auto locked = lock(); !locked)
      return locked;
  const auto failed = system::replace_file(folder_->descriptor(), file_, text);
  if (failed.why != system::NotReplaced::Why::nothing)
    return tl::unexpected(cannot_write(name_, told(failed)));
  return {};
}

} // namespace deploy_plan::measuring
