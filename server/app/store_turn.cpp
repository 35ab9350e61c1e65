#include "app/store_turn.hpp"

#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace viab::app {

namespace asio = boost::asio;

namespace {

// What was shown is on its way and the first answers to it are in before the next batch begins: so
// many turns of the event loop, which take no time when there is nothing to do in them.
constexpr int turns_before_waking = 3;

}  // namespace

store_turn::inside::inside(asio::any_io_executor executor) : free(std::move(executor)) {
  free.expires_at(asio::steady_timer::time_point::max());
}

store_turn::store_turn(asio::any_io_executor executor)
    : inside_(std::make_shared<inside>(std::move(executor))) {}

asio::awaitable<void> store_turn::wait() const {
  auto const in = inside_;
  if (in->under_way == 0) co_return;
  boost::system::error_code woken;
  auto waiting = in->free.async_wait(asio::redirect_error(asio::use_awaitable, woken));
  co_await std::move(waiting);
}

void store_turn::wake_behind(std::shared_ptr<inside> in, int turns) {
  if (turns == 0) {
    in->free.cancel();
    return;
  }
  auto const executor = in->free.get_executor();
  asio::post(executor, [in = std::move(in), turns] { wake_behind(in, turns - 1); });
}

store_turn::holder::holder(store_turn const& of) : in_(of.inside_) { ++in_->under_way; }

store_turn::holder::~holder() {
  if (--in_->under_way == 0) wake_behind(std::move(in_), turns_before_waking);
}

}  // namespace viab::app
