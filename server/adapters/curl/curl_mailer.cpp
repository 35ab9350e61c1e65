#include "adapters/curl/curl_mailer.hpp"

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <utility>

namespace viab::adapters {
namespace {

namespace asio = boost::asio;

constexpr std::size_t id_bytes = 16;

bool is_host(std::string const& host) {
  return !host.empty() && std::all_of(host.begin(), host.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.'
           || c == '-' || c == ':' || c == '[' || c == ']';
  });
}

// Lines end with CRLF in mail.
std::string with_mail_lines(std::string_view text) {
  std::string back;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r') {
      if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
      back += "\r\n";
    } else if (text[i] == '\n') {
      back += "\r\n";
    } else {
      back += text[i];
    }
  }
  return back;
}

bool is_word(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
}

// One letter on its way.
class delivery : public transfer {
public:
  delivery(mail_settings const& settings, ports::mail_message const& letter,
           std::vector<std::string> const& headers)
      : to_(nullptr, &curl_slist_free_all),
        headers_(nullptr, &curl_slist_free_all),
        body_(curl_mime_init(handle()), &curl_mime_free) {
    set_server(settings);
    auto const from = '<' + settings.from.at.value() + '>';
    add(to_, '<' + letter.to.value() + '>');
    for (auto const& line : headers) add(headers_, line);
    set_body(letter);
    set(CURLOPT_MAIL_FROM, from.c_str());
    set(CURLOPT_MAIL_RCPT, to_.get());
    set(CURLOPT_HTTPHEADER, headers_.get());
    set(CURLOPT_MIMEPOST, body_.get());
  }

  // Throws what became of it.
  void finish(CURLcode ended) const {
    if (ended == CURLE_OK) return;
    long answered = 0;
    curl_easy_getinfo(handle(), CURLINFO_RESPONSE_CODE, &answered);
    auto const what =
        std::string(curl_easy_strerror(ended)) + ", the server said " + std::to_string(answered);
    // Who we are, and how we talk, is no fault of the letter.
    bool const about_us = ended == CURLE_LOGIN_DENIED || ended == CURLE_USE_SSL_FAILED;
    if (answered >= 500 && answered < 600 && !about_us) throw ports::mail_refused(what);
    throw ports::mail_not_sent(what);
  }

private:
  using list = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

  static void add(list& to, std::string const& line) {
    auto* const longer = curl_slist_append(to.get(), line.c_str());
    if (longer == nullptr) throw std::bad_alloc();
    static_cast<void>(to.release());
    to.reset(longer);
  }

  void set_server(mail_settings const& settings) {
    auto const scheme = settings.security == mail_security::tls ? "smtps://" : "smtp://";
    // The path is the name with which we greet.
    auto const url = scheme + settings.host + ':' + std::to_string(settings.port) + '/'
                     + settings.from.at.host();
    set(CURLOPT_URL, url.c_str());
    set(CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    set(CURLOPT_PROXY, "");
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    auto const wanted = settings.security == mail_security::none ? CURLUSESSL_NONE : CURLUSESSL_ALL;
    set(CURLOPT_USE_SSL, static_cast<long>(wanted));
    if (!settings.ca_file.empty()) set(CURLOPT_CAINFO, settings.ca_file.c_str());
    if (!settings.user.empty()) {
      set(CURLOPT_USERNAME, settings.user.c_str());
      set(CURLOPT_PASSWORD, settings.password.c_str());
    }
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(settings.timeout.count()));
  }

  void set_body(ports::mail_message const& letter) {
    auto* const alternatives = curl_mime_init(handle());
    auto* const both = curl_mime_addpart(body_.get());
    require(curl_mime_subparts(both, alternatives));  // the body owns them now
    require(curl_mime_type(both, "multipart/alternative"));
    add_part(alternatives, letter.text, "text/plain; charset=utf-8", "quoted-printable");
    if (!letter.calendar) return;
    // The last one is the one to prefer (RFC 2046). Base64 keeps its folded lines as they are.
    auto const type = "text/calendar; charset=utf-8; method=" + letter.calendar->method;
    add_part(alternatives, letter.calendar->text, type, "base64");
  }

  static void add_part(curl_mime* to, std::string const& text, std::string const& type,
                       char const* encoder) {
    auto const lines = with_mail_lines(text);
    auto* const part = curl_mime_addpart(to);
    require(curl_mime_data(part, lines.data(), lines.size()));
    require(curl_mime_type(part, type.c_str()));
    require(curl_mime_encoder(part, encoder));
  }

  list to_;
  list headers_;
  std::unique_ptr<curl_mime, decltype(&curl_mime_free)> body_;
};

}  // namespace

std::string mistake_in(mail_settings const& settings) {
  if (!is_host(settings.host)) return "the mail server is not the name of a host";
  if (settings.port < 1 || settings.port > 65535) return "the port of the mail server is none";
  if (settings.security == mail_security::none && !settings.user.empty()) {
    return "a password is not sent in the open: use starttls or tls, or no user";
  }
  return {};
}

curl_mailer::curl_mailer(transfers& thread, mail_settings settings, ports::clock& clock,
                         ports::dice& dice)
    : thread_(thread), settings_(std::move(settings)), clock_(clock), dice_(dice) {
  auto const mistake = mistake_in(settings_);
  if (!mistake.empty()) throw std::invalid_argument(mistake);
}

asio::awaitable<void> curl_mailer::send(ports::mail_message letter) {
  if (letter.calendar && !is_word(letter.calendar->method)) {
    throw std::invalid_argument("the method of a calendar is a word");
  }
  auto const headers = mail_headers(letter, settings_.from, dice_.token(id_bytes), clock_.now());
  auto const way = std::make_shared<delivery>(settings_, letter, headers);
  auto running = thread_.run(way);
  auto const ended = co_await std::move(running);
  way->finish(ended);
}

}  // namespace viab::adapters
