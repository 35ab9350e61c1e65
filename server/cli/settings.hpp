// Settings: flags over environment over configuration file over default; unknown keys are errors.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace viab::cli {

// One row per setting; the flag is --data-dir, the environment VIAB_DATA_DIR, the file's key
// data_dir.
struct setting {
  std::string name;      // "data_dir"
  std::string fallback;  // "" where there is none
  std::string help;      // one sentence, with the unit
};
std::vector<setting> const& known_settings();

// What went wrong and what to do; exit code 78.
struct settings_error : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class settings {
public:
  using flags = std::map<std::string, std::string>;  // by name, only those given

  // `environment`: every VIAB_… variable. `file`: nothing for none.
  static settings read(flags const& given, flags const& environment,
                       std::optional<std::filesystem::path> const& file);

  std::string text(std::string const& name) const;
  std::filesystem::path path(std::string const& name) const { return text(name); }
  // Throws settings_error when it is not a whole number from `least` to `most`.
  long number(std::string const& name, long least, long most) const;
  // Every setting with its value and where it came from: "flag", "environment", "file", "default".
  struct shown {
    std::string name, value, source;
  };
  std::vector<shown> all() const;

private:
  struct value {
    std::string text;
    std::string source;
  };
  std::map<std::string, value> values_;
};

// "a, b" as its parts, without spaces around them and without empty ones.
std::vector<std::string> words_in(std::string const& list);

// The VIAB_… variables of this process, as setting names: VIAB_DATA_DIR → data_dir. Empty ones
// count as not set.
settings::flags viab_environment(char const* const* environment);

struct address {
  std::string host;
  unsigned short port = 0;
};
// "127.0.0.1:8080", "[::1]:8080"; throws settings_error.
address read_address(std::string const& text);
bool is_loopback(address const&);

}  // namespace viab::cli
