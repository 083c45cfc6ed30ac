#include "report/views/trial/beneficiary_list.hpp"
#include "source/encoding.hpp"
#include "text/folding.hpp"
#include <algorithm>

namespace deploy_plan::report {

tl::expected<void, ListFailure> BeneficiaryList::read(const std::string& identity,
                                                      const std::vector<std::string>& stratify,
                                                      const std::string& cluster) {
  // As spreadsheets save it; the samples drawn are written in UTF-8, like all else.
  const source::Utf8 text = source::as_utf8(source_);
  source_ = text.source;
  if (text.fault)
    return tl::unexpected(
        Phrase{{"{0}: what stands at line {1} is no text in UTF-8, UTF-16 or Windows-1252",
                "{0} : ce qui est à la ligne {1} n'est pas du texte en UTF-8, UTF-16 ou Windows-1252"},
               {source_->name(), static_cast<std::int64_t>(source_->position(text.fault->begin).line)}});
  source::CsvReader reader(*source_);
  std::vector<source::Cell> record;
  if (!reader.next(record))
    return tl::unexpected(reader.fault() ? faulty(*reader.fault())
                                         : Phrase{{"{0} is empty", "{0} est vide"}, {source_->name()}});
  columns_.reserve(record.size());
  for (const source::Cell& cell : record)
    columns_.push_back(reader.text(cell));
  if (auto missing = find_columns(identity, stratify, cluster))
    return tl::unexpected(std::move(*missing));
  while (reader.next(record))
    if (auto wrong = take(reader, record))
      return tl::unexpected(std::move(*wrong));
  seen_.clear();
  if (reader.fault())
    return tl::unexpected(faulty(*reader.fault()));
  if (strata_.empty())
    return tl::unexpected(
        Phrase{{"{0} has a first line and nobody beneath it", "{0} a une première ligne et personne dessous"},
               {source_->name()}});
  return {};
}

std::optional<Phrase> BeneficiaryList::take(const source::CsvReader& reader,
                                            const std::vector<source::Cell>& record) {
  if (record.size() != columns_.size())
    return Phrase{{"{0}:{1} has {2} {2#cell|cells}, and the first line {3}",
                   "{0}:{1} a {2} {2#cellule|cellules}, et la première ligne {3}"},
                  {source_->name(), line_of(record), static_cast<std::int64_t>(record.size()),
                   static_cast<std::int64_t>(columns_.size())}};
  if (identity_ && !seen_.insert(reader.text(record[*identity_])).second)
    return Phrase{{"{0}:{1}: {2} stands twice in the list: each beneficiary has one arm",
                   "{0}:{1} : {2} figure deux fois dans la liste : chaque bénéficiaire a un seul bras"},
                  {source_->name(), line_of(record), reader.text(record[*identity_])}};
  if (cluster_)
    return take_in_cluster(reader, record);
  strata_.push_back(stratum(reader, record));
  return std::nullopt;
}

std::optional<Phrase> BeneficiaryList::take_in_cluster(const source::CsvReader& reader,
                                                       const std::vector<source::Cell>& record) {
  const std::string name = reader.text(record[*cluster_]);
  if (name.empty())
    return Phrase{
        {"{0}:{1} says no {2}: each beneficiary has a group, or is one alone under a name of its own",
         "{0}:{1} ne dit pas de {2} : chaque bénéficiaire a son groupe, ou en fait un seul sous un "
         "nom à lui"},
        {source_->name(), line_of(record), columns_[*cluster_]}};
  const auto [known, is_new] = known_clusters_.try_emplace(name, static_cast<std::uint32_t>(strata_.size()));
  const std::uint32_t its_stratum = stratum(reader, record);
  if (is_new)
    strata_.push_back(its_stratum);
  else if (strata_[known->second] != its_stratum)
    return Phrase{
        {"{0}:{1}: {2} is of several strata: what groups are stratified by must be the same within each",
         "{0}:{1} : {2} est dans plusieurs strates : ce qui stratifie des groupes doit être le même au "
         "sein de chacun"},
        {source_->name(), line_of(record), name}};
  clusters_.push_back(known->second);
  return std::nullopt;
}

void BeneficiaryList::write(const Sink& sink, const std::string& column,
                            const std::vector<std::string>& names, std::span<const std::uint32_t> arms,
                            Balance& balance) const {
  source::CsvReader reader(*source_);
  std::vector<source::Cell> record;
  (void)reader.next(record);
  const char separator = reader.separator();
  // What stands before the first line, marks and blank lines, stays there.
  sink(
      source_->bytes().substr(0, static_cast<std::size_t>(reader.record().data() - source_->bytes().data())));
  sink(std::string(reader.record()) + separator + source::quoted_where_needed(column) + "\n");
  std::vector<std::string> cells;
  for (const std::string& name : names)
    cells.push_back(separator + source::quoted_where_needed(name) + "\n");
  for (std::size_t i = 0; cluster_ && i < strata_.size(); ++i)
    balance.take_cluster(arms[i]);
  for (std::size_t i = 0; reader.next(record); ++i) {
    const std::uint32_t arm = arms[cluster_ ? clusters_[i] : i];
    sink(std::string(reader.record()) + cells[arm]);
    balance.take_beneficiary(arm);
    for (std::size_t c = 0; c < record.size(); ++c)
      if (c != identity_ && c != cluster_) // a name, even where it is a number
        balance.take(c, reader.text(record[c]), arm);
  }
}

std::vector<std::string> BeneficiaryList::identities() const {
  source::CsvReader reader(*source_);
  std::vector<source::Cell> record;
  (void)reader.next(record);
  std::vector<std::string> names;
  while (reader.next(record))
    names.push_back(identity_ ? reader.text(record[*identity_]) : std::to_string(names.size() + 1));
  return names;
}

std::optional<MissingColumn> BeneficiaryList::find_columns(const std::string& identity,
                                                           const std::vector<std::string>& stratify,
                                                           const std::string& cluster) {
  const std::vector<std::string_view> known(columns_.begin(), columns_.end());
  const auto find = [&](MissingColumn::Use use, const std::string& wanted,
                        std::size_t& into) -> std::optional<MissingColumn> {
    const auto found = std::find(columns_.begin(), columns_.end(), wanted);
    into = static_cast<std::size_t>(found - columns_.begin());
    if (found != columns_.end())
      return std::nullopt;
    return MissingColumn{use, wanted, std::string(text::nearest(wanted, known))};
  };
  for (const std::string& wanted : stratify)
    if (auto missing = find(MissingColumn::Use::stratum, wanted, stratified_.emplace_back()))
      return missing;
  if (!cluster.empty())
    if (auto missing = find(MissingColumn::Use::cluster, cluster, cluster_.emplace()))
      return missing;
  if (identity.empty())
    return std::nullopt;
  return find(MissingColumn::Use::identity, identity, identity_.emplace());
}

std::uint32_t BeneficiaryList::stratum(const source::CsvReader& reader,
                                       const std::vector<source::Cell>& record) {
  std::string key;
  for (const std::size_t column : stratified_)
    key += reader.text(record[column]) + '\x1f';
  return known_strata_.emplace(std::move(key), static_cast<std::uint32_t>(known_strata_.size()))
      .first->second;
}

Phrase BeneficiaryList::faulty(const source::CsvFault& fault) const {
  return {{"{0}:{1}: {2}; {3}", "{0}:{1} : {2} ; {3}"},
          {source_->name(), static_cast<std::int64_t>(source_->position(fault.place.begin).line), fault.what,
           fault.remedy}};
}

std::int64_t BeneficiaryList::line_of(const std::vector<source::Cell>& record) const {
  return static_cast<std::int64_t>(source_->position(record.front().place.begin).line);
}

} // namespace deploy_plan::report
