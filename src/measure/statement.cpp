#include "measure/statement.hpp"
#include "measure/engine.hpp"
#include <algorithm>

namespace deploy_plan::measuring {

bool Statement::names(Parameter parameter) const {
  return std::any_of(pieces.begin(), pieces.end(),
                     [&](const Piece& piece) { return piece.parameter == parameter; });
}
std::vector<Parameter> Statement::parameters() const { return {}; }
std::vector<Parameter> Statement::distinct() const { return {}; }
std::string Statement::written(const Dialect&) const { return pieces.empty() ? "" : pieces.front().text; }

tl::expected<Statement, Failure> read_statement(std::string_view sql, const Dialect&) {
  return Statement{{{std::string(sql), std::nullopt}}};
}

} // namespace deploy_plan::measuring
