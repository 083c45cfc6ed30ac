#include "catch.hpp"
#include "text/counted.hpp"

using namespace deploy_plan;
using text::counted;
using text::counted_if_worded;
using text::counted_more;
using text::titled;
using text::Unit;

namespace {
const Unit commune{"commune", "communes"};
}

TEST_CASE("a number takes the word for one or for several, as each language has it") {
  struct Case {
    double number;
    std::string_view en, fr;
  };
  const Case cases[] = {{0, "0 communes", "0 commune"},
                        {1, "1 commune", "1 commune"},
                        {1.5, "1.5 communes", "1,5 commune"},
                        {2, "2 communes", "2 communes"},
                        {-1, "−1 communes", "−1 commune"},
                        {-2, "−2 communes", "−2 communes"},
                        {0.0127, "0.0127 communes", "0,0127 commune"},
                        {3000, "3,000 communes", "3\u202f000 communes"},
                        {2e6, "2,000,000 communes", "2\u202f000\u202f000 communes"}};
  for (const Case& one : cases) {
    CAPTURE(one.number);
    CHECK(counted(one.number, commune).en == one.en);
    CHECK(counted(one.number, commune).fr == one.fr);
  }
  CHECK(counted(std::int64_t{1}, commune).en == "1 commune");
}

TEST_CASE("what is added says so beside its unit") {
  CHECK(counted_more(1155.0, commune).en == "1,155 more communes");
  CHECK(counted_more(1155.0, commune).fr == "1\u202f155 communes de plus");
  CHECK(counted_more(1.0, commune).en == "1 more commune");
  CHECK(counted_more(1.5, commune).fr == "1,5 commune de plus");
}

TEST_CASE("a unit whose plural is not known stands in brackets, and none at all leaves the number") {
  CHECK(counted(3000.0, {"commune"}).en == "3,000 (commune)");
  CHECK(counted(3000.0, {"commune"}).fr == "3\u202f000 (commune)");
  CHECK(counted_more(3000.0, {"commune"}).en == "3,000 more (commune)");
  CHECK(counted_more(3000.0, {"commune"}).fr == "3\u202f000 de plus (commune)");
  CHECK(counted(3000.0, {}).en == "3,000");
  CHECK(counted_more(3000.0, {}).fr == "3\u202f000 de plus");
  CHECK(counted(3000.0, {"", "communes"}).en == "3,000");
}

TEST_CASE("a unit that goes without saying is said in words or not at all") {
  CHECK(counted_if_worded(3000.0, commune).en == "3,000 communes");
  CHECK(counted_if_worded(3000.0, {"commune"}).en == "3,000");
  CHECK(counted_if_worded(3000.0, {}).en == "3,000");
}

TEST_CASE("above a number stands the unit that the number does not say") {
  const Text star{"North Star", "Étoile polaire"};
  CHECK(titled(star, commune).fr == "Étoile polaire");
  CHECK(titled(star, {"commune"}).fr == "Étoile polaire (commune)");
  CHECK(titled(star, {}).en == "North Star");
}

TEST_CASE("the words of the file are shown as they are") {
  CHECK(counted(2.0, {"a {0} ?", "b {1} ?"}).fr == "2 b {1} ?");
}

TEST_CASE("what is told in a unit says so in the plural, and in brackets where that is not known") {
  const Text what{"To come", "À venir"};
  CHECK(text::told_in(what, commune).en == "To come, in communes");
  CHECK(text::told_in(what, commune).fr == "À venir, en communes");
  CHECK(text::told_in(what, {"commune"}).en == "To come (unit: commune)");
  CHECK(text::told_in(what, {"commune"}).fr == "À venir (unité\u00a0: commune)");
  CHECK(text::told_in(what, {}).fr == "À venir");
  CHECK(text::axis_word(commune) == "communes");
  CHECK(text::axis_word({"commune"}) == "commune");
}
