// Bytes to a descriptor, all of them.
#include "catch.hpp"
#include "system/write_all.hpp"
#include <cerrno>
#include <fcntl.h>
#include <string>
#include <thread>
#include <unistd.h>

using deploy_plan::system::write_all;

TEST_CASE("more bytes than a pipe holds are all written") {
  int ends[2];
  REQUIRE(pipe(ends) == 0);
  const std::string bytes(300000, 'x');
  std::string read_back;
  std::thread reader([&] {
    char piece[4096];
    for (ssize_t got = 0; (got = read(ends[0], piece, sizeof piece)) > 0;)
      read_back.append(piece, static_cast<std::size_t>(got));
  });
  CHECK(write_all(ends[1], bytes));
  close(ends[1]);
  reader.join();
  close(ends[0]);
  CHECK(read_back == bytes);
}

TEST_CASE("what takes nothing more says why") {
  const int full = open("/dev/full", O_WRONLY);
  CHECK(write_all(full, ""));
  CHECK_FALSE(write_all(full, "x"));
  CHECK(errno == ENOSPC);
  close(full);
}
