#include "fuzz/mutation.hpp"
#include <cmath>
#include <nlohmann/json.hpp>
#include <random>

namespace deploy_plan::fuzz {
namespace {

using Json = nlohmann::ordered_json;

void collect(Json& from, std::vector<Json*>& all) {
  all.push_back(&from);
  if (from.is_structured())
    for (Json& one : from)
      collect(one, all);
}

class Mutator {
public:
  explicit Mutator(unsigned seed) : random_(seed) {}

  void change(Json& document) {
    std::vector<Json*> all;
    collect(document, all);
    Json& one = *all[below(all.size())];
    if (one.is_number())
      one = number(one.get<double>());
    else if (one.is_boolean())
      one = !one.get<bool>();
    else if (one.is_string())
      one = words(one.get<std::string>(), all);
    else if (one.is_array())
      change_array(one);
    else if (one.is_object() && !one.empty())
      change_object(one, all);
  }
  std::size_t below(std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_);
  }

private:
  std::mt19937 random_;

  Json number(double before) {
    switch (below(10)) {
    case 0: return 0;
    case 1: return -before;
    case 2: return before * 10;
    case 3: return before / 10;
    case 4: return std::floor(before) + 1;
    case 5: return 1e15;
    case 6: return 1e-9;
    case 7: return std::int64_t{9007199254740991};
    case 8: return static_cast<std::int64_t>(below(20));
    default: return static_cast<std::int64_t>(std::clamp(before, -1e15, 1e15)) - 1;
    }
  }

  /// A date by some days, or a word that stands elsewhere in the file: ids meet each other that way.
  Json words(const std::string& before, const std::vector<Json*>& all) {
    if (before.size() == 10 && before[4] == '-' && before[7] == '-' && below(4) != 0) {
      std::string date = before;
      date[2 + below(2)] = static_cast<char>('0' + below(10));
      date[6] = static_cast<char>('0' + below(10));
      date[9] = static_cast<char>('0' + below(10));
      return date;
    }
    const Json& other = *all[below(all.size())];
    if (other.is_string())
      return other;
    return before + static_cast<char>(' ' + below(90));
  }

  void change_array(Json& array) {
    if (array.empty())
      return;
    const std::size_t at = below(array.size());
    switch (below(3)) {
    case 0: array.erase(at); break;
    case 1: array.push_back(Json(array[at])); break;
    default: std::swap(array[at], array[below(array.size())]);
    }
  }

  void change_object(Json& object, const std::vector<Json*>& all) {
    auto at = object.begin();
    std::advance(at, static_cast<std::ptrdiff_t>(below(object.size())));
    if (below(2) == 0) {
      object.erase(at);
      return;
    }
    const Json& other = *all[below(all.size())];
    if (other.is_object() && !other.empty()) {
      auto from = other.begin();
      std::advance(from, static_cast<std::ptrdiff_t>(below(other.size())));
      const std::string key = from.key();
      const Json value = from.value(); // copied: it may stand in this object
      object[key] = value;
    }
  }
};
} // namespace

std::string mutate(const std::string& text, unsigned seed) {
  Json document = Json::parse(text, nullptr, false, true);
  if (document.is_discarded())
    return "{}";
  Mutator mutator(seed);
  for (std::size_t left = 1 + mutator.below(4); left > 0; --left)
    mutator.change(document);
  return document.dump(1, ' ', false, Json::error_handler_t::replace);
}

std::string mutate_bytes(std::string text, unsigned seed) {
  std::mt19937 random(seed);
  const auto below = [&](std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
  };
  for (std::size_t left = 1 + below(4); left > 0; --left) {
    const std::size_t at = below(text.size() + 1);
    const std::size_t length = std::min(text.size() - at, 1 + below(20));
    switch (below(5)) {
    case 0: text.erase(at, length); break;
    case 1: text.insert(below(text.size() + 1), text.substr(at, length)); break;
    case 2: text.insert(at, 1, static_cast<char>(below(256))); break;
    case 3: text.insert(at, 1, R"("{}[],:;=*/#\.-+eE09 )"[below(21)]); break;
    default:
      if (at < text.size())
        text[at] = static_cast<char>(below(256));
    }
  }
  return text;
}

} // namespace deploy_plan::fuzz
