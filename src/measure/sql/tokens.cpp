#include "measure/sql/tokens.hpp"
#include "text/folding.hpp"
#include "text/number.hpp"
#include "text/spaces.hpp"
#include <algorithm>

namespace deploy_plan::measuring {
namespace {

using text::is_digit;

bool is_blank(char letter) { return letter == ' ' || (letter >= '\t' && letter <= '\r'); }
/// Of a name: engines agree on letters, and that what is beyond ASCII is one.
bool is_letter(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || letter == '_' ||
         static_cast<unsigned char>(letter) >= 0x80;
}
bool is_of_word(char letter) { return is_letter(letter) || is_digit(letter); }

/// Both languages of the file name the parameters.
struct Spelling {
  std::string_view name;
  Parameter parameter;
};
constexpr Spelling spellings[] = {{"from", Parameter::from},
                                  {"depuis", Parameter::from},
                                  {"until", Parameter::until},
                                  {"jusqu_au", Parameter::until},
                                  {"segment", Parameter::segment}};

std::optional<Parameter> parameter_of(std::string_view name) {
  for (const Spelling& spelling : spellings)
    if (text::fold(name) == spelling.name)
      return spelling.parameter;
  return std::nullopt;
}

/// Words after which a value comes: a colon that touches them begins a parameter.
constexpr std::string_view before_values[] = {"and",    "between", "by",    "else", "having", "in",
                                              "is",     "like",    "limit", "not",  "on",     "or",
                                              "select", "then",    "when",  "where"};

constexpr std::string_view digits = "0123456789_";

class Cutter {
public:
  Cutter(std::string_view sql, const Dialect& dialect) : sql_(sql), dialect_(dialect) {}

  tl::expected<std::vector<Token>, Failure> cut() {
    while (!failure_ && at_ < sql_.size())
      step();
    if (failure_)
      return tl::unexpected(*failure_);
    return std::move(tokens_);
  }

private:
  [[nodiscard]] char letter(std::size_t ahead = 0) const {
    return at_ + ahead < sql_.size() ? sql_[at_ + ahead] : '\0';
  }
  [[nodiscard]] bool stands(std::string_view sign) const { return sql_.substr(at_, sign.size()) == sign; }

  /// Bytes of white space; what a word processor types too.
  [[nodiscard]] std::size_t blanks_at(std::size_t at) const {
    if (static_cast<unsigned char>(sql_[at]) < 0x80)
      return is_blank(sql_[at]) ? 1 : 0;
    return text::space_before(sql_.substr(at, 4));
  }
  /// The end of a word, a number or a name that begins there.
  [[nodiscard]] std::size_t end_of_word(std::size_t at) const {
    while (at < sql_.size() && is_of_word(sql_[at]) && blanks_at(at) == 0)
      ++at;
    return at;
  }

  void step() {
    const char first = letter();
    if (first == '\0')
      fail({Trouble::wrong_statement, "U+0000"}, at_);
    else if (const std::size_t blanks = blanks_at(at_))
      at_ += blanks;
    else if (is_comment_of_line())
      at_ = std::min(sql_.find_first_of(dialect_.dollar_quotes ? "\r\n" : "\n", at_), sql_.size());
    else if (stands("/*"))
      comment();
    else if (first == '\'')
      text_between_quotes();
    else if (first == '"')
      between('"', TokenKind::name, dialect_.backslash_escapes);
    else if (first == '`' && dialect_.backticks)
      between('`', TokenKind::name, false);
    else if (first == '[' && dialect_.brackets)
      between(']', TokenKind::name, false);
    else if (first == '$')
      dollar();
    else if (is_digit(first))
      number();
    else if (is_letter(first))
      word();
    else if (first == ':')
      colon();
    else
      sign();
  }

