#include "deploy_plan/libraries.hpp"
#include "analysis/solver/cbc.hpp"

namespace deploy_plan {

std::optional<Text> missing_for_plans() {
  if (analysis::is_cbc_there())
    return std::nullopt;
  return Text{"plans need CBC, which is not installed: apt install coinor-libcbc3",
              "les plans demandent CBC, qui n'est pas installé : apt install coinor-libcbc3"};
}

} // namespace deploy_plan
