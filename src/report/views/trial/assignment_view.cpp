#include "report/views/trial/assignment_view.hpp"
#include "deploy_plan/assignment.hpp"
#include "report/document/cells.hpp"
#include "report/json_values.hpp"
#include <algorithm>
#include <charconv>
#include <cmath>

namespace deploy_plan::report {
namespace {

constexpr std::size_t most_words = 20; ///< that a column may hold to be compared by shares
constexpr double alike = 0.1;          ///< Austin 2009

std::optional<double> number_of(std::string cell) {
  std::replace(cell.begin(), cell.end(), ',', '.');
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  const bool sound = error == std::errc{} && end == cell.data() + cell.size() && std::isfinite(value);
  return sound ? std::optional(value) : std::nullopt;
}
} // namespace

void Balance::Moments::take(double value) {
  count += 1;
  const double before = value - mean;
  mean += before / count;
  squares += before * (value - mean);
}

Balance::Balance(std::vector<std::string> columns, std::vector<std::string> arms, std::uint64_t seed)
    : arms_(std::move(arms)), sizes_(arms_.size()), seed_(seed) {
  for (std::string& name : columns)
    columns_.push_back({std::move(name), true, true, std::vector<Moments>(arms_.size()), {}});
}

void Balance::take(std::size_t column, const std::string& cell, std::size_t arm) {
  Column& one = columns_[column];
  if (one.few) {
    const auto [word, is_new] = one.of.try_emplace(cell, std::vector<std::int64_t>(arms_.size()));
    ++word->second[arm];
    if (is_new && one.of.size() > most_words) {
      one.few = false;
      one.of.clear();
    }
  }
  if (!one.numeric)
    return;
  if (const auto value = number_of(cell))
    one.means[arm].take(*value);
  else
    one.numeric = cell.empty(); // a cell left out is no word
}

std::vector<Balance::Row> Balance::rows() const {
  std::vector<Row> all;
  const auto add = [&](const std::string& column, const std::optional<std::string>& word,
                       const std::vector<double>& means, const std::vector<double>& variances) {
    Row row{column, word, means, 0};
    for (std::size_t arm = 1; arm < means.size(); ++arm)
      row.difference = std::max(row.difference,
                                standardised_difference(means[0], variances[0], means[arm], variances[arm]));
    all.push_back(std::move(row));
  };
  for (const Column& column : columns_) {
    std::vector<double> means;
    std::vector<double> variances;
    if (column.few) {
      for (const auto& [word, counts] : column.of) {
        means.clear();
        variances.clear();
        for (std::size_t arm = 0; arm < arms_.size(); ++arm) {
          const double share =
              sizes_[arm] > 0 ? static_cast<double>(counts[arm]) / static_cast<double>(sizes_[arm]) : 0;
          means.push_back(share);
          variances.push_back(share * (1 - share));
        }
        add(column.name, word, means, variances);
      }
    } else if (column.numeric) {
      for (const Moments& one : column.means) {
        means.push_back(one.mean);
        variances.push_back(one.variance());
      }
      add(column.name, std::nullopt, means, variances);
    }
  }
  return all;
}

Document Balance::document() const {
  Table sizes{words(Text{"The arms", "Les bras"}), {{"arm", "bras"}, {"beneficiaries", "bénéficiaires"}}, {}};
  for (std::size_t arm = 0; arm < arms_.size(); ++arm)
    sizes.rows.push_back({text_cell(words(arms_[arm])), figure_cell(sizes_[arm])});
  Table table{
      words(Text{"Means, or shares, of each arm; apart: the largest difference from the first, in standard "
                 "deviations; below 0.1 the arms are alike",
                 "Moyennes, ou parts, de chaque bras ; écart : la plus grande différence avec le premier, en "
                 "écarts types ; sous 0,1 les bras se ressemblent"}),
      {{"column", "colonne"}, {"value", "valeur"}},
      {}};
  for (const std::string& arm : arms_)
    table.columns.push_back(words(arm));
  table.columns.push_back({{"apart", "écart"}});
  std::int64_t unlike = 0;
  for (const Row& row : rows()) {
    std::vector<Cell> cells{text_cell(words(row.column)),
                            text_cell(!row.word           ? words(Text{"mean", "moyenne"})
                                      : row.word->empty() ? words(Text{"(empty)", "(vide)"})
                                                          : words(*row.word))};
    for (const double figure : row.figures)
      cells.push_back(!row.word ? number_cell(figure) : share_cell(shown(figure * 1000) / 1000));
    Cell apart = number_cell(std::isfinite(row.difference) ? std::optional(row.difference) : std::nullopt);
    apart.tone = row.difference < alike ? Tone::good : Tone::warning;
    unlike += row.difference < alike ? 0 : 1;
    cells.push_back(std::move(apart));
    table.rows.push_back(std::move(cells));
  }
  const Paragraph verdict =
      unlike == 0
          ? Paragraph{words(Text{"The arms are alike.", "Les bras se ressemblent."}), Tone::good}
          : Paragraph{
                {{"{0} {0#figure differs|figures differ} by 0.1 or more: chance does that on short lists; "
                  "stratify by what matters most, rather than draw again until it pleases.",
                  "{0} {0#chiffre s'écarte|chiffres s'écartent} de 0,1 ou plus : le hasard le fait sur de "
                  "courtes listes ; stratifiez par ce qui compte le plus, plutôt que de retirer jusqu'à ce "
                  "que cela plaise."},
                 {unlike}},
                Tone::warning};
  std::vector<Block> blocks{
      std::move(sizes),
      Paragraph{{{"Drawn with the seed {0}: the same list and seed give the same arms.",
                  "Tirés avec la graine {0} : la même liste et la même graine donnent les mêmes bras."},
                 {std::to_string(seed_)}}},
      verdict};
  if (!table.rows.empty())
    blocks.emplace_back(std::move(table));
  return {words(Text{"A list split at random", "Une liste répartie au hasard"}),
          {{"test-balance", words(Text{"Balance", "Équilibre"}), false, std::move(blocks)}}};
}

nlohmann::ordered_json Balance::json() const {
  using Json = nlohmann::ordered_json;
  Json result{{"format", "deploy-plan/test-assignment@1"},
              {"seed", seed_},
              {"arms", Json::array()},
              {"balance", Json::array()}};
  for (std::size_t arm = 0; arm < arms_.size(); ++arm)
    result["arms"].push_back({{"name", arms_[arm]}, {"size", sizes_[arm]}});
  for (const Row& row : rows()) {
    Json figures = Json::array();
    for (const double figure : row.figures)
      figures.push_back(number_json(figure));
    result["balance"].push_back(
        {{"column", row.column},
         {"value", row.word ? Json(*row.word) : Json(nullptr)},
         {"arms", figures},
         {"difference",
          number_json(std::isfinite(row.difference) ? std::optional(row.difference) : std::nullopt)}});
  }
  return result;
}

} // namespace deploy_plan::report
