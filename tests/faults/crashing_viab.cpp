// The server as it is, which dies at the moment that VIAB_CRASH_AT names: "after_commit:12".
#include "cli/logging.hpp"
#include "cli/program.hpp"
#include "crashing_disk.hpp"
#include "crashing_store.hpp"

#include <cstdlib>
#include <iostream>
#include <string>

namespace {

using viab::tests::store_crash;

struct moment {
  std::string point;
  int nth = 0;
};

moment chosen_moment() {
  auto const* const text = std::getenv("VIAB_CRASH_AT");
  std::string const given = text == nullptr ? "" : text;
  auto const colon = given.find(':');
  if (colon == std::string::npos) return {};
  return {given.substr(0, colon), std::stoi(given.substr(colon + 1))};
}

store_crash in_store(std::string const& point) {
  if (point == "after_decide") return store_crash::after_decide;
  if (point == "after_commit") return store_crash::after_commit;
  if (point == "early_answer") return store_crash::early_answer;
  return store_crash::never;
}

// "--data-dir", "x" gives data_dir = x.
viab::cli::settings::flags read_flags(int argc, char** argv) {
  viab::cli::settings::flags given;
  for (int i = 2; i + 1 < argc; i += 2) {
    std::string name = std::string(argv[i]).substr(2);
    for (char& c : name) c = c == '-' ? '_' : c;
    given[name] = argv[i + 1];
  }
  return given;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    auto const when = chosen_moment();
    if (when.point == "log_write") viab::tests::crash_on_write("viab.db-wal", when.nth);
    if (when.point == "checkpoint_write") viab::tests::crash_on_write("viab.db", when.nth);
    auto const with = viab::cli::settings::read(read_flags(argc, argv), {}, std::nullopt);
    viab::cli::set_up_logging(with.text("log_level"));
    return viab::cli::run_program(
        with, viab::cli::start_as::demonstration, std::cout, [&](viab::ports::event_store& inner) {
          return std::make_unique<viab::tests::crashing_store>(inner, in_store(when.point),
                                                               when.nth);
        });
  } catch (std::exception const& why) {
    std::cerr << why.what() << "\n";
    return 1;
  }
}
