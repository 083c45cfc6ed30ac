#include "catch.hpp"
#include "deploy_plan/text.hpp"
#include "text/folding.hpp"
#include "text/terminal.hpp"

using namespace deploy_plan;

TEST_CASE("figures are said as each language writes them") {
  CHECK(say(1234567.5, Language::english) == "1,234,567.5");
  CHECK(say(1234567.5, Language::french) == "1\u202f234\u202f567,5");
  CHECK(say(std::int64_t{-1500}, Language::french) == "\u22121\u202f500");
  CHECK(say(Money{1234.5, ""}, Language::french) == "1\u202f234,5\u00a0€");
  CHECK(say(Money{1234.5, ""}, Language::english) == "€1,234.5");
  const Date day = std::chrono::year{2026} / 3 / 1;
  CHECK(say(day, Language::french) == "1ᵉʳ mars 2026");
  CHECK(say(day, Language::english) == "1 March 2026");
}

TEST_CASE("a share near all or nothing never claims to be it") {
  CHECK(say(Share{0.125}, Language::french) == "12,5\u202f%");
  CHECK(say(Share{0.9996}, Language::english) == "99.96%");
  CHECK(say(Share{1}, Language::english) == "100%");
  CHECK(say(Share{0.999999}, Language::english) == "99.9999%");
  CHECK(say(Share{0.0001}, Language::english) == "0.01%");
}

TEST_CASE("plurals follow each language's rule") {
  const Phrase days{{"{0} {0#day|days}", "{0} {0#jour|jours}"}, {std::int64_t{0}}};
  CHECK(days.in(Language::english) == "0 days");
  CHECK(days.in(Language::french) == "0 jour");
}

TEST_CASE("French gets its no-break spaces, and words of the file stay as they are") {
  const Phrase phrase{{"{0}", "vouliez-vous dire « {0} » ?"}, {std::string("a ? b")}};
  CHECK(phrase.in(Language::french) == "vouliez-vous dire «\u00a0a ? b\u00a0»\u202f?");
}

TEST_CASE("words are found without regard to accents, case, or one slip") {
  CHECK(text::fold("Pénétré") == "penetre");
  constexpr std::string_view names[] = {"addressed", "adressé", "target"};
  CHECK(text::nearest("adresé", names) == "adressé");
  CHECK(text::nearest("zebra", names).empty());
}

TEST_CASE("what a file holds cannot command the terminal") {
  CHECK(text::visible("a\x1b[31mb") == "a\ufffd[31mb");
  CHECK(text::visible("\xff") == "\ufffd");
  CHECK(text::width("日本e\u0301") == 5);
}

TEST_CASE("what is no character, or turns a line about, is not shown") {
  for (const char* harmful : {"\x7f", "\u0085", "\u2028", "\u2029", "\u202e", "\u2066", "\ufffe", "\uffff",
                              "\ufdd0", "\U0001fffe"})
    CHECK(text::visible(harmful) == "\ufffd");
  CHECK(text::visible("é\u200b\u00a0\U0001f7e2") == "é\u200b\u00a0\U0001f7e2");
}

TEST_CASE("JSON keeps its values, and shows none that could command a terminal") {
  CHECK(text::visible_json("[\n\"\u202eé\x7f\"]") == "[\n\"\\u202eé\\u007f\"]");
  CHECK(text::visible_json("\"\U0001fffe\"") == R"("\ud83f\udffe")");
  CHECK(text::visible_json(R"("##[error]")") == R"("##\u005berror]")");
}

TEST_CASE("no line is a command to a runner") {
  CHECK(text::without_commands("a::b\n::error::x\n") == "a::b\n\ufffd:error::x\n");
  CHECK(text::without_commands("  \u00a0::warning::x") == "  \u00a0\ufffd:warning::x");
  CHECK(text::without_commands("\ufeff::a\n\n::b") == "\ufeff\ufffd:a\n\n\ufffd:b");
  CHECK(text::without_commands("a ##[group]b ##[c]") == "a \ufffd#[group]b \ufffd#[c]");
  CHECK(text::without_commands("###[c]") == "#\ufffd#[c]");
  CHECK(text::without_commands("").empty());
}

TEST_CASE("words are broken at spaces to the width of the terminal") {
  CHECK(text::wrapped("one two three", 0, 0, 2) == "one two three");
  CHECK(text::wrapped("one two three", 9, 0, 2) == "one two\n  three");
  CHECK(text::wrapped("unbreakable word", 5, 0, 0) == "unbreakable\nword");
}

TEST_CASE("a part of a line is cut by columns, not by bytes") {
  CHECK(text::columns("日本語", 2, 2) == "本");
  CHECK(text::columns("e\u0301a", 0, 1) == "e\u0301");
  CHECK(text::character_begin("aé", 2) == 1);
}
