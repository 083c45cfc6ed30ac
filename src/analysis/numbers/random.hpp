// Random numbers that are the same on every machine: xoshiro256++ 1.0 (Blackman and Vigna 2019), seeded by
// splitmix64 as its authors advise.
#pragma once
#include <array>
#include <bit>
#include <cstdint>
#include <string_view>

namespace deploy_plan::analysis {

/// The quantile of the standard normal law, to some 1e-16 (Wichura 1988, algorithm AS 241, PPND16).
[[nodiscard]] double normal_quantile_as241(double probability);

/// A seed of its own for what is drawn under a name: the same wherever that is asked for.
[[nodiscard]] constexpr std::uint64_t seed_of(std::uint64_t seed, std::string_view name) {
  std::uint64_t hash = 0xCBF29CE484222325U ^ seed; // FNV-1a
  for (const char one : name)
    hash = (hash ^ static_cast<unsigned char>(one)) * 0x100000001B3U;
  return hash;
}

class Random {
public:
  /// A seed, and which of its streams: streams of one seed are as good as independent.
  explicit Random(std::uint64_t seed, std::uint64_t stream = 0) {
    std::uint64_t from = seed ^ (mixed(stream + 1) * (stream == 0 ? 0 : 1));
    for (std::uint64_t& word : state_) {
      from += 0x9E3779B97F4A7C15U;
      word = mixed(from);
    }
  }

  std::uint64_t next() {
    const std::uint64_t result = std::rotl(state_[0] + state_[3], 23) + state_[0];
    const std::uint64_t shifted = state_[1] << 17U;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = std::rotl(state_[3], 45);
    return result;
  }

  /// In ]0, 1[: never an end, so that every quantile is finite.
  double uniform() { return (static_cast<double>(next() >> 12U) + 0.5) * 0x1p-52; }

  /// In [0, count[, each as likely (Lemire 2019, without its fast path).
  std::uint64_t below(std::uint64_t count) {
    const std::uint64_t unfair = (0 - count) % count;
    for (;;)
      if (const std::uint64_t drawn = next(); drawn >= unfair)
        return drawn % count;
  }

  /// Of the standard normal law, by its quantile.
  double normal() { return normal_quantile_as241(uniform()); }

private:
  std::array<std::uint64_t, 4> state_{};

  static std::uint64_t mixed(std::uint64_t z) {
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
  }
};

} // namespace deploy_plan::analysis
