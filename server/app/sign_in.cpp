#include "app/sign_in.hpp"

#include "domain/text.hpp"

#include <cctype>

namespace viab::app {
namespace {

namespace asio = boost::asio;

// Over two meetings of a monthly rhythm, one of which somebody missed.
constexpr auto cookie_lives = std::chrono::days(90);
constexpr std::size_t secret_bytes = 32;
constexpr std::size_t id_bytes = 16;

// Unknown, expired and locked must look the same.
refusal no_such_code() { return {"unknown_code", {}}; }

bool code_works(ports::session_summary const& session, time_point now) {
  return session.state != "closed" && !session.locked && session.join_code_until
         && now < *session.join_code_until;
}

}  // namespace

std::string normalised_code(std::string typed) {
  std::string code;
  for (char const c : typed) {
    auto const up = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    if (up == 'O') {
      code += '0';
    } else if (up == 'I' || up == 'L') {
      code += '1';
    } else if (std::isalnum(static_cast<unsigned char>(up)) != 0) {
      code += up;
    }
  }
  return code;
}

std::string shown_code(std::string const& code) {
  return code.size() == 8 ? code.substr(0, 4) + "-" + code.substr(4) : code;
}

sign_in::sign_in(ports::team_store& teams, ports::clock& clock, ports::dice& dice,
                 ports::fingerprint const& prints)
    : teams_(teams), clock_(clock), dice_(dice), prints_(prints) {}

asio::awaitable<std::optional<ports::identity_row>> sign_in::who(std::string cookie) {
  if (cookie.empty() || cookie.size() > 100) co_return std::nullopt;
  auto print = prints_.of(cookie);
  auto found = co_await teams_.find_browser(std::move(print), clock_.now());
  co_return found;
}

asio::awaitable<std::optional<invitation_preview>> sign_in::preview_code(std::string code) {
  auto wanted = normalised_code(std::move(code));
  if (wanted.size() != 8) co_return std::nullopt;
  auto const session = co_await teams_.find_session_by_code(std::move(wanted));
  if (!session || !code_works(*session, clock_.now())) co_return std::nullopt;
  auto const team = co_await teams_.find_team(session->team);
  invitation_preview preview;
  preview.team_name = team ? team->name : std::string{};
  preview.title = session->title;
  preview.language = session->language;
  co_return preview;
}

asio::awaitable<std::optional<invitation_preview>> sign_in::preview_invitation(std::string token) {
  auto print = prints_.of(token);
  auto const row = co_await teams_.find_invitation(std::move(print));
  if (!row || row->used_at || row->until <= clock_.now()) co_return std::nullopt;
  invitation_preview preview;
  preview.as = row->as;
  preview.asks_name = !row->person && row->as != role::screen;
  std::optional<team_id> team = row->team;
  if (row->session) {
    auto const session = co_await teams_.find_session(*row->session);
    if (!session) co_return std::nullopt;
    preview.title = session->title;
    preview.language = session->language;
    team = session->team;
  }
  if (team) {
    auto const found = co_await teams_.find_team(*team);
    if (found) {
      preview.team_name = found->name;
      if (preview.language.empty()) preview.language = found->language;
    }
  }
  if (preview.language.empty()) preview.language = "nl";
  co_return preview;
}

asio::awaitable<admission_result> sign_in::recognise(std::string cookie, std::string name) {
  admission_result back;
  auto known = co_await who(std::move(cookie));
  if (known) {
    back.identity = std::move(*known);
    co_return back;
  }
  back.identity.key = "guest:" + dice_.token(id_bytes);
  back.identity.name = std::move(name);
  back.identity.guest = true;
  auto identity = back.identity;
  co_await teams_.save_identity(std::move(identity));
  std::string no_cookie;
  back.new_cookie = co_await new_cookie_for(back.identity.key, std::move(no_cookie));
  co_return back;
}

asio::awaitable<result<admission_result>> sign_in::use_code(std::string code, std::string name,
                                                            std::string cookie) {
  auto const called = name_text::make(name);
  auto wanted = normalised_code(std::move(code));
  auto const session = co_await teams_.find_session_by_code(std::move(wanted));
  if (!session || !code_works(*session, clock_.now())) co_return no_such_code();
  if (!called) co_return called.why();
  auto back = co_await recognise(std::move(cookie), called->value());
  back.session = session->id;
  auto const access = co_await teams_.access_to_session(back.identity.key, session->id);
  if (!access) {
    ports::access_row const guest{role::participant, back.identity.guest, true};
    co_await teams_.grant_session(back.identity.key, session->id, guest);
  }
  co_return back;
}

asio::awaitable<std::string> sign_in::new_cookie_for(std::string identity_key,
                                                     std::string old_cookie) {
  auto cookie = dice_.token(secret_bytes);
  if (!old_cookie.empty()) {
    auto old = prints_.of(old_cookie);
    co_await teams_.remove_browser(std::move(old));
  }
  auto print = prints_.of(cookie);
  co_await teams_.save_browser(std::move(print), std::move(identity_key),
                               clock_.now() + cookie_lives);
  co_return cookie;
}

asio::awaitable<void> sign_in::sign_out(std::string cookie, bool everywhere) {
  auto const identity = co_await who(cookie);
  if (!identity) co_return;
  if (everywhere) {
    co_await teams_.remove_browsers_of(identity->key);
  } else {
    auto print = prints_.of(cookie);
    co_await teams_.remove_browser(std::move(print));
  }
}

// Who the link is for: the person that it names, who is signed in here, or somebody new.
asio::awaitable<result<ports::identity_row>> sign_in::invited(ports::invitation_row const row,
                                                              std::string name,
                                                              std::string cookie) {
  if (row.person) {
    auto const known = co_await teams_.find_identity(*row.person);
    if (!known) co_return refusal{"unknown_invitation", {}};
    co_return *known;
  }
  auto const signed_in = co_await who(std::move(cookie));
  if (signed_in && !signed_in->guest) co_return *signed_in;
  if (signed_in && name.empty()) name = signed_in->name;
  auto const called = name_text::make(row.as == role::screen ? std::string("Scherm") : name);
  if (!called) co_return called.why();
  ports::identity_row fresh;
  fresh.key = "person:" + dice_.token(id_bytes);
  fresh.name = called->value();
  co_return fresh;
}

asio::awaitable<result<admission_result>> sign_in::use_invitation(std::string token,
                                                                  std::string name,
                                                                  std::string cookie) {
  auto print = prints_.of(token);
  auto const row = co_await teams_.find_invitation(print);
  if (!row || row->until <= clock_.now()) co_return refusal{"unknown_invitation", {}};
  auto const who_comes = co_await invited(*row, std::move(name), cookie);
  if (!who_comes) co_return who_comes.why();
  if (row->once) {
    bool const first = co_await teams_.take_invitation(std::move(print), clock_.now());
    if (!first) co_return refusal{"unknown_invitation", {}};
  }
  admission_result back;
  back.identity = *who_comes;
  back.as = row->as;
  back.session = row->session;
  back.team = row->team;
  auto const key = back.identity.key;
  if (!row->person) {
    auto identity = back.identity;
    co_await teams_.save_identity(std::move(identity));
  }
  back.new_cookie = co_await new_cookie_for(key, std::move(cookie));
  if (row->session) {
    ports::access_row const access{row->as, false, true};
    co_await teams_.grant_session(key, *row->session, access);
  }
  if (row->team && row->as != role::screen) {
    co_await teams_.grant_team(key, *row->team, row->as, clock_.now());
  }
  co_return back;
}

asio::awaitable<std::optional<visitor>> sign_in::visitor_for(std::string cookie, session_id session,
                                                             bool as_screen) {
  auto const identity = co_await who(std::move(cookie));
  if (!identity) co_return std::nullopt;
  auto const summary = co_await teams_.find_session(session);
  if (!summary) co_return std::nullopt;
  auto access = co_await teams_.access_to_session(identity->key, session);
  auto const member = co_await teams_.access_to_team(identity->key, summary->team, clock_.now());
  if (member && (!access || ports::rank(*member) > ports::rank(access->as))) {
    access = ports::access_row{*member, false, true};
  }
  if (!access) co_return std::nullopt;
  visitor back;
  back.key = identity->key;
  back.name = identity->name;
  back.guest = access->guest;
  back.taking_part = access->taking_part;
  back.as = as_screen ? role::screen : access->as;
  back.language = summary->language;
  co_return back;
}

asio::awaitable<std::optional<role>> sign_in::role_in_team(std::string cookie, team_id team) {
  auto const identity = co_await who(std::move(cookie));
  if (!identity) co_return std::nullopt;
  auto found = co_await teams_.access_to_team(identity->key, team, clock_.now());
  co_return found;
}

asio::awaitable<std::string> sign_in::invite(ports::invitation_row without_hash) {
  auto token = dice_.token(secret_bytes);
  without_hash.token_hash = prints_.of(token);
  co_await teams_.save_invitation(std::move(without_hash));
  co_return token;
}

}  // namespace viab::app
