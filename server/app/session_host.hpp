// Runs one live session: everything that waits becomes one batch, one commit, one patch for all.
#pragma once

#include "app/mail.hpp"
#include "app/room.hpp"
#include "app/session_log.hpp"
#include "app/world.hpp"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>

#include <deque>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace viab::app {

class session_host final : public live_session, public std::enable_shared_from_this<session_host> {
public:
  session_host(world& outside, session_id id);

  void join(std::shared_ptr<link>, visitor, protocol::hello) override;
  void receive(std::shared_ptr<link> const&, protocol::client_frame) override;
  void receive_unreadable(std::shared_ptr<link> const&, protocol::reading) override;
  void receive_once(std::shared_ptr<link>, visitor, protocol::unread_command) override;
  void catch_up(std::shared_ptr<link> const&) override;
  void leave(std::shared_ptr<link> const&) override;

  // A command of the host itself: create, give_back_downtime.
  void instruct(session::command);
  // Loads the session when it sleeps; see settled.
  void wake();
  session::state const& state() const { return log_.state; }
  // No mail, nobody connected, since when; the far future while somebody is.
  time_point idle_since() const;
  bool needs_to_stay() const;  // a deadline waits
  // Closes every connection, for a restart or when somebody lost access.
  void close_all(int code, std::string_view reason);
  void close_of(std::string const& identity_key, int code, std::string_view reason);
  // For start-up: a key that outlived its round must not outlive this.
  boost::asio::awaitable<void> destroy_key_unless_open(std::string round);
  // Returns when all that waited was worked off.
  boost::asio::awaitable<void> settled();

private:
  struct answer {
    std::shared_ptr<link> line;
    command_id id;
    std::optional<refusal> why;  // done without
    std::string language;
    std::optional<std::uint64_t> earlier;  // answered before, with this seq
  };
  // Who sends, as far as the session knows.
  struct sender {
    participant_id who;
    std::string language;
  };

  void deliver(mail);
  boost::asio::awaitable<void> work();
  boost::asio::awaitable<void> process(std::vector<mail> batch);
  // False when nothing of the batch was kept.
  boost::asio::awaitable<bool> store(bool late, bool patched);
  boost::asio::awaitable<bool> make_keys();
  void give_up();
  void forget_batch();
  void drop_offender(mail const&);
  protocol::operations draw_shared();
  boost::asio::awaitable<void> reload();

  // Taking one mail (session_host_take.cpp). False: this mail must wait for the next batch.
  bool take(mail&);
  bool take(joining&);
  bool take(commanding&);
  bool take(complaining&);
  bool take(editing_entry&);
  bool take(catching_up&);
  bool take(leaving&);
  bool take(ringing&);
  bool take(instructing&);
  std::optional<sender> sender_of(commanding&);
  bool too_fast(answer&, participant_id);
  bool answered_before(answer&, std::string const& who, session::step_slot const*, actor const&);
  void decide_session_command(answer&, protocol::unread_command const&, actor);
  bool decide_step_command(answer&, protocol::unread_command const&, session::step_slot const&,
                           actor);
  void refuse(answer&, refusal, bool remember);
  template <class Command>
  std::optional<refusal> decide_and_apply(Command const&, actor const&);
  std::optional<refusal> enter(visitor const&);
  session::command completed(session::command);
  actor system_actor() const;
  circumstances around() const;

  // After the commit (session_host_publish.cpp).
  void publish(protocol::operations const& shared);
  void publish_shared(protocol::operations const&);
  void show_all_again();
  void publish_own();
  void publish_lead();
  void send_answers();
  void welcome_joined();
  bool can_resume(protocol::hello const&) const;
  void welcome(joining const&, std::optional<participant_id>);
  void send_whole(std::shared_ptr<link> const&);
  void send_whole(participant_id, attendee&);
  protocol::frame whole_view(participant_id, attendee&);
  void redraw_own(participant_id, attendee&);
  void admit_and_remove();
  bool may_wait() const;
  void draw_later();
  void presence_changed();
  void tell_presence();
  void set_alarm();
  std::string sentence(refusal const&, std::string const& language) const;

  world& outside_;
  session_id id_;
  session_log log_;
  room room_;
  protocol::drawn_shared shared_;
  protocol::drawn_parts lead_;

  std::vector<mail> mailbox_;
  bool working_ = false;
  bool loaded_ = false;
  bool keys_fail_ = false;  // a round lacks its key, and none can be made now
  bool broken_ = false;     // two bugs within a minute: read-only
  time_point last_bug_;
  std::set<std::string> offenders_;  // "p7 id" of commands that met a bug of ours

  // Of the batch at hand.
  session::changes touched_;
  std::set<participant_id> voted_;
  std::vector<answer> answers_;
  std::vector<joining> joined_;
  std::string at_work_on_;  // key of the command that is being decided

  session::changes late_touched_;  // what the shared view was not yet drawn with
  std::deque<std::pair<std::uint64_t, protocol::frame>> recent_;  // shared patches
  mutable std::optional<room::count> counted_;  // forgotten whenever it may have changed
  time_point leaderless_since_ = time_point::max();
  time_point idle_since_;
  std::optional<time_point> armed_for_;
  boost::asio::steady_timer alarm_;
  boost::asio::steady_timer presence_timer_;
  boost::asio::steady_timer draw_timer_;
  bool presence_waits_ = false;
  bool draw_waits_ = false;
};

}  // namespace viab::app
