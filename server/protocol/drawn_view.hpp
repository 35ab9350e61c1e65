// What was last sent of a view, entry by entry in encoded form; drawing again gives the patch.
#pragma once

#include "protocol/frames.hpp"
#include "session/view.hpp"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace viab::protocol {

// RFC 6902 operations, as the text between the brackets; empty when nothing changed.
using operations = std::string;

// The shared view: {"session": {…}, "people": {"p1": {…}}, "steps": {"ideas": {…, "cards": {…}}}}.
// A step's part has its kind and its members; maps by item are keyed entries, each of which is
// drawn, compared and patched alone. A new part is added whole.
class drawn_shared {
public:
  drawn_shared();
  ~drawn_shared();
  drawn_shared(drawn_shared&&) noexcept;
  drawn_shared& operator=(drawn_shared&&) noexcept;

  // Draws again what `touched` names (everything the first time) and keeps it. The cost is that of
  // what was touched, not of what is there.
  operations redraw(session::state const&, session::changes const& touched);
  // The whole view as JSON, from what was kept.
  std::string whole() const;
  std::size_t bytes() const;

private:
  struct inside;
  std::unique_ptr<inside> inside_;
};

// A small view that is compared part by part: `mine` and `lead`.
class drawn_parts {
public:
  // Part path → encoded value: "/you" → "{…}", "/steps/ideas" → "{…}".
  using parts = std::vector<std::pair<std::string, std::string>>;
  operations redraw(parts now);
  std::string whole() const;

private:
  parts kept_;
};

// {"you": {…}, "steps": {"ideas": {…}}} for one participant; `ballot_of` says under which key that
// person's ballot stands in a step.
using ballot_of = std::function<ballot_key(step_id const&)>;
drawn_parts::parts draw_mine(session::state const&, participant_id, ballot_of const&);
// {"session": {…}, "steps": {"ideas": {…}}} for facilitators.
drawn_parts::parts draw_lead(session::state const&);

// Frames. An absent part is left out.
frame write_view(std::uint64_t seq, std::string_view shared, std::string_view mine,
                 std::string_view lead);
frame write_shared_patch(std::uint64_t seq, operations const& shared);
frame write_own_patch(std::uint64_t seq, operations const& mine, operations const& lead);

}  // namespace viab::protocol
