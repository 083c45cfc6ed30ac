#include "measure/sql/reading.hpp"
#include <algorithm>

namespace deploy_plan::measuring {
namespace {

using Names = std::span<const std::string_view>;

// Words in lower case.
constexpr std::string_view first_words[] = {"select", "with", "values", "table", "from"};
/// Of a part between brackets, and after the parts that WITH names.
constexpr std::string_view changing_words[] = {"insert", "update", "delete", "merge", "replace"};
/// After these a name comes, or a value, whatever it is called.
constexpr std::string_view before_names[] = {"as",  "by", "cycle", "default", "recursive",
                                             "set", "to", "using", "with"};
/// What goes on after a value: a column may be called "delete".
constexpr std::string_view after_values[] = {
    "and",    "as",   "asc",   "at",   "between", "collate", "desc",  "else", "end",
    "filter", "from", "ilike", "in",   "is",      "isnull",  "like",  "not",  "notnull",
    "nulls",  "or",   "order", "over", "then",    "when",    "within"};
/// Words that begin a statement of SQL Server's, which needs no semicolon before it, and stand for nothing
/// else there: none of them is a name between no quotes.
constexpr std::string_view chained_words[] = {
    "alter",   "bulk",     "create",   "dbcc",   "deny",       "delete",      "drop",     "exec",
    "execute", "grant",    "insert",   "kill",   "merge",      "reconfigure", "revert",   "revoke",
    "set",     "shutdown", "truncate", "update", "updatetext", "waitfor",     "writetext"};
/// Functions that change something, whatever the transaction they are called in.
constexpr std::string_view changing_functions[] = {
    // PostgreSQL: settings, sequences, servers and sessions, other servers
    "set_config", "setval", "nextval", "pg_cancel_backend", "pg_terminate_backend", "pg_reload_conf",
    "pg_rotate_logfile", "pg_switch_wal", "pg_promote", "pg_notify", "pg_create_restore_point",
    "pg_logical_emit_message", "lowrite",
    // SQLite
    "load_extension", "writefile",
    // MariaDB
    "get_lock", "release_lock", "release_all_locks", "sys_exec", "sys_eval",
    // SQL Server, on other servers
    "openquery", "openrowset", "opendatasource"};
constexpr std::string_view changing_beginnings[] = {"dblink",           "lo_",      "pg_advisory_",
                                                    "pg_try_advisory_", "pg_file_", "pg_stat_reset",
                                                    "pg_replication_",  "pg_drop_", "pg_wal_replay_"};

bool is_one_of(std::string_view word, Names names) { return std::ranges::find(names, word) != names.end(); }

std::string in_lower_case(std::string_view word) {
  std::string lower(word);
  for (char& letter : lower)
    if (letter >= 'A' && letter <= 'Z')
      letter = static_cast<char>(letter - 'A' + 'a');
  return lower;
}

bool changes(const std::string& function) {
  return is_one_of(function, changing_functions) ||
         std::ranges::any_of(changing_beginnings,
                             [&](std::string_view begin) { return function.starts_with(begin); });
}

class Reading {
public:
  Reading(std::string_view sql, std::span<const Token> tokens, const Dialect& dialect)
      : sql_(sql), tokens_(tokens), dialect_(dialect) {}

  std::optional<Failure> judge() {
    if (auto failure = judge_begin())
      return failure;
    for (at_ = 0; at_ < tokens_.size(); ++at_)
      if (does_more())
        return found(at_);
    return std::nullopt;
  }

private:
  /// What stands between one pair of brackets, or in none.
  struct Part {
    bool awaits_verb = false; ///< it began with WITH, and is still at the parts that this names
    bool updates = false;     ///< it begins with UPDATE: is it a column, or the statement?
  };

  [[nodiscard]] std::optional<Failure> judge_begin() const {
    std::size_t first = 0;
    while (first + 1 < tokens_.size() && is_sign(first, '('))
      ++first;
    if (is_one_of(word(first), first_words))
      return std::nullopt;
    return found(first);
  }

  bool does_more() {
    if (is_sign(at_, '('))
      parts_.emplace_back();
    else if (is_sign(at_, ')') && parts_.size() > 1)
      parts_.pop_back();
    if (calls_what_changes())
      return true;
    const std::string is = word(at_);
    if (is.empty() || is_name())
      return false;
    return is == "into" || locks(is) || changes_in_part(is) || is_chained(is);
  }

