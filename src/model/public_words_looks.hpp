// What words look like that are not for everyone: addresses, paths, statements.
#pragma once
#include <string_view>

namespace deploy_plan::model {

/// "a.b@example.org", however it is disguised: "a.b [at] example.org", "a.b @example.org".
[[nodiscard]] bool holds_email(std::string_view words);

/// A path by how it begins ("/srv/x", "~/x", "./x", "C:\x", "\\server\x", "file:/x"), by the file that it
/// ends with ("srv/counts.csv"), or by parts that are no words ("data/2026/raw_counts"). Words with strokes
/// between them ("eau/air/sol") and addresses of the web are none.
[[nodiscard]] bool holds_path(std::string_view words);

/// A statement of SQL by its signs: a star, brackets, comparisons, names that are no words, a bare list of
/// names, keywords in capitals. A sentence that has its keywords ("select a service from the list") is none.
[[nodiscard]] bool holds_query(std::string_view words);

} // namespace deploy_plan::model
