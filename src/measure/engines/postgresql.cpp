#include "measure/engine.hpp"

namespace deploy_plan::measuring {

const Engine postgresql_engine{
    "postgresql",
    "libpq5",
    {},
    [](const Address&, const Limits&) -> tl::expected<std::unique_ptr<Connection>, Failure> {
      return tl::unexpected(Failure{Trouble::no_library, "libpq5"});
    }};

} // namespace deploy_plan::measuring
