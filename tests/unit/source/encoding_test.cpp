#include "catch.hpp"
#include "source/encoding.hpp"

using namespace deploy_plan;
using namespace deploy_plan::source;

namespace {

Utf8 read(std::string bytes) { return as_utf8(std::make_shared<const Source>("m.csv", std::move(bytes))); }
} // namespace

TEST_CASE("what is UTF-8 is given back as it is") {
  const auto file = std::make_shared<const Source>("m.csv", "élèves;40\n");
  CHECK(as_utf8(file).source == file);
  CHECK_FALSE(as_utf8(file).fault);
}

TEST_CASE("Windows-1252 and UTF-16 are written anew, with their euro signs and quotes") {
  const Utf8 western = read("\xe9l\xe8ves;40\x80;l\x92"
                            "an\n");
  CHECK_FALSE(western.fault);
  CHECK(western.source->bytes() == "élèves;40€;l’an\n");
  CHECK(western.source->name() == "m.csv");
  using namespace std::string_literals;
  CHECK(read("\xff\xfe\xe9\0\x3d\xd8\x00\xde"s).source->bytes() == "é😀");
  CHECK(read("\xfe\xff\0\xe9"s).source->bytes() == "é");
}

TEST_CASE("what is no text in what the rest is written in has its place") {
  const Utf8 mixed = read("é;\xff\n"); // UTF-8, but for one byte
  REQUIRE(mixed.fault);
  CHECK(mixed.source->position(mixed.fault->begin) == Position{1, 3});
  using namespace std::string_literals;
  CHECK(read("\xff\xfe\0\xd8"
             "a\0"s)
            .fault); // half a pair
}
