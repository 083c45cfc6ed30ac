// The reference of the strategy file: one walk over the description.
#include "deploy_plan/describe.hpp"
#include "model/description.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace deploy_plan {
namespace {

class ReferenceWriter {
public:
  explicit ReferenceWriter(Language words) : language_(words) {}

  std::string write() {
    std::string result =
        fmt::format("# {}\n\n{}\n",
                    say({"The strategy file, field by field", "Le fichier de stratégie, champ par champ"}),
                    say({"Made by `deploy-plan schema --format markdown` from the description that the "
                         "program itself reads files with. "
                         "Every key is accepted in both languages, with or without accents, in any case. "
                         "**Bold** fields are required.",
                         "Écrit par `deploy-plan schema --format markdown --lang fr` à partir de la "
                         "description avec laquelle le programme lit les fichiers. "
                         "Chaque clé est admise dans les deux langues, avec ou sans accents, en majuscules "
                         "ou en minuscules. Les champs **en gras** sont obligatoires."}));
    visit(model::description<Strategy>());
    while (told_ < records_.size()) // grows while it is walked: a record names others
      result += section(*records_[told_++]);
    return result;
  }

private:
  Language language_;
  std::vector<const model::Record*> records_;
  std::size_t told_ = 0;

  std::string say(Text text) const { return typeset(text.in(language_), language_); }
  void visit(const model::Record& record) {
    if (std::find(records_.begin(), records_.end(), &record) == records_.end())
      records_.push_back(&record);
  }
  static std::string key(Text name) {
    return name.en == name.fr ? fmt::format("`{}`", name.en) : fmt::format("`{}` · `{}`", name.en, name.fr);
  }

  std::string section(const model::Record& record) {
    std::string result = fmt::format("\n## {}\n\n*{}.*", say(record.name), say(record.meaning));
    if (record.shorthand >= 0 && !record.shorthand_only)
      result += " " + Phrase{{"May be written as its {0} alone.", "Peut s'écrire par {0} seul."},
                             {record.fields[static_cast<std::size_t>(record.shorthand)].name}}
                          .in(language_);
    result += fmt::format("\n\n| {} | {} | {} |\n|---|---|---|\n", say({"field", "champ"}),
                          say({"value", "valeur"}), say({"meaning", "sens"}));
    for (std::size_t i = 0; i < record.fields.size(); ++i) {
      const model::Field& field = record.fields[i];
      const bool keyless = record.shorthand_only && static_cast<int>(i) == record.shorthand;
      const std::string name =
          keyless ? say({"(the value itself)", "(la valeur elle-même)"}) : key(field.name);
      result +=
          fmt::format("| {} | {} | {} |\n",
                      field.need == model::Need::required && field.unless.empty() ? "**" + name + "**" : name,
                      value(*field.type, field), say(field.meaning));
    }
    return result;
  }

  std::string value(const model::Type& type, const model::Field& field) {
    switch (type.shape) {
    case model::Shape::optional: return value(*type.item, field);
    case model::Shape::text: return say({"text", "texte"});
    case model::Shape::flag: return "`true`, `false`";
    case model::Shape::integer: return say({"whole number", "nombre entier"}) + bounds(field.bounds);
    case model::Shape::number:
      return say(field.percent ? Text{"number or percentage", "nombre ou pourcentage"}
                               : Text{"number", "nombre"}) +
             bounds(field.bounds);
    case model::Shape::date: return say({"day", "jour"}) + " `2026-03-01`";
    case model::Shape::month: return say({"month", "mois"}) + " `2026-03`";
    case model::Shape::verbatim: return say({"any value", "toute valeur"});
    case model::Shape::record: return link(type.record());
    case model::Shape::list: break;
    case model::Shape::choice: return choices(type);
    }
    const std::string item = value(*type.item, field);
    return (field.keyed ? say({"object, by key: ", "objet, par clé : "}) : say({"list: ", "liste : "})) +
           item;
  }

  std::string link(const model::Record& record) {
    visit(record);
    std::string anchor;
    for (const char c : record.name.in(language_))
      if (c == ' ')
        anchor += '-';
      else if (c != '\'') // headings drop punctuation in their anchors
        anchor += c;
    return fmt::format("[{}](#{})", say(record.name), anchor);
  }

  std::string choices(const model::Type& type) const {
    std::string result;
    for (const model::Choice& choice : type.choices())
      result += fmt::format("{}{}{}: {}", result.empty() ? "" : "<br>", key(choice.name),
                            language_ == Language::french ? "\u00a0" : "", say(choice.meaning));
    return result;
  }

  std::string bounds(const model::Bounds& limits) const {
    const bool low = limits.low > -model::largest_exact;
    const bool high = limits.high < model::largest_exact;
    const auto bound = [&](double number) { return deploy_plan::say(number, language_); };
    if (low && high)
      return fmt::format(" {}{} ; {}{}", limits.open_low ? "]" : "[", bound(limits.low), bound(limits.high),
                         limits.open_high ? "[" : "]");
    return low ? fmt::format(" {} {}", limits.open_low ? ">" : "≥", bound(limits.low)) : "";
  }
};
} // namespace

std::string field_reference(Language language) { return ReferenceWriter(language).write(); }

} // namespace deploy_plan
