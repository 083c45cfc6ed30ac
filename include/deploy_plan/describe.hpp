// What describes the strategy file and the rules to people and to tools; all of it is made from the one
// description.
#pragma once
#include "deploy_plan/check.hpp"

namespace deploy_plan {

/// JSON Schema (draft 2020-12) of a strategy file, with the keys of a language.
[[nodiscard]] std::string schema(Language language);

/// What a command writes as JSON.
struct AnswerSchema {
  std::string_view command;
  std::function<std::string(Language)> json; ///< its JSON Schema, with meanings in a language
  std::function<std::string(Language)>
      reference; ///< its figures, in Markdown: a table, or how their paths are made
};
[[nodiscard]] std::span<const AnswerSchema> answer_schemas();
/// Every metric of a gap as OpenMetrics has it, in Markdown.
[[nodiscard]] std::string metric_reference(Language language);

/// The reference of every field of the file, in Markdown.
[[nodiscard]] std::string field_reference(Language language);

/// A first strategy that passes check without a finding on the day it is made. JSON with the keys of a
/// language, or, with comments that tell what each field is for, the text of a .jsonc.
[[nodiscard]] std::string first_strategy(Language language, Date as_of, bool comments = false);

/// A file of an example, by its name in the example's folder.
struct ExampleFile {
  std::string name, text;
};
/// An example whose figures come by themselves: a strategy that passes check without a finding on the day it
/// is made, whose queries ask a database that then has more to tell than its ledger.
struct MeasuredExample {
  ExampleFile strategy, sources, query, ledger;
  ExampleFile database; ///< its text is SQL that makes it, in SQLite
};
[[nodiscard]] MeasuredExample measured_example(Language language, Date as_of);

/// The strategy of init with an example of a rule merged into it: a whole file that shows the rule at work.
[[nodiscard]] std::string example_strategy(std::string_view fragment, Language language, Date as_of);

/// A way to tell rules: what, why, a bad example and a good one.
struct ExplainFormat {
  std::string_view name;
  /// `whole` where all rules are asked for at once.
  std::string (*explain)(std::span<const RuleEntry> rules, bool whole, Language language, Date as_of);
};
[[nodiscard]] std::span<const ExplainFormat> explain_formats();

} // namespace deploy_plan
