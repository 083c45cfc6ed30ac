#include "answers/path.hpp"
#include "text/folding.hpp"
#include <algorithm>
#include <unordered_map>

namespace deploy_plan::answers {
namespace {

/// Elements' names, each once: the second of a name is "name#2".
class ElementNames {
public:
  explicit ElementNames(const Type& type) : type_(type) {}
  std::string name(const void* list, std::size_t place) {
    std::string id = type_.shape == Shape::map ? std::string(type_.key(list, place))
                     : type_.item->shape == Shape::record
                         ? element_id(type_.item->record(), type_.element(list, place))
                         : std::string();
    if (id.empty())
      return id;
    const int seen = ++times_[id];
    return seen == 1 ? id : id + "#" + std::to_string(seen);
  }

private:
  const Type& type_;
  std::unordered_map<std::string, int> times_;
};

Context context_within(const Record& record, const void* owner, const Context& around) {
  return record.context == nullptr ? around : record.context(owner, around);
}

class FigureWalk {
public:
  explicit FigureWalk(const VisitFigure& visit) : visit_(visit) {}

  void record(const Record& record, const void* owner, const Context& around) {
    const Context context = context_within(record, owner, around);
    each_member(record, owner, [&](const Member& member, const void* of) {
      path_.push_back({&member, {}});
      if (member.group != nullptr)
        this->record(*member.group, of, context);
      else
        member.give(of, [&](const void* value) { this->value(member, *member.type, value, context); });
      path_.pop_back();
    });
  }

private:
  const VisitFigure& visit_;
  Path path_;
  Words subject_;

  void value(const Member& member, const Type& type, const void* given, const Context& context) {
    if (type.shape == Shape::scalar)
      visit_({path_, member, type, type.scalar(given), context, subject_});
    else if (type.shape == Shape::record) {
      if (const void* const known = type.known(given); known != nullptr)
        record(type.record(), known, context);
    } else
      elements(member, type, given, context);
  }

  void elements(const Member& member, const Type& type, const void* list, const Context& context) {
    ElementNames names(type);
    for (std::size_t i = 0; i < type.size(list); ++i) {
      std::string id = names.name(list, i);
      if (id.empty())
        continue;
      const void* const element = type.element(list, i);
      Words outer = subject_;
      go_into(called(type, element, id));
      path_.push_back({nullptr, std::move(id)});
      value(member, *type.item, element, context);
      path_.pop_back();
      subject_ = std::move(outer);
    }
  }

  static Words called(const Type& type, const void* element, const std::string& id) {
    if (type.item->shape == Shape::record && type.item->record().title != nullptr)
      return type.item->record().title(element);
    return {id, id};
  }
  /// From the widest to the narrowest; what is called like nothing adds nothing.
  void go_into(Words called) {
    if (called.en.empty())
      return;
    if (subject_.en.empty()) {
      subject_ = std::move(called);
      return;
    }
    subject_.en += ", " + called.en;
    subject_.fr += ", " + called.fr;
  }
};

/// Follows what a path says, and remembers how far it came.
class Follower {
public:
  explicit Follower(std::string_view path) : whole_(path) {}

  Lookup follow(const Record& record, const void* answer) {
    if (within(record, answer, {}, 0))
      return std::move(found_);
    return std::move(astray_);
  }

private:
  const std::string_view whole_;
  Path path_;
  Located found_;
  Astray astray_;
  std::size_t furthest_ = 0;

  void lost(std::size_t begin, const std::vector<std::string>& names) {
    if (begin < furthest_)
      return;
    furthest_ = begin;
    const std::vector<std::string_view> views(names.begin(), names.end());
    const std::string_view rest = whole_.substr(std::min(begin, whole_.size()));
    astray_ = {std::string(rest), "", false};
    const std::string_view part = rest.substr(0, rest.find('.'));
    for (const std::string_view tried : {part, rest})
      if (const auto near = text::nearest(tried, views); !near.empty()) {
        const std::string_view after = rest.substr(tried.size());
        astray_ = {std::string(tried),
                   std::string(whole_.substr(0, begin)) + std::string(near) + std::string(after), false};
        return;
      }
    astray_.part = part;
  }

  void stopped_early(std::size_t at) {
    if (at >= furthest_) {
      furthest_ = at;
      astray_ = {std::string(whole_), "", true};
    }
  }

