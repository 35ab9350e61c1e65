#include "imports/people.hpp"

namespace viab::imports {
namespace {

using directory::organisation_id;
using directory::person;

class people_planner {
public:
  people_planner(table const& of, known_people const& known) : of_(of), known_(known) {
    plan_.problems = of.problems;
  }

  people_plan run() {
    for (auto const& one : of_.lines) take(one);
    return std::move(plan_);
  }

private:
  void take(line const& one) {
    line_reader read(of_, one, plan_.problems);
    person const row = person_in(read);
    if (!read.fine()) return;
    auto const found = known_.people.find(folded(row.email->value()));
    if (found == known_.people.end()) {
      ++plan_.made;
    } else if (is_same(row, found->second)) {
      ++plan_.same;
      return;
    } else {
      ++plan_.changed;
    }
    plan_.changes.push_back({one.number, row});
  }

  person person_in(line_reader& read) {
    person row;
    auto const name = read.name<name_text>();
    auto const address = read.address();
    if (address) row = found_by(*address, read);
    if (name) row.name = *name;
    auto const organisation =
        read.named(column::organisation, known_.organisations, refusals::unknown_organisation());
    if (organisation) row.organisation = *organisation;
    if (known_.only && row.organisation != known_.only && read.fine()) {
      read.wrong(column::organisation, refusals::organisation_elsewhere());
    }
    if (auto const language = read.language()) row.language = *language;
    if (auto const trainer = read.yes_or_no(column::trainer)) row.trainer = *trainer;
    return row;
  }

  // Whoever has the address, or a new one.
  person found_by(email_address const& address, line_reader& read) {
    auto const [first, is_first] = lines_.emplace(folded(address.value()), read.number());
    if (!is_first) read.wrong(column::email, refusals::address_again(first->second));
    auto const found = known_.people.find(folded(address.value()));
    if (found == known_.people.end()) {
      person row;
      row.email = address;
      row.organisation = known_.only;
      return row;
    }
    auto const& there = found->second;
    if (known_.only && there.organisation != known_.only) {
      read.wrong(column::email, refusals::person_elsewhere());
    } else if (there.left_at) {
      read.wrong(column::email, refusals::person_left());
    }
    return there;
  }

  static bool is_same(person const& now, person const& before) {
    return now.name == before.name && now.organisation == before.organisation
           && now.language == before.language && now.trainer == before.trainer;
  }

  table const& of_;
  known_people const& known_;
  people_plan plan_;
  std::unordered_map<std::string, int> lines_;  // where each address stands first
};

}  // namespace

people_plan plan_people(table const& of, known_people const& known) {
  return people_planner(of, known).run();
}

}  // namespace viab::imports
