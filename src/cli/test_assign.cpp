// deploy-plan test --assign LIST --arms A,B
#include "cli/test.hpp"
#include "deploy_plan/assignment.hpp"
#include "report/assignment_view.hpp"
#include "report/json_values.hpp"
#include "source/csv.hpp"
#include "text/folding.hpp"
#include <algorithm>
#include <charconv>
#include <iostream>
#include <random>
#include <unordered_map>
#include <unordered_set>

namespace deploy_plan::cli {
namespace {

std::vector<std::string> arm_names(const std::string& words, const Common& common) {
  std::size_t count = 0;
  const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), count);
  std::vector<std::string> names;
  if (error == std::errc{} && end == words.data() + words.size()) {
    for (std::size_t arm = 0; arm < std::min<std::size_t>(count, 1000); ++arm)
      names.push_back(arm == 0 ? common.say({"reference", "référence"})
                               : common.say({"arm ", "bras "}) + std::to_string(arm));
    return names;
  }
  for (std::size_t begin = 0; begin <= words.size();) {
    const auto comma = std::min(words.find(',', begin), words.size());
    names.push_back(words.substr(begin, comma - begin));
    begin = comma + 1;
  }
  return names;
}

/// A list, read twice: for its strata, then to write it with its arms.
class List {
public:
  List(const TestOptions& chosen, std::shared_ptr<const Source> from)
      : options(chosen), source(std::move(from)) {}

  /// What is wrong with the list or with what is asked of it.
  std::optional<Phrase> read() {
    source::CsvReader reader(*source);
    std::vector<source::Cell> record;
    if (!reader.next(record))
      return reader.fault() ? unclosed(*reader.fault())
                            : Phrase{{"{0} is empty", "{0} est vide"}, {source->name()}};
    for (const source::Cell& cell : record)
      columns.push_back(reader.text(cell));
    if (const auto wrong = find_columns())
      return wrong;
    while (reader.next(record)) {
      if (record.size() != columns.size())
        return Phrase{{"{0}:{1} has {2} {2#cell|cells}, and the first line {3}",
                       "{0}:{1} a {2} {2#cellule|cellules}, et la première ligne {3}"},
                      {source->name(), line_of(record), static_cast<std::int64_t>(record.size()),
                       static_cast<std::int64_t>(columns.size())}};
      if (identity && !seen.insert(reader.text(record[*identity])).second)
        return Phrase{{"{0}:{1}: {2} stands twice in the list: each beneficiary has one arm",
                       "{0}:{1} : {2} figure deux fois dans la liste : chaque bénéficiaire a un seul bras"},
                      {source->name(), line_of(record), reader.text(record[*identity])}};
      strata.push_back(stratum(reader, record));
    }
    seen.clear();
    if (reader.fault())
      return unclosed(*reader.fault());
    if (strata.empty())
      return Phrase{
          {"{0} has a first line and nobody beneath it", "{0} a une première ligne et personne dessous"},
          {source->name()}};
    return std::nullopt;
  }

  /// The list as it stands, each line with its arm.
  void write(Output& output, const std::string& column, const std::vector<std::string>& names,
             std::span<const std::uint32_t> arms, report::Balance& balance) const {
    source::CsvReader reader(*source);
    std::vector<source::Cell> record;
    (void)reader.next(record);
    const char separator = reader.separator();
    output.write(source->bytes().substr(0, source->text_begin()));
    output.write(line(record) + separator + quoted(column, separator) + "\n");
    std::vector<std::string> cells;
    for (const std::string& name : names)
      cells.push_back(separator + quoted(name, separator) + "\n");
    for (std::size_t i = 0; reader.next(record); ++i) {
      output.write(std::string(line(record)) + cells[arms[i]]);
      balance.take_beneficiary(arms[i]);
      for (std::size_t c = 0; c < record.size(); ++c)
        if (c != identity) // a name, even where it is a number
          balance.take(c, reader.text(record[c]), arms[i]);
    }
  }

  [[nodiscard]] const std::vector<std::uint32_t>& of_rows() const { return strata; }
  [[nodiscard]] const std::vector<std::string>& names() const { return columns; }

private:
  const TestOptions& options;
  std::shared_ptr<const Source> source;
  std::vector<std::string> columns;
  std::vector<std::size_t> stratified;
  std::optional<std::size_t> identity;
  std::vector<std::uint32_t> strata;
  std::unordered_map<std::string, std::uint32_t> known_strata;
  std::unordered_set<std::string> seen;

  Phrase unclosed(Place place) const {
    return {{"{0}:{1}: nothing closes this quote", "{0}:{1} : rien ne ferme ce guillemet"},
            {source->name(), static_cast<std::int64_t>(source->position(place.begin).line)}};
  }
  std::int64_t line_of(const std::vector<source::Cell>& record) const {
    return static_cast<std::int64_t>(source->position(record.front().place.begin).line);
  }

