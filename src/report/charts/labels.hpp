// Words beside what they name: broken into lines, and moved apart until none lies on another.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace deploy_plan::report {

struct Box {
  double left = 0, top = 0, width = 0, height = 0;
  [[nodiscard]] bool meets(const Box& other) const {
    return left < other.left + other.width && other.left < left + width && top < other.top + other.height &&
           other.top < top + height;
  }
  [[nodiscard]] bool holds(const Box& other) const {
    return left <= other.left && other.left + other.width <= left + width && top <= other.top &&
           other.top + other.height <= top + height;
  }
};

/// Visible words in lines of at most so many columns; a longer word has a line of its own.
[[nodiscard]] std::vector<std::string> lines_of(std::string_view words, std::size_t columns);
/// The columns of the longest.
[[nodiscard]] std::size_t widest(const std::vector<std::string>& lines);

/// What is to stand about a height.
struct Wanted {
  double middle = 0, height = 0;
};
/// Tops in the order given, so that nothing overlaps and everything lies between `low` and `high`, as near to
/// where it was wanted as a single pass can; nothing where there is too little room.
[[nodiscard]] std::optional<std::vector<double>> spread(const std::vector<Wanted>& all, double low,
                                                        double high);

} // namespace deploy_plan::report
