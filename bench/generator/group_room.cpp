#include "bench/generator/group_room.hpp"

#include "bench/generator/frames.hpp"

#include <cstdio>
#include <cstdlib>

namespace viab::bench {
namespace {

constexpr std::string_view words =
    "het overleg met de gemeente en het Rijk over de wijk loopt elke maand beter omdat we samen "
    "aan tafel zitten en elkaar bellen voor er brieven gaan ";

}  // namespace

std::string command_id(std::uint32_t room, std::uint64_t number) {
  char text[40];
  std::snprintf(text, sizeof text, "0198c000-%04x-7000-8000-%012llx", room & 0xffff,
                static_cast<unsigned long long>(number));
  return text;
}

std::uint64_t number_of(std::string_view id) {
  if (id.size() < 12) return 0;
  return std::strtoull(std::string(id.substr(id.size() - 12)).c_str(), nullptr, 16);
}

group_room::group_room(known_room const& room, std::uint32_t number, std::uint32_t people,
                       bool learns_ids)
    : room_(room),
      number_(number),
      people_(people),
      learns_ids_(learns_ids),
      random_(number + 1),
      wished_(room.cards.size()),
      alive_(room.cards.size()) {
  for (auto const& known : room.cards) {
    cards_.push_back({known.id, known.author, known.theme, 1, false, false});
  }
}

std::uint32_t group_room::below(std::size_t limit) {
  return static_cast<std::uint32_t>(random_() % limit);
}

std::optional<std::size_t> group_room::pick() {
  if (cards_.empty()) return std::nullopt;
  auto const from = below(cards_.size());
  for (std::size_t i = 0; i < cards_.size(); ++i) {
    auto const at = (from + i) % cards_.size();
    if (!cards_[at].busy && !cards_[at].gone) return at;
  }
  return std::nullopt;
}

std::optional<std::size_t> group_room::pick_in(int theme) {
  for (int tries = 0; tries < 8; ++tries) {
    auto const at = below(cards_.size());
    auto const& one = cards_[at];
    if (!one.busy && !one.gone && one.theme == theme) return at;
  }
  return std::nullopt;
}

std::string group_room::head(std::uint64_t number, std::string_view type) const {
  std::string frame = R"({"do":{"id":")";
  frame += command_id(number_, number);
  frame += R"(","step":")";
  frame += room_.step;
  frame += R"(","command":{"type":")";
  frame += type;
  return frame;
}

void group_room::append_theme(std::string& to, int theme) const {
  if (theme < 0) return;
  to += R"(","theme":")";
  to += room_.themes[static_cast<std::size_t>(theme)];
}

// Says in its first word which command it came with.
std::string group_room::text_of(std::uint64_t number) {
  auto text = "c" + std::to_string(number) + " ";
  return text.append(words.substr(0, 30 + below(90)));
}

planned_command group_room::finish(under_way one, std::uint32_t sender, std::string frame) {
  auto const number = next_++;
  under_way_.emplace(number, one);
  return {number, sender, std::move(frame += "\"}}}")};
}

std::optional<planned_command> group_room::plan() {
  auto const roll = below(100);
  if (roll < 50) return plan_move();
  if (roll < 80) return plan_rename();
  if (alive_ <= wished_) return plan_add(below(people_));
  return plan_remove();
}

std::optional<planned_command> group_room::plan_add(std::uint32_t sender) {
  int const theme = static_cast<int>(below(room_.themes.size() + 1)) - 1;
  auto frame = head(next_, "add_card") + R"(","column":"","text":")" + text_of(next_);
  append_theme(frame, theme);
  ++alive_;
  return finish({what::add, 0, std::nullopt, theme, sender}, sender, std::move(frame));
}

std::optional<planned_command> group_room::plan_move() {
  auto const at = pick();
  if (!at) return std::nullopt;
  auto& moved = cards_[*at];
  moved.busy = true;
  auto const choices = room_.themes.size() + 1;
  auto const other = (static_cast<std::size_t>(moved.theme + 1) + 1 + below(choices - 1)) % choices;
  int const theme = static_cast<int>(other) - 1;
  auto frame = head(next_, "move_card") + R"(","card":")" + moved.id;
  append_theme(frame, theme);
  under_way one{what::move, *at, std::nullopt, theme, 0};
  if (below(2) == 0) one.before = pick_in(theme);
  if (one.before) {
    cards_[*one.before].busy = true;
    frame += R"(","before":")" + cards_[*one.before].id;
  }
  return finish(one, below(people_), std::move(frame));
}

std::optional<planned_command> group_room::plan_rename() {
  auto const at = pick();
  if (!at) return std::nullopt;
  auto& renamed = cards_[*at];
  renamed.busy = true;
  auto frame = head(next_, "rename_card") + R"(","version":)" + std::to_string(renamed.version) +
               R"(,"card":")" + renamed.id + R"(","text":")" + text_of(next_);
  return finish({what::rename, *at, std::nullopt, -1, 0}, renamed.author, std::move(frame));
}

std::optional<planned_command> group_room::plan_remove() {
  auto const at = pick();
  if (!at) return std::nullopt;
  auto& removed = cards_[*at];
  removed.busy = true;
  --alive_;
  auto frame = head(next_, "remove_card") + R"(","card":")" + removed.id;
  return finish({what::remove, *at, std::nullopt, -1, 0}, removed.author, std::move(frame));
}

void group_room::keep_added(std::uint64_t number, std::string id) {
  auto const found = unnamed_.find(number);
  auto const one = found->second;
  unnamed_.erase(found);
  card fresh{std::move(id), one.author, one.theme, 1, false, false};
  if (free_.empty()) {
    cards_.push_back(std::move(fresh));
  } else {
    cards_[free_.back()] = std::move(fresh);
    free_.pop_back();
  }
}

void group_room::look_for_added(std::string_view patch) {
  constexpr std::string_view adding = R"({"op":"add","path":"/steps/)";
  for (auto at = patch.find(adding); at != std::string_view::npos;
       at = patch.find(adding, at + adding.size())) {
    auto const rest = patch.substr(at);
    auto const id = between(rest, "/cards/");
    auto const number = number_at(between(rest, R"("text":"c)"));
    if (!under_way_.contains(number) && !unnamed_.contains(number)) continue;
    if (auto const going = under_way_.find(number); going != under_way_.end()) {
      if (going->second.kind != what::add) continue;
      unnamed_.emplace(number, going->second);
    }
    keep_added(number, std::string(id));
  }
}

void group_room::settled(std::uint64_t number) {
  auto const found = under_way_.find(number);
  if (found == under_way_.end()) return;
  auto const one = found->second;
  under_way_.erase(found);
  if (one.kind == what::add) {
    if (learns_ids_) return;
    unnamed_.emplace(number, one);
    return keep_added(number, "1-" + std::to_string(100 + number));
  }
  auto& changed = cards_[one.card];
  changed.busy = false;
  if (one.before) cards_[*one.before].busy = false;
  if (one.kind == what::move) changed.theme = one.theme;
  if (one.kind == what::rename) ++changed.version;
  if (one.kind == what::remove) {
    changed.gone = true;
    free_.push_back(one.card);
  }
}

}  // namespace viab::bench