  /// MariaDB alone takes # for a comment; there, "--" begins one only before white space.
  [[nodiscard]] bool is_comment_of_line() const {
    if (letter() == '#')
      return dialect_.hash_comments;
    if (!stands("--"))
      return false;
    return !(dialect_.hash_comments || dialect_.blank_after_dashes) || is_blank(letter(2));
  }

  void comment() {
    const std::size_t begin = at_;
    if (letter(2) == '!' || (letter(2) == 'M' && letter(3) == '!')) // MariaDB runs what such a comment says
      return fail({Trouble::writes, "/*!"}, begin);
    at_ += 2;
    for (std::size_t depth = 1; depth > 0;) {
      at_ = sql_.find_first_of("*/", at_);
      if (at_ == std::string_view::npos)
        return fail({Trouble::unclosed_statement, "/*"}, begin);
      const bool closes = stands("*/");
      const bool opens = dialect_.nested_comments && stands("/*");
      depth = depth + (opens ? 1 : 0) - (closes ? 1 : 0);
      at_ += closes || opens ? 2 : 1;
    }
  }

  void text_between_quotes() {
    const bool is_escaped = is_after_e();
    between('\'', TokenKind::text, dialect_.backslash_escapes || is_escaped);
    // What goes on after a line's end is of the same kind.
    while (is_escaped && !failure_) {
      const std::size_t next = sql_.find_first_not_of(" \t\r\n\f\v", at_);
      if (next == std::string_view::npos || sql_[next] != '\'' ||
          sql_.substr(at_, next - at_).find_first_of("\r\n") == std::string_view::npos)
        return;
      at_ = next;
      between('\'', TokenKind::text, true);
    }
  }
  [[nodiscard]] bool is_after_e() const {
    if (!dialect_.dollar_quotes || tokens_.empty() || tokens_.back().kind != TokenKind::word)
      return false;
    const auto [kind, begin, end, parameter] = tokens_.back();
    return end == at_ && end - begin == 1 && (sql_[begin] == 'E' || sql_[begin] == 'e');
  }

  /// To a closing sign that does not stand twice.
  void between(char closing, TokenKind kind, bool backslashes) {
    const std::size_t begin = at_++;
    while (at_ < sql_.size()) {
      if (backslashes && letter() == '\\')
        at_ += 2;
      else if (letter() != closing)
        ++at_;
      else if (letter(1) == closing)
        at_ += 2;
      else
        return add(kind, begin, at_ + 1);
    }
    fail({Trouble::unclosed_statement, std::string(sql_.substr(begin, 1))}, begin);
  }

  void dollar() {
    const std::size_t tag = end_of_word(at_ + 1);
    const bool is_number = is_digit(letter(1));
    const std::size_t begin = at_;
    if (dialect_.dollar_quotes && !is_number && tag < sql_.size() && sql_[tag] == '$') {
      const std::string_view mark = sql_.substr(begin, tag + 1 - begin);
      const std::size_t end = sql_.find(mark, tag + 1);
      return end == std::string_view::npos ? fail({Trouble::unclosed_statement, std::string(mark)}, begin)
                                           : add(TokenKind::text, begin, end + mark.size());
    }
    if (is_number) // likewise
      return fail({Trouble::unknown_parameter, std::string(sql_.substr(begin, tag - begin))}, begin);
    sign();
  }

  /// No further than it goes: in "1INTO" a word follows.
  void number() {
    const std::size_t begin = at_;
    if (letter() == '0' && (letter(1) == 'x' || letter(1) == 'X'))
      return add(TokenKind::number, begin, end_of("0123456789abcdefABCDEF_", begin + 2));
    std::size_t end = end_of(digits, begin);
    if (end < sql_.size() && sql_[end] == '.')
      end = end_of(digits, end + 1);
    if (end < sql_.size() && (sql_[end] == 'e' || sql_[end] == 'E')) {
      const std::size_t sign = sql_.find_first_not_of("+-", end + 1);
      if (sign != std::string_view::npos && sign <= end + 2 && is_digit(sql_[sign]))
        end = end_of(digits, sign);
    }
    add(TokenKind::number, begin, end);
  }
  [[nodiscard]] std::size_t end_of(std::string_view letters, std::size_t from) const {
    return std::min(sql_.find_first_not_of(letters, from), sql_.size());
  }
  void word() {
    const std::size_t begin = at_;
    do
      at_ = end_of_word(at_ + 1);
    while (letter() == '$');
    add(TokenKind::word, begin, at_);
  }

