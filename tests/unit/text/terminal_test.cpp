#include "catch.hpp"
#include "text/terminal.hpp"

using namespace deploy_plan;

TEST_CASE("what a file holds cannot command the terminal") {
  CHECK(text::visible("a\x1b[31mb") == "a\ufffd[31mb");
  CHECK(text::visible("\xff") == "\ufffd");
  CHECK(text::width("日本e\u0301") == 5);
}

TEST_CASE("what is no character, or turns a line about, is not shown") {
  for (const char* harmful :
       {"\x7f", "\u0085", "\u2028", "\u2029", "\u202e", "\u2066", "\ufffe", "\uffff", "\ufdd0", "\U0001fffe"})
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
