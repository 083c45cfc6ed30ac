#include "catch.hpp"
#include "source/tree.hpp"
#include <nlohmann/json.hpp>
#include <random>

using namespace deploy_plan;
using namespace deploy_plan::source;

namespace {

using Json = nlohmann::json;

/// A random value, nested at most `depth` deep, that writes itself with random blanks.
class Writer {
public:
  explicit Writer(unsigned seed) : random(seed) {}
  std::string value(int depth) {
    switch (random() % (depth > 0 ? 7 : 5)) {
    case 0: return "null";
    case 1: return random() % 2 == 0 ? "true" : "false";
    case 2: return std::to_string(static_cast<int>(random() % 20001) - 10000);
    case 3:
      return std::to_string(static_cast<double>(random() % 1000) / 8) + "e" + std::to_string(random() % 5);
    case 4: return string();
    case 5: return list('[', ']', [&] { return value(depth - 1); });
    default: return list('{', '}', [&] { return string() + blank() + ":" + blank() + value(depth - 1); });
    }
  }
  std::string blank() { return std::string(random() % 3, " \n\t"[random() % 3]); }

private:
  std::mt19937 random;
  std::string string() {
    static constexpr const char* parts[] = {"a", "é", "日", "\\n", "\\u00e9", "\\ud83d\\ude00",
                                            "]", "{", ",",  " ",   "\\\""};
    std::string words = "\"";
    for (auto count = random() % 5; count > 0; --count)
      words += parts[random() % std::size(parts)];
    return words + "\"";
  }
  template <class Part>
  std::string list(char open, char close, Part part) {
    std::string words(1, open);
    for (auto count = random() % 4; count > 0; --count)
      words += blank() + part() + blank() + (count > 1 ? "," : "");
    return words + blank() + close;
  }
};
} // namespace

TEST_CASE("the bytes at each place read back as the value that stands there") {
  for (unsigned seed = 0; seed < 3000; ++seed) {
    Writer writer(seed);
    const auto text = writer.blank() + writer.value(4) + writer.blank();
    const auto parsed = parse(std::make_shared<const Source>("f.json", text), Comments::refused);
    REQUIRE_FALSE(parsed.error);
    const Tree& tree = parsed.tree;
    for (NodeId id = 0; id < tree.nodes.size(); ++id) {
      const Json value = Json::parse(tree.raw(tree[id].value));
      if (value.is_string())
        REQUIRE(value.get<std::string>() == tree.text(id));
      if (tree[id].key.end > 0)
        REQUIRE(Json::parse(tree.raw(tree[id].key)).get<std::string>() == tree.key(id));
    }
  }
}

TEST_CASE("what is accepted is what nlohmann's own reader accepts") {
  std::mt19937 random(11);
  for (unsigned seed = 0; seed < 3000; ++seed) {
    std::string text = Writer(seed).value(3);
    text[random() % text.size()] = "\"{}[],:0a\\ "[random() % 11];
    const auto parsed = parse(std::make_shared<const Source>("f.json", text), Comments::refused);
    REQUIRE(parsed.error.has_value() == !Json::accept(text));
  }
}

TEST_CASE("no mutation of a file crashes the reader, and places stay inside it") {
  const std::string sound = R"({"a": [1, -2.5e3, "x\u00e9", null, true], "b": {"c": "d"}} // x)";
  std::mt19937 random(7);
  for (int i = 0; i < 20000; ++i) {
    std::string text = sound;
    for (int j = 0; j < 3; ++j)
      text[random() % text.size()] = static_cast<char>(random() % 256);
    text.resize(random() % (text.size() + 1));
    const auto file = std::make_shared<const Source>("f.json", text);
    const auto parsed = parse(file, i % 2 == 0 ? Comments::allowed : Comments::refused);
    if (parsed.error) {
      REQUIRE(parsed.error->place.end <= text.size());
      REQUIRE(parsed.error->place.begin <= parsed.error->place.end);
    }
  }
}
