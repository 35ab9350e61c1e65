#include "net/live_doors.hpp"

#include "net/event_stream.hpp"
#include "net/log.hpp"
#include "net/websocket.hpp"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <algorithm>
#include <utility>
#include <variant>

namespace viab::net {

namespace {

namespace asio = boost::asio;

// Takes the one frame that answers a command sent by POST.
class answer_link : public app::link {
public:
  explicit answer_link(asio::any_io_executor const& executor) : timer_(executor) {}

  void send(protocol::frame bytes) override { take(std::move(bytes)); }
  void send_patch(protocol::frame) override {}
  void send_view(protocol::frame) override {}
  bool fell_behind() const override { return false; }
  void close(int code, std::string_view reason) override {
    take(protocol::write_closed(code, reason));
  }

  // Nothing when the limit passed.
  static asio::awaitable<protocol::frame> wait(std::shared_ptr<answer_link> self,
                                               std::chrono::milliseconds limit) {
    if (!self->answer_) {
      boost::system::error_code cancelled;
      self->timer_.expires_after(limit);
      auto waiting = self->timer_.async_wait(asio::redirect_error(asio::use_awaitable, cancelled));
      co_await std::move(waiting);
    }
    co_return self->answer_;
  }

private:
  void take(protocol::frame bytes) {
    if (answer_) return;
    answer_ = std::move(bytes);
    timer_.cancel();
  }

  asio::steady_timer timer_;
  protocol::frame answer_;
};

bool lists(std::string_view header, std::string_view wanted) {
  bool yes = false;
  for_each_element(header,
                   [&](std::string_view one) { yes = yes || same_ignoring_case(one, wanted); });
  return yes;
}

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= 64 && std::ranges::all_of(text, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'
           || c == '_';
  });
}

response foreign() {
  return problem(403, "This request did not come from a page of this server.", "foreign_origin");
}

// The same for a session that is not there and for one that is somebody else's.
response no_session() { return problem(404, "There is nothing at this address.", "not_found"); }

response frame_answer(protocol::frame const& bytes) {
  auto out = json(200, {});
  out.file = bytes;
  return out;
}

}  // namespace

live_doors::live_doors(asio::any_io_executor executor, std::shared_ptr<live_context> context,
                       gate& gate, app::live_sessions& sessions, sentences say)
    : executor_(std::move(executor)),
      context_(std::move(context)),
      gate_(gate),
      sessions_(sessions),
      say_(std::move(say)) {}

void live_doors::add_to(router& routes) {
  routes_ = &routes;
  routes.route("GET", "/live/{session}", [this](request r) { return upgrade(std::move(r)); });
  routes.route("GET", "/live/{session}/stream", [this](request r) { return stream(std::move(r)); });
  routes.route("POST", "/live/{session}/commands",
               [this](request r) { return command(std::move(r)); },
               {.body_limit = protocol::most_frame_bytes});
}

std::optional<response> live_doors::refuses_upgrade(request const& asked) const {
  if (context_->stopping) return restarting();
  if (!routes_->origins().allows(asked.header("Origin"))) return foreign();
  auto const version = asked.header("Sec-WebSocket-Version");
  if (asked.method != "GET" || !lists(asked.header("Connection"), "upgrade")
      || !lists(asked.header("Upgrade"), "websocket") || version != "13") {
    auto out = problem(426, "This address is for WebSockets.", "upgrade_required");
    out.headers.push_back({"Upgrade", "websocket"});
    out.headers.push_back({"Sec-WebSocket-Version", "13"});
    return out;
  }
  if (!lists(asked.header("Sec-WebSocket-Protocol"), subprotocol)) {
    return problem(400, "The subprotocol viab.v1 is required.", "subprotocol_required");
  }
  if (asked.header("Sec-WebSocket-Key").size() != 24) {
    return problem(400, "The handshake has no key.", "bad_handshake");
  }
  return std::nullopt;
}

std::optional<response> live_doors::refuses_stream(request const& asked) const {
  if (context_->stopping) return restarting();
  // Browsers leave Origin out when a page reads from its own server, and say so in another header.
  auto const origin = asked.header("Origin");
  auto const site = asked.header("Sec-Fetch-Site");
  if (!origin.empty() && !routes_->origins().allows(origin)) return foreign();
  if (!site.empty() && site != "same-origin" && site != "none") return foreign();
  if (asked.method != "GET") return problem(405, "Only GET is known here.", "method_not_allowed");
  return std::nullopt;
}

