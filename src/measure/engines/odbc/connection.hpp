// A database behind an ODBC driver, held to what `measure` promises.
#pragma once
#include "measure/engine.hpp"

namespace deploy_plan::measuring::odbc {

[[nodiscard]] tl::expected<std::unique_ptr<Connection>, Failure> connect(const Address& address,
                                                                         const Limits& limits);

} // namespace deploy_plan::measuring::odbc
