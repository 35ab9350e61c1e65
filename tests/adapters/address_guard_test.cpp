// Which addresses and hosts are this machine's or a private network's, and which way leads to a
// host.
#include "adapters/curl/address_guard.hpp"
#include "adapters/curl/proxy_choice.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <cstring>
#include <string>

using namespace viab::adapters;

namespace {

bool is_public(std::string const& text) {
  sockaddr_storage room{};
  if (text.find(':') == std::string::npos) {
    auto& in = reinterpret_cast<sockaddr_in&>(room);
    in.sin_family = AF_INET;
    REQUIRE(inet_pton(AF_INET, text.c_str(), &in.sin_addr) == 1);
  } else {
    auto& in = reinterpret_cast<sockaddr_in6&>(room);
    in.sin6_family = AF_INET6;
    REQUIRE(inet_pton(AF_INET6, text.c_str(), &in.sin6_addr) == 1);
  }
  return is_public_address(reinterpret_cast<sockaddr const&>(room));
}

}  // namespace

TEST_CASE("S24: private, loopback, link-local and reserved addresses are not public") {
  for (auto const* text : {"0.0.0.0",
                           "0.1.2.3",
                           "10.0.0.1",
                           "10.255.255.255",
                           "100.64.0.1",
                           "100.127.255.255",
                           "127.0.0.1",
                           "127.255.255.255",
                           "169.254.169.254",
                           "172.16.0.1",
                           "172.31.255.255",
                           "192.0.0.8",
                           "192.0.2.1",
                           "192.88.99.1",
                           "192.168.0.1",
                           "192.168.255.255",
                           "198.18.0.1",
                           "198.19.255.255",
                           "198.51.100.7",
                           "203.0.113.7",
                           "224.0.0.1",
                           "239.1.1.1",
                           "240.0.0.1",
                           "255.255.255.255",
                           "::",
                           "::1",
                           "::ffff:127.0.0.1",
                           "::ffff:10.1.2.3",
                           "::ffff:0.0.0.0",
                           "::7f00:1",
                           "64:ff9b::7f00:1",
                           "64:ff9b::a9fe:a9fe",
                           "64:ff9b:1::1",
                           "100::1",
                           "2001::1",
                           "2001:1ff::1",
                           "2001:db8::1",
                           "2002:7f00:1::",
                           "2002:c0a8:1::1",
                           "3fff::1",
                           "4000::1",
                           "fc00::1",
                           "fdff::1",
                           "fe80::1",
                           "febf::1",
                           "fec0::1",
                           "ff02::1"}) {
    INFO(text);
    CHECK_FALSE(is_public(text));
  }
}

TEST_CASE("addresses beside those ranges are public") {
  for (auto const* text : {"1.1.1.1",
                           "9.255.255.255",
                           "11.0.0.0",
                           "100.63.255.255",
                           "100.128.0.0",
                           "126.255.255.255",
                           "128.0.0.0",
                           "169.253.255.255",
                           "169.255.0.0",
                           "172.15.255.255",
                           "172.32.0.0",
                           "192.0.1.1",
                           "192.167.255.255",
                           "192.169.0.0",
                           "198.17.255.255",
                           "198.20.0.0",
                           "223.255.255.255",
                           "2001:200::1",
                           "2001:4860:4860::8888",
                           "2a00:1450::1",
                           "2002:101:101::1",
                           "::ffff:1.1.1.1",
                           "64:ff9b::101:101",
                           "2606:4700::1111"}) {
    INFO(text);
    CHECK(is_public(text));
  }
}

TEST_CASE("S24: an IPv4 address is as public as the same one wrapped in IPv6") {
  CHECK(rc::check([] {
    auto const raw = *rc::gen::arbitrary<std::uint32_t>();
    sockaddr_in in{};
    in.sin_family = AF_INET;
    in.sin_addr.s_addr = htonl(raw);
    sockaddr_in6 wrapped{};
    wrapped.sin6_family = AF_INET6;
    wrapped.sin6_addr.s6_addr[10] = wrapped.sin6_addr.s6_addr[11] = 0xff;
    std::memcpy(wrapped.sin6_addr.s6_addr + 12, &in.sin_addr.s_addr, 4);
    RC_ASSERT(is_public_address(reinterpret_cast<sockaddr const&>(in))
              == is_public_address(reinterpret_cast<sockaddr const&>(wrapped)));
  }));
}

TEST_CASE("what is no IP address is not public") {
  sockaddr local{};
  local.sa_family = AF_UNIX;
  CHECK_FALSE(is_public_address(local));
}

TEST_CASE("S24: hosts that say themselves that they are private") {
  for (auto const* host : {"127.0.0.1", "[::1]", "[fe80::1%25eth0]", "10.1.2.3", "localhost",
                           "localhost.", "a.localhost", "[::ffff:127.0.0.1]"}) {
    INFO(host);
    CHECK(is_plainly_private_host(host));
  }
  for (auto const* host : {"example.org", "localhost.example.org", "1.1.1.1", "10.example.org"}) {
    INFO(host);
    CHECK_FALSE(is_plainly_private_host(host));
  }
  CHECK(is_loopback_host("[::1]"));
  CHECK(is_loopback_host("127.9.9.9"));
  CHECK(is_loopback_host("[::ffff:127.0.0.1]"));
  CHECK_FALSE(is_loopback_host("10.0.0.1"));
  CHECK_FALSE(is_loopback_host("127.0.0.1.example.org"));
}

TEST_CASE("NO_PROXY names hosts, what is below them, and ranges") {
  CHECK(goes_straight("idp.example.org", "example.org"));
  CHECK(goes_straight("idp.example.org", ".example.org"));
  CHECK(goes_straight("IDP.example.org.", "a.b, idp.EXAMPLE.org"));
  CHECK(goes_straight("10.1.2.3", "10.0.0.0/8"));
  CHECK(goes_straight("10.1.2.3", "0.0.0.0/0"));
  CHECK(goes_straight("10.1.2.3", "10.1.2.3"));
  CHECK(goes_straight("[::1]", "::1"));
  CHECK(goes_straight("anything", "*"));
  CHECK_FALSE(goes_straight("badexample.org", "example.org"));
  CHECK_FALSE(goes_straight("example.org.evil", "example.org"));
  CHECK_FALSE(goes_straight("11.1.2.3", "10.0.0.0/8"));
  CHECK_FALSE(goes_straight("10.1.2.3", "2.3"));
  CHECK_FALSE(goes_straight("10.1.2.3", "10.0.0.0/33 10.0.0.0/ /8 10.0.0.0/-1"));
  CHECK_FALSE(goes_straight("example.org", ""));
  CHECK_FALSE(goes_straight("example.org", " , ."));
}
