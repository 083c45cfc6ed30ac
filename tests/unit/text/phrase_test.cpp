#include "catch.hpp"
#include "deploy_plan/text.hpp"
#include "text/failure.hpp"
#include "text/folding.hpp"
#include "text/number.hpp"
#include "text/terminal.hpp"
#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>
#include <new>
#include <random>
#include <set>
#include <stdexcept>

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

TEST_CASE("what work throws is said, and the work after it is done") {
  bool done = false;
  CHECK_FALSE(text::failure_of([&] { done = true; }));
  CHECK(done);
  CHECK(text::failure_of([] { throw std::bad_alloc(); })->in(Language::french) ==
        "il n'y a pas assez de mémoire");
  CHECK(text::failure_of([] { throw std::out_of_range("oh"); })->in(Language::english) ==
        "this should not happen: oh");
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

TEST_CASE("numbers are read with a point or a comma, and nothing else is a number") {
  using text::read_number;
  CHECK(read_number("0.05") == 0.05);
  CHECK(read_number("0,05") == 0.05);
  CHECK(read_number("-1234,5") == -1234.5);
  CHECK(read_number("0,125") == 0.125);
  CHECK(read_number("1e-6") == 1e-6);
  CHECK(read_number("1,5e3") == 1500);
  for (const char* const wrong : {"", "-", ",", "nan", "inf", "-inf", "1e999", "0x10", "+1", "1 000", "1.5.2",
                                  "1,5,2", "1.5,2", "5%", " 5"})
    CHECK_FALSE(read_number(wrong));
  // Thousands in English, decimals in French.
  CHECK_FALSE(read_number("1,500"));
  CHECK(text::is_ambiguous("-12,500"));
  CHECK_FALSE(text::is_ambiguous("1234,500"));
  CHECK_FALSE(text::is_ambiguous("0,500"));
  CHECK(text::read_whole("9007199254740991") == 9007199254740991.0);
  for (const char* const wrong :
       {"9007199254740992", "9007199254740993", "1.0", "1e3", "1,0", "", "-", "--1"})
    CHECK_FALSE(text::read_whole(wrong));
}

TEST_CASE("figures that are very small, very large or none are words that people read") {
  CHECK(say(1.05e-05, Language::english) == "0.0000105");
  CHECK(say(1.05e-05, Language::french) == "0,0000105");
  CHECK(say(-600.0, Language::english) == "\u2212600");
  CHECK(say(Money{-600, ""}, Language::english) == "\u2212€600");
  CHECK(say(Money{-600, ""}, Language::french) == "\u2212600\u00a0€");
  CHECK(say(Money{-600, "XPF"}, Language::english) == "\u2212XPF\u00a0600");
  CHECK(say(1.5e300, Language::french) == "1,5\u00a0×\u00a010³⁰⁰");
  CHECK(say(5e-324, Language::english) == "5\u00a0×\u00a010⁻³²⁴");
  CHECK(say(Share{-0.00000000000001}, Language::english) == "0%");
  for (const double none : {std::numeric_limits<double>::infinity(), std::nan("")})
    for (const std::string& said : {say(none, Language::french), say(Share{none}, Language::french),
                                    say(Money{none, ""}, Language::french)})
      CHECK(said == "inconnu");
}

TEST_CASE("one word of two may hold a figure itself") {
  const Text words{"{0#the last|the last {0}}", "{0#le dernier|les {0} derniers}"};
  CHECK(Phrase{words, {std::int64_t{1}}}.in(Language::french) == "le dernier");
  CHECK(Phrase{words, {std::int64_t{3}}}.in(Language::french) == "les 3 derniers");
}

namespace {

/// The string literals of a source file that stand in pairs, {"…", "…"}: what is said in both languages.
class PairReader {
public:
  explicit PairReader(std::string text) : source(std::move(text)) {}

  std::vector<std::pair<std::string, std::string>> read() {
    std::vector<std::pair<std::string, std::string>> pairs;
    std::string before; // the literal before the comma that was just met
    for (at = 0; at < source.size();) {
      if (!skip_blank() && source[at] != '"') {
        if (source.compare(at, 2, "R\"") == 0)
          skip_raw();
        else if (source[at] == '\'')
          ++(at = source.find('\'', at + (source[at + 1] == '\\' ? 3 : 2)));
        else
          ++at;
        before.clear();
      } else if (at < source.size() && source[at] == '"') {
        std::string words = literal();
        if (!before.empty() && source[at] == '}')
          pairs.emplace_back(before, words);
        before = source[at] == ',' ? std::move(words) : "";
        at += source[at] == ',' ? 1 : 0;
      }
    }
    return pairs;
  }

private:
  std::string source;
  std::size_t at = 0;

  /// Blanks and comments; whether there were any.
  bool skip_blank() {
    const std::size_t from = at;
    for (;;)
      if (at < source.size() && std::isspace(static_cast<unsigned char>(source[at])) != 0)
        ++at;
      else if (source.compare(at, 2, "//") == 0)
        at = std::min(source.find('\n', at), source.size());
      else
        return at > from;
  }
  void skip_raw() {
    const std::string end = ')' + source.substr(at + 2, source.find('(', at) - at - 2) + '"';
    at = source.find(end, at) + end.size();
  }
  /// Neighbouring literals are one.
  std::string literal() {
    std::string words;
    while (at < source.size() && source[at] == '"') {
      for (++at; source[at] != '"'; ++at) {
        at += source[at] == '\\' ? 1 : 0;
        words += source[at];
      }
      ++at;
      skip_blank();
    }
    return words;
  }
};

std::set<char> figures_of(const std::string& pattern) {
  std::set<char> indices;
  for (std::size_t i = 0; i + 1 < pattern.size(); ++i)
    if (pattern[i] == '{' && std::isdigit(static_cast<unsigned char>(pattern[i + 1])) != 0)
      indices.insert(pattern[i + 1]);
  return indices;
}
} // namespace

TEST_CASE("every sentence of the program takes the same figures in both languages, and leaves no brace") {
  std::size_t sentences = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator("src")) {
    if (entry.path().extension() != ".cpp" && entry.path().extension() != ".hpp")
      continue;
    std::ifstream file(entry.path());
    const std::string source{std::istreambuf_iterator<char>(file), {}};
    for (const auto& [english, french] : PairReader(source).read()) {
      const bool is_pattern = french.starts_with('^'); // a regular expression of a schema, under its key
      if (is_pattern || (figures_of(english).empty() && figures_of(french).empty()))
        continue;
      CAPTURE(entry.path(), english, french);
      ++sentences;
      CHECK(figures_of(english) == figures_of(french));
      for (const std::int64_t number : {0, 1, 2}) {
        const Phrase phrase{{english, french}, std::vector<Argument>(10, Argument(number))};
        for (const Language language : {Language::english, Language::french})
          CHECK(figures_of(phrase.in(language)).empty());
      }
    }
  }
  CHECK(sentences > 300);
}
