#include "measure/example_database.hpp"
#include "system/library.hpp"
#include "text/failure.hpp"
#include <cerrno>
#include <dlfcn.h>
#include <fcntl.h>
#include <unistd.h>

namespace deploy_plan::measuring {
namespace {

struct sqlite3; // its own, of which nothing is known here

/// What is used of SQLite's C interface.
struct Writer {
  int (*open)(const char*, sqlite3**, int, const char*) = nullptr;
  int (*close)(sqlite3*) = nullptr;
  int (*run)(sqlite3*, const char*, int (*)(void*, int, char**, char**), void*, char**) = nullptr;
  const char* (*message)(sqlite3*) = nullptr;

  bool load() {
    void* const library = dlopen("libsqlite3.so.0", RTLD_NOW | RTLD_LOCAL);
    return library != nullptr && system::find_function(library, "sqlite3_open_v2", open) &&
           system::find_function(library, "sqlite3_close", close) &&
           system::find_function(library, "sqlite3_exec", run) &&
           system::find_function(library, "sqlite3_errmsg", message);
  }
};

constexpr int reads_and_writes = 2; // SQLITE_OPEN_READWRITE: the file is there, and ours

std::optional<Phrase> fill(const Writer& sqlite, const std::string& path, const std::string& script) {
  sqlite3* database = nullptr;
  const bool is_open = sqlite.open(path.c_str(), &database, reads_and_writes, nullptr) == 0;
  std::optional<Phrase> failure;
  if (!is_open || sqlite.run(database, script.c_str(), nullptr, nullptr, nullptr) != 0)
    failure =
        Phrase{{"{0} could not be made: SQLite says “{1}”", "{0} n'a pu être créé : SQLite dit « {1} »"},
               {path, std::string(sqlite.message(database))}};
  sqlite.close(database);
  return failure;
}
} // namespace

std::optional<Phrase> make_database(const std::string& path, const std::string& script) {
  Writer sqlite;
  if (!sqlite.load())
    return Phrase{{"SQLite's library is not there: install the package {0}",
                   "la bibliothèque de SQLite n'est pas là : installez le paquet {0}"},
                  {std::string("libsqlite3-0")}};
  // Whoever makes the file owns it: one that stands there is never opened.
  const int made = open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
  if (made < 0)
    return Phrase{
        {"{0} could not be made: {1}", "{0} n'a pu être créé : {1}"},
        {path, errno == EEXIST ? Text{"it exists already", "il existe déjà"} : text::failure(errno)}};
  close(made);
  auto failure = fill(sqlite, path, script);
  if (failure)
    unlink(path.c_str());
  return failure;
}

} // namespace deploy_plan::measuring