  std::optional<Phrase> find_columns() {
    const std::vector<std::string_view> known(columns.begin(), columns.end());
    const auto find = [&](const char* option, const std::string& wanted, std::size_t& into) {
      const auto found = std::find(columns.begin(), columns.end(), wanted);
      into = static_cast<std::size_t>(found - columns.begin());
      return found != columns.end()
                 ? std::nullopt
                 : std::optional(Phrase{
                       {"{0} {1}: the list has no such column; {2}",
                        "{0} {1} : la liste n'a pas cette colonne ; {2}"},
                       {std::string(option), wanted,
                        text::suggestion(text::nearest(wanted, known),
                                         {{"its first line names them", "sa première ligne les nomme"}})
                            .words()}});
    };
    for (const std::string& wanted : options.stratify) {
      stratified.emplace_back();
      if (auto wrong = find("--stratify", wanted, stratified.back()))
        return wrong;
    }
    if (options.identity.empty())
      return std::nullopt;
    identity.emplace();
    return find("--id", options.identity, *identity);
  }

  std::uint32_t stratum(const source::CsvReader& reader, const std::vector<source::Cell>& record) {
    std::string key;
    for (const std::size_t column : stratified)
      key += reader.text(record[column]) + '\x1f';
    return known_strata.emplace(std::move(key), static_cast<std::uint32_t>(known_strata.size()))
        .first->second;
  }

  /// A record's bytes, from its first cell to its last, quotes included.
  std::string line(const std::vector<source::Cell>& record) const {
    const std::string_view bytes = source->bytes();
    std::size_t begin = record.front().place.begin;
    std::size_t end = record.back().place.end;
    if (begin > 0 && bytes[begin - 1] == '"')
      --begin;
    if (end < bytes.size() && bytes[end] == '"')
      ++end;
    return std::string(bytes.substr(begin, end - begin));
  }

  static std::string quoted(const std::string& words, char separator) {
    if (words.find_first_of(std::string("\"\r\n") + separator) == std::string::npos)
      return words;
    std::string result = "\"";
    for (const char c : words)
      result += c == '"' ? "\"\"" : std::string(1, c);
    return result + "\"";
  }
};

std::optional<Phrase> wrong_arms(const TestOptions& options, const std::vector<std::string>& names) {
  if (options.arms.empty())
    return Phrase{{"--assign needs --arms: control,letter", "--assign demande --arms : témoin,lettre"}};
  if (names.size() < 2 || names.size() > 100)
    return Phrase{{"--arms {0}: give 2 to 100 of them", "--arms {0} : donnez-en de 2 à 100"}, {options.arms}};
  std::unordered_set<std::string> seen;
  for (const std::string& name : names)
    if (name.empty() || !seen.insert(name).second)
      return Phrase{{"--arms {0}: each needs a name of its own", "--arms {0} : à chacun son nom"},
                    {options.arms}};
  if (!options.split.empty() && options.split.size() != names.size())
    return Phrase{{"--split: give a part for each arm", "--split : donnez une part par bras"}};
  for (const double part : options.split)
    if (!(part > 0 && part <= 1e9))
      return Phrase{{"--split: every part must be above 0", "--split : chaque part doit dépasser 0"}};
  if (options.format == "json" && options.output.empty())
    return Phrase{{"--format json tells the balance: give -o for the list",
                   "--format json dit l'équilibre : donnez -o pour la liste"}};
  if (options.format == "csv")
    return Phrase{{"the list is always CSV: --format csv has no effect with --assign",
                   "la liste est toujours en CSV : --format csv est sans effet avec --assign"}};
  return std::nullopt;
}
} // namespace

Exit run_test_assign(const TestOptions& options, const Common& common) {
  const auto names = arm_names(options.arms, common);
  if (const auto wrong = wrong_arms(options, names))
    return refuse(common, *wrong);
  const auto [source, failure] = read_source(options.assigned);
  if (failure)
    return refuse(common, {{"{0}: {1}", "{0} : {1}"}, {options.assigned, *failure}});
  List list(options, source);
  if (const auto wrong = list.read())
    return refuse(common, *wrong);
  const std::string column = common.say({"arm", "bras"});
  if (std::find(list.names().begin(), list.names().end(), column) != list.names().end())
    return refuse(common, {{"{0} has a column {1} already: take it out first",
                            "{0} a déjà une colonne {1} : retirez-la"},
                           {options.assigned, column}});
  const std::uint64_t seed = options.seed.value_or(std::random_device()());
  const auto split = options.split.empty() ? std::vector<double>(names.size(), 1) : options.split;
  const auto arms = assign(list.of_rows(), split, seed);
  report::Balance balance(list.names(), names, seed);
  Output output(options.output);
  list.write(output, column, names, arms, balance);
  if (const Exit wrote = output.finish(common); wrote != fine)
    return wrote;
  AnswerOptions told = options;
  told.output.clear();
  const std::string words =
      options.format == "json" ? report::written(balance.json()) : rendered(balance.document(), told, common);
  if (!options.output.empty())
    return answer(words, "", common);
  if (!common.quiet)
    std::cerr << words;
  return fine;
}

} // namespace deploy_plan::cli
