// Who is connected to a session, and what each of them was last sent.
#pragma once

#include "app/answers.hpp"
#include "app/link.hpp"
#include "app/live_session.hpp"
#include "app/pace.hpp"
#include "protocol/drawn_view.hpp"
#include "session/session.hpp"

#include <deque>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace viab::app {

// A person with at least one connection, or who sent a command without one.
struct attendee {
  std::vector<std::shared_ptr<link>> links;
  protocol::drawn_parts mine;  // what was last sent, the same over all links
  bool sees_shared = false;    // admitted
  bool sees_lead = false;
  std::string language = "nl";
  app::pace pace;
  std::unique_ptr<remembered_refusals> refusals;
  std::string editing;  // the entry that this person edits now
};

class room {
public:
  struct place {
    std::optional<participant_id> who;  // screens have none
    std::string language;
  };

  // Takes a place; nothing is sent to it before `activate`, which follows its welcome.
  void add(std::shared_ptr<link> const&, std::optional<participant_id>, std::string language);
  void activate(std::shared_ptr<link> const&);
  // Where the link sits; nothing when it is not here.
  place const* find(link const*) const;
  // The participant whose last link this was.
  std::optional<participant_id> remove(link const*);

  attendee& attending(participant_id who) { return people_[who]; }
  attendee* find(participant_id who);
  std::unordered_map<participant_id, attendee>& people() { return people_; }
  std::vector<std::shared_ptr<link>> const& screens() const { return screens_; }
  std::size_t links() const { return places_.size(); }
  bool empty() const { return places_.empty(); }

  // To everybody who may see the shared view.
  void send_shared(protocol::frame const&);
  // Notices: to the same, but lost on who is behind.
  void send_notice(protocol::frame const&);

  // Connected people, and of those the ones who count, by the rules' own books.
  struct count {
    int connected = 0;
    int taking_part = 0;
    int leading = 0;
  };
  count counted(session::state const&) const;
  protocol::presence presence(session::state const&) const;

private:
  std::unordered_map<link const*, place> places_;
  std::unordered_map<participant_id, attendee> people_;
  std::vector<std::shared_ptr<link>> screens_;
};

}  // namespace viab::app
