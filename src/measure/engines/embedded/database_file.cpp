#include "measure/engines/embedded/database_file.hpp"
#include <algorithm>
#include <filesystem>

namespace deploy_plan::measuring {
namespace {
namespace fs = std::filesystem;

bool stays_beside(const fs::path& target) {
  return target.is_relative() && std::find(target.begin(), target.end(), "..") == target.end();
}
bool is_within(const fs::path& file, const fs::path& folder) {
  std::error_code error;
  const fs::path where = fs::canonical(folder, error), what = fs::canonical(file, error);
  return !error && std::mismatch(where.begin(), where.end(), what.begin(), what.end()).first == where.end();
}
} // namespace

tl::expected<std::string, Failure> database_file(const Address& address) {
  const fs::path target(address.target);
  std::error_code error;
  const fs::path file = fs::absolute(fs::path(address.folder) / target, error);
  const fs::file_status status = fs::status(file, error);
  if (target.empty() || !fs::exists(status))
    return tl::unexpected(Failure{Trouble::no_file, address.target});
  if (!fs::is_regular_file(status))
    return tl::unexpected(Failure{Trouble::no_database, "not a regular file"});
  if (stays_beside(target) && !is_within(file, address.folder.empty() ? "." : address.folder))
    return tl::unexpected(Failure{Trouble::outside, address.target});
  return file.string();
}

} // namespace deploy_plan::measuring
