#include "cli/assignments.hpp"
#include "text/folding.hpp"

namespace deploy_plan::cli {

std::optional<Assigned> read_assignment(std::string_view text, const NumberRange& range) {
  const auto equals = text.find('=');
  if (equals == std::string_view::npos || equals == 0)
    return std::nullopt;
  const auto value = read_number(text.substr(equals + 1), range);
  return value ? std::optional(Assigned{std::string(text.substr(0, equals)), *value}) : std::nullopt;
}

namespace {
/// Assignments separated by commas or semicolons: money=20000,days=60. A comma within a number stays in it.
std::vector<std::string> split_assignments(const std::string& text) {
  std::vector<std::string> parts;
  for (const std::string& part : split_list(text))
    if (parts.empty() || part.find('=') != std::string::npos)
      parts.push_back(part);
    else
      parts.back() += "," + part;
  return parts;
}
} // namespace

Phrase not_an_assignment(const char* option, const std::string& text, Text example) {
  return {{"{0} {1}: write {2}", "{0} {1} : écrivez {2}"}, {std::string(option), text, example}};
}

void declare_budgets(CLI::App& app, std::vector<std::string>& budgets, const Common& words) {
  add_repeatable(
      app, "--budget", budgets, words, {"KIND=LIMIT,…", "SORTE=LIMITE,…"},
      {"instead of the file's: money=…,days=…", "à la place de celui du fichier : argent=…,jours=…"});
}

tl::expected<void, Phrase> read_budgets(const std::vector<std::string>& budgets, PlanOptions& how) {
  for (const std::string& text : budgets)
    for (const std::string& part : split_assignments(text)) {
      const auto one = read_assignment(part, NumberRange::from(0, 1e15));
      const std::string name = one ? text::fold(one->name) : "";
      if (name == "money" || name == "argent")
        how.money = one->value;
      else if (name == "days" || name == "jours")
        how.days = one->value;
      else
        return tl::unexpected(
            not_an_assignment("--budget", text, {"money=20000,days=60", "argent=20000,jours=60"}));
    }
  return {};
}

} // namespace deploy_plan::cli
