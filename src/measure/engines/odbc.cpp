#include "measure/engine.hpp"

namespace deploy_plan::measuring {

const Engine odbc_engine{
    "odbc",
    "libodbc2",
    {},
    [](const Address&, const Limits&) -> tl::expected<std::unique_ptr<Connection>, Failure> {
      return tl::unexpected(Failure{Trouble::no_library, "libodbc2"});
    }};

} // namespace deploy_plan::measuring
