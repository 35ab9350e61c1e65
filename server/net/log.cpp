#include "net/log.hpp"

#include <spdlog/spdlog.h>

namespace viab::net {

void log_listening(std::string_view address, int port) {
  spdlog::info("listening on {} port {}", address, port);
}

void log_failure(std::string_view what, std::string_view why) {
  spdlog::error("failed: {}: {}", what, why);
}

void log_refused(std::string_view what, std::string_view remote, int status) {
  spdlog::info("refused {} from {} with {}", what, remote, status);
}

void log_stopping(std::size_t live_connections) {
  spdlog::info("stopping, {} live connections are asked to come back", live_connections);
}

}  // namespace viab::net
