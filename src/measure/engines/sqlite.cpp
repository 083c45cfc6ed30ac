#include "measure/engine.hpp"

namespace deploy_plan::measuring {

const Engine sqlite_engine{
    "sqlite",
    "libsqlite3-0",
    {},
    [](const Address&, const Limits&) -> tl::expected<std::unique_ptr<Connection>, Failure> {
      return tl::unexpected(Failure{Trouble::no_library, "libsqlite3-0"});
    }};

} // namespace deploy_plan::measuring
