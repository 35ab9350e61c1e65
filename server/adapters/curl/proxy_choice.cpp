#include "adapters/curl/proxy_choice.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

namespace viab::adapters {
namespace {

std::optional<std::uint32_t> read_v4(std::string_view text) {
  in_addr address{};
  if (inet_pton(AF_INET, std::string(text).c_str(), &address) != 1) return std::nullopt;
  return ntohl(address.s_addr);
}

bool in_range(std::string_view host, std::string_view range) {
  auto const slash = range.find('/');
  if (slash == std::string_view::npos) return false;
  auto const digits = range.substr(slash + 1);
  unsigned bits = 0;
  auto const [end, wrong] = std::from_chars(digits.data(), digits.data() + digits.size(), bits);
  if (wrong != std::errc{} || end != digits.data() + digits.size() || bits > 32) return false;
  auto const first = read_v4(range.substr(0, slash));
  auto const address = read_v4(host);
  if (!first || !address) return false;
  return bits == 0 || ((*first ^ *address) >> (32 - bits)) == 0;
}

std::string_view bare(std::string_view host) {
  if (host.starts_with('[') && host.ends_with(']')) return host.substr(1, host.size() - 2);
  while (host.ends_with('.')) host.remove_suffix(1);
  return host;
}

bool covers(std::string_view entry, std::string_view host) {
  if (entry == "*") return true;
  if (in_range(host, entry)) return true;
  entry = bare(entry);
  while (entry.starts_with('.')) entry.remove_prefix(1);
  if (entry.empty()) return false;
  if (host == entry) return true;
  return !read_v4(host) && host.size() > entry.size() && host.ends_with(entry)
         && host[host.size() - entry.size() - 1] == '.';
}

std::string lower(std::string_view text) {
  std::string low(text);
  for (auto& c : low) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return low;
}

}  // namespace

bool goes_straight(std::string const& host, std::string const& list) {
  auto const wanted = lower(bare(host));
  auto const entries = lower(list);
  std::size_t from = 0;
  while (from < entries.size()) {
    auto const start = entries.find_first_not_of(", \t", from);
    if (start == std::string::npos) return false;
    auto const end = std::min(entries.find_first_of(", \t", start), entries.size());
    if (covers(std::string_view(entries).substr(start, end - start), wanted)) return true;
    from = end;
  }
  return false;
}

}  // namespace viab::adapters
