#include "check/check_files.hpp"
#include "examples.hpp"
#include <new>
#include <stdexcept>

using namespace deploy_plan;
using namespace deploy_plan::test;

TEST_CASE("a file at which the program itself fails is one finding of that file") {
  const auto failed =
      rules::check_safely("s.json", []() -> rules::CheckedPath { throw std::logic_error("oh"); });
  CHECK(rules_of(failed.file) == std::vector<std::string>{"unreadable"});
  CHECK_FALSE(failed.file.readable);
  CHECK(failed.file.findings.front().message.in(Language::french) ==
        "impossible de vérifier s.json\u00a0: ceci ne devrait pas arriver\u00a0: oh");
  const auto full = rules::check_safely("s.json", []() -> rules::CheckedPath { throw std::bad_alloc(); });
  CHECK(full.file.findings.front().message.in(Language::english) ==
        "cannot check s.json: there is not enough memory");
}
