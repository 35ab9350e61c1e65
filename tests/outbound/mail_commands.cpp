// "mail": one letter, {to, to_name, subject, text, calendar: {text, method}, reply_to}.
#include "driver.hpp"

#include "adapters/curl/curl_mailer.hpp"
#include "adapters/system/system_clock.hpp"
#include "adapters/system/system_dice.hpp"

#include <memory>
#include <stdexcept>

namespace viab::tests {
namespace {

namespace asio = boost::asio;
using nlohmann::json;

struct post_office {
  adapters::system_clock clock;
  adapters::system_dice dice;
  std::unique_ptr<ports::mailer> mailer;
};

email_address address(json const& told) {
  auto const made = email_address::make(told.get<std::string>());
  if (!made) throw std::invalid_argument("not an address");
  return *made;
}

adapters::mail_settings read_mail_settings(json const& told) {
  adapters::mail_settings back{.host = told.value("host", "127.0.0.1"),
                               .port = told.at("port"),
                               .user = told.value("user", ""),
                               .password = told.value("password", ""),
                               .from = {address(told.at("from")), told.value("from_name", "")},
                               .ca_file = told.value("ca_file", ""),
                               .timeout = milliseconds(told.value("timeout_ms", 5000))};
  auto const security = told.value("security", "");
  if (security == "tls") back.security = adapters::mail_security::tls;
  if (security == "none") back.security = adapters::mail_security::none;
  return back;
}

asio::awaitable<json> send(std::shared_ptr<post_office> office, json asked) {
  ports::mail_message letter{.to = address(asked.at("to")),
                             .to_name = asked.value("to_name", ""),
                             .subject = asked.value("subject", ""),
                             .text = asked.value("text", ""),
                             .calendar = {},
                             .reply_to = {}};
  if (asked.contains("calendar")) {
    letter.calendar =
        ports::calendar_part{asked["calendar"].at("text"), asked["calendar"].at("method")};
  }
  if (asked.contains("reply_to")) letter.reply_to = address(asked["reply_to"]);
  auto work = office->mailer->send(std::move(letter));
  co_await std::move(work);
  json reply = "sent";
  co_return reply;
}

}  // namespace

void add_mail_commands(commands& known, adapters::transfers& thread, json const& settings) {
  if (!settings.contains("mail")) return;
  auto office = std::make_shared<post_office>();
  office->mailer = std::make_unique<adapters::curl_mailer>(
      thread, read_mail_settings(settings.at("mail")), office->clock, office->dice);
  known["mail"] = [office](json asked) { return send(office, std::move(asked)); };
}

}  // namespace viab::tests
