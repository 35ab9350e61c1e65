#include "app/outcome_keeper.hpp"

#include "domain/promise.hpp"

namespace viab::app {
namespace {

char const* word_of(session::phase phase) {
  switch (phase) {
    case session::phase::lobby:
      return "lobby";
    case session::phase::running:
      return "running";
    case session::phase::closed:
      return "closed";
  }
  return "closed";
}

ports::theme_row theme_of(item const& theme) {
  ports::theme_row row;
  row.title = theme.text.value();
  row.cards = static_cast<int>(theme.parts.size());
  row.dots = theme.dots;
  row.note = theme.note ? theme.note->value() : std::string{};
  for (auto const& card : theme.parts) row.card_texts.push_back(card.text.value());
  return row;
}

std::vector<std::string> statements_of(session::state const& state) {
  for (auto const& slot : state.slots) {
    if (auto const* s = std::get_if<steps::check_out::settings>(&slot.plan.settings)) {
      return s->statements;
    }
  }
  return {};
}

// By label, so that the numbers can be read without the format.
std::map<std::string, int> moods_of(session::state const& state,
                                    std::map<std::string, int> const& counted) {
  std::map<std::string, int> labelled;
  for (auto const& slot : state.slots) {
    auto const* s = std::get_if<steps::check_in::settings>(&slot.plan.settings);
    if (s == nullptr) continue;
    for (auto const& mood : s->moods) {
      auto const found = counted.find(mood.key);
      labelled[mood.label] = found == counted.end() ? 0 : found->second;
    }
  }
  return labelled;
}

// A mood and a pulse are numbers of two rounds; each is kept only when enough people answered it.
std::optional<ports::pulse_row> pulse_of(session::state const& state,
                                         session::outcome const& left) {
  bool const mood = left.mood && left.mood->answered >= least_ballots;
  bool const pulse = left.pulse && left.pulse->answered >= least_ballots;
  if (!mood && !pulse) return std::nullopt;
  ports::pulse_row row;
  row.answered = pulse ? left.pulse->answered : left.mood->answered;
  if (mood) row.moods = moods_of(state, left.mood->moods);
  if (pulse) {
    row.return_on_time = left.pulse->return_on_time;
    row.statement_texts = statements_of(state);
    row.statements = left.pulse->statements;
    row.normal = left.pulse->normal;
  }
  return row;
}

ports::position_row row_of(session::line_outcome const& one) {
  auto const& asked = one.asked;
  return {asked.key, asked.title, asked.from,   asked.to,        one.first,
          one.last,  one.board,   one.answered, one.counted.now, one.counted.needed};
}

ports::pick_row row_of(session::card_outcome const& one) {
  auto const& card = one.card;
  return {card.id,
          card.version,
          card.title,
          std::string(word_of(card.level)),
          std::string(word_of(card.strategy)),
          one.approvals,
          one.answered,
          one.chosen};
}

std::string written(item_id id) {
  return std::to_string(id.step) + "-" + std::to_string(id.number);
}

}  // namespace

ports::session_summary summary_of(session::state const& state) {
  ports::session_summary row;
  row.id = state.id;
  row.team = state.team;
  row.title = state.title;
  row.format = state.chosen.id;
  row.language = state.chosen.language;
  row.state = word_of(state.now);
  row.locked = state.locked;
  row.planned_for = state.planned_for;
  row.started_at = state.started_at;
  row.closed_at = state.closed_at;
  bool const open = state.now != session::phase::closed;
  if (open && !state.join_code.empty()) {
    row.join_code = state.join_code;
    row.join_code_until = state.join_code_until;
  }
  return row;
}

std::string agreement_key(session_id const& session, item_id item) {
  return session.value + ":" + written(item);
}

ports::session_outcome stored_outcome_of(session::state const& state) {
  auto const left = session::outcome_of(state);
  ports::session_outcome kept;
  kept.session = state.id;
  kept.team = state.team;
  for (auto const& [id, person] : state.people) {
    if (!person.removed && !person.waiting && person.taking_part) ++kept.people;
  }
  for (auto const& theme : left.themes) kept.themes.push_back(theme_of(theme));
  for (auto const& made : left.agreements) {
    if (!made.plan) continue;
    kept.agreements.push_back(
        {agreement_key(state.id, made.id), state.id, *made.plan, state.closed_at, std::nullopt, 1});
  }
  for (auto const& seen : left.reviewed) {
    if (seen.plan) kept.reviewed.push_back({seen.origin, *seen.plan, seen.plan->status});
  }
  for (auto const& one : left.obstacles) kept.obstacles.push_back({one.text.value(), one.about});
  kept.pulse = pulse_of(state, left);
  for (auto const& one : left.positions) {
    if (one.answered >= least_ballots) kept.positions.push_back(row_of(one));
  }
  for (auto const& one : left.picks) {
    if (one.answered >= least_ballots) kept.picks.push_back(row_of(one));
  }
  return kept;
}

items open_agreements(std::vector<ports::agreement_row> const& rows) {
  items open;
  for (auto const& row : rows) {
    auto const status = row.plan.status;
    if (status == review_status::done || status == review_status::no_longer_needed) continue;
    item one;
    one.id = {0, static_cast<std::uint32_t>(open.size() + 1)};
    one.kind = item_kind::agreement;
    one.plan = row.plan;
    one.origin = row.id;
    open.push_back(std::move(one));
  }
  return open;
}

}  // namespace viab::app
