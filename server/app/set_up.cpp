#include "app/set_up.hpp"

namespace viab::app {
namespace {

namespace asio = boost::asio;

constexpr std::size_t secret_bytes = 32;
constexpr std::size_t id_bytes = 16;

}  // namespace

asio::awaitable<std::optional<std::string>> set_up::new_link() {
  auto const administrators = co_await directory_.administrators();
  if (administrators > 0) co_return std::nullopt;
  auto token = dice_.token(secret_bytes);
  auto print = prints_.of(token);
  co_await directory_.save_set_up_link(std::move(print), clock_.now() + set_up_link_lives);
  co_return token;
}

asio::awaitable<std::optional<directory::person>> set_up::use(std::string token, name_text name,
                                                              std::optional<email_address> email,
                                                              std::string language,
                                                              std::string origin) {
  directory::person first;
  first.key = person_id{"person:" + dice_.token(id_bytes)};
  first.name = std::move(name);
  first.email = std::move(email);
  first.language = std::move(language);
  ports::act const by{"set-up", std::move(origin), clock_.now()};
  auto print = prints_.of(token);
  auto const became = co_await directory_.use_set_up_link(std::move(print), first, by);
  if (became != ports::change::done) co_return std::nullopt;
  co_return first;
}

}  // namespace viab::app
