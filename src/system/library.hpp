// Libraries that are opened when they are needed: loading them at every start would cost more than most
// commands take.
#pragma once
#include <dlfcn.h>

namespace deploy_plan::system {

template <class Function>
bool find_function(void* library, const char* name, Function& into) {
  into = reinterpret_cast<Function>(dlsym(library, name));
  return into != nullptr;
}

} // namespace deploy_plan::system
