#include "protocol/kept_part.hpp"

#include <algorithm>

namespace viab::protocol {
namespace {

using entries = std::vector<std::pair<item_id, std::string>>;

// Entries are in rising order of their ids: they come from a map.
bool has(entries const& drawn, item_id id) {
  auto const before = [](auto const& one, item_id wanted) { return one.first < wanted; };
  auto const at = std::lower_bound(drawn.begin(), drawn.end(), id, before);
  return at != drawn.end() && at->first == id;
}

void redraw_entries(operations& out, std::string const& path, kept_entries<item_id>& kept,
                    entries now, steps::scope const& wanted) {
  if (wanted.all) {
    kept.drop_others(out, path, [&](item_id id) { return has(now, id); });
  } else {
    for (auto const id : wanted.entries) {
      if (!has(now, id)) kept.drop(out, path, id);
    }
  }
  for (auto& [id, value] : now) kept.put(out, path, id, std::move(value));
}

void append_member(std::string& out, char const* name) {
  if (out.size() > 1) out += ',';
  out += '"';
  out += name;
  out += "\":";
}

}  // namespace

// A view's members are always the same ones in the same order.
void kept_part::redraw_leaves(operations& out, std::string const& path,
                              std::vector<std::pair<char const*, std::string>> now) {
  bool const fresh = leaves_.empty();
  for (std::size_t i = 0; i < now.size(); ++i) {
    auto const& [name, value] = now[i];
    if (fresh) {
      append_add(out, path + '/' + name, value);
    } else if (leaves_[i].second != value) {
      append_replace(out, path + '/' + name, value);
    }
  }
  leaves_ = std::move(now);
}

void kept_part::redraw(operations& out, std::string const& path, encoded_part now,
                       steps::scope const& wanted) {
  redraw_leaves(out, path, std::move(now.leaves));
  for (std::size_t i = 0; i < now.maps.size(); ++i) {
    auto& [name, drawn] = now.maps[i];
    auto const map_path = path + '/' + name;
    if (maps_.size() == i) {
      maps_.emplace_back(name, kept_entries<item_id>());
      append_add(out, map_path, "{}");
    }
    redraw_entries(out, map_path, maps_[i].second, std::move(drawn), wanted);
  }
}

std::string kept_part::whole() const {
  std::string out = "{";
  for (auto const& [name, value] : leaves_) {
    append_member(out, name);
    out += value;
  }
  for (auto const& [name, entries] : maps_) {
    append_member(out, name);
    entries.append_whole(out);
  }
  out += '}';
  return out;
}

std::size_t kept_part::bytes() const {
  std::size_t sum = 2;
  for (auto const& [name, value] : leaves_) sum += std::string_view(name).size() + value.size() + 4;
  for (auto const& [name, kept] : maps_) sum += std::string_view(name).size() + kept.bytes() + 4;
  return sum;
}

}  // namespace viab::protocol
