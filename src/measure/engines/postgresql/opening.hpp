// A connection to PostgreSQL, opened without waiting for longer than there is time.
#pragma once
#include "measure/engine.hpp"
#include "measure/engines/postgresql/library.hpp"

namespace deploy_plan::measuring::postgresql {

using Moment = std::chrono::steady_clock::time_point;
using Handle = std::unique_ptr<Libpq::Connection, void (*)(Libpq::Connection*)>;

/// Whether something can be read or written (POLLIN, POLLOUT) before it is too late.
[[nodiscard]] bool wait(int socket, short events, Moment until);

/// Of what connection_text gives. Nothing is printed, and nobody is asked for a password.
[[nodiscard]] tl::expected<Handle, Failure> open(const Libpq& libpq, const std::string& text, Moment until);

} // namespace deploy_plan::measuring::postgresql
