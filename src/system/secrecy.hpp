// What a process that holds secrets leaves behind.
#pragma once

namespace deploy_plan::system {

/// From here on no core of this process is written, and none but its owner's superuser reads its memory.
void leave_no_core();

} // namespace deploy_plan::system
