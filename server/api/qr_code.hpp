// A QR code as a picture.
#pragma once

#include <string>

namespace viab::api {

// SVG of the text, with a white border.
std::string qr_code_of(std::string const& text);

}  // namespace viab::api
