// Mail through the organisation's mail server (SMTP), by libcurl.
#pragma once

#include "adapters/curl/mail_headers.hpp"
#include "adapters/curl/transfers.hpp"
#include "ports/mailer.hpp"
#include "ports/world.hpp"

#include <cstdint>
#include <string>

namespace viab::adapters {

enum class mail_security : std::uint8_t {
  starttls,  // begins in the open and must become TLS, or nothing is sent
  tls,       // TLS from the first byte
  none,      // in the open; no password then
};

struct mail_settings {
  std::string host;  // "mail.example.org", "127.0.0.1", "[::1]"
  int port = 587;
  mail_security security = mail_security::starttls;
  std::string user;  // empty: nobody is asked
  std::string password;
  sender from;
  std::string ca_file;  // PEM; empty: what the system trusts
  milliseconds timeout{30'000};
};

// What is wrong with them, as a sentence for whoever configures; empty when nothing is.
std::string mistake_in(mail_settings const&);

class curl_mailer : public ports::mailer {
public:
  // All of these outlive it. Throws std::invalid_argument with mistake_in(settings).
  curl_mailer(transfers& thread, mail_settings settings, ports::clock& clock, ports::dice& dice);
  boost::asio::awaitable<void> send(ports::mail_message) override;

private:
  transfers& thread_;
  mail_settings settings_;
  ports::clock& clock_;
  ports::dice& dice_;
};

}  // namespace viab::adapters
