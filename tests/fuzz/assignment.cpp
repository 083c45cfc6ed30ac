// Lists of beneficiaries, split into the arms of a test: no line is lost, and each has its arm.
#include "deploy_plan/answers.hpp"
#include "fuzz/fuzz.hpp"
#include "report/views/trial/beneficiary_list.hpp"

using namespace deploy_plan;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto source = fuzz::source_of(fuzz::words_of(data, size), "list.csv");
  for (const bool stratified : {false, true}) {
    report::BeneficiaryList list(source);
    const auto read = list.read(stratified ? "id" : "",
                                stratified ? std::vector<std::string>{"region"} : std::vector<std::string>());
    if (!read)
      continue;
    const double split[] = {1, 2.5, 1};
    const auto arms = assign(list.strata(), split, 7);
    fuzz::demand(arms.size() == list.strata().size());
    const std::vector<std::string> names{"control", "a letter, \"signed\"", "visit;"};
    Balance balance(list.columns(), names, 7);
    std::string written;
    list.write([&](std::string_view piece) { written += piece; }, "arm", names, arms, balance);
    fuzz::write(document_of(balance.assignment()), size);
    (void)json_of(balance.assignment());

    report::BeneficiaryList again(fuzz::source_of(written, "arms.csv"));
    fuzz::demand(again.read("", {}).has_value());
    fuzz::demand(again.columns().size() == list.columns().size() + 1);
    fuzz::demand(again.strata().size() == arms.size());
  }
  return 0;
}
