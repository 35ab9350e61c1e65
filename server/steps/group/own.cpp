#include "steps/authors.hpp"
#include "steps/group/group.hpp"

namespace viab::steps::group {
namespace {

std::optional<participant_id> author(state const&, card_added const& e) { return e.author; }
std::optional<participant_id> author(state const& before, card_renamed const& e) {
  return author_in(before.cards, e.card);
}
std::optional<participant_id> author(state const& before, card_removed const& e) {
  return author_in(before.cards, e.card);
}
template <class Other>
std::optional<participant_id> author(state const&, Other const&) {
  return std::nullopt;
}

}  // namespace

bool is_own(state const& before, event const& what, participant_id who) {
  return std::visit([&](auto const& one) { return author(before, one) == who; }, what);
}

// The names of themes are what the group made of its cards together: they stay.
void erase(state const& before, event& what, erasing const& whose) {
  std::visit(
      [&](auto& one) {
        if constexpr (requires { one.text; }) {
          if (whose.covers(author(before, one))) one.text = card_text::erased();
        }
      },
      what);
}

}  // namespace viab::steps::group
