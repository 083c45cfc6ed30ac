#include "measure/engines/postgresql/opening.hpp"
#include "measure/engines/postgresql/words.hpp"
#include <algorithm>
#include <cerrno>
#include <clocale>
#include <poll.h>
#include <sys/socket.h>

namespace deploy_plan::measuring::postgresql {
namespace {

/// libpq's own words as they are written, untranslated, while this lives: some are told apart by them.
class PlainWords {
public:
  PlainWords() : plain_(newlocale(LC_ALL_MASK, "C", nullptr)), before_(uselocale(plain_)) {}
  PlainWords(const PlainWords&) = delete;
  PlainWords& operator=(const PlainWords&) = delete;
  ~PlainWords() {
    uselocale(before_);
    freelocale(plain_);
  }

private:
  locale_t plain_, before_;
};

bool was_closed(int socket) {
  char byte = 0;
  const ssize_t size = recv(socket, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
  return size == 0 || (size < 0 && errno == ECONNRESET);
}

/// libpq tells a text and no code: `stage` is how far it had come, `is_closed` that nothing was said any
/// more.
Failure connection_failure(int stage, bool is_closed, const std::string& words) {
  const bool is_begun = stage > 2; // CONNECTION_STARTED
  const bool is_tls = stage == Libpq::ssl_startup || stage == Libpq::gss_startup ||
                      words.find("SSL error") != std::string::npos;
  const Trouble trouble = is_closed || !is_begun ? Trouble::no_host
                          : is_tls               ? Trouble::no_trust
                                                 : Trouble::refused;
  return {trouble, short_words(words)};
}

/// What fails before anything is waited for: a name that leads nowhere, or an address that cannot be read.
Failure beginning_failure(const std::string& words) {
  for (const char* const begins : {"connection to server", "could not connect", "could not translate"})
    if (words.starts_with(begins))
      return {Trouble::no_host, short_words(words)};
  return {Trouble::unsound_source, without_quotes(short_words(words))};
}
} // namespace

/// Whether something can be read or written before it is too late.
bool wait(int socket, short events, Moment until) {
  while (true) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
    pollfd one{socket, events, 0};
    const int ready = ::poll(&one, 1, static_cast<int>(std::clamp<std::int64_t>(left.count(), 0, 3600000)));
    if (ready > 0 || (ready < 0 && errno != EINTR))
      return true; // what is wrong, libpq finds out
    if (ready == 0 && std::chrono::steady_clock::now() >= until)
      return false;
  }
}

tl::expected<Handle, Failure> open(const Libpq& libpq, const std::string& text, Moment until) {
  const PlainWords plain;
  // What comes later holds: the name gives way to one in the text.
  const char* const keywords[] = {"fallback_application_name", "dbname", "client_encoding", nullptr};
  const char* const values[] = {"deploy-plan", text.c_str(), "UTF8", nullptr};
  Handle connection(libpq.start(keywords, values, 1), libpq.finish);
  if (connection == nullptr)
    return tl::unexpected(Failure{Trouble::too_large});
  libpq.set_notice_receiver(
      connection.get(), [](void*, const Libpq::Result*) {}, nullptr);
  if (libpq.status(connection.get()) == Libpq::bad)
    return tl::unexpected(beginning_failure(libpq.connection_error(connection.get())));
  for (int wanted = Libpq::writing; wanted != Libpq::done;) {
    const int socket = libpq.socket(connection.get());
    if (!wait(socket, wanted == Libpq::reading ? POLLIN : POLLOUT, until))
      return tl::unexpected(Failure{Trouble::too_long_to_connect});
    const bool is_closed = wanted == Libpq::reading && was_closed(socket);
    const int stage = libpq.status(connection.get());
    wanted = libpq.poll(connection.get());
    if (wanted == Libpq::failed)
      return tl::unexpected(connection_failure(stage, is_closed, libpq.connection_error(connection.get())));
  }
  libpq.set_nonblocking(connection.get(), 1);
  return connection;
}

} // namespace deploy_plan::measuring::postgresql
