// Statements of queries, in every dialect: what is read is cut without loss, and reads the same again.
#include "fuzz/fuzz.hpp"
#include "measure/engine.hpp"

using namespace deploy_plan;
using namespace deploy_plan::measuring;

namespace {

std::string named(Parameter which, std::size_t, std::size_t) {
  static constexpr const char* names[] = {":from", ":until", ":segment"};
  return names[static_cast<int>(which)];
}

constexpr Dialect dialects[] = {
    {.dollar_quotes = true, .nested_comments = true, .placeholder = &named},
    {.backticks = true, .brackets = true, .placeholder = &named},
    {.backslash_escapes = true, .backticks = true, .hash_comments = true, .placeholder = &named},
    {.nested_comments = true, .brackets = true, .unseparated_statements = true, .placeholder = &named}};

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string sql = fuzz::words_of(data, size);
  for (const Dialect& dialect : dialects) {
    const auto statement = read_statement(sql, dialect);
    if (!statement) {
      fuzz::demand(!said(statement.error()).in(Language::french).empty());
      fuzz::demand(!remedy(statement.error()).in(Language::english).empty());
      continue;
    }
    const std::string written = statement->written(dialect);
    const auto again = read_statement(written, dialect);
    fuzz::demand(again && again->written(dialect) == written);
    fuzz::demand(again->parameters() == statement->parameters());
  }
  return 0;
}
