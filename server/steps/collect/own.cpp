#include "steps/authors.hpp"
#include "steps/collect/collect.hpp"

namespace viab::steps::collect {
namespace {

std::optional<participant_id> author(state const&, card_added const& e) { return e.author; }
std::optional<participant_id> author(state const& before, card_edited const& e) {
  return author_in(before.drafts, e.card);
}
std::optional<participant_id> author(state const& before, card_withdrawn const& e) {
  return author_in(before.drafts, e.card);
}
template <class Other>
std::optional<participant_id> author(state const&, Other const&) {
  return std::nullopt;
}

}  // namespace

bool is_own(state const& before, event const& what, participant_id who) {
  return std::visit([&](auto const& one) { return author(before, one) == who; }, what);
}

void erase(state const& before, event& what, erasing const& whose) {
  std::visit(
      [&](auto& one) {
        if constexpr (requires { one.text; }) {
          if (!whose.covers(author(before, one))) return;
          one.text = card_text::erased();
          for (auto& [key, words] : one.more) words = card_text::erased();
        }
      },
      what);
}

}  // namespace viab::steps::collect
