// What the network side is told at start: where to listen, what it is called, and every limit.
#pragma once

#include "net/outbox.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace viab::net {

struct listen_address {
  std::string host = "127.0.0.1";  // an IPv4 or IPv6 address
  std::uint16_t port = 8080;       // 0: any free one
};

struct http_limits {
  std::size_t connections = 20'000;
  // Connections that have not yet sent a whole request; the oldest makes room for a new one.
  std::size_t half_open = 1'024;
  std::size_t head_bytes = 16 * 1024;
  std::size_t most_body_bytes = 1024 * 1024;  // no route may allow more
  // But for one that asks first who sends it.
  std::size_t most_admitted_body_bytes = 16 * 1024 * 1024;
  std::size_t admitted_bodies = 4;  // that are being read at the same time
  std::chrono::seconds head{10};
  std::chrono::seconds body{20};
  std::chrono::seconds admitted_body{180};
  std::chrono::seconds idle{30};     // between two requests
  std::chrono::seconds writing{30};  // without any progress
};

struct live_limits {
  std::chrono::seconds ping_every{15};
  std::chrono::seconds dead_after{45};    // without anything from the other side
  std::chrono::seconds hello_within{30};
  std::chrono::seconds stalled_for{60};   // frames wait and none can be written
  std::chrono::seconds closing{3};        // for the other side to answer a close
  std::chrono::seconds answer_within{15}; // a command by POST
  outbox_limits outbox;
  int send_buffer_bytes = 128 * 1024;  // of the kernel, so that a slow reader shows early
};

struct config {
  std::vector<listen_address> addresses{{}};
  int backlog = 4096;
  std::string public_url = "http://127.0.0.1:8080";  // the one source of Origin, links and cookies
  std::filesystem::path web_files;                   // the built web client; empty: none
  std::vector<std::string> trusted_proxies;          // addresses or networks: "10.0.0.0/8"
  std::chrono::milliseconds drain_spread{5000};      // over which live connections are closed
  http_limits http;
  live_limits live;
  // How long a second of the limits above lasts; tests shorten it.
  std::chrono::milliseconds second{1000};

  bool https() const { return public_url.starts_with("https://"); }
  std::string cookie_name() const { return https() ? "__Host-viab" : "viab"; }
};

}  // namespace viab::net
