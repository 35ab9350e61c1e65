// Names and subjects in the lines of a letter: short ASCII lines, whatever they are made of.
#include "adapters/curl/mail_headers.hpp"
#include "adapters/curl/curl_mailer.hpp"
#include "domain/encoding.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <sstream>

using namespace viab;
using namespace viab::adapters;

namespace {

email_address ada() { return *email_address::make("ada@example.org"); }

// Reads encoded words back, apart from the code that writes them.
std::string decoded(std::string const& header) {
  std::string text;
  std::istringstream words(header);
  for (std::string word; words >> word;) {
    REQUIRE(word.starts_with("=?UTF-8?B?"));
    REQUIRE(word.ends_with("?="));
    auto base64 = word.substr(10, word.size() - 12);
    while (base64.ends_with('=')) base64.pop_back();
    std::replace(base64.begin(), base64.end(), '+', '-');
    std::replace(base64.begin(), base64.end(), '/', '_');
    text += from_base64url(base64).value();
  }
  return text;
}

// Every line but the first begins with a space, so it belongs to the same header.
bool is_one_header(std::string const& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto const byte = static_cast<unsigned char>(text[i]);
    if (byte >= 0x7f) return false;
    if (text[i] == '\r' && text.compare(i, 3, "\r\n ") != 0) return false;
    if (text[i] == '\n' && (i == 0 || text[i - 1] != '\r')) return false;
    if (byte < 0x20 && text[i] != '\r' && text[i] != '\n') return false;
  }
  return true;
}

}  // namespace

TEST_CASE("short ASCII stays as it is, other text becomes encoded words") {
  CHECK(header_text("Reflectie van november") == "Reflectie van november");
  CHECK(header_text("") == "");
  CHECK(header_text("één") == "=?UTF-8?B?w6nDqW4=?=");
  CHECK(decoded(header_text("=?UTF-8?Q?x?=")) == "=?UTF-8?Q?x?=");
  CHECK(decoded(header_text(std::string(200, 'a'))) == std::string(200, 'a'));
}

TEST_CASE("an encoded word holds whole characters, and is at most 75 long") {
  std::string text;
  for (int i = 0; i < 50; ++i) text += i % 2 == 0 ? "🌱" : "é";
  auto const header = header_text(text);
  CHECK(decoded(header) == text);
  std::istringstream words(header);
  for (std::string word; words >> word;) {
    CHECK(word.size() <= 75);
    auto const part = decoded(word);
    CHECK((static_cast<unsigned char>(part.front()) & 0xc0) != 0x80);
  }
}

TEST_CASE("whatever a subject or a name is made of, it stays one header") {
  auto const bytes = rc::gen::container<std::string>(
      rc::gen::oneOf(rc::gen::elementOf(std::string("\r\n\t \0:<>\"\\,;=?@\x7f", 16)),
                     rc::gen::arbitrary<char>()));
  CHECK(rc::check([&] {
    auto const text = *bytes;
    RC_ASSERT(is_one_header(header_text(text)));
    RC_ASSERT(is_one_header(header_address(text, ada())));
    RC_ASSERT(header_address(text, ada()).ends_with("<ada@example.org>"));
  }));
}

TEST_CASE("a name with specials is quoted, and cannot close its quotes") {
  CHECK(header_address("", ada()) == "<ada@example.org>");
  CHECK(header_address("Ada, van", ada()) == "\"Ada, van\" <ada@example.org>");
  CHECK(header_address("A\" <eve@x.nl>, \\", ada())
        == "\"A\\\" <eve@x.nl>, \\\\\" <ada@example.org>");
  CHECK(header_address("a\r\nBcc: b", ada()) == "\"a  Bcc: b\" <ada@example.org>");
}

TEST_CASE("dates are written as mail has them") {
  auto const at = [](std::int64_t seconds) { return time_point(std::chrono::seconds(seconds)); };
  CHECK(header_date(at(1795600800)) == "Wed, 25 Nov 2026 10:00:00 +0000");
  CHECK(header_date(at(1709164799)) == "Wed, 28 Feb 2024 23:59:59 +0000");
  CHECK(header_date(at(1709251199)) == "Thu, 29 Feb 2024 23:59:59 +0000");
  CHECK(header_date(at(0)) == "Thu, 01 Jan 1970 00:00:00 +0000");
}

TEST_CASE("mistakes in the settings of mail are named") {
  mail_settings settings{
      .host = "mail.example.org", .user = {}, .password = {}, .from = {ada(), {}}, .ca_file = {}};
  CHECK(mistake_in(settings).empty());
  settings.user = "via";
  CHECK(mistake_in(settings).empty());
  settings.security = mail_security::none;
  CHECK_FALSE(mistake_in(settings).empty());
  settings.user.clear();
  CHECK(mistake_in(settings).empty());
  settings.host = "mail.example.org/x";
  CHECK_FALSE(mistake_in(settings).empty());
  settings.host = "mail.example.org";
  settings.port = 0;
  CHECK_FALSE(mistake_in(settings).empty());
}
