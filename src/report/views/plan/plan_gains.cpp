#include "report/views/plan/plan_gains.hpp"
#include "report/document/cells.hpp"
#include "report/views/outlook/outlook_words.hpp"

namespace deploy_plan::report {
namespace {

/// With its interval, where it has one.
Phrase gain(const ObjectiveGain& one) {
  Phrase said{{"{0}, by these actions alone: {1} more", "{0}, par ces seules actions : {1} de plus"},
              {one.name, figure_of(one.gain, one.is_rate)}};
  if (one.low && one.high)
    said = {{"{0} (90% sure: {1} to {2})", "{0} (sûr à 90 % : {1} à {2})"},
            {said.words(), figure_of(*one.low, one.is_rate), figure_of(*one.high, one.is_rate)}};
  if (const auto closed = one.closed())
    said = {{"{0}, of {1} still to do ({2})", "{0}, sur {1} qui restent à faire ({2})"},
            {said.words(), figure_of(*one.needed, one.is_rate), Share{*closed}}};
  return {{"{0}.", "{0}."}, {said.words()}};
}

Phrase organic(const ObjectiveGain& one, const Phrase& futures) {
  if (!one.organic)
    return futures;
  return {{"{0} What comes by itself by then: about {1}.",
           "{0} Ce qui vient de soi-même d'ici là : environ {1}."},
          {futures.words(), figure_of(*one.organic, one.is_rate)}};
}
} // namespace

void add_gain(const ObjectiveGain& one, std::vector<Block>& blocks) {
  const auto events = assumed_events_words(one.assumed_events);
  blocks.emplace_back(Paragraph{gain(one)});
  if (one.outlook && one.as_committed && one.as_committed->probability)
    blocks.emplace_back(Paragraph{organic(one, futures_line(*one.as_committed, one.outlook)),
                                  outlook_tone(*one.as_committed)}); // as wherever the two are told
  else if (one.outlook)
    blocks.emplace_back(Paragraph{{{"Outlook: {0}.", "Perspective : {0}."}, {outlook_words(*one.outlook)}}});
  if (events)
    blocks.emplace_back(Paragraph{*events});
}

} // namespace deploy_plan::report
