#include "analysis/solver/optimiser.hpp"
#include "analysis/solver/library.hpp"
#include <cmath>
#include <exception>
#include <memory>

namespace deploy_plan::analysis {
namespace {

/// NLopt's C interface (nlopt.h of NLopt 2.7), as far as it is used.
struct Nlopt {
  using Function = double (*)(unsigned, const double*, double*, void*);
  void* (*create)(int algorithm, unsigned parameters);
  void (*destroy)(void*);
  int (*set_minimum)(void*, Function, void*);
  int (*set_low)(void*, const double*);
  int (*set_high)(void*, const double*);
  int (*set_relative_step)(void*, double);
  int (*set_most_calls)(void*, int);
  int (*optimise)(void*, double*, double*);
  int (*stop)(void*);
};

const Nlopt* open_nlopt() {
  static const std::unique_ptr<const Nlopt> opened = []() -> std::unique_ptr<const Nlopt> {
    void* const library = dlopen("libnlopt.so.0", RTLD_NOW | RTLD_LOCAL);
    auto nlopt = std::make_unique<Nlopt>();
    if (library == nullptr)
      return nullptr;
    const bool whole = find_function(library, "nlopt_create", nlopt->create) &&
                       find_function(library, "nlopt_destroy", nlopt->destroy) &&
                       find_function(library, "nlopt_set_min_objective", nlopt->set_minimum) &&
                       find_function(library, "nlopt_set_lower_bounds", nlopt->set_low) &&
                       find_function(library, "nlopt_set_upper_bounds", nlopt->set_high) &&
                       find_function(library, "nlopt_set_xtol_rel", nlopt->set_relative_step) &&
                       find_function(library, "nlopt_set_maxeval", nlopt->set_most_calls) &&
                       find_function(library, "nlopt_optimize", nlopt->optimise) &&
                       find_function(library, "nlopt_force_stop", nlopt->stop);
    return whole ? std::move(nlopt) : nullptr;
  }();
  return opened.get();
}

constexpr int bobyqa = 34; ///< NLOPT_LN_BOBYQA

using Function = std::function<double(const std::vector<double>&)>;

/// A descent and what it looks for. What the function throws must not pass through NLopt, which is C: it ends
/// the descent and is thrown to whoever began it.
struct Descent {
  const Nlopt& nlopt;
  void* handle;
  const Function& function;
  std::exception_ptr failure;
};

double call(unsigned count, const double* place, double*, void* data) {
  constexpr double very_far = 1e300;
  Descent& descent = *static_cast<Descent*>(data);
  try {
    const double value = descent.function(std::vector<double>(place, place + count));
    return std::isfinite(value) ? value : very_far;
  } catch (...) {
    descent.failure = std::current_exception();
    descent.nlopt.stop(descent.handle);
    return very_far;
  }
}
} // namespace

bool is_nlopt_there() { return open_nlopt() != nullptr; }

std::optional<std::vector<double>> minimise(const Function& function, const std::vector<double>& start,
                                            const std::vector<double>& low, const std::vector<double>& high) {
  const Nlopt* const nlopt = open_nlopt();
  if (nlopt == nullptr)
    return std::nullopt;
  const std::unique_ptr<void, void (*)(void*)> handle(
      nlopt->create(bobyqa, static_cast<unsigned>(start.size())), nlopt->destroy);
  if (!handle)
    return std::nullopt;
  Descent descent{*nlopt, handle.get(), function, nullptr};
  nlopt->set_minimum(handle.get(), call, &descent);
  nlopt->set_low(handle.get(), low.data());
  nlopt->set_high(handle.get(), high.data());
  nlopt->set_relative_step(handle.get(), 1e-10);
  nlopt->set_most_calls(handle.get(), 2000);
  std::vector<double> place = start;
  double least = 0;
  bool found = false;
  for (int pass = 0; pass < 2; ++pass) {
    std::vector<double> next = place;
    const int status = nlopt->optimise(handle.get(), next.data(), &least);
    if (descent.failure)
      std::rethrow_exception(descent.failure);
    // Beyond success (> 0), roundoff that limits the last digits (-4) leaves a sound place.
    if (status <= 0 && status != -4)
      break;
    place = next;
    found = true;
  }
  return found ? std::optional(place) : std::nullopt;
}

} // namespace deploy_plan::analysis
