#include "answers/path.hpp"
#include "text/folding.hpp"
#include "text/spaces.hpp"
#include <unordered_map>
#include <utility>

namespace deploy_plan::answers {
namespace {

/// What is known by name in a record, as each language writes it, folded.
std::vector<std::string> folded_keys(const Record& record) {
  std::vector<std::string> keys;
  each_member(record, nullptr, [&](const Member& member, const void*) {
    keys.push_back(text::fold(member.key.en));
    keys.push_back(text::fold(member.key.fr));
  });
  return keys;
}

// ---- the elements of lists and maps

const Record* item_record(const Type& type) {
  return type.item->shape == Shape::record ? &type.item->record() : nullptr;
}

std::string own_name(const Type& type, const void* list, std::size_t place) {
  if (type.shape == Shape::map)
    return std::string(type.key(list, place));
  const Record* const record = item_record(type);
  return record == nullptr ? std::string() : element_id(*record, type.element(list, place));
}

/// The names of the elements, each once; empty where one has none.
std::vector<std::string> element_names(const Type& type, const void* list) {
  std::vector<std::string> names;
  std::unordered_map<std::string, std::size_t> seen; // every name there is, before the first is numbered
  names.reserve(type.size(list));
  for (std::size_t i = 0; i < type.size(list); ++i) {
    names.push_back(own_name(type, list, i));
    seen.emplace(names.back(), 0);
  }
  if (seen.size() == names.size())
    return names;
  for (std::string& name : names) {
    std::size_t& times = seen.at(name);
    if (name.empty() || ++times == 1)
      continue;
    std::string numbered = name + "#" + std::to_string(times);
    while (seen.contains(numbered))
      numbered = name + "#" + std::to_string(++times);
    name = std::move(numbered);
  }
  return names;
}

/// The word that names an element, where a word does.
const Choice* naming_word(const Type& type, const void* list, std::size_t place) {
  const Record* const record = item_record(type);
  if (type.shape == Shape::map || record == nullptr || !record->named_by)
    return nullptr;
  const Member& naming = record->members[*record->named_by];
  const Choice* word = nullptr;
  if (naming.type->scalars == Scalars::word)
    naming.give(type.element(list, place),
                [&](const void* value) { word = std::get<const Choice*>(naming.type->scalar(value)); });
  return word;
}

/// Whether an id could be read as a shorter one and a key of what it names, or ends with what is lost around
/// a path.
bool needs_quotes(const std::string& id, const Type& type) {
  if (id.starts_with('"') || text::trimmed(id).size() != id.size())
    return true;
  auto dot = id.find('.');
  const Record* const record = item_record(type);
  if (dot == std::string::npos || record == nullptr)
    return false;
  const std::vector<std::string> keys = folded_keys(*record);
  for (; dot != std::string::npos; dot = id.find('.', dot + 1)) {
    const std::string part =
        text::fold(std::string_view(id).substr(dot + 1, id.find('.', dot + 1) - dot - 1));
    if (std::find(keys.begin(), keys.end(), part) != keys.end())
      return true;
  }
  return false;
}

Step element_step(std::string id, const Type& type) {
  const bool quoted = needs_quotes(id, type);
  return {nullptr, std::move(id), quoted};
}

std::string in_quotes(std::string_view id) {
  std::string result = "\"";
  for (const char letter : id) {
    if (letter == '"' || letter == '\\')
      result += '\\';
    result += letter;
  }
  return result + '"';
}

/// An id that stands in quotes at the begin of a path's rest.
struct Quoted {
  std::string id;
  std::size_t length = 0; ///< with its quotes
};
std::optional<Quoted> read_quoted(std::string_view rest) {
  if (!rest.starts_with('"'))
    return std::nullopt;
  Quoted result;
  for (std::size_t at = 1; at < rest.size(); ++at)
    if (rest[at] == '"') {
      result.length = at + 1;
      const bool ends = result.length == rest.size() || rest[result.length] == '.';
      return ends ? std::optional(std::move(result)) : std::nullopt;
    } else if (rest[at] == '\\' && at + 1 < rest.size())
      result.id += rest[++at];
    else
      result.id += rest[at];
  return std::nullopt;
}

Context context_within(const Record& record, const void* owner, const Context& around) {
  return record.context == nullptr || owner == nullptr ? around : record.context(owner, around);
}

/// Whether a list is written as the one element that it holds.
bool is_bare(const Type& type, const void* list) { return type.lone_bare && type.size(list) == 1; }

class FigureWalk {
public:
  explicit FigureWalk(const VisitFigure& visit) : visit_(visit) {}

