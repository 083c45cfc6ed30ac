#include "model/public_part.hpp"
#include "model/description.hpp"
#include <algorithm>
#include <map>

namespace deploy_plan::model {
std::vector<std::string> people_of(const Strategy& strategy) {
  constexpr std::size_t least = 3; // bytes: shorter words are initials, or words of the language
  std::vector<std::string> people;
  const auto add = [&](std::string_view name) {
    if (name.size() >= least)
      people.emplace_back(name);
  };
  for (const Member& member : strategy.team) {
    add(member.name);
    for (std::string_view rest = member.name; !rest.empty();) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      if (!(rest[0] >= 'a' && rest[0] <= 'z')) // "des" in "Bureau des cas" names nobody
        add(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  for (const Action& action : strategy.actions)
    add(action.owner);
  return people;
}

namespace {

class Withholder {
public:
  Withholder(const Strategy& strategy, std::vector<std::string> others) : people_(std::move(others)) {
    for (std::string& one : people_of(strategy))
      people_.push_back(std::move(one));
  }

  void record(const Record& described, void* at) {
    for (const Field& field : described.fields)
      if (!is_withheld(field.publicity))
        value({described, field}, *field.type, field.access(at));
      else if (field.clear(at) && field.publicity != Publicity::unnamed)
        note({described, field}, Withheld::not_public);
  }
  std::vector<WithheldField> all() { return std::move(withheld_); }

private:
  struct Named {
    const Record& record;
    const Field& field;
  };
  std::vector<std::string> people_;
  std::map<std::string, std::string> replaced_;
  std::vector<WithheldField> withheld_;

  void value(const Named& named, const Type& type, void* at) {
    switch (type.shape) {
    case Shape::record: return record(type.record(), at);
    case Shape::list:
    case Shape::optional: return type.each(at, [&](void* held) { value(named, *type.item, held); });
    case Shape::text:
    case Shape::verbatim: return words(named, *static_cast<std::string*>(at));
    default: return;
    }
  }

  void words(const Named& named, std::string& words) {
    const auto why = unfit_to_tell(words, people_);
    if (!why || (*why == Withheld::email && named.field.publicity == Publicity::address))
      return;
    note(named, *why);
    const auto [found, is_new] =
        replaced_.try_emplace(words, "[…" + std::to_string(replaced_.size() + 1) + "]");
    words = found->second;
  }

  void note(const Named& named, Withheld why) {
    const auto known = std::find_if(withheld_.begin(), withheld_.end(), [&](const WithheldField& one) {
      return one.record.en == named.record.name.en && one.field.en == named.field.name.en && one.why == why;
    });
    if (known != withheld_.end())
      ++known->times;
    else
      withheld_.push_back({named.record.name, named.field.name, why, 1});
  }
};
} // namespace

PublicPart public_part(Strategy strategy, std::vector<std::string> others) {
  Withholder withholder(strategy, std::move(others));
  withholder.record(description<Strategy>(), &strategy);
  return {std::move(strategy), withholder.all()};
}

} // namespace deploy_plan::model
