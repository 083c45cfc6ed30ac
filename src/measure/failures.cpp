#include "measure/engine.hpp"

namespace deploy_plan::measuring {

Phrase said(const Failure& failure) { return {{"{0}", "{0}"}, {failure.words}}; }
Phrase remedy(const Failure&) { return {{"see the manual", "voir le manuel"}}; }

} // namespace deploy_plan::measuring
