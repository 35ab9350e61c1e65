#include "app/puppet.hpp"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace viab::app {
namespace {

namespace asio = boost::asio;

// The word of a refusal in a frame that we wrote ourselves: {"refused":{"id":…,"code":"…",…}}
std::string code_in(std::string const& frame) {
  constexpr std::string_view member = "\"code\":\"";
  auto const at = frame.find(member);
  if (at == std::string::npos) return "refused";
  auto const from = at + member.size();
  return frame.substr(from, frame.find('"', from) - from);
}

}  // namespace

puppet::puppet(asio::any_io_executor executor, visitor who)
    : who_(std::move(who)), told_(std::move(executor)) {
  told_.expires_at(asio::steady_timer::time_point::max());
}

asio::awaitable<void> puppet::until_told() {
  boost::system::error_code cancelled;
  co_await told_.async_wait(asio::redirect_error(asio::use_awaitable, cancelled));
  told_.expires_at(asio::steady_timer::time_point::max());
}

asio::awaitable<void> puppet::enter(std::shared_ptr<live_session> where) {
  where_ = std::move(where);
  where_->join(shared_from_this(), who_, {});
  while (!seen_ && !closed_) co_await until_told();
}

asio::awaitable<std::string> puppet::say(std::string step, std::string command) {
  protocol::unread_command what;
  what.id = command_id{"puppet-" + std::to_string(++said_)};
  if (!step.empty()) what.step = step_id{std::move(step)};
  what.body = std::move(command);
  answer_.clear();
  where_->receive(shared_from_this(), protocol::client_frame(std::move(what)));
  while (answer_.empty() && !closed_) co_await until_told();
  co_return closed_&& answer_.empty() ? std::string("closed") : answer_;
}

void puppet::go() {
  if (where_) where_->leave(shared_from_this());
}

void puppet::send(protocol::frame frame) {
  if (frame->starts_with("{\"done\"")) answer_ = "done";
  if (frame->starts_with("{\"refused\"")) answer_ = code_in(*frame);
  frames_.push_back(std::move(frame));
  if (!answer_.empty()) told_.cancel();
}

void puppet::send_patch(protocol::frame frame) { frames_.push_back(std::move(frame)); }

void puppet::send_view(protocol::frame frame) {
  frames_.push_back(std::move(frame));
  seen_ = true;
  told_.cancel();
}

void puppet::close(int code, std::string_view) {
  closed_ = true;
  closed_with_ = code;
  told_.cancel();
  go();
}

}  // namespace viab::app
