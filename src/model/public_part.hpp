// What of a strategy may be told to anyone.
#pragma once
#include "deploy_plan/strategy.hpp"
#include "model/public_words.hpp"

namespace deploy_plan::model {

/// A field of the file that is left out, with how often.
struct WithheldField {
  Text record, field; ///< as they are called
  Withheld why{};
  std::int64_t times = 0;
};

struct PublicPart {
  Strategy strategy;
  std::vector<WithheldField> withheld; ///< in the order of the file
};

/// The strategy without the fields that its description does not say are public. Words of those that are,
/// where they hold what is not for everyone, are replaced by "[…1]", alike where they are alike: what refers
/// to another by its id still does. `others` are people who are not to be named either, as of other versions.
[[nodiscard]] PublicPart public_part(Strategy strategy, std::vector<std::string> others = {});

/// Those who are named in the file: in full, and the team by each word of their names too.
[[nodiscard]] std::vector<std::string> people_of(const Strategy& strategy);

} // namespace deploy_plan::model
