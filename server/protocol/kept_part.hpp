// One part of a view as it was last sent: its members and its keyed entries, each encoded.
#pragma once

#include "protocol/kinds/codec.hpp"
#include "protocol/operations.hpp"

#include <map>
#include <string>
#include <vector>

namespace viab::protocol {

// What is kept of a map whose entries are patched alone.
template <class Key>
class kept_entries {
public:
  // `path` is that of the map.
  void put(operations& out, std::string const& path, Key const& key, std::string value);
  void drop(operations& out, std::string const& path, Key const& key);
  // Drops all that `now` does not have.
  template <class Keys>
  void drop_others(operations& out, std::string const& path, Keys const& now);
  void append_whole(std::string& out) const;
  std::size_t bytes() const;

private:
  std::map<Key, std::string> entries_;
};

// `path` is that of the part.
class kept_part {
public:
  // `wanted` says which entries of `now` were drawn; the others stand as they are.
  void redraw(operations& out, std::string const& path, encoded_part now,
              steps::scope const& wanted);
  std::string whole() const;
  std::size_t bytes() const;

private:
  void redraw_leaves(operations& out, std::string const& path,
                     std::vector<std::pair<char const*, std::string>> now);

  std::vector<std::pair<char const*, std::string>> leaves_;
  std::vector<std::pair<char const*, kept_entries<item_id>>> maps_;
};

template <class Key>
std::string path_to(std::string const& path, Key const& key) {
  std::string to = path + '/';
  append_id(to, key);
  return to;
}

template <class Key>
void kept_entries<Key>::put(operations& out, std::string const& path, Key const& key,
                            std::string value) {
  auto const [kept, fresh] = entries_.try_emplace(key);
  if (fresh) {
    append_add(out, path_to(path, key), value);
  } else if (kept->second != value) {
    append_replace(out, path_to(path, key), value);
  } else {
    return;
  }
  kept->second = std::move(value);
}

template <class Key>
void kept_entries<Key>::drop(operations& out, std::string const& path, Key const& key) {
  if (entries_.erase(key) > 0) append_remove(out, path_to(path, key));
}

template <class Key>
template <class Keys>
void kept_entries<Key>::drop_others(operations& out, std::string const& path, Keys const& now) {
  for (auto at = entries_.begin(); at != entries_.end();) {
    if (now(at->first)) {
      ++at;
    } else {
      append_remove(out, path_to(path, at->first));
      at = entries_.erase(at);
    }
  }
}

template <class Key>
void kept_entries<Key>::append_whole(std::string& out) const {
  char lead = '{';
  for (auto const& [key, value] : entries_) {
    out += lead;
    lead = ',';
    write_key(out, key);
    out += ':';
    out += value;
  }
  out += lead == '{' ? "{}" : "}";
}

template <class Key>
std::size_t kept_entries<Key>::bytes() const {
  std::size_t sum = 0;
  for (auto const& [key, value] : entries_) sum += value.size() + sizeof(key) + 8;
  return sum;
}

}  // namespace viab::protocol