  [[nodiscard]] bool calls_what_changes() const {
    const TokenKind kind = tokens_[at_].kind;
    if ((kind != TokenKind::word && kind != TokenKind::name) || !is_sign(at_ + 1, '('))
      return false;
    std::string_view name = text(at_);
    if (kind == TokenKind::name)
      name = name.substr(1, name.size() - 2);
    return changes(in_lower_case(name));
  }

  /// After AS, and after a dot that follows a name, anything is a name.
  [[nodiscard]] bool is_name() const {
    if (at_ > 1 && is_sign(at_ - 1, '.'))
      return tokens_[at_ - 2].kind == TokenKind::word || tokens_[at_ - 2].kind == TokenKind::name;
    return at_ > 0 && word(at_ - 1) == "as";
  }

  [[nodiscard]] bool locks(const std::string& is) const {
    const std::string next = word(at_ + 1), second = word(at_ + 2);
    if (is == "for")
      return next == "update" || next == "share" || (next == "no" && second == "key") ||
             (next == "key" && second == "share");
    return (is == "lock" && next == "in") || (is == "next" && next == "value" && second == "for");
  }

  bool changes_in_part(const std::string& is) {
    Part& part = parts_.back();
    const bool is_first = at_ == 0 || is_sign(at_ - 1, '(');
    if (is_first && is == "with") {
      part.awaits_verb = true;
      return false;
    }
    if (part.updates && is == "set")
      return true;
    const bool is_change = is_one_of(is, changing_words);
    if (part.awaits_verb && !is_sign(at_ - 1, ',') && !is_one_of(word(at_ - 1), before_names)) {
      if (is_one_of(is, first_words))
        part.awaits_verb = false;
      return is_change;
    }
    if (!is_first || !is_change)
      return false;
    if (is == "update")
      part.updates = true;
    return is == "delete" ? word(at_ + 1) == "from" : is != "update" && is_before_table();
  }
  /// A name follows, rather than what goes on after a column.
  [[nodiscard]] bool is_before_table() const {
    if (at_ + 1 >= tokens_.size())
      return false;
    const std::string next = word(at_ + 1);
    return tokens_[at_ + 1].kind == TokenKind::name || (!next.empty() && !is_one_of(next, after_values));
  }

  [[nodiscard]] bool is_chained(const std::string& is) const {
    if (!dialect_.unseparated_statements || !is_one_of(is, chained_words))
      return false;
    if (is == "merge") // a way to join
      return word(at_ + 1) != "join" && word(at_ + 1) != "union";
    if (is == "set" && at_ > 0) // of characters
      return word(at_ - 1) != "character" && word(at_ - 1) != "char";
    const bool is_function = is_sign(at_ + 1, '(');
    return !is_function || is == "exec" || is == "execute";
  }

  [[nodiscard]] std::string_view text(std::size_t which) const {
    return sql_.substr(tokens_[which].begin, tokens_[which].end - tokens_[which].begin);
  }
  /// In lower case; empty where another token stands, or one longer than any that counts.
  [[nodiscard]] std::string word(std::size_t which) const {
    if (which >= tokens_.size() || tokens_[which].kind != TokenKind::word || text(which).size() > 15)
      return {};
    return in_lower_case(text(which));
  }
  [[nodiscard]] bool is_sign(std::size_t which, char sign) const {
    return which < tokens_.size() && tokens_[which].kind == TokenKind::sign && text(which)[0] == sign;
  }
  [[nodiscard]] Failure found(std::size_t which) const {
    return {Trouble::writes, std::string(text(which)), character_at(sql_, tokens_[which].begin)};
  }

  std::string_view sql_;
  std::span<const Token> tokens_;
  const Dialect& dialect_;
  std::size_t at_ = 0;
  std::vector<Part> parts_{1};
};

} // namespace

std::optional<Failure> more_than_reading(std::string_view sql, std::span<const Token> tokens,
                                         const Dialect& dialect) {
  return Reading(sql, tokens, dialect).judge();
}

} // namespace deploy_plan::measuring
