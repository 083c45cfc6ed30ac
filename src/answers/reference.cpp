#include "answers/reference.hpp"
#include <fmt/format.h>
#include <set>

namespace deploy_plan::answers {
namespace {

constexpr std::string_view better_mark(Better better) {
  return better == Better::more ? "↑" : better == Better::less ? "↓" : "";
}

class TableWriter {
public:
  explicit TableWriter(Language chosen) : language_(chosen) {
    constexpr Text heads[] = {{"path", "chemin"},
                              {"in words", "en mots"},
                              {"meaning", "sens"},
                              {"kind", "nature"},
                              {"better", "mieux"}};
    for (const Text head : heads)
      result += fmt::format("| {} ", head.in(chosen));
    result += "|\n|---|---|---|---|---|\n";
  }

  void record(const Record& record, const std::string& path) {
    each_member(record, nullptr, [&](const Member& member, const void*) {
      std::string here = path.empty() ? "" : path + ".";
      here += member.key.in(language_);
      if (member.group != nullptr)
        this->record(*member.group, here);
      else
        value(member, *member.type, here);
    });
  }
  std::string result;

private:
  const Language language_;
  std::set<std::string> told_;

  void value(const Member& member, const Type& type, const std::string& path) {
    switch (type.shape) {
    case Shape::scalar: row(member, path); break;
    case Shape::record: record(type.record(), path); break;
    default:
      if (type.shape == Shape::map || (type.item->shape == Shape::record && type.item->record().named_by))
        value(member, *type.item, path + ".ID");
    }
  }
  /// Two parts of an answer that are never there at once may have a figure of the same path.
  void row(const Member& member, const std::string& path) {
    if (member.kind == Kind::name || !told_.insert(path).second)
      return;
    result += fmt::format("| `{}` | {} | {} | {} | {} |\n", path, member.name.in(language_), meaning(member),
                          name_of(member.kind).in(language_), better_mark(member.better));
  }
  std::string meaning(const Member& member) const {
    std::string words(member.meaning.in(language_));
    if (member.group != nullptr || member.type->scalars != Scalars::word)
      return words;
    for (const Choice& choice : member.type->choices())
      if (!choice.name.en.empty())
        words += fmt::format("{}`{}`",
                             words.empty()                   ? ""
                             : words.back() == '`'           ? ", "
                             : language_ == Language::french ? "\u202f: "
                                                             : ": ",
                             choice.name.in(language_));
    return words;
  }
};
} // namespace

std::string reference_table(const Record& record, Language language) {
  TableWriter writer(language);
  writer.record(record, "");
  return std::move(writer.result);
}

} // namespace deploy_plan::answers