  void colon() {
    const std::size_t begin = at_;
    if (letter(1) == ':' || letter(1) == '=')
      return add(TokenKind::sign, begin, begin + 2);
    const std::size_t end = end_of_word(begin + 1);
    if (end == begin + 1 || is_digit(letter(1)) || is_path() || is_slice())
      return sign();
    const std::string name(sql_.substr(begin + 1, end - begin - 1));
    if (const auto parameter = parameter_of(name)) {
      add(TokenKind::parameter, begin, end);
      tokens_.back().parameter = *parameter;
    } else if (in_brackets_ > 0 && last_sign() == '[') // the first ones of a list
      sign();
    else
      fail({Trouble::unknown_parameter, name}, begin);
  }
  /// Touches a value: a path into it, or a key.
  [[nodiscard]] bool is_path() const { return !tokens_.empty() && tokens_.back().end == at_ && ends_value(); }
  [[nodiscard]] bool is_slice() const { return in_brackets_ > 0 && ends_value(); }

  [[nodiscard]] bool ends_value() const {
    if (tokens_.empty())
      return false;
    switch (tokens_.back().kind) {
    case TokenKind::word: return !is_before_values(tokens_.back());
    case TokenKind::name:
    case TokenKind::text:
    case TokenKind::number:
    case TokenKind::parameter: return true;
    case TokenKind::sign: break;
    }
    return last_sign() == ')' || last_sign() == ']' || last_sign() == '}';
  }
  [[nodiscard]] bool is_before_values(const Token& word) const {
    if (word.end - word.begin > 10)
      return false;
    const std::string folded = text::fold(sql_.substr(word.begin, word.end - word.begin));
    return std::ranges::find(before_values, folded) != std::end(before_values);
  }
  [[nodiscard]] char last_sign() const {
    return tokens_.empty() || tokens_.back().kind != TokenKind::sign ? '\0' : sql_[tokens_.back().begin];
  }

  void sign() {
    if (letter() == '?' && dialect_.placeholder != nullptr &&
        dialect_.placeholder(Parameter::from, 1, 1)
            .starts_with('?')) // it would take the place of one of ours
      return fail({Trouble::unknown_parameter, "?"}, at_);
    if (letter() == '[' || letter() == '{')
      ++in_brackets_;
    else if ((letter() == ']' || letter() == '}') && in_brackets_ > 0)
      --in_brackets_;
    add(TokenKind::sign, at_, at_ + 1);
  }

  void add(TokenKind kind, std::size_t begin, std::size_t end) {
    tokens_.push_back({kind, begin, end});
    at_ = end;
  }
  void fail(Failure failure, std::size_t where) {
    failure.position = character_at(sql_, where);
    failure_ = std::move(failure);
  }

  std::string_view sql_;
  const Dialect& dialect_;
  std::size_t at_ = 0;
  std::size_t in_brackets_ = 0;
  std::vector<Token> tokens_;
  std::optional<Failure> failure_;
};

} // namespace

tl::expected<std::vector<Token>, Failure> tokens_of(std::string_view sql, const Dialect& dialect) {
  return Cutter(sql, dialect).cut();
}

std::int64_t character_at(std::string_view sql, std::size_t offset) {
  const std::string_view before = sql.substr(0, offset);
  return 1 + std::ranges::count_if(
                 before, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; });
}

} // namespace deploy_plan::measuring
