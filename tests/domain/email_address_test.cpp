// Which texts are e-mail addresses: those that need no quotes anywhere.
#include "domain/email_address.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

using namespace viab;

TEST_CASE("addresses as people have them") {
  for (auto const* typed : {"ada@example.org", "a.b-c+d@sub.example.co", "A_1@EXAMPLE.org",
                            "o'hara@example.org", " ada@example.org ", "1@2.nl"}) {
    INFO(typed);
    CHECK(email_address::make(typed));
  }
  CHECK(email_address::make(" ada@example.org ")->value() == "ada@example.org");
  CHECK(email_address::make("ada@example.org")->host() == "example.org");
  CHECK(email_address::make(std::string(64, 'a') + "@example.org"));
}

TEST_CASE("what is none, or would be two") {
  for (auto const* typed : {"",
                            "ada",
                            "ada@",
                            "@example.org",
                            "ada@example",
                            "ada@@example.org",
                            "a@b@example.org",
                            "ada @example.org",
                            "ada@example.org,eve@example.org",
                            "ada@example.org\r\nBcc: x",
                            "ada@example.org\n",
                            "<ada@example.org>",
                            "\"ada\"@example.org",
                            "ada@[127.0.0.1]",
                            ".ada@example.org",
                            "ada.@example.org",
                            "a..b@example.org",
                            "ada@.example.org",
                            "ada@example.org.",
                            "ada@-example.org",
                            "ada@example-.org",
                            "ada@exa_mple.org",
                            "adá@example.org",
                            "ada@exámple.org",
                            "ada@example.org>",
                            "ada\t@example.org"}) {
    INFO(typed);
    CHECK_FALSE(email_address::make(typed));
  }
  CHECK_FALSE(email_address::make(std::string(65, 'a') + "@example.org"));
  CHECK_FALSE(email_address::make("a@" + std::string(64, 'b') + ".org"));
  std::string long_host;
  for (int i = 0; i < 5; ++i) long_host += std::string(50, 'b') + '.';
  CHECK_FALSE(email_address::make("a@" + long_host + "org"));
  CHECK_FALSE(email_address::make(std::string("ada@example.org\0", 16)));
}

TEST_CASE("an address never holds what could end a line or a bracket") {
  CHECK(rc::check([] {
    auto const text = *rc::gen::container<std::string>(
        rc::gen::elementOf(std::string("ab.@-+<>\"\r\n ,;:\\()[]\0\x80", 22)));
    auto const made = email_address::make(text);
    if (made) RC_ASSERT(made->value().find_first_of("<>\"\r\n ,;:\\()[]") == std::string::npos);
  }));
}
