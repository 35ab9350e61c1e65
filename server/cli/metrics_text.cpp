#include "cli/metrics_text.hpp"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace viab::cli {
namespace {

void gauge(prometheus::Registry& all, char const* name, char const* help, double value) {
  prometheus::BuildGauge().Name(name).Help(help).Register(all).Add({}).Set(value);
}

void counter(prometheus::Registry& all, char const* name, char const* help, double value) {
  prometheus::BuildCounter().Name(name).Help(help).Register(all).Add({}).Increment(value);
}

}  // namespace

std::string metrics_text(net::counters const& net, adapters::sqlite::writing_counts const& disk,
                         app::session_registry const& sessions) {
  prometheus::Registry all;
  auto const of = [](std::uint64_t value) { return static_cast<double>(value); };
  gauge(all, "viab_websockets_open", "Live connections over WebSocket.", of(net.websockets_open));
  gauge(all, "viab_streams_open", "Live connections over the fallback.", of(net.streams_open));
  gauge(all, "viab_connections_open", "Network connections.", of(net.connections_open));
  gauge(all, "viab_sessions_awake", "Sessions in memory.", of(sessions.awake()));
  counter(all, "viab_http_requests_total", "HTTP requests.", of(net.requests));
  counter(all, "viab_upgrades_refused_total", "Live connections refused.",
          of(net.upgrades_refused));
  counter(all, "viab_frames_in_total", "Frames from people.", of(net.frames_in));
  counter(all, "viab_frames_out_total", "Frames to people.", of(net.frames_out));
  counter(all, "viab_bytes_out_total", "Bytes to people.", of(net.bytes_out));
  counter(all, "viab_fell_behind_total", "Connections that got a whole view for patches missed.",
          of(net.fell_behind));
  counter(all, "viab_slow_closes_total", "Connections closed for being too slow.",
          of(net.slow_closes));
  counter(all, "viab_commits_total", "Transactions committed.", of(disk.commits));
  counter(all, "viab_batches_total", "Batches stored.", of(disk.pieces));
  return prometheus::TextSerializer().Serialize(all.Collect());
}

}  // namespace viab::cli
