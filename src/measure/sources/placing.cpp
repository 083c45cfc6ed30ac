#include "measure/sources/placing.hpp"
#include "deploy_plan/source.hpp"
#include "measure/sources/settings.hpp"
#include "text/passwords.hpp"
#include <algorithm>

namespace deploy_plan::measuring {
namespace {

constexpr std::string_view hidden = "•••";
/// Stands for a placeholder while an address is taken apart: nothing else there is a control character.
constexpr char mark = '\x01';
constexpr std::uint64_t longest_secret = 8192;

/// What these say is no secret, wherever it comes from.
constexpr std::string_view open_settings[] = {
    "user", "uid",      "username", "host",   "hostaddr", "port",    "server", "servername",
    "dsn",  "database", "dbname",   "driver", "sslmode",  "service", "schema", "application_name"};

/// libpq and others take what the environment says, too.
constexpr std::pair<std::string_view, std::string_view> secret_variables[] = {
    {"postgresql", "PGPASSWORD"}, {"odbc", "MYSQL_PWD"}, {"duckdb", "motherduck_token"}};

struct Placeholder {
  bool is_file = false;
  std::string name;
};
struct Skeleton {
  std::string text; ///< with `mark` for each placeholder
  std::vector<Placeholder> placeholders;
};

bool is_variable(std::string_view name) {
  return !name.empty() && (name[0] < '0' || name[0] > '9') && std::ranges::all_of(name, [](char letter) {
    return letter == '_' || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9');
  });
}

tl::expected<Placeholder, Unfound> placeholder_of(std::string_view inside) {
  if (inside.starts_with("env:") && is_variable(inside.substr(4)))
    return Placeholder{false, std::string(inside.substr(4))};
  if (inside.starts_with("file:") && inside.size() > 5)
    return Placeholder{true, std::string(inside.substr(5))};
  return tl::unexpected(Unfound{{{"what stands between ${ and } is no place to find a secret",
                                  "ce qui figure entre ${ et } n'est pas un endroit où trouver un secret"}},
                                {{"write ${env:NAME} for a variable, ${file:PATH} for a file",
                                  "écrivez ${env:NOM} pour une variable, ${file:CHEMIN} pour un fichier"}}});
}

tl::expected<Skeleton, Unfound> skeleton_of(std::string_view address) {
  if (std::ranges::any_of(address,
                          [](char byte) { return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F; }))
    return tl::unexpected(
        Unfound{{{"its address holds a control character", "son adresse contient un caractère de contrôle"}},
                {{"write it on one line; as %0A in a URL where a password holds one",
                  "écrivez-la sur une ligne ; %0A dans une URL si un mot de passe en contient un"}}});
  Skeleton skeleton;
  for (std::size_t at = 0; at < address.size();) {
    const std::size_t opening = std::min(address.find("${", at), address.size());
    skeleton.text += address.substr(at, opening - at);
    if (opening == address.size())
      break;
    const std::size_t closing = std::min(address.find('}', opening), address.size());
    auto placeholder =
        placeholder_of(closing == address.size() ? "" : address.substr(opening + 2, closing - opening - 2));
    if (!placeholder)
      return tl::unexpected(std::move(placeholder.error()));
    skeleton.text += mark;
    skeleton.placeholders.push_back(std::move(*placeholder));
    at = closing + 1;
  }
  return skeleton;
}

tl::expected<std::string, Unfound> variable(const std::string& name, const Machine& machine) {
  auto value = machine.environment(name);
  if (value && !value->empty())
    return std::move(*value);
  return tl::unexpected(
      Unfound{{{"the variable {0} is {1}", "la variable {0} {1}"},
               {name, value ? Text{"empty", "est vide"} : Text{"not set", "n'est pas définie"}}},
              {{"set it where the command runs", "définissez-la là où la commande s'exécute"}}});
}

std::string at_home(const std::string& path, const Machine& machine) {
  const auto home = path.starts_with("~/") ? machine.environment("HOME") : std::nullopt;
  return home && !home->empty() ? *home + path.substr(1) : path;
}

tl::expected<std::string, Unfound> secret_file(const std::string& name, const WrittenIn& where) {
  NeighbourLimits limits;
  limits.allow_outside = true;
  limits.reading.most_bytes = longest_secret;
  const auto read =
      read_neighbour(where.file.empty() ? "-" : where.file, at_home(name, where.machine), limits);
  const Phrase help{{"the file holds the secret and nothing else, and may end with one line's end",
                     "le fichier contient le secret et rien d'autre, suivi d'au plus une fin de ligne"}};
  if (!read)
    return tl::unexpected(
        Unfound{{{"cannot read the secret in {0}: {1}", "impossible de lire le secret dans {0} : {1}"},
                 {name, read.error()}},
                help});
  std::string secret((*read)->bytes());
  for (const char end : {'\n', '\r'})
    if (secret.ends_with(end))
      secret.pop_back();
  if (secret.empty() || secret.find('\0') != std::string::npos)
    return tl::unexpected(Unfound{
        {{"the file {0} holds {1}", "le fichier {0} {1}"},
         {name, secret.empty() ? Text{"no secret: it is empty", "ne contient aucun secret : il est vide"}
                               : Text{"a NUL byte, which no password does",
                                      "contient un octet NUL, ce qu'aucun mot de passe ne fait"}}},
        help});
  return secret;
}

bool is_open(std::string_view setting) {
  return std::ranges::any_of(open_settings, [&](std::string_view open) {
    return std::ranges::equal(open, setting, [](char a, char b) {
      return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
    });
  });
}

/// Of what opens an encrypted file, too.
bool is_secret(std::string_view setting) {
  static constexpr std::string_view keys[] = {"key", "hexkey", "textkey", "encryption_key"};
  return text::is_secret_setting(setting) || std::ranges::find(keys, setting) != std::end(keys);
}

/// Fills a skeleton, setting by setting, from its begin to its end.
class Filling {
public:
  Filling(const Skeleton& skeleton, std::vector<std::string> values, Quoting quoting)
      : skeleton_(skeleton), values_(std::move(values)), quoting_(quoting) {}

