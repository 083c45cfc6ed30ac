#include "model/rows.hpp"
#include "model/rule_names.hpp"
#include "source/encoding.hpp"
#include "text/folding.hpp"
#include <algorithm>

namespace deploy_plan::model {
namespace {

bool is_blank(const source::Cell& cell) { return cell.place.begin == cell.place.end; }
} // namespace

Finding malformed(Place place, Phrase message, Phrase help, std::vector<Related> related) {
  return {std::string(rule::series_malformed.word),
          Severity::error,
          std::move(message),
          std::move(help),
          place,
          {},
          std::move(related)};
}

void to_utf8(std::shared_ptr<const Source>& source, std::vector<Finding>& faults) {
  auto [text, fault] = source::as_utf8(source);
  source = std::move(text);
  if (fault)
    faults.push_back(
        malformed(*fault,
                  {{"this is no text in UTF-8, Windows-1252 or UTF-16",
                    "ceci n'est pas du texte en UTF-8, en Windows-1252 ni en UTF-16"}},
                  {{"save the table as CSV in UTF-8", "enregistrez le tableau en CSV, en UTF-8"}}));
}

bool NamedRows::read_header(const Phrase& unnamed, const Phrase& remedy) {
  const bool any = csv_.next(record_);
  if (csv_.fault()) {
    faults_.push_back(malformed(csv_.fault()->place, {csv_.fault()->what}, {csv_.fault()->remedy}));
    return false;
  }
  if (any && !name_columns())
    return false;
  for (std::size_t i = 0; i < names_.size(); ++i)
    if (names_[i].is_needed && !has(i)) {
      faults_.push_back(malformed(any ? whole() : Place{}, unnamed, remedy));
      return false;
    }
  return true;
}

bool NamedRows::name_columns() {
  width_ = record_.size();
  headers_.resize(names_.size());
  for (std::size_t i = 0; i < record_.size(); ++i) {
    const std::string name = text::fold(csv_.text(record_[i]));
    const auto named = std::find_if(names_.begin(), names_.end(), [&](const ColumnName& one) {
      return name == one.folded.en || name == one.folded.fr || (!name.empty() && name == one.also);
    });
    if (named == names_.end())
      continue;
    const auto column = static_cast<std::size_t>(named - names_.begin());
    if (has(column))
      return say_twice(*named, headers_[column], record_[i].place);
    columns_[column] = i;
    headers_[column] = record_[i].place;
    needed_ = i + 1;
  }
  return true;
}

bool NamedRows::say_twice(const ColumnName& column, Place first, Place again) {
  faults_.push_back(malformed(
      again, {{"the first line names {0} twice", "la première ligne nomme deux fois {0}"}, {column.name}},
      {{"keep one of the columns: nothing says which one counts",
        "ne gardez qu'une des colonnes : rien ne dit laquelle compte"}},
      {{first, {{"first named here", "nommée ici d'abord"}}}}));
  return false;
}

bool NamedRows::next() {
  while (csv_.next(record_)) {
    if (std::all_of(record_.begin(), record_.end(), is_blank))
      continue; // separators alone, as spreadsheets write beneath what was erased
    const auto beyond = record_.begin() + static_cast<std::ptrdiff_t>(std::min(width_, record_.size()));
    if (record_.size() >= needed_ && std::all_of(beyond, record_.end(), is_blank))
      return true;
    note_uneven();
  }
  say_what_remains();
  return false;
}

void NamedRows::note_uneven() {
  more_uneven_ += uneven_ ? 1 : 0;
  if (uneven_)
    return;
  uneven_ = malformed(
      whole(),
      {{"this row has {0} {0#cell|cells}, and the first line {1}",
        "cette ligne a {0} {0#cellule|cellules}, et la première {1}"},
       {static_cast<std::int64_t>(record_.size()), static_cast<std::int64_t>(width_)}},
      {{"give each row as many cells as the first line; a cell that holds a separator stands between quotes",
        "donnez à chaque ligne autant de cellules qu'à la première ; une cellule qui contient un séparateur "
        "s'écrit entre guillemets"}});
}

void NamedRows::say_what_remains() {
  if (csv_.fault())
    faults_.push_back(malformed(csv_.fault()->place, {csv_.fault()->what}, {csv_.fault()->remedy}));
  if (!uneven_)
    return;
  if (more_uneven_ > 0)
    uneven_->message = {
        {"{0}; likewise {1} more {1#row|rows}", "{0} ; de même {1} {1#autre ligne|autres lignes}"},
        {uneven_->message.words(), more_uneven_}};
  faults_.push_back(std::move(*uneven_));
  uneven_.reset();
}

} // namespace deploy_plan::model
