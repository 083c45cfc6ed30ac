// A list of beneficiaries, to be split into the arms of a test.
#pragma once
#include "deploy_plan/render.hpp"
#include "report/views/trial/assignment_view.hpp"
#include "source/csv.hpp"
#include <unordered_map>
#include <unordered_set>

namespace deploy_plan::report {

/// A CSV whose first line names its columns and whose others are a beneficiary each. Read twice: for its
/// strata, then to be written as it stands with its arms.
class BeneficiaryList {
public:
  explicit BeneficiaryList(std::shared_ptr<const Source> source) : source_(std::move(source)) {}

  /// What is wrong with the list, if anything. `identity` is the column that names a beneficiary once, empty
  /// where none does; beneficiaries who are the same in the columns of `stratify` are a stratum.
  [[nodiscard]] std::optional<Phrase> read(const std::string& identity,
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

  [[nodiscard]] std::optional<Phrase> find_columns(const std::string& identity,
                                                   const std::vector<std::string>& stratify);
  [[nodiscard]] std::optional<Phrase> take(const source::CsvReader& reader,
                                           const std::vector<source::Cell>& record);
  [[nodiscard]] std::uint32_t stratum(const source::CsvReader& reader,
                                      const std::vector<source::Cell>& record);
  [[nodiscard]] Phrase faulty(const source::CsvFault& fault) const;
  [[nodiscard]] std::int64_t line_of(const std::vector<source::Cell>& record) const;
};

} // namespace deploy_plan::report
