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
    "pg_logical_emit_message", "lowrite", "pg_start_backup", "pg_stop_backup",
    // SQLite, its shell, its ODBC driver and what comes with that: files are written, or read
    "load_extension", "fts3_tokenizer", "writefile", "readfile", "lsdir", "blob_export", "blob_import",
    "import_sql", "export_sql", "export_csv", "export_xml", "export_json",
    // MariaDB
    "get_lock", "release_lock", "release_all_locks", "sys_exec", "sys_eval",
    // SQL Server, on other servers
    "openquery", "openrowset", "opendatasource"};
constexpr std::string_view changing_beginnings[] = {
    "dblink",          "lo_",      "pg_advisory_", "pg_try_advisory_", "pg_file_",   "pg_stat_reset",
    "pg_replication_", "pg_drop_", "pg_create_",   "pg_copy_",         "pg_backup_", "pg_logical_slot_",
    "pg_wal_replay_"};
/// Functions of PostgreSQL's, and of what comes with it, that run a statement given as a text, whose words
/// nobody has read.
constexpr std::string_view running_functions[] = {"ts_stat", "ts_rewrite", "connectby", "xpath_table"};
constexpr std::string_view running_beginnings[] = {"query_to_xml", "cursor_to_xml", "database_to_xml",
                                                   "schema_to_xml", "crosstab"};

bool is_one_of(std::string_view word, Names names) { return std::ranges::find(names, word) != names.end(); }

std::string in_lower_case(std::string_view word) {
  std::string lower(word);
  for (char& letter : lower)
    if (letter >= 'A' && letter <= 'Z')
      letter = static_cast<char>(letter - 'A' + 'a');
  return lower;
}

bool begins_with_one_of(std::string_view word, Names beginnings) {
  return std::ranges::any_of(beginnings, [&](std::string_view begin) { return word.starts_with(begin); });
}

bool does_more(const std::string& function) {
  return is_one_of(function, changing_functions) || is_one_of(function, running_functions) ||
         begins_with_one_of(function, changing_beginnings) ||
         begins_with_one_of(function, running_beginnings);
}

/// What is called by the token before a bracket, in lower case; empty where nothing is.
std::string called(std::string_view sql, std::span<const Token> tokens, std::size_t at) {
  const Token& token = tokens[at];
  if ((token.kind != TokenKind::word && token.kind != TokenKind::name) || at + 1 >= tokens.size() ||
      tokens[at + 1].kind != TokenKind::sign || sql[tokens[at + 1].begin] != '(')
    return {};
  std::string_view name = sql.substr(token.begin, token.end - token.begin);
  if (token.kind == TokenKind::name)
    name = name.substr(1, name.size() - 2);
  return in_lower_case(name);
}

class Reading {
public:
  Reading(std::string_view sql, std::span<const Token> tokens, const Dialect& dialect)
      : sql_(sql), tokens_(tokens), dialect_(dialect) {}

  std::optional<Failure> judge() {
    if (auto failure = judge_begin())
      return failure;
    for (at_ = 0; at_ < tokens_.size(); ++at_)
      if (goes_beyond())
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

  bool goes_beyond() {
    if (is_sign(at_, '('))
      parts_.emplace_back();
    else if (is_sign(at_, ')') && parts_.size() > 1)
      parts_.pop_back();
    if (does_more(called(sql_, tokens_, at_)) || is_escaped_name())
      return true;
    const std::string is = word(at_);
    if (is.empty() || is_name())
      return false;
    return is == "into" || locks(is) || changes_in_part(is) || is_chained(is);
  }

  /// U&"\0073et_config": nobody reads what it is called.
  [[nodiscard]] bool is_escaped_name() const {
    return word(at_) == "u" && is_sign(at_ + 1, '&') && at_ + 2 < tokens_.size() &&
           tokens_[at_ + 2].kind == TokenKind::name && tokens_[at_].end + 1 == tokens_[at_ + 2].begin;
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

std::optional<Failure> calling(std::string_view sql, std::span<const Token> tokens,
                               std::span<const std::string> functions) {
  for (std::size_t at = 0; at < tokens.size(); ++at)
    if (const std::string name = called(sql, tokens, at);
        !name.empty() && std::ranges::find(functions, name) != functions.end())
      return Failure{Trouble::writes, name, character_at(sql, tokens[at].begin)};
  return std::nullopt;
}

} // namespace deploy_plan::measuring
