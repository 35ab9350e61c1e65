#include "api/qr_code.hpp"

#include <qrcodegen/qrcodegen.hpp>

namespace viab::api {

std::string qr_code_of(std::string const& text) {
  using qrcodegen::QrCode;
  auto const code = QrCode::encodeText(text.c_str(), QrCode::Ecc::MEDIUM);
  constexpr int border = 2;
  auto const size = std::to_string(code.getSize() + 2 * border);
  std::string svg = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 )" + size + ' ' + size
                    + R"(" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h)" + size + 'v'
                    + size + "H0z\"/><path fill=\"#000\" d=\"";
  for (int y = 0; y < code.getSize(); ++y) {
    for (int x = 0; x < code.getSize(); ++x) {
      if (!code.getModule(x, y)) continue;
      svg += 'M' + std::to_string(x + border) + ' ' + std::to_string(y + border) + "h1v1h-1z";
    }
  }
  return svg + "\"/></svg>";
}

}  // namespace viab::api
