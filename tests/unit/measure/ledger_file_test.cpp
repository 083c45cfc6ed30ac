#include "catch.hpp"
#include "folder.hpp"
#include "measure/ledger/ledger.hpp"
#include "processes.hpp"
#include <random>
#include <sys/resource.h>
#include <sys/stat.h>

namespace of_ledger_file {

using namespace deploy_plan;
using namespace deploy_plan::measuring;
using test::Folder;

namespace {

constexpr std::string_view old_text = "date,metric,segment,value,seen\n2026-01-31,accounts,,40,2026-02-02\n";
const std::string new_text = std::string(old_text) + "2026-02-28,accounts,,52,2026-03-02\n";

std::string strategy_in(const Folder& folder) { return (folder.path / "strategy.json").string(); }

std::string text_of(const std::filesystem::path& path) {
  std::ostringstream words;
  words << std::ifstream(path, std::ios::binary).rdbuf();
  return words.str();
}

/// What stands in a folder beside the ledger.
std::vector<std::string> beside(const Folder& folder) {
  std::vector<std::string> names;
  for (const auto& one : std::filesystem::directory_iterator(folder.path))
    if (one.path().filename() != "ledger.csv")
      names.push_back(one.path().filename().string());
  return names;
}

/// Locks, reads, adds a row a day of a metric, and writes; 0 where all of that succeeded.
int add_row(const Folder& folder, const std::string& metric, int day, double value = 1) {
  LedgerFile ledger(strategy_in(folder), "ledger.csv", false);
  if (!ledger.lock())
    return 1;
  const auto text = ledger.read();
  const Date date = Date{std::chrono::year{2026} / 1 / 1} + std::chrono::days{day};
  const Entry entry{metric, {{date, "", value}}, date, date};
  const auto all = text ? changed("ledger.csv", *text, std::span(&entry, 1), date) : tl::unexpected(Phrase{});
  return all && ledger.write(all->text) ? 0 : 1;
}

std::string said(const tl::expected<void, Phrase>& result) {
  return result ? "" : result.error().in(Language::english);
}
std::string said(const tl::expected<std::string, Phrase>& result) {
  return result ? "" : result.error().in(Language::english);
}
} // namespace

TEST_CASE("a ledger is read and written whole, with its owner's permissions") {
  const Folder folder;
  LedgerFile ledger(strategy_in(folder), "ledger.csv", false);
  REQUIRE(ledger.lock());
  CHECK(ledger.read().value() == "");
  REQUIRE(ledger.write(old_text));
  CHECK(ledger.read().value() == old_text);
  chmod((folder.path / "ledger.csv").c_str(), 0640);
  REQUIRE(ledger.write(new_text));
  CHECK(text_of(folder.path / "ledger.csv") == new_text);
  struct stat about {};
  REQUIRE(stat((folder.path / "ledger.csv").c_str(), &about) == 0);
  CHECK((about.st_mode & 0777) == 0640);
  CHECK(beside(folder).empty());
}

TEST_CASE("killed whenever it enters or leaves the system, a ledger is the old one or the new one") {
  const Folder folder;
  bool is_new = false;
  for (std::size_t n = 1;; ++n) {
    CAPTURE(n);
    REQUIRE(n < 2000);
    folder.write("ledger.csv", old_text);
    const auto killed = test::killed_at(n, [&] {
      LedgerFile ledger(strategy_in(folder), "ledger.csv", false);
      return ledger.lock() && ledger.read() && ledger.write(new_text) ? 0 : 1;
    });
    if (killed == test::Killed::cannot_trace) {
      WARN("processes cannot be traced here");
      return;
    }
    const std::string text = text_of(folder.path / "ledger.csv");
    CHECK((text == old_text || text == new_text));
    CHECK(beside(folder).size() <= 1); // hidden, and no more however often it is killed
    is_new |= text == new_text;
    if (killed == test::Killed::ended_before)
      break;
  }
  CHECK(is_new);
  CHECK(beside(folder).empty()); // who was not killed left nothing of the others
}

TEST_CASE("killed two hundred times at any moment, a ledger has every row up to some day") {
  const Folder folder;
  const std::string path = (folder.path / "ledger.csv").string();
  std::mt19937 random(21);
  int days = 0;
  std::string before;
  for (int round = 0; round < 200; ++round) {
    const pid_t child = test::begun([&] {
      for (int day = days;; ++day)
        if (add_row(folder, "accounts", day) != 0)
          return 1;
    });
    usleep(static_cast<useconds_t>(random() % 4000));
    kill(child, SIGKILL);
    CHECK(test::ended(child) == -1);
    const std::string text = text_of(path);
    CHECK(text.starts_with(before));
    CHECK((text.empty() || text.ends_with('\n')));
    days = static_cast<int>(std::count(text.begin(), text.end(), '\n')) - (text.empty() ? 0 : 1);
    for (int day = 0; day < days; ++day) // rows follow one another day by day: none is lost
      if (const auto row = iso(Date{std::chrono::year{2026} / 1 / 1} + std::chrono::days{day}) + ",accounts";
          text.find("\n" + row) == std::string::npos)
        FAIL("lost: " << row);
    before = text;
  }
  CHECK(add_row(folder, "accounts", days) == 0);
  CHECK(beside(folder).empty());
}

TEST_CASE("two that measure at once lose no row") {
  const Folder folder;
  for (int round = 0; round < 100; ++round) {
    const pid_t one = test::begun([&] { return add_row(folder, "one", round); });
    const pid_t other = test::begun([&] { return add_row(folder, "other", round); });
    REQUIRE(test::ended(one) == 0);
    REQUIRE(test::ended(other) == 0);
  }
  const std::string text = text_of(folder.path / "ledger.csv");
  CHECK(std::count(text.begin(), text.end(), '\n') == 201);
  CHECK(beside(folder).empty());
}

TEST_CASE(
    "who waits too long for another is told, and two ledgers of one folder do not wait for each other") {
  const Folder folder;
  LedgerFile ledger(strategy_in(folder), "ledger.csv", false);
  LedgerFile other(strategy_in(folder), "other.csv", false);
  REQUIRE(ledger.lock());
  REQUIRE(other.lock());
  const int status = test::ended(test::begun([&] {
    execlp("flock", "flock", "-n", folder.path.c_str(), "true", nullptr);
    return 127;
  }));
  CHECK((status == 1 || status == 127)); // 127: there is no such program here
  const Folder held;
  int ready[2], done[2];
  REQUIRE((pipe(ready) == 0 && pipe(done) == 0));
  const pid_t holder = test::begun([&] {
    LedgerFile mine(strategy_in(held), "ledger.csv", false);
    char byte = mine.lock() ? '1' : '0';
    const bool told = write(ready[1], &byte, 1) == 1 && read(done[0], &byte, 1) == 1;
    return told ? 0 : 1;
  });
  char byte = 0;
  REQUIRE(read(ready[0], &byte, 1) == 1);
  LedgerFile waits(strategy_in(held), "ledger.csv", false);
  CHECK(said(waits.lock(std::chrono::milliseconds{20})) ==
        "cannot write ledger.csv: another program has kept its folder locked");
  REQUIRE(write(done[1], &byte, 1) == 1);
  CHECK(test::ended(holder) == 0);
  CHECK(waits.lock());
  for (const int end : {ready[0], ready[1], done[0], done[1]})
    close(end);
}

TEST_CASE("a full disk is told, and the old ledger stands") {
  const Folder folder;
  folder.write("ledger.csv", old_text);
  for (const std::size_t most : {std::size_t{0}, std::size_t{1}, new_text.size() - 1}) {
    CAPTURE(most);
    const int status = test::ended(test::begun([&] {
      std::signal(SIGXFSZ, SIG_IGN);
      const rlimit limit{most, most};
      setrlimit(RLIMIT_FSIZE, &limit);
      LedgerFile ledger(strategy_in(folder), "ledger.csv", false);
      return said(ledger.write(new_text)) ==
                     "cannot write ledger.csv: it would be larger than the system allows"
                 ? 0
                 : 1;
    }));
    CHECK(status == 0);
    CHECK(text_of(folder.path / "ledger.csv") == old_text);
    CHECK(beside(folder).empty());
  }
}

TEST_CASE("a folder or a ledger that may not be written is told, to whoever is not root too") {
  const Folder folder;
  folder.write("ledger.csv", old_text);
  chmod((folder.path / "ledger.csv").c_str(), 0666);
  chmod(folder.path.c_str(), 0555);
  const int status = test::ended(test::begun([&] {
    constexpr uid_t nobody = 65534;
    if (geteuid() == 0 && (setgid(nobody) != 0 || setuid(nobody) != 0))
      return 2;
    LedgerFile ledger(strategy_in(folder), "ledger.csv", false);
    if (ledger.read().value() != old_text)
      return 3;
    return said(ledger.write(new_text)) == "cannot write ledger.csv: permission is denied" ? 0 : 1;
  }));
  CHECK(status == 0);
  chmod(folder.path.c_str(), 0755);
  chmod((folder.path / "ledger.csv").c_str(), 0444);
  LedgerFile ledger(strategy_in(folder), "ledger.csv", false);
  CHECK(said(ledger.write(new_text)) == "cannot write ledger.csv: it is read-only");
  CHECK(text_of(folder.path / "ledger.csv") == old_text);
  CHECK(beside(folder).empty());
}

TEST_CASE("what is no file of the strategy's folder is neither read nor written") {
  const Folder folder, elsewhere;
  elsewhere.write("ledger.csv", old_text);
  namespace fs = std::filesystem;
  fs::create_directories(folder.path / "a folder.csv");
  fs::create_symlink(elsewhere.path / "ledger.csv", folder.path / "leads out.csv");
  fs::create_symlink("nothing.csv", folder.path / "leads nowhere.csv");
  fs::create_symlink("round.csv", folder.path / "round.csv");
  REQUIRE(mkfifo((folder.path / "a pipe.csv").c_str(), 0600) == 0);
  const std::pair<std::string, std::string> refused[] = {
      {"a folder.csv", "it is not a regular file"},
      {"a pipe.csv", "it is not a regular file"},
      {"leads out.csv", "it lies outside the strategy's folder"},
      {"leads nowhere.csv", "it is a link to nothing"},
      {"round.csv", "its links go round in a circle"},
      {(elsewhere.path / "ledger.csv").string(), "it lies outside the strategy's folder"},
      {"../ledger.csv", "it lies outside the strategy's folder"},
      {"no folder/ledger.csv", "its folder does not exist"},
      {"", "it has no name"},
      {"..", "it lies outside the strategy's folder"},
      {std::string("a\0b", 3), "it has no name"}};
  for (const auto& [name, why] : refused) {
    CAPTURE(name);
    LedgerFile ledger(strategy_in(folder), name, false);
    CHECK(said(ledger.read()) == "cannot read " + name + ": " + why);
    CHECK(said(ledger.write(new_text)) == "cannot write " + name + ": " + why);
  }
  CHECK(text_of(elsewhere.path / "ledger.csv") == old_text);
  LedgerFile allowed(strategy_in(folder), "leads out.csv", true);
  REQUIRE(allowed.lock());
  CHECK(allowed.write(new_text));
  CHECK(text_of(elsewhere.path / "ledger.csv") == new_text);
  CHECK(
      fs::is_symlink(folder.path / "leads out.csv")); // the file that it leads to is the one that is written
}

TEST_CASE("no file that programs obey is written, whatever a strategy calls its ledger") {
  const Folder folder;
  namespace fs = std::filesystem;
  fs::create_directories(folder.path / ".git" / "hooks");
  fs::create_symlink(".bash_profile", folder.path / "link.csv");
  folder.write(".bash_profile", "");
  const std::string no_csv = "its name does not end in .csv", dot = "a part of its path begins with a dot";
  const std::pair<std::string, std::string> refused[] = {
      {".bash_profile", no_csv}, {".git/hooks/post-commit", no_csv},
      {"d.db-journal", no_csv},  {".git/l.csv", dot},
      {"./.l.csv", dot},         {"link.csv", no_csv}};
  for (const auto& [name, why] : refused) {
    LedgerFile ledger(strategy_in(folder), name, false);
    CHECK(ledger.read());
    CHECK(said(ledger.lock()) == "cannot write " + name + ": " + why);
    CHECK(said(ledger.write(new_text)) == "cannot write " + name + ": " + why);
  }
  CHECK(text_of(folder.path / ".bash_profile").empty());
  LedgerFile allowed(strategy_in(folder), "./L.CSV", false);
  CHECK(allowed.write(new_text));
}

} // namespace of_ledger_file
