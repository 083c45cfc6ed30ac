#include "report/document/markup.hpp"
#include "text/terminal.hpp"

namespace deploy_plan::report {

std::string escaped_markup(std::string_view words) {
  std::string result;
  for (const char c : text::visible(words))
    switch (c) {
    case '<': result += "&lt;"; break;
    case '>': result += "&gt;"; break;
    case '&': result += "&amp;"; break;
    case '"': result += "&quot;"; break;
    default: result += c;
    }
  return result;
}

} // namespace deploy_plan::report