asio::awaitable<live_doors::entrance> live_doors::enter(std::string cookie, session_id id,
                                                        bool as_screen) {
  entrance out;
  bool known = false;
  if (!cookie.empty()) {
    auto knowing = gate_.knows(cookie);
    known = co_await std::move(knowing);
  }
  if (!known) {
    out.refused = problem(401, "Sign in first.", "not_signed_in");
    co_return out;
  }
  std::optional<app::visitor> who;
  if (is_id(id.value)) {
    auto asking = gate_.visitor_for(std::move(cookie), id, as_screen);
    who = co_await std::move(asking);
  }
  if (who) {
    auto finding = sessions_.find(std::move(id));
    out.session = co_await std::move(finding);
    out.who = std::move(*who);
  }
  if (!out.session) out.refused = no_session();
  co_return out;
}

asio::awaitable<live_doors::entrance> live_doors::enter(request const& asked) {
  return enter(std::string(asked.cookie(context_->chosen.cookie_name())),
               session_id{std::string(asked.param("session"))}, asked.query("as") == "screen");
}

asio::awaitable<response> live_doors::upgrade(request asked) {
  auto refused = refuses_upgrade(asked);
  entrance in;
  if (!refused) {
    auto entering = enter(asked);
    in = co_await std::move(entering);
    refused = std::move(in.refused);
  }
  // Looking up took time; the stop may have begun meanwhile.
  if (!refused && context_->stopping) refused = restarting();
  if (refused) {
    ++context_->counts->upgrades_refused;
    log_refused("a WebSocket", asked.remote, refused->status);
    co_return std::move(*refused);
  }
  upgrade_request facts{std::string(asked.header("Host")),
                        std::string(asked.header("Sec-WebSocket-Key")),
                        std::string(asked.header("Sec-WebSocket-Version"))};
  response out;
  out.take_over = [context = context_, facts = std::move(facts), session = std::move(in.session),
                   who = std::move(in.who)](open_socket& opened) {
    open_websocket(context, std::move(opened), facts, session, who);
  };
  co_return out;
}

asio::awaitable<response> live_doors::stream(request asked) {
  auto refused = refuses_stream(asked);
  entrance in;
  if (!refused) {
    auto entering = enter(asked);
    in = co_await std::move(entering);
    refused = std::move(in.refused);
  }
  if (!refused && context_->stopping) refused = restarting();
  if (refused) {
    log_refused("an event stream", asked.remote, refused->status);
    co_return std::move(*refused);
  }
  response out;
  auto at = read_position(asked.header("Last-Event-ID"), asked.query("epoch"), asked.query("seq"));
  out.take_over = [context = context_, session = std::move(in.session), who = std::move(in.who),
                   at = std::move(at)](open_socket& opened) {
    open_event_stream(context, std::move(opened), session, who, at);
  };
  co_return out;
}

asio::awaitable<response> live_doors::do_once(entrance in, protocol::unread_command command) {
  auto const answer = std::make_shared<answer_link>(executor_);
  in.session->receive_once(answer, std::move(in.who), std::move(command));
  auto const limit = context_->chosen.live.answer_within.count() * context_->chosen.second;
  auto waiting = answer_link::wait(answer, limit);
  auto const bytes = co_await std::move(waiting);
  if (!bytes) {
    // It may have been done all the same: the same id again gets the answer.
    co_return problem(503, "There was no answer in time. Send the same command again.",
                      "no_answer");
  }
  co_return frame_answer(bytes);
}

asio::awaitable<response> live_doors::command(request asked) {
  if (context_->stopping) co_return restarting();
  auto entering = enter(asked);
  auto in = co_await std::move(entering);
  if (in.refused) co_return std::move(*in.refused);
  ++context_->counts->frames_in;
  auto read = protocol::read_client_frame(asked.body);
  if (!read.frame) {
    auto const& why = read.frame.why();
    auto const sentence = say_ ? say_(why, in.who.language) : why.code;
    co_return frame_answer(protocol::write_refused(read.offender, why, sentence));
  }
  if (auto const* ping = std::get_if<protocol::ping>(&*read.frame)) {
    co_return frame_answer(protocol::write_pong(ping->number));
  }
  auto* const what = std::get_if<protocol::unread_command>(&*read.frame);
  if (!what) co_return problem(400, "Only commands are taken here.", "not_a_command");
  auto doing = do_once(std::move(in), std::move(*what));
  auto out = co_await std::move(doing);
  co_return out;
}

}  // namespace viab::net
