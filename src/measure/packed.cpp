#include "measure/packed.hpp"
#include <cstring>
#include <stdexcept>

namespace deploy_plan::measuring {
namespace {

class Packer {
public:
  std::string bytes;

  template <class T>
  requires std::is_trivially_copyable_v<T>
  void put(const T& value) { bytes.append(reinterpret_cast<const char*>(&value), sizeof value); }
  void put(std::string_view text) {
    put(text.size());
    bytes += text;
  }
  void put(const Failure& failure) {
    put(failure.trouble);
    put(std::string_view(failure.words));
    put(failure.position);
  }
  void put(const Cell& cell) {
    put(cell.index());
    if (const auto* const whole = std::get_if<std::int64_t>(&cell))
      put(*whole);
    else if (const auto* const number = std::get_if<double>(&cell))
      put(*number);
    else if (const auto* const text = std::get_if<std::string>(&cell))
      put(std::string_view(*text).substr(0, most_of_a_text));
  }
};

class Unpacker {
public:
  explicit Unpacker(std::string_view packed) : bytes_(packed) {}

  template <class T>
  requires std::is_trivially_copyable_v<T> T get() {
    T value{};
    std::memcpy(&value, take(sizeof value).data(), sizeof value);
    return value;
  }
  std::string text() { return std::string(take(get<std::size_t>())); }
  Failure failure() {
    const auto trouble = get<Trouble>();
    std::string words = text();
    return {trouble, std::move(words), get<std::int64_t>()};
  }
  Cell cell() {
    switch (get<std::size_t>()) {
    case 1: return get<std::int64_t>();
    case 2: return get<double>();
    case 3: return text();
    default: return std::monostate();
    }
  }

private:
  std::string_view bytes_;

  std::string_view take(std::size_t size) {
    if (size > bytes_.size())
      throw std::length_error("an answer that was cut short");
    const std::string_view taken = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return taken;
  }
};

template <class T>
bool put_failure(Packer& packer, const tl::expected<T, Failure>& answer) {
  packer.put(answer.has_value());
  if (!answer)
    packer.put(answer.error());
  return !answer;
}
} // namespace

std::string packed(const Reached& reached) {
  Packer packer;
  if (put_failure(packer, reached))
    return std::move(packer.bytes);
  packer.put(std::string_view(reached->engine));
  packer.put(reached->transport);
  packer.put(std::string_view(reached->encryption));
  packer.put(reached->is_read_only_unproven);
  packer.put(reached->may_write);
  return std::move(packer.bytes);
}

Reached unpacked_session(std::string_view bytes) {
  Unpacker packed(bytes);
  if (!packed.get<bool>())
    return tl::unexpected(packed.failure());
  Session session;
  session.engine = packed.text();
  session.transport = packed.get<Transport>();
  session.encryption = packed.text();
  session.is_read_only_unproven = packed.get<bool>();
  session.may_write = packed.get<bool>();
  return session;
}

std::string packed(const Answered& answered) {
  Packer packer;
  if (put_failure(packer, answered))
    return std::move(packer.bytes);
  packer.put(answered->columns.size());
  for (const std::string& column : answered->columns)
    packer.put(std::string_view(column).substr(0, most_of_a_text));
  packer.put(answered->rows.size());
  for (const std::vector<Cell>& row : answered->rows)
    for (const Cell& cell : row)
      packer.put(cell);
  return std::move(packer.bytes);
}

Answered unpacked_rows(std::string_view bytes) {
  Unpacker packed(bytes);
  if (!packed.get<bool>())
    return tl::unexpected(packed.failure());
  Rows rows;
  rows.columns.resize(packed.get<std::size_t>());
  for (std::string& column : rows.columns)
    column = packed.text();
  rows.rows.resize(packed.get<std::size_t>());
  for (std::vector<Cell>& row : rows.rows)
    for (std::size_t i = 0; i < rows.columns.size(); ++i)
      row.push_back(packed.cell());
  return rows;
}

} // namespace deploy_plan::measuring
