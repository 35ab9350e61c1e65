// What the network side writes in the log: never a body, a cookie or a token.
#pragma once

#include <string_view>

namespace viab::net {

void log_listening(std::string_view address, int port);
void log_failure(std::string_view what, std::string_view why);
// A page or program that may not connect here.
void log_refused(std::string_view what, std::string_view remote, int status);
void log_stopping(std::size_t live_connections);

}  // namespace viab::net
