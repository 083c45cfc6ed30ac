#include "report/views/gap/gap_json.hpp"
#include "answers/answers.hpp"
#include "answers/json.hpp"
#include "report/document/cells.hpp"
#include "report/json_values.hpp"

namespace deploy_plan::report {

using Json = nlohmann::ordered_json;

std::string_view status_key(GoalStatus status) { return name_of(status).en; }

Json gap_json(const Gap& gap) { return Json::parse(answers::as_json(gap)); }

} // namespace deploy_plan::report