  Placed fill() {
    const std::string_view text = skeleton_.text;
    std::size_t at = 0;
    for (const Setting& setting : settings_of(text, quoting_)) {
      placed_.target += filled(text.substr(at, setting.begin - at), true, false);
      placed_.target += value(setting.in(text), is_open(setting.name));
      at = setting.end;
    }
    placed_.target += filled(text.substr(at), true, false);
    return std::move(placed_);
  }

private:
  const Skeleton& skeleton_;
  std::vector<std::string> values_;
  Quoting quoting_;
  std::size_t next_ = 0;
  Placed placed_;

  std::string value(std::string_view written, bool is_open) {
    if (written.find(mark) == std::string_view::npos)
      return std::string(written);
    if (quoting_ == Quoting::percent)
      return filled(written, is_open, true);
    return with_quoting(filled(without_quoting(written, quoting_), is_open, false), quoting_);
  }

  std::string filled(std::string_view text, bool is_open, bool encodes) {
    std::string all;
    for (const char letter : text)
      all += letter == mark ? (encodes ? percent_encoded(next(is_open)) : next(is_open))
                            : std::string(1, letter);
    return all;
  }
  const std::string& next(bool is_open) {
    const Placeholder& placeholder = skeleton_.placeholders[next_];
    const std::string& value = values_[next_++];
    if (!is_open || placeholder.is_file || text::is_secret_setting(placeholder.name))
      placed_.secrets.push_back(value);
    for (const text::Run& run : text::passwords_in(value)) // a whole address may stand in a variable
      placed_.secrets.push_back(value.substr(run.begin, run.end - run.begin));
    return value;
  }
};

/// Passwords that stand in the address itself, as they are and as they are meant. What should have been
/// encoded ends a password before its end: its parts are secrets too.
void add_own_secrets(Placed& placed, Quoting quoting) {
  for (const Setting& setting : settings_of(placed.target, quoting)) {
    const std::string written(setting.in(placed.target));
    if (!is_secret(setting.name) || written.empty())
      continue;
    placed.secrets.push_back(written);
    placed.secrets.push_back(without_quoting(written, quoting));
    constexpr std::string_view ends = "/?#@:&= ;{}'";
    for (std::size_t at = 0; at < written.size();) {
      const std::size_t end = std::min(written.find_first_of(ends, at), written.size());
      if (end > at)
        placed.secrets.push_back(written.substr(at, end - at));
      at = end + 1;
    }
  }
}

Unfound plain_password(std::string_view scheme) {
  const Phrase how =
      scheme == "postgresql"
          ? Phrase{{"write ${env:NAME} or ${file:PATH} in its place, or leave it out: PostgreSQL's own "
                    "~/.pgpass and ~/.pg_service.conf are read; an @ that ends no password is written %40",
                    "écrivez ${env:NOM} ou ${file:CHEMIN} à sa place, ou omettez-le : ~/.pgpass et "
                    "~/.pg_service.conf, propres à PostgreSQL, sont lus ; un @ qui ne termine pas un mot de "
                    "passe s'écrit %40"}}
          : Phrase{{"write ${env:NAME} or ${file:PATH} in its place",
                    "écrivez ${env:NOM} ou ${file:CHEMIN} à sa place"}};
  return {{{"a password, or another secret, stands in it as plain text",
            "un mot de passe, ou un autre secret, y figure en clair"}},
          how};
}

} // namespace

tl::expected<Placed, Unfound> put_in_place(std::string_view scheme, std::string_view target,
                                           const WrittenIn& where) {
  const auto skeleton = skeleton_of(target);
  if (!skeleton)
    return tl::unexpected(skeleton.error());
  const Quoting quoting = quoting_of(scheme, skeleton->text);
  for (const Setting& setting : settings_of(skeleton->text, quoting))
    if (!where.file.empty() && is_secret(setting.name) &&
        without_quoting(setting.in(skeleton->text), quoting).find_first_not_of(mark) != std::string::npos)
      return tl::unexpected(plain_password(scheme));
  std::vector<std::string> values;
  for (const Placeholder& placeholder : skeleton->placeholders) {
    auto value = placeholder.is_file ? secret_file(placeholder.name, where)
                                     : variable(placeholder.name, where.machine);
    if (!value)
      return tl::unexpected(std::move(value.error()));
    values.push_back(std::move(*value));
  }
  Placed placed = Filling(*skeleton, std::move(values), quoting).fill();
  add_own_secrets(placed, quoting_of(scheme, placed.target));
  for (const auto& [of, name] : secret_variables)
    if (const auto value = of == scheme ? where.machine.environment(std::string(name)) : std::nullopt;
        value && !value->empty())
      placed.secrets.push_back(*value);
  return placed;
}

std::string shown(std::string_view scheme, const Placed& placed) {
  std::string address = std::string(scheme) + ":";
  std::size_t at = 0;
  for (const Setting& setting : settings_of(placed.target, quoting_of(scheme, placed.target)))
    if (is_secret(setting.name) && setting.begin < setting.end) {
      address += placed.target.substr(at, setting.begin - at);
      address += hidden;
      at = setting.end;
    }
  return without_known_secrets(address + placed.target.substr(at), placed.secrets);
}

} // namespace deploy_plan::measuring
