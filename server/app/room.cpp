#include "app/room.hpp"

#include <algorithm>

namespace viab::app {

void room::add(std::shared_ptr<link> const& line, std::optional<participant_id> who,
               std::string language) {
  if (who) people_[*who].language = language;
  places_[line.get()] = place{who, std::move(language)};
}

void room::activate(std::shared_ptr<link> const& line) {
  auto const found = places_.find(line.get());
  if (found == places_.end()) return;
  if (found->second.who) {
    people_[*found->second.who].links.push_back(line);
  } else {
    screens_.push_back(line);
  }
}

room::place const* room::find(link const* line) const {
  auto const found = places_.find(line);
  return found == places_.end() ? nullptr : &found->second;
}

attendee* room::find(participant_id who) {
  auto const found = people_.find(who);
  return found == people_.end() ? nullptr : &found->second;
}

std::optional<participant_id> room::remove(link const* line) {
  auto const found = places_.find(line);
  if (found == places_.end()) return std::nullopt;
  auto const who = found->second.who;
  places_.erase(found);
  auto const is_it = [&](auto const& one) { return one.get() == line; };
  if (!who) {
    std::erase_if(screens_, is_it);
    return std::nullopt;
  }
  auto& person = people_[*who];
  std::erase_if(person.links, is_it);
  if (!person.links.empty()) return std::nullopt;
  // Pace and refusals stay: who reconnects does not start afresh.
  person.mine = {};
  person.sees_shared = person.sees_lead = false;
  person.editing.clear();
  return who;
}

void room::send_shared(protocol::frame const& patch) {
  for (auto const& screen : screens_) screen->send_patch(patch);
  for (auto const& [who, person] : people_) {
    if (!person.sees_shared) continue;
    for (auto const& line : person.links) line->send_patch(patch);
  }
}

void room::send_notice(protocol::frame const& notice) {
  auto const offer = [&](std::shared_ptr<link> const& line) {
    if (!line->fell_behind()) line->send(notice);
  };
  std::for_each(screens_.begin(), screens_.end(), offer);
  for (auto const& [who, person] : people_) {
    if (person.sees_shared) std::for_each(person.links.begin(), person.links.end(), offer);
  }
}

room::count room::counted(session::state const& state) const {
  count sum;
  for (auto const& [who, here] : people_) {
    if (here.links.empty()) continue;
    auto const found = state.people.find(who);
    if (found == state.people.end()) continue;
    auto const& person = found->second;
    if (person.waiting || person.removed) continue;
    ++sum.connected;
    if (person.taking_part) ++sum.taking_part;
    if (person.as == role::facilitator) ++sum.leading;
  }
  return sum;
}

protocol::presence room::presence(session::state const& state) const {
  protocol::presence now;
  bool const names = state.here <= session::most_names_shown;
  for (auto const& [who, here] : people_) {
    if (here.links.empty() || !here.sees_shared) continue;
    ++now.connected;
    if (!names) continue;
    now.people.push_back(who);
    if (!here.editing.empty()) now.editing.emplace_back(who, here.editing);
  }
  std::sort(now.people.begin(), now.people.end());
  std::sort(now.editing.begin(), now.editing.end());
  return now;
}

}  // namespace viab::app
