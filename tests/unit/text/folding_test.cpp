#include "catch.hpp"
#include "text/folding.hpp"
#include <algorithm>
#include <random>

using namespace deploy_plan;

TEST_CASE("words are found without regard to accents, case, or one slip") {
  CHECK(text::fold("Pénétré") == "penetre");
  constexpr std::string_view names[] = {"addressed", "adressé", "target"};
  CHECK(text::nearest("adresé", names) == "adressé");
  CHECK(text::nearest("zebra", names).empty());
}

TEST_CASE("the nearest of many names is the one that a plain search finds, the first of those as near") {
  std::mt19937 random(7);
  const auto word = [&] {
    std::string letters(1 + random() % 9, 'a');
    for (char& letter : letters)
      letter = static_cast<char>('a' + random() % 3);
    return letters;
  };
  for (int round = 0; round < 300; ++round) {
    std::vector<std::string> names(20);
    std::generate(names.begin(), names.end(), word);
    const std::vector<std::string_view> views(names.begin(), names.end());
    const std::string asked = word();
    std::size_t least = std::max<std::size_t>(1, asked.size() / 3) + 1;
    std::string_view nearest;
    for (const auto name : views)
      if (text::distance(asked, name) < least) {
        least = text::distance(asked, name);
        nearest = name;
      }
    CHECK(text::nearest(asked, views) == nearest);
  }
}

TEST_CASE("a swap, a lack and a surplus are one slip each") {
  CHECK(text::distance("target", "tagret") == 1);
  CHECK(text::distance("target", "trget") == 1);
  CHECK(text::distance("target", "taarget") == 1);
  CHECK(text::distance("", "abc") == 3);
  CHECK(text::distance("kitten", "sitting") == 3);
}

TEST_CASE("hints for thousands of words among thousands of names end") {
  const auto numbered = [](const std::string& begin, int count) {
    std::vector<std::string> all;
    for (int i = 0; i < count; ++i)
      all.push_back(begin + std::to_string(100000 + i));
    return all;
  };
  const auto names = numbered("some-action-of-ours-", 5000);
  const text::Names known(std::vector<std::string_view>(names.begin(), names.end()));
  text::HintBudget budget;
  CHECK(known.nearest("some-action-of-ours-10000", budget) == "some-action-of-ours-100000");
  CHECK(budget.left > text::HintBudget().left / 2);
  for (const std::string& word : numbered("quite-another-thing-", 5000))
    (void)known.nearest(word, budget);
  CHECK(budget.left == 0);
  CHECK(known.nearest("some-action-of-ours-100000", budget).empty());
}

TEST_CASE("names much longer than the word cost nothing") {
  std::vector<std::string> names;
  for (int i = 0; i < 1000; ++i)
    names.push_back(std::string(2000, 'a') + std::to_string(i));
  const text::Names known(std::vector<std::string_view>(names.begin(), names.end()));
  text::HintBudget budget;
  CHECK(known.nearest(std::string(60, 'a'), budget).empty());
  CHECK(budget.left == text::HintBudget().left);
}
