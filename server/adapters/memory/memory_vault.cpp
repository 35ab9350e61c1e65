#include "adapters/memory/memory_vault.hpp"

#include "adapters/memory/later.hpp"
#include "domain/ensure.hpp"

#include <random>

namespace viab::adapters {
namespace {

std::uint64_t mix(std::uint64_t key, std::string_view text) {
  for (char c : text) key = (key ^ static_cast<unsigned char>(c)) * 1099511628211u;
  std::mt19937_64 stir(key);
  return stir();
}

std::string hex(std::uint64_t value) {
  std::string text;
  for (int i = 0; i < 16; ++i, value >>= 4) text += "0123456789abcdef"[value & 15];
  return text;
}

// No cryptography: a stream of numbers over the text, and a checksum in front.
class pretended_seal : public ports::round_seal {
public:
  explicit pretended_seal(std::uint64_t key) : key_(key) {}

  ballot_key pseudonym(std::string_view who) const override {
    return ballot_key{hex(mix(key_, who)) + hex(mix(key_ + 1, who))};
  }

  std::string seal(std::string_view plain, std::size_t padded_to) const override {
    VIAB_ENSURE(plain.size() <= padded_to);
    auto size = std::to_string(plain.size());
    std::string text = std::string(8 - size.size(), '0') + size + std::string(plain);
    text.resize(8 + padded_to, ' ');
    return hex(mix(key_, text)) + stirred(text);
  }

  std::optional<std::string> open(std::string_view sealed) const override {
    if (sealed.size() < 24) return std::nullopt;
    auto const text = stirred(sealed.substr(16));
    if (hex(mix(key_, text)) != sealed.substr(0, 16)) return std::nullopt;
    return text.substr(8, std::stoul(text.substr(0, 8)));
  }

private:
  std::string stirred(std::string_view text) const {
    std::mt19937_64 stream(key_);
    std::string out(text);
    for (char& c : out) c = static_cast<char>(c ^ static_cast<char>(stream()));
    return out;
  }

  std::uint64_t key_;
};

}  // namespace

boost::asio::awaitable<memory_vault::seal> memory_vault::open_round(std::string round) {
  auto& key = keys_[round];
  if (!key) key = std::make_shared<pretended_seal>(mix(next_key_++, round));
  auto const made = key;
  co_await later();
  co_return made;
}

boost::asio::awaitable<memory_vault::seal> memory_vault::find_round(std::string round) {
  auto const found = keys_.find(round);
  auto const key = found == keys_.end() ? seal{} : found->second;
  co_await later();
  co_return key;
}

boost::asio::awaitable<void> memory_vault::destroy(std::string round) {
  keys_.erase(round);
  co_await later();
}

boost::asio::awaitable<std::vector<std::string>> memory_vault::rounds() {
  std::vector<std::string> names;
  for (auto const& [name, key] : keys_) names.push_back(name);
  co_await later();
  co_return names;
}

}  // namespace viab::adapters
