// What if: a strategy with some of its values changed, checked like any other.
#pragma once
#include "deploy_plan/check.hpp"
#include "deploy_plan/difference.hpp"
#include <variant>

namespace deploy_plan {

/// A scenario of the strategy file, by its id.
struct OwnScenario {
  std::string id;
};
/// A file that holds one scenario: an object with `name` and `set`.
struct Overlay {
  std::shared_ptr<const Source> source;
};
/// PATH=VALUE as an option gives it: a JSON value, else words; "+10%", "-5" and "*1.2" change the number that
/// they find. PATH==VALUE takes the value as it stands.
struct Assignments {
  std::string option; ///< that gave them, to point at: "--set"
  std::vector<std::string> texts;
};
using Changes = std::variant<OwnScenario, Overlay, Assignments>;

/// A strategy as some changes leave it.
struct Variant {
  Strategy strategy;
  CheckedFile checked;                 ///< what checking it found, placed where the changes were written
  std::vector<Difference> changes;     ///< what each assignment did, in their order
  [[nodiscard]] bool is_sound() const; ///< no finding is an error
};

/// One strategy file, opened to be changed and compared. Cheap to copy; safe to share among threads.
class StrategyFile {
public:
  /// What opening gave: nothing where the source is not JSON, or holds several strategies, which `checked`
  /// says.
  struct Opened;
  /// Throws what `check` throws.
  [[nodiscard]] static Opened open(const std::shared_ptr<const Source>& source, const CheckOptions& options);

  [[nodiscard]] const std::string& name() const; ///< the source's
  /// The scenarios that it holds, with their names for people.
  [[nodiscard]] const std::vector<Scenario>& scenarios() const;
  /// The strategy with the changes applied one after the other, all of them checked. Unknown paths and values
  /// that do not fit are findings of the variant.
  [[nodiscard]] Variant with(std::span<const Changes> changes) const;

  /// What a newer version changes.
  [[nodiscard]] std::vector<Difference> differences_to(const StrategyFile& newer) const;
  /// The file's text with values written in: its layout, the language of its keys and its comments stay.
  [[nodiscard]] std::string rewritten(const std::vector<WrittenValue>& values) const;
  /// Every value of the file, as if it had come from nothing.
  [[nodiscard]] std::vector<Difference> everything() const;

private:
  struct Inside;
  std::shared_ptr<const Inside> inside_;
};

struct StrategyFile::Opened {
  std::optional<StrategyFile> file;
  CheckedFile checked;
  Strategy strategy; ///< as it stands
};

/// What a file is, to compare: a strategy, or an overlay with its name. Read from its keys alone.
struct OverlayName {
  std::string id; ///< the file's name without folder and extension
  std::string name;
};
[[nodiscard]] std::optional<OverlayName> overlay_name(const std::shared_ptr<const Source>& source);

} // namespace deploy_plan
