#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

namespace {

CheckedFile with(const std::string& status, const std::string& test) {
  return checked_with(R"({"actions": [{"id": "webinars", "status": ")" + status +
                      R"(", "test": {"protocol": "pilot", )" + test + "}}]}");
}
} // namespace

TEST_CASE("what its test says to drop is not spread, and what it does not adopt yet neither") {
  const std::string poor = R"("planned_size": 200, "exposed": 400, "converted": 12, "threshold": 0.2)";
  CHECK(raises(with("scaling", poor), "active-though-dropped"));
  CHECK_FALSE(raises(with("stopped", poor), "active-though-dropped"));
  const std::string early = R"("planned_size": 400, "exposed": 120, "converted": 26, "threshold": 0.2)";
  CHECK(raises(with("scaling", early), "spread-before-adopted"));
  CHECK_FALSE(raises(with("testing", early), "spread-before-adopted"));
  const std::string good = R"("planned_size": 400, "exposed": 400, "converted": 130, "threshold": 0.2)";
  CHECK_FALSE(raises(with("scaling", good), "spread-before-adopted"));
}

TEST_CASE("as many may convert as are exposed, and no more") {
  CHECK_FALSE(raises(with("testing", R"("exposed": 10, "converted": 10, "threshold": 0.2)"),
                     "converted-beyond-exposed"));
  CHECK(raises(with("testing", R"("exposed": 10, "converted": 11, "threshold": 0.2)"),
               "converted-beyond-exposed"));
}
