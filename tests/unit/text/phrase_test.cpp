#include "catch.hpp"
#include "deploy_plan/text.hpp"
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

using namespace deploy_plan;

TEST_CASE("plurals follow each language's rule") {
  const Phrase days{{"{0} {0#day|days}", "{0} {0#jour|jours}"}, {std::int64_t{0}}};
  CHECK(days.in(Language::english) == "0 days");
  CHECK(days.in(Language::french) == "0 jour");
}

TEST_CASE("French gets its no-break spaces, and words of the file stay as they are") {
  const Phrase phrase{{"{0}", "vouliez-vous dire « {0} » ?"}, {std::string("a ? b")}};
  CHECK(phrase.in(Language::french) == "vouliez-vous dire «\u00a0a ? b\u00a0»\u202f?");
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
