#include "examples.hpp"

using namespace deploy_plan;
using namespace deploy_plan::test;

TEST_CASE("requirements are followed through others") {
  const auto with = [](const std::string& first, const std::string& second, const std::string& third) {
    return R"({"actions": [{"id": "webinars", )" + first + R"(}, {"id": "ambassadors", )" + second +
           R"(}, {"id": "letters", "lever": "relays", "objective": "discovered", )" + third + "}]}";
  };
  CHECK(raises(checked_with(with(R"("requires": ["ambassadors"])", R"("requires": ["letters"])",
                                 R"("excludes": ["webinars"])")),
               "requires-excluded"));
  CHECK(raises(checked_with(with(R"("requires": ["ambassadors"])", R"("requires": ["letters"])",
                                 R"("requires": ["webinars"])")),
               "requires-cycle"));
  CHECK_FALSE(raises(
      checked_with(with(R"("requires": ["letters"])", R"("requires": ["letters"])", R"("status": "idea")")),
      "requires-cycle"));
}
