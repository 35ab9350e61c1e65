#include "api/address_letter.hpp"

#include "app/letters.hpp"

namespace viab::api {

boost::asio::awaitable<void> tell_old_address(services& with, directory::person before,
                                              directory::person after) {
  if (!before.email || before.email == after.email) co_return;
  app::reader const to{*before.email, before.name.value(), before.language};
  auto const key = "address_changed:" + before.key.value + ":" + std::to_string(after.version);
  ports::letter letter{key, app::address_changed_letter(with.library, to),
                       with.clock.now() + std::chrono::days(7)};
  co_await with.letters.post(std::move(letter));
}

}  // namespace viab::api
