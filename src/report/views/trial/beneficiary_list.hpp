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
  enum class Use { stratum, identity } use{}; ///< what it was wanted for
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
  /// where none does; beneficiaries who are the same in the columns of `stratify` are a stratum.
  [[nodiscard]] tl::expected<void, ListFailure> read(const std::string& identity,
                                                     const std::vector<std::string>& stratify);
  /// The list, each line with its arm in one column more; the balance is told of each beneficiary.
  void write(const Sink& sink, const std::string& column, const std::vector<std::string>& names,
             std::span<const std::uint32_t> arms, Balance& balance) const;

  [[nodiscard]] const std::vector<std::string>& columns() const { return columns_; }
  [[nodiscard]] const std::vector<std::uint32_t>& strata() const { return strata_; } ///< of each beneficiary

private:
  std::shared_ptr<const Source> source_;
  std::vector<std::string> columns_;
  std::vector<std::size_t> stratified_;
  std::optional<std::size_t> identity_;
  std::vector<std::uint32_t> strata_;
  std::unordered_map<std::string, std::uint32_t> known_strata_;
  std::unordered_set<std::string> seen_;

  [[nodiscard]] std::optional<MissingColumn> find_columns(const std::string& identity,
                                                          const std::vector<std::string>& stratify);
  [[nodiscard]] std::optional<Phrase> take(const source::CsvReader& reader,
                                           const std::vector<source::Cell>& record);
  [[nodiscard]] std::uint32_t stratum(const source::CsvReader& reader,
                                      const std::vector<source::Cell>& record);
  [[nodiscard]] Phrase faulty(const source::CsvFault& fault) const;
  [[nodiscard]] std::int64_t line_of(const std::vector<source::Cell>& record) const;
};

} // namespace deploy_plan::report
