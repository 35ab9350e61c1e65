// The first lines of every answer, with the security headers that none of them may lack.
#pragma once

#include "net/http.hpp"

#include <string>

namespace viab::net {

// The headers that every answer has, whatever its status.
fields security_headers(bool https);

struct framing {
  bool https = false;
  bool keep_open = false;
  bool chunked = false;  // the body follows in pieces
};
// Status line and headers up to and with the empty line. Never lets a line break into a header.
std::string response_head(response const&, framing);

}  // namespace viab::net
