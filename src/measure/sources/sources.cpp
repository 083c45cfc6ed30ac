#include "measure/sources/sources.hpp"
#include "measure/sources/placing.hpp"
#include "model/source_names.hpp"
#include "source/documents.hpp"
#include "text/folding.hpp"
#include "text/passwords.hpp"
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <unistd.h>

namespace deploy_plan::measuring {
namespace {

constexpr std::uint64_t largest_file = 1U << 20U;

/// Words that people begin an address with, and the scheme that is meant.
constexpr std::pair<std::string_view, std::string_view> other_schemes[] = {{"postgres", "postgresql"},
                                                                           {"pg", "postgresql"},
                                                                           {"sqlite3", "sqlite"},
                                                                           {"mysql", "odbc"},
                                                                           {"mariadb", "odbc"},
                                                                           {"mssql", "odbc"},
                                                                           {"sqlserver", "odbc"},
                                                                           {"oracle", "odbc"},
                                                                           {"trino", "odbc"},
                                                                           {"spark", "odbc"},
                                                                           {"snowflake", "odbc"},
                                                                           {"clickhouse", "odbc"},
                                                                           {"db2", "odbc"},
                                                                           {"motherduck", "duckdb"},
                                                                           {"parquet", "duckdb"},
                                                                           {"csv", "duckdb"}};

const Engine* engine_of(std::string_view scheme) {
  for (const Engine* engine : all_engines())
    if (engine->scheme == scheme || (engine->scheme == "postgresql" && scheme == "postgres"))
      return engine;
  return nullptr;
}

/// What stands before the colon; empty where nothing does that could be a scheme.
std::string_view scheme_of(std::string_view address) {
  constexpr std::size_t longest = 20;
  const std::size_t colon = address.substr(0, longest).find(':');
  const std::string_view scheme = colon == std::string_view::npos ? "" : address.substr(0, colon);
  const bool is_word = std::ranges::all_of(scheme, [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9');
  });
  return is_word ? scheme : "";
}

Unfound unknown_scheme(std::string_view scheme) {
  std::vector<std::string_view> known;
  std::string all;
  for (const Engine* engine : all_engines()) {
    known.push_back(engine->scheme);
    all += (all.empty() ? "" : ", ") + std::string(engine->scheme) + ":";
  }
  const Phrase help{{"begin the address with one of {0}", "commencez l'adresse par l'un de {0}"}, {all}};
  if (scheme.empty())
    return {
        {{"its address does not say which engine to ask", "son adresse ne dit pas quel moteur interroger"}},
        help};
  std::string near(text::nearest(scheme, known));
  for (const auto& [other, meant] : other_schemes)
    if (text::fold(scheme) == other)
      near = meant;
  return {{{"no engine is called {0}", "aucun moteur ne s'appelle {0}"}, {std::string(scheme)}},
          text::suggestion(near.empty() ? "" : near + ":", help)};
}

tl::expected<Found, Unfound> found_at(const std::string& name, std::string_view address,
                                      const WrittenIn& where) {
  const std::string_view scheme = scheme_of(address);
  const Engine* const engine = engine_of(scheme);
  if (engine == nullptr)
    return tl::unexpected(unknown_scheme(scheme));
  auto placed = put_in_place(engine->scheme, address.substr(scheme.size() + 1), where);
  if (!placed)
    return tl::unexpected(std::move(placed.error()));
  std::string open = shown(engine->scheme, *placed);
  return Found{engine, {name, std::move(placed->target), std::move(open), std::move(placed->secrets), {}}};
}

/// Says where something is wrong.
Unfound at(Words place, Unfound why) {
  why.first = {{"{0}: {1}", "{0} : {1}"}, {std::move(place), why.first.words()}};
  return why;
}

/// The machine's own file; empty where it has no home.
std::string own_file(const Machine& machine) {
  const auto configuration = machine.environment("XDG_CONFIG_HOME");
  if (configuration && configuration->starts_with('/'))
    return *configuration + "/deploy-plan/sources.json";
  const auto home = machine.environment("HOME");
  return home && !home->empty() ? *home + "/.config/deploy-plan/sources.json" : "";
}

Phrase how_to_say(const std::string& name, const std::string& file) {
  return {{"set {0}, or add it to {1}: { \"{2}\": \"postgresql://reader@host/database\" }",
           "définissez {0}, ou ajoutez-la à {1} : { \"{2}\": \"postgresql://lecteur@machine/base\" }"},
          {model::variable_of_source(name), file.empty() ? "sources.json" : file, name}};
}

/// sources.json, read.
class SourcesFile {
public:
  static tl::expected<SourcesFile, Unfound> read(const std::string& path) {
    ReadLimits limits;
    limits.most_bytes = largest_file;
    const auto file = read_source(path, limits);
    if (!file)
      return tl::unexpected(
          Unfound{{{"cannot read {0}: {1}", "impossible de lire {0} : {1}"}, {path, file.error()}},
                  {{"name a file of the form { \"name\": \"address\" }",
                    "nommez un fichier de la forme { \"nom\": \"adresse\" }"}}});
    auto parsed = source::parse(*file, source::comments_of(**file));
    SourcesFile read{path, std::move(parsed.tree)};
    if (parsed.error) // its words may quote what stands there
      return tl::unexpected(
          at(read.line(parsed.error->place), {{{"this is no JSON", "ceci n'est pas du JSON"}},
                                              {{"write { \"name\": \"address\", \"name\": \"address\" }",
                                                "écrivez { \"nom\": \"adresse\", \"nom\": \"adresse\" }"}}}));
    return read;
  }

