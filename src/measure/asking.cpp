#include "measure/asking.hpp"
#include "system/own_process.hpp"
#include <algorithm>
#include <filesystem>

namespace deploy_plan::measuring {
namespace {

using system::Ending;
using system::Moment;

/// Of the addresses that an engine may take: its own caches are bounded by the engine.
constexpr std::size_t most_memory = std::size_t{16} << 30U;
/// What an engine is given beyond its limits to keep them by itself, and to start.
constexpr std::chrono::seconds grace{10};

Moment later(std::chrono::milliseconds time) { return std::chrono::steady_clock::now() + time + grace; }

/// The working directory is the strategy's folder, where engines look for files.
class InFolder {
public:
  explicit InFolder(const std::string& folder) : before_(std::filesystem::current_path(error_)) {
    if (!folder.empty())
      std::filesystem::current_path(folder, error_);
  }
  InFolder(const InFolder&) = delete;
  InFolder& operator=(const InFolder&) = delete;
  ~InFolder() { std::filesystem::current_path(before_, error_); }

private:
  std::error_code error_;
  std::filesystem::path before_;
};

/// In the process of its own. Questions of another time zone get a connection of their own.
class Asker {
public:
  Asker(const Found& source, const Limits& limits, const system::Say& say)
      : source_(source), limits_(limits), say_(say) {}

  void ask(std::span<const Question> questions) {
    if (source_.engine->library != nullptr)
      (void)source_.engine->library(); // what is not there is the engine's to say
    const InFolder folder(source_.address.folder);
    connect(questions.empty() ? std::string() : questions.front().time_zone);
    say_(packed(reached_.map_error([&](Failure failure) { return safe(std::move(failure)); })));
    if (!reached_)
      return;
    const Question* failed = nullptr;
    Answered last = tl::unexpected(Failure{});
    for (const Question& question : questions) {
      if (failed != nullptr && failed->query == question.query) {
        say_(packed(last));
        continue;
      }
      if (question.time_zone != limits_.time_zone)
        connect(question.time_zone);
      last = answer(question);
      failed = last ? nullptr : &question;
      say_(packed(last));
    }
  }

private:
  const Found& source_;
  Limits limits_;
  const system::Say& say_;
  std::unique_ptr<Connection> connection_;
  Reached reached_ = tl::unexpected(Failure{Trouble::died});

  void connect(const std::string& time_zone) {
    limits_.time_zone = time_zone;
    connection_.reset();
    auto opened = source_.engine->connect(source_.address, limits_);
    if (!opened)
      reached_ = tl::unexpected(opened.error());
    else
      reached_ = (*opened)->session();
    connection_ = opened ? std::move(*opened) : nullptr;
  }

  Answered answer(const Question& question) {
    if (!connection_)
      return tl::unexpected(safe(reached_ ? Failure{Trouble::cut_short} : reached_.error()));
    Answered answered = connection_->ask(question.statement, question.bound);
    if (!answered) {
      if (answered.error().trouble == Trouble::cut_short)
        connect(limits_.time_zone); // for the questions that follow
      return tl::unexpected(safe(std::move(answered.error())));
    }
    if (answered->columns.size() > widest_row)
      answered->rows.clear();
    for (std::vector<Cell>& row : answered->rows)
      for (Cell& cell : row)
        if (auto* const words = std::get_if<std::string>(&cell);
            words != nullptr && holds_secret(*words, source_.address.secrets))
          *words = without_secrets(std::move(*words), source_.address.secrets);
    return answered;
  }

  Failure safe(Failure failure) const {
    failure.words = without_secrets(std::move(failure.words), source_.address.secrets);
    return failure;
  }
};

/// Hears what the processes say, and has another one begin where one ended before its time.
class Listener {
public:
  Listener(const Found& source, std::span<const Question> questions, const Limits& limits,
           const std::function<void()>& answered)
      : source_(source), questions_(questions), limits_(limits), answered_(answered) {}

  Asked listen() {
    while (asked_.answers.size() < questions_.size() || !was_reached_) {
      const std::size_t before = asked_.answers.size();
      const Ending ending = ask_the_rest();
      if (was_reached_ && !asked_.reached)
        break;
      if (asked_.answers.size() == questions_.size())
        break;
      const Failure failure{ending == Ending::out_of_time ? Trouble::too_long : Trouble::died};
      if (!is_reached_now_) {
        asked_.reached = tl::unexpected(
            Failure{ending == Ending::out_of_time ? Trouble::too_long_to_connect : Trouble::died});
        break;
      }
      if (asked_.answers.size() == before || ending != Ending::finished)
        give_up(failure);
    }
    return std::move(asked_);
  }

private:
  const Found& source_;
  const std::span<const Question> questions_;
  const Limits& limits_;
  const std::function<void()>& answered_;
  Asked asked_;
  bool was_reached_ = false;    ///< or refused, once
  bool is_reached_now_ = false; ///< by the process that asks now

  Ending ask_the_rest() {
    const auto rest = questions_.subspan(asked_.answers.size());
    is_reached_now_ = false;
    return system::in_own_process([&](const system::Say& say) { Asker(source_, limits_, say).ask(rest); },
                                  later(limits_.connecting),
                                  [&](std::string_view message) {
                                    hear(message);
                                    return later(limits_.connecting + limits_.asking);
                                  },
                                  most_memory);
  }

  void hear(std::string_view message) {
    if (is_reached_now_)
      return take(unpacked_rows(message));
    is_reached_now_ = true;
    Reached reached = unpacked_session(message);
    if (!was_reached_ || !reached)
      asked_.reached = std::move(reached);
    was_reached_ = true;
  }

  /// The question that comes next, and the others of its query.
  void give_up(const Failure& failure) {
    const Question& failed = questions_[asked_.answers.size()];
    do
      take(tl::unexpected(failure));
    while (asked_.answers.size() < questions_.size() &&
           questions_[asked_.answers.size()].query == failed.query);
  }
  void take(Answered answer) {
    asked_.answers.push_back(std::move(answer));
    answered_();
  }
};
} // namespace

Asked ask(const Found& source, std::span<const Question> questions, const Limits& limits,
          const std::function<void()>& answered) {
  return Listener(source, questions, limits, answered).listen();
}

} // namespace deploy_plan::measuring
