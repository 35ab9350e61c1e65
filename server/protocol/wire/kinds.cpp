#include "protocol/describe/check_in.hpp"
#include "protocol/describe/check_out.hpp"
#include "protocol/describe/collect.hpp"
#include "protocol/describe/commit.hpp"
#include "protocol/describe/discuss.hpp"
#include "protocol/describe/group.hpp"
#include "protocol/describe/pick.hpp"
#include "protocol/describe/position.hpp"
#include "protocol/describe/review.hpp"
#include "protocol/describe/vote.hpp"
#include "protocol/host_commands.hpp"
#include "protocol/wire/describe_type.hpp"
#include "steps/all.hpp"

namespace viab::protocol::wire {
namespace {

// What people may say to a kind.
bool from_people(std::string_view command) { return !is_host_command(command); }

struct unions {
  std::vector<std::string> kinds;
  std::vector<shape> settings, commands, shared, own, lead;
};

template <std::size_t I>
void add_kind(model& all, unions& each) {
  using settings = std::variant_alternative_t<I, steps::any_settings>;
  std::string const kind = settings::kind;
  std::vector<tag> const tags = {{"kind", kind}};
  each.kinds.push_back(kind);
  each.settings.push_back(describe_struct<settings>(all, way::sent, tags));
  each.commands.push_back(describe_commands<std::variant_alternative_t<I, steps::any_command>>(
      all, kind + "_command", from_people));
  using shared = std::variant_alternative_t<I, steps::any_shared_view>;
  using own = std::variant_alternative_t<I, steps::any_own_view>;
  using lead = std::variant_alternative_t<I, steps::any_lead_view>;
  each.shared.push_back(describe_struct<shared>(all, way::sent, tags));
  each.own.push_back(describe_struct<own>(all, way::sent, tags));
  each.lead.push_back(describe_struct<lead>(all, way::sent, tags));
}

}  // namespace

void add_kinds(model& all) {
  unions each;
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    (add_kind<I>(all, each), ...);
  }(std::make_index_sequence<steps::kind_count>{});
  alias(all, "step_kind", shape{.as = form::words, .words = each.kinds});
  alias(all, "step_settings", one_of(each.settings));
  alias(all, "step_command", one_of(each.commands), "What a step takes; its kind is the step's.");
  alias(all, "step_shared_view", one_of(each.shared), "What everybody sees of a step.");
  alias(all, "step_own_view", one_of(each.own), "What one participant sees of the own part.");
  alias(all, "step_lead_view", one_of(each.lead), "What facilitators see besides.");
}

}  // namespace viab::protocol::wire
