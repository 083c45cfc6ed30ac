// A list of beneficiaries, to be split into the arms of a test.
#pragma once
#include "deploy_plan/assignment.hpp"
#include "deploy_plan/render.hpp"
#include "source/csv.hpp"
#include <tl/expected.hpp>
#include <unordered_map>
#include <unordered_set>
#include <variant>

namespace deploy_plan::report {

/// A column that is asked for and that the list does not have.
struct MissingColumn {
  enum class Use { stratum, identity, cluster } use{}; ///< what it was wanted for
  std::string name;
  std::string nearest; ///< of those that there are; empty where none is near
};
/// Why a list cannot be split: what is wrong with itself, or with what is asked of it.
using ListFailure = std::variant<Phrase, MissingColumn>;

/// A CSV whose first line names its columns and whose others are a beneficiary each. Read twice: for its
/// strata, then to be written as it stands with its arms.
class BeneficiaryList {
public:
  explicit BeneficiaryList(std::shared_ptr<const Source> source) : source_(std::move(source)) {}

  /// Reads all of it. `identity` is the column that names a beneficiary once, empty
  /// where none does; beneficiaries who are the same in the columns of `stratify` are a stratum. Where
  /// `cluster` names a column, those who are the same in it are drawn together, and must be of one stratum.
  [[nodiscard]] tl::expected<void, ListFailure> read(const std::string& identity,
                                                     const std::vector<std::string>& stratify,
                                                     const std::string& cluster = "");
  /// The list, each line with its arm in one column more, `arms` being those of what is drawn; the balance is
  /// told of each beneficiary.
  void write(const Sink& sink, const std::string& column, const std::vector<std::string>& names,
             std::span<const std::uint32_t> arms, Balance& balance) const;

  /// What names each beneficiary, else its place in the list, from 1.
  [[nodiscard]] std::vector<std::string> identities() const;
  [[nodiscard]] const std::vector<std::string>& columns() const { return columns_; }
  /// Of each of those drawn: beneficiaries, or clusters.
  [[nodiscard]] const std::vector<std::uint32_t>& strata() const { return strata_; }

private:
  std::shared_ptr<const Source> source_;
  std::vector<std::string> columns_;
  std::vector<std::size_t> stratified_;
  std::optional<std::size_t> identity_;
  std::optional<std::size_t> cluster_;
  std::vector<std::uint32_t> strata_;
  std::vector<std::uint32_t> clusters_; ///< of each beneficiary, where they are drawn
  std::unordered_map<std::string, std::uint32_t> known_clusters_;
  std::unordered_map<std::string, std::uint32_t> known_strata_;
  std::unordered_set<std::string> seen_;

  [[nodiscard]] std::optional<MissingColumn> find_columns(const std::string& identity,
                                                          const std::vector<std::string>& stratify,
                                                          const std::string& cluster);
  [[nodiscard]] std::optional<Phrase> take_in_cluster(const source::CsvReader& reader,
                                                      const std::vector<source::Cell>& record);
  [[nodiscard]] std::optional<Phrase> take(const source::CsvReader& reader,
                                           const std::vector<source::Cell>& record);
  [[nodiscard]] std::uint32_t stratum(const source::CsvReader& reader,
                                      const std::vector<source::Cell>& record);
  [[nodiscard]] Phrase faulty(const source::CsvFault& fault) const;
  [[nodiscard]] std::int64_t line_of(const std::vector<source::Cell>& record) const;
};

} // namespace deploy_plan::report