  tl::expected<Found, Unfound> find(const std::string& name, const Machine& machine) const {
    constexpr source::NodeId root = 0;
    if (tree_[root].kind != source::Kind::object)
      return tl::unexpected(
          at(line(tree_[root].value),
             {{{"this is no object of names and addresses", "ceci n'est pas un objet de noms et d'adresses"}},
              {{"write { \"name\": \"address\" }", "écrivez { \"nom\": \"adresse\" }"}}}));
    for (auto node = tree_[root].first_child; node != source::no_node; node = tree_[node].next)
      if (tree_.key(node) == name)
        return address(name, node, machine);
    return tl::unexpected(absent(name));
  }

private:
  SourcesFile(std::string path, source::Tree tree) : path_(std::move(path)), tree_(std::move(tree)) {}

  std::string path_;
  source::Tree tree_;

  tl::expected<Found, Unfound> address(const std::string& name, source::NodeId node,
                                       const Machine& machine) const {
    const Words here = line(tree_[node].key);
    if (tree_[node].kind != source::Kind::string)
      return tl::unexpected(
          at(here, {{{"where {0} leads is no text", "l'endroit où mène {0} n'est pas un texte"}, {name}},
                    {{"write it between quotes: \"sqlite:register.db\"",
                      "écrivez-le entre guillemets : \"sqlite:registre.db\""}}}));
    auto found = found_at(name, tree_.text(node), {machine, path_});
    if (!found)
      return tl::unexpected(at(here, std::move(found.error())));
    return found;
  }

  [[nodiscard]] Unfound absent(const std::string& name) const {
    std::vector<std::string_view> names;
    for (auto node = tree_[0].first_child; node != source::no_node; node = tree_[node].next)
      names.push_back(tree_.key(node));
    return {{{"{0} does not say where {1} leads", "{0} ne dit pas où mène {1}"}, {path_, name}},
            text::suggestion(text::nearest(name, names), how_to_say(name, path_))};
  }

