#include "measure/engines/embedded/duckdb_words.hpp"
#include "measure/sql/tokens.hpp"
#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

namespace deploy_plan::measuring::duckdb {

Failure failure_of(const char* said, std::string_view sql, std::size_t before) {
  const std::string_view words = said == nullptr ? "" : said;
  const std::size_t brace = words.find('{');
  const auto json = nlohmann::json::parse(words.substr(std::min(brace, words.size())), nullptr, false);
  if (!json.is_object())
    return {Trouble::wrong_statement, std::string(words)};
  const auto text_of = [&](const char* key) {
    const auto found = json.find(key);
    return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  const std::string type = text_of("exception_type"), message = text_of("exception_message");
  if (type == "INTERRUPT" || type == "Interrupt")
    return {Trouble::too_long};
  if (type == "Out of Memory")
    return {Trouble::too_large, message.substr(0, message.find('\n'))}; // what follows is how to set it up
  if (type == "Permission")
    return {Trouble::outside, message};
  std::size_t position = 0;
  const std::string place = text_of("position");
  const auto read = std::from_chars(place.data(), place.data() + place.size(), position);
  const bool is_known =
      !place.empty() && read.ec == std::errc() && position >= before && position - before < sql.size();
  return {Trouble::wrong_statement, message, is_known ? character_at(sql, position - before) : 0};
}

Cell cell_of(std::string_view text, std::string_view type) {
  static constexpr std::string_view whole[] = {"TINYINT",  "SMALLINT",  "INTEGER",  "BIGINT",  "HUGEINT",
                                               "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT"};
  const auto number_of = [&](auto number) -> Cell {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? Cell(number) : Cell(std::string(text));
  };
  if (type == "BOOLEAN")
    return std::int64_t{text == "true"};
  if (type == "FLOAT" || type == "DOUBLE")
    return number_of(0.0);
  if (std::find(std::begin(whole), std::end(whole), type) != std::end(whole))
    return number_of(std::int64_t{0});
  return std::string(text);
}

} // namespace deploy_plan::measuring::duckdb
