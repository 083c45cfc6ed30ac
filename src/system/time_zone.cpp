#include "system/time_zone.hpp"
#include <cstdlib>
#include <ctime>
#include <filesystem>

namespace deploy_plan::system {
namespace {

/// The process's time zone for as long as it lives: C's library has no other way to ask for one.
class InZone {
public:
  explicit InZone(const std::string& zone) {
    if (const char* const before = std::getenv("TZ"))
      before_ = before;
    setenv("TZ", (":" + zone).c_str(), 1);
    tzset();
  }
  InZone(const InZone&) = delete;
  InZone& operator=(const InZone&) = delete;
  ~InZone() {
    if (before_)
      setenv("TZ", before_->c_str(), 1);
    else
      unsetenv("TZ");
    tzset();
  }

private:
  std::optional<std::string> before_;
};

/// A name, and not a way out of the database's folder.
bool is_known(const std::string& zone) {
  constexpr const char* letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-/";
  std::error_code error;
  return !zone.empty() && zone.front() != '/' && zone.find_first_not_of(letters) == std::string::npos &&
         std::filesystem::is_regular_file("/usr/share/zoneinfo/" + zone, error);
}
} // namespace

std::optional<std::chrono::sys_days> day_in(const std::string& zone, std::chrono::sys_seconds moment) {
  if (!is_known(zone))
    return std::nullopt;
  const InZone there(zone);
  const std::time_t seconds = moment.time_since_epoch().count();
  std::tm parts{};
  if (localtime_r(&seconds, &parts) == nullptr)
    return std::nullopt;
  return std::chrono::sys_days(std::chrono::year(parts.tm_year + 1900) /
                               std::chrono::month(static_cast<unsigned>(parts.tm_mon) + 1) /
                               std::chrono::day(static_cast<unsigned>(parts.tm_mday)));
}

} // namespace deploy_plan::system
