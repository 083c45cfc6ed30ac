// Lists in words: "one, two, three".
#pragma once
#include "deploy_plan/text.hpp"

namespace deploy_plan::text {

inline void add_to_list(Words& all, const Words& one) {
  all.en += (all.en.empty() ? "" : ", ") + one.en;
  all.fr += (all.fr.empty() ? "" : ", ") + one.fr;
}

} // namespace deploy_plan::text
