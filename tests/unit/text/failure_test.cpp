#include "catch.hpp"
#include "text/failure.hpp"
#include <new>
#include <stdexcept>

using namespace deploy_plan;

TEST_CASE("what work throws is said, and the work after it is done") {
  bool done = false;
  CHECK_FALSE(text::failure_of([&] { done = true; }));
  CHECK(done);
  CHECK(text::failure_of([] { throw std::bad_alloc(); })->in(Language::french) ==
        "il n'y a pas assez de mémoire");
  CHECK(text::failure_of([] { throw std::out_of_range("oh"); })->in(Language::english) ==
        "this should not happen: oh");
}
