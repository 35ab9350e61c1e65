#include "cli/logging.hpp"

#include "cli/settings.hpp"

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <array>
#include <memory>

namespace viab::cli {
namespace {

// The message as the inside of a JSON string, so that nothing in it can forge a second line.
class escaped_message final : public spdlog::custom_flag_formatter {
public:
  void format(spdlog::details::log_msg const& message, std::tm const&,
              spdlog::memory_buf_t& into) override {
    static constexpr char digits[] = "0123456789abcdef";
    for (char const c : message.payload) {
      auto const byte = static_cast<unsigned char>(c);
      if (c == '"' || c == '\\') {
        into.push_back('\\');
        into.push_back(c);
      } else if (byte < 0x20 || byte == 0x7F) {
        for (char const part :
             std::array{'\\', 'u', '0', '0', digits[byte >> 4], digits[byte & 15]}) {
          into.push_back(part);
        }
      } else {
        into.push_back(c);
      }
    }
  }
  std::unique_ptr<custom_flag_formatter> clone() const override {
    return std::make_unique<escaped_message>();
  }
};

}  // namespace

void set_up_logging(std::string const& level) {
  auto const chosen = spdlog::level::from_str(level);
  if (chosen == spdlog::level::off) {
    throw settings_error("'log_level' must be debug, info, warning or error, and is '" + level
                         + "'");
  }
  auto formatter = std::make_unique<spdlog::pattern_formatter>(spdlog::pattern_time_type::utc);
  formatter->add_flag<escaped_message>('*').set_pattern(
      R"({"at":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l","message":"%*"})");
  auto logger =
      std::make_shared<spdlog::logger>("viab", std::make_shared<spdlog::sinks::stderr_sink_mt>());
  logger->set_formatter(std::move(formatter));
  logger->set_level(chosen);
  logger->flush_on(spdlog::level::info);
  spdlog::set_default_logger(std::move(logger));
}

}  // namespace viab::cli
