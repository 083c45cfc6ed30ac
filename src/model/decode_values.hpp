// Values that hold no others: numbers, days, words of lists. What all of reading reports with stands here,
// too.
#pragma once
#include "model/decode.hpp"
#include "model/rule_names.hpp"

namespace deploy_plan::model {

/// What a value of a type is called where it is asked for: "a whole number".
[[nodiscard]] Text expected(const Type& type);

class ValueDecoder {
public:
  ValueDecoder(const source::Tree& read, Collector& found) : tree_(read), findings_(found) {}

  /// Whether a value is of the kind that is wanted, or a percentage for a rate.
  [[nodiscard]] bool accepts(const Type& type, const Field& field, source::NodeId id) const;
  [[nodiscard]] static Text expected(const Type& type, const Field& field);
  [[nodiscard]] bool is_blank(source::NodeId id) const;
  /// Reads a value that is neither record nor list; false, with a finding, where it cannot be read.
  bool decode_single(const Type& type, const Field& field, source::NodeId id, void* into);

  void report(source::RuleName name, source::NodeId id, Place place, Phrase message, Phrase help,
              std::vector<Related> related = {});
  /// Reports it, and gives false.
  bool wrong_type(source::NodeId id, Text wanted, bool or_object = false);
  /// Of what holds others, the opening bracket alone.
  [[nodiscard]] static Place shown(const source::Node& node);

protected:
  const source::Tree& tree_;
  Collector& findings_;

private:
  bool decode_text(const Field& field, source::NodeId id, std::string& into);
  bool decode_date(source::NodeId id, Date& into);
  bool decode_month(source::NodeId id, Month& into);
  bool decode_choice(const Type& type, source::NodeId id, void* into);
  bool decode_number(const Field& field, source::NodeId id, double& into);
  bool decode_integer(const Field& field, source::NodeId id, std::int64_t& into);
  bool too_small(const Field& field, source::NodeId id);
  bool out_of_range(const Field& field, source::NodeId id);
};

} // namespace deploy_plan::model
