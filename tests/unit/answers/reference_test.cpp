#include "answers/answers.hpp"
#include "answers/reference.hpp"
#include "catch.hpp"
#include <algorithm>

using namespace deploy_plan;
using namespace deploy_plan::answers;

TEST_CASE("the tables of both languages tell the same figures") {
  for (const DescribedAnswer& answer : described_answers())
    for (const Record* const record : answer.records) {
      CAPTURE(answer.command);
      const std::string english = reference_table(*record, Language::english);
      const std::string french = reference_table(*record, Language::french);
      CHECK(english != french);
      CHECK(std::count(english.begin(), english.end(), '\n') ==
            std::count(french.begin(), french.end(), '\n'));
      CHECK(std::count(english.begin(), english.end(), '\n') > 3);
    }
}

TEST_CASE("no meaning breaks out of its cell") {
  for (const DescribedAnswer& answer : described_answers()) {
    const std::string table = reference_table(*answer.records.front(), Language::english);
    std::size_t begin = 0;
    const std::size_t columns = static_cast<std::size_t>(
        std::count(table.begin(), table.begin() + static_cast<std::ptrdiff_t>(table.find('\n')), '|'));
    for (std::size_t end = table.find('\n'); end != std::string::npos; end = table.find('\n', begin)) {
      const std::string line = table.substr(begin, end - begin);
      CAPTURE(line);
      CHECK(static_cast<std::size_t>(std::count(line.begin(), line.end(), '|')) == columns);
      begin = end + 1;
    }
  }
}