  [[nodiscard]] Words line(Place place) const {
    return Phrase{{"{0}, line {1}", "{0}, ligne {1}"},
                  {path_, static_cast<std::int64_t>(tree_.sources.locate(place).begin().line)}}
        .words();
  }
};

/// What ${file:PATH} names in a text, as seen from a folder.
void add_secret_files(std::string_view text, const std::filesystem::path& folder, const Machine& machine,
                      std::vector<std::string>& files) {
  constexpr std::string_view opening = "${file:";
  for (std::size_t at = text.find(opening); at != std::string_view::npos; at = text.find(opening, at + 1)) {
    const std::size_t begin = at + opening.size();
    std::string path(text.substr(begin, text.find('}', begin) - begin));
    const auto home = path.starts_with("~/") ? machine.environment("HOME") : std::nullopt;
    if (home)
      path = *home + path.substr(1);
    std::error_code error;
    files.push_back(std::filesystem::absolute(folder / path, error).string());
  }
}

/// The file of sources, and all files that it or an address in the environment names: those of other sources,
/// too.
std::vector<std::string> secret_files(std::string_view address, const Machine& machine) {
  std::vector<std::string> files;
  add_secret_files(address, {}, machine, files);
  const std::string path = machine.sources.empty() ? own_file(machine) : machine.sources;
  if (path.empty() || is_address(path))
    return files;
  std::error_code error;
  files.push_back(std::filesystem::absolute(path, error).string());
  ReadLimits limits;
  limits.most_bytes = largest_file;
  if (path != "-" && std::filesystem::is_regular_file(path, error))
    if (const auto file = read_source(path, limits))
      add_secret_files((*file)->bytes(), std::filesystem::path(path).parent_path(), machine, files);
  return files;
}

tl::expected<Found, Unfound> find_in_file(const std::string& name, const Machine& machine) {
  if (is_address(machine.sources))
    return tl::unexpected(Unfound{
        {{"an address is given where a file of sources is to be",
          "une adresse est donnée là où il faut un fichier de sources"}},
        {{"write the address in a file, or in {0}: what a command is given, other users of the machine see",
          "écrivez l'adresse dans un fichier, ou dans {0} : ce qui est donné à une commande, les autres "
          "utilisateurs de la machine le voient"},
         {model::variable_of_source(name)}}});
  const std::string path = machine.sources.empty() ? own_file(machine) : machine.sources;
  if (machine.sources.empty() && access(path.c_str(), F_OK) != 0)
    return tl::unexpected(Unfound{{{"nothing says where {0} leads", "rien ne dit où mène {0}"}, {name}},
                                  how_to_say(name, path)});
  const auto file = SourcesFile::read(path);
  if (!file)
    return tl::unexpected(file.error());
  return file->find(name, machine);
}

} // namespace

Machine this_machine(std::string sources) {
  return {[](const std::string& name) -> std::optional<std::string> {
            const char* const value = std::getenv(name.c_str());
            return value == nullptr ? std::nullopt : std::optional<std::string>(value);
          },
          std::move(sources)};
}

bool is_address(std::string_view given) {
  return given.find("://") != std::string_view::npos || engine_of(scheme_of(given)) != nullptr ||
         !text::passwords_in(given).empty();
}

tl::expected<Found, Unfound> find_source(const std::string& name, const std::string& folder,
                                         const Machine& machine) {
  if (!model::is_source_name(name))
    return tl::unexpected(
        Unfound{{{"what the query names is no name of a source",
                  "ce que la requête nomme n'est pas un nom de source"}},
                {{"give a name of letters, digits, - and _: where it leads is the machine's to say",
                  "donnez un nom fait de lettres, de chiffres, de - et de _ : c'est à la machine de "
                  "dire où il mène"}}});
  const std::string variable = model::variable_of_source(name);
  const auto address = machine.environment(variable);
  const bool is_set = address && !address->empty();
  auto found = is_set ? found_at(name, *address, {machine, {}}) : find_in_file(name, machine);
  if (found) {
    found->address.folder = folder;
    found->address.secret_files = secret_files(is_set ? *address : "", machine);
  } else if (is_set)
    return tl::unexpected(at({variable, variable}, std::move(found.error())));
  return found;
}

} // namespace deploy_plan::measuring