  void record(const Record& record, const void* owner, const Context& around) {
    const Context context = context_within(record, owner, around);
    each_member(record, owner, [&](const Member& member, const void* of) {
      path_.push_back({&member});
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
    } else if (is_bare(type, given))
      value(member, *type.item, type.element(given, 0), context);
    else
      elements(member, type, given, context);
  }

  void elements(const Member& member, const Type& type, const void* list, const Context& context) {
    std::vector<std::string> names = element_names(type, list);
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (names[i].empty())
        continue;
      const void* const element = type.element(list, i);
      Words outer = subject_;
      go_into(called(type, element, names[i]));
      path_.push_back(element_step(std::move(names[i]), type));
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

/// Follows what a path says, and remembers how far it came. An owner or a value that is not known is nullptr:
/// the description alone then says where the path leads.
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

  void lost(std::size_t begin, const std::vector<std::string>& names) {
    if (begin < astray_.known)
      return;
    const std::vector<std::string_view> views(names.begin(), names.end());
    const std::string_view rest = whole_.substr(begin);
    const std::string_view part = rest.substr(0, rest.find('.'));
    astray_ = {std::string(part), "", false, begin};
    for (const std::string_view tried : {part, rest})
      if (const auto near = text::nearest(tried, views); !near.empty()) {
        const std::string_view after = rest.substr(tried.size());
        astray_.part = tried;
        astray_.nearest = std::string(whole_.substr(0, begin)) + std::string(near) + std::string(after);
        return;
      }
  }

  void stopped_early() { astray_ = {std::string(whole_), "", true, whole_.size()}; }

  /// In a record, the rest of the path beginning at `begin`; beyond the end where the path ends before it.
  bool within(const Record& record, const void* owner, const Context& around, std::size_t begin) {
    if (begin > whole_.size()) {
      stopped_early();
      return false;
    }
    const Context context = context_within(record, owner, around);
    const std::size_t end = std::min(whole_.find('.', begin), whole_.size());
    const std::string part = text::fold(whole_.substr(begin, end - begin));
    bool known = false;
    bool reached = false;
    each_member(record, owner, [&](const Member& member, const void* of) {
      if (known || (part != text::fold(member.key.en) && part != text::fold(member.key.fr)))
        return;
      known = true;
      path_.push_back({&member});
      reached = at(member, of, context, end);
      if (!reached)
        path_.pop_back();
    });
    if (!known)
      lost(begin, keys_to_propose(record, owner));
    return reached;
  }

  static std::vector<std::string> keys_to_propose(const Record& record, const void* owner) {
    std::vector<std::string> keys;
    each_member(record, owner, [&](const Member& member, const void*) {
      keys.emplace_back(member.key.en);
      keys.emplace_back(member.key.fr);
    });
    return keys;
  }

  /// At a member, `end` being where the path that led to it ends.
  bool at(const Member& member, const void* owner, const Context& context, std::size_t end) {
    if (member.group != nullptr)
      return within(*member.group, owner, context, end + 1);
    if (owner == nullptr)
      return at(member, *member.type, nullptr, context, end);
    bool reached = false;
    member.give(owner, [&](const void* value) { reached = at(member, *member.type, value, context, end); });
    return reached;
  }

  bool at(const Member& member, const Type& type, const void* given, const Context& context,
          std::size_t end) {
    switch (type.shape) {
    case Shape::record:
      return within(type.record(), given == nullptr ? nullptr : type.known(given), context, end + 1);
    case Shape::list:
    case Shape::map:
      if (given != nullptr && is_bare(type, given))
        return at(member, *type.item, type.element(given, 0), context, end);
      return among(member, type, given, context, end);
    case Shape::scalar: break;
    }
    if (end < whole_.size()) {
      lost(end + 1, {});
      return false;
    }
    found_ = {path_, &member, &type, given == nullptr ? Value() : owned(type.scalar(given)), context};
    return true;
  }

  /// An element that the path may go on with.
  struct Candidate {
    std::size_t length = 0; ///< of what names it in the path
    std::size_t place = 0;
    int rank = 0; ///< the lowest is tried first
    std::string id = {};
  };

  bool among(const Member& member, const Type& type, const void* list, const Context& context,
             std::size_t end) {
    if (end >= whole_.size()) {
      stopped_early();
      return false;
    }
    const std::string_view rest = whole_.substr(end + 1);
    std::vector<Candidate> candidates =
        list == nullptr ? unknown_elements(rest) : elements_named(type, list, rest);
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& one, const Candidate& other) {
      return one.rank != other.rank ? one.rank < other.rank : one.length > other.length;
    });
    for (Candidate& one : candidates) {
      const std::size_t depth = path_.size();
      path_.emplace_back();
      const void* const element = list == nullptr ? nullptr : type.element(list, one.place);
      if (at(member, *type.item, element, context, end + 1 + one.length)) {
        if (one.id.empty())
          one.id = rest.substr(0, one.length);
        found_.path[depth] = element_step(std::move(one.id), type);
        return true;
      }
      path_.resize(depth);
    }
    if (candidates.empty())
      lost(end + 1, names_to_propose(type, list));
    return false;
  }

