// The server as it is, which dies at the moment that VIAB_CRASH_AT names: "after_commit:12".
#include "crashing_disk.hpp"
#include "crashing_store.hpp"
#include "support/program_start.hpp"

#include <cstdlib>
#include <memory>
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
  if (point == "slow_commit") return store_crash::slow_commit;
  return store_crash::never;
}

}  // namespace

int main(int argc, char** argv) {
  auto const when = chosen_moment();
  if (when.point == "log_write") viab::tests::crash_on_write("viab.db-wal", when.nth);
  if (when.point == "checkpoint_write") viab::tests::crash_on_write("viab.db", when.nth);
  viab::cli::around_ports around;
  around.events = [&](viab::ports::event_store& inner) {
    return std::make_unique<viab::tests::crashing_store>(inner, in_store(when.point), when.nth);
  };
  return viab::tests::run_demonstration(argc, argv, around);
}
