// Asking a source: in a process of its own, one answer after the other.
#pragma once
#include "measure/engine.hpp"
#include "measure/packed.hpp"
#include "measure/sources/sources.hpp"

namespace deploy_plan::measuring {

struct Question {
  Statement statement;
  Bound bound;
  std::string time_zone;
  std::size_t query = 0; ///< that it is of: those of one stand together, and where one fails, the query does
};

/// What a source said: of the connection, then to each question, in their order.
struct Asked {
  Reached reached = tl::unexpected(Failure{Trouble::died});
  std::vector<Answered> answers;
};

/// Asks all, each query as if it were alone: one that ends the process, or that never ends, takes none of the
/// others with it, and what is left of a query that failed is not asked. `answered` is told after each. No
/// text holds a secret of the source.
[[nodiscard]] Asked ask(const Found& source, std::span<const Question> questions, const Limits& limits,
                        const std::function<void()>& answered);

} // namespace deploy_plan::measuring