  /// Those that the rest of the path may begin with: what stands in quotes, then the longest id, then shorter
  /// ones, those last that can be meant in quotes alone where another way there is.
  static std::vector<Candidate> elements_named(const Type& type, const void* list, std::string_view rest) {
    const auto quoted = read_quoted(rest);
    const std::string_view part = rest.substr(0, rest.find('.'));
    std::vector<std::string> names = element_names(type, list);
    std::vector<Candidate> all;
    for (std::size_t i = 0; i < names.size(); ++i) {
      std::string& id = names[i];
      const bool begins =
          !id.empty() && rest.starts_with(id) && (rest.size() == id.size() || rest[id.size()] == '.');
      if (quoted && id == quoted->id)
        all.push_back({quoted->length, i, 0, id});
      else if (begins)
        all.push_back({id.size(), i, needs_quotes(id, type) ? 2 : 1, std::move(id)});
      else if (const Choice* const word = naming_word(type, list, i);
               word != nullptr && names_choice(part, *word))
        all.push_back({part.size(), i, 1, std::move(id)});
    }
    return all;
  }

  /// Any id may be one of a list that is not known; each is told by its length alone, so that thousands of
  /// dots are not thousands of copies.
  static std::vector<Candidate> unknown_elements(std::string_view rest) {
    if (auto quoted = read_quoted(rest))
      return {Candidate{quoted->length, 0, 0, std::move(quoted->id)}};
    std::vector<Candidate> all;
    for (std::size_t end = 0; end < rest.size();) {
      end = std::min(rest.find('.', end + 1), rest.size());
      all.push_back({end});
    }
    return all;
  }

  static std::vector<std::string> names_to_propose(const Type& type, const void* list) {
    if (list == nullptr)
      return {};
    std::vector<std::string> names = element_names(type, list);
    std::erase(names, std::string());
    for (std::size_t i = 0; i < type.size(list); ++i)
      if (const Choice* const word = naming_word(type, list, i); word != nullptr)
        for (const std::string_view name : {word->name.fr, word->words().en, word->words().fr})
          names.emplace_back(name);
    return names;
  }
};
} // namespace

std::string text_of(const Path& path, Language language) {
  std::string result;
  for (const Step& step : path) {
    result += result.empty() ? "" : ".";
    if (step.member != nullptr)
      result += step.member->key.in(language);
    else
      result += step.quoted ? in_quotes(step.id) : step.id;
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
  const std::string wanted = text::plain(word);
  const Text shown = choice.words();
  for (const std::string_view name : {choice.name.en, choice.name.fr, shown.en, shown.fr})
    if (!name.empty() && wanted == text::plain(name))
      return true;
  return false;
}

Lookup look_up(const Record& record, const void* answer, std::string_view path) {
  return Follower(path).follow(record, answer);
}

} // namespace deploy_plan::answers
