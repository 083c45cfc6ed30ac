// Where words lead that name an address: what a file says is words, unless it is known to be nothing else.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace deploy_plan::report {

/// Where a link of these words leads: to a page of the web, a letter to an address; empty where they are
/// neither.
[[nodiscard]] std::string address_of(std::string_view words);
/// The same, or a table or its schema that stands beside.
[[nodiscard]] std::string target_of(std::string_view words);

/// What was said, with what `link` makes of each address that stands in it as `shown` writes it.
template <class Shown, class Link>
std::string linked(std::string said, const std::vector<std::string>& addresses, Shown shown, Link link) {
  std::size_t after = 0;
  for (const std::string& address : addresses) {
    const std::string words = shown(address), whole = link(address);
    const std::size_t at = whole.empty() ? std::string::npos : said.find(words, after);
    if (at == std::string::npos)
      continue;
    said.replace(at, words.size(), whole);
    after = at + whole.size();
  }
  return said;
}

} // namespace deploy_plan::report