  bool within(const Record& record, const void* owner, const Context& around, std::size_t begin) {
    const Context context = context_within(record, owner, around);
    const std::size_t end = std::min(whole_.find('.', std::min(begin, whole_.size())), whole_.size());
    if (begin > whole_.size()) {
      stopped_early(begin);
      return false;
    }
    const std::string part = text::fold(whole_.substr(begin, end - begin));
    bool reached = false;
    bool known = false;
    std::vector<std::string> names;
    each_member(record, owner, [&](const Member& member, const void* of) {
      names.emplace_back(member.key.en);
      names.emplace_back(member.key.fr);
      if (reached || known || (part != member.key.en && part != text::fold(member.key.fr)))
        return;
      known = true;
      path_.push_back({&member, {}});
      if (member.group != nullptr)
        reached = within(*member.group, of, context, end + 1);
      else
        member.give(of, [&](const void* value) { reached = at(member, *member.type, value, context, end); });
      if (!reached)
        path_.pop_back();
    });
    if (!known)
      lost(begin, names);
    return reached;
  }

  /// At a value, `end` being where the path that led to it ends.
  bool at(const Member& member, const Type& type, const void* given, const Context& context,
          std::size_t end) {
    if (type.shape == Shape::list || type.shape == Shape::map)
      return among(member, type, given, context, end);
    const bool more = end < whole_.size();
    if (type.shape == Shape::record) {
      const void* const known = type.known(given);
      if (known != nullptr)
        return within(type.record(), known, context, end + 1);
      if (!more)
        stopped_early(end);
      else // its figures are not known either
        found_ = {path_, &member, &type, {}, context};
      return more;
    }
    if (more) {
      lost(end + 1, {});
      return false;
    }
    found_ = {path_, &member, &type, owned(type.scalar(given)), context};
    return true;
  }

  /// Among elements: the longest name that the path goes on with, then shorter ones.
  bool among(const Member& member, const Type& type, const void* list, const Context& context,
             std::size_t end) {
    if (end >= whole_.size()) {
      stopped_early(end);
      return false;
    }
    const std::string_view rest = whole_.substr(end + 1);
    std::vector<std::pair<std::size_t, std::size_t>> matching; ///< length of what names it, place
    std::vector<std::string> names;
    ElementNames numbered(type);
    for (std::size_t i = 0; i < type.size(list); ++i) {
      std::string id = numbered.name(list, i);
      if (const std::size_t length = named_length(type, list, i, id, rest); length > 0)
        matching.emplace_back(length, i);
      names.push_back(std::move(id));
    }
    std::stable_sort(matching.begin(), matching.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    for (const auto& [length, place] : matching) {
      path_.push_back({nullptr, names[place]});
      if (at(member, *type.item, type.element(list, place), context, end + 1 + length))
        return true;
      path_.pop_back();
    }
    if (matching.empty()) {
      std::erase(names, std::string());
      lost(end + 1, names);
    }
    return false;
  }

  static std::size_t named_length(const Type& type, const void* list, std::size_t place,
                                  const std::string& id, std::string_view rest) {
    if (!id.empty() && rest.starts_with(id) && (rest.size() == id.size() || rest[id.size()] == '.'))
      return id.size();
    if (type.shape == Shape::map || type.item->shape != Shape::record)
      return 0;
    const Record& record = type.item->record();
    if (record.named_by < 0)
      return 0;
    const Member& naming = record.members[static_cast<std::size_t>(record.named_by)];
    const std::string_view part = rest.substr(0, rest.find('.'));
    std::size_t length = 0;
    naming.give(type.element(list, place), [&](const void* value) {
      const Scalar scalar = naming.type->scalar(value);
      if (const auto* const word = std::get_if<const Choice*>(&scalar);
          word != nullptr && names_choice(part, **word))
        length = part.size();
    });
    return length;
  }
};
} // namespace

std::string text_of(const Path& path, Language language) {
  std::string result;
  for (const Step& step : path) {
    result += result.empty() ? "" : ".";
    result += step.member == nullptr ? std::string_view(step.id) : step.member->key.in(language);
  }
  return result;
}

Value owned(const Scalar& scalar) {
  return std::visit(
      [](const auto& value) -> Value {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, std::string_view>)
          return std::string(value);
        else
          return value;
      },
      scalar);
}

Scalar scalar_of(const Value& value) {
  return std::visit(
      [](const auto& one) -> Scalar {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(one)>, std::string>)
          return std::string_view(one);
        else
          return one;
      },
      value);
}

void each_figure(const Record& record, const void* answer, const VisitFigure& visit) {
  FigureWalk(visit).record(record, answer, {});
}

bool names_choice(std::string_view word, const Choice& choice) {
  const std::string folded = text::fold(word);
  const Text shown = choice.words();
  for (const std::string_view name : {choice.name.en, choice.name.fr, shown.en, shown.fr})
    if (folded == text::fold(name))
      return true;
  return false;
}

Lookup look_up(const Record& record, const void* answer, std::string_view path) {
  return Follower(path).follow(record, answer);
}

} // namespace deploy_plan::answers
