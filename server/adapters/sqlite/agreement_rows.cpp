#include "adapters/sqlite/agreement_rows.hpp"

#include "adapters/sqlite/outcome_rows.hpp"
#include "adapters/sqlite/words.hpp"

namespace viab::adapters::sqlite {
namespace {

template <class Text>
std::optional<std::string> kept(Text const& text) {
  if (text.redacted()) return std::nullopt;
  return text.value();
}

template <class Text>
Text read(std::optional<std::string> value) {
  return value ? Text::of(std::move(*value)) : Text::erased();
}

ports::agreement_row read_agreement(rows& row) {
  ports::agreement_row agreement;
  agreement.id = row.text(0);
  agreement.session = {row.text(1)};
  agreement.plan = read_plan(row, 2);
  agreement.made_at = row.time_or_none(7);
  agreement.settled_at = row.time_or_none(8);
  agreement.version = row.small(9);
  return agreement;
}

}  // namespace

plan_columns columns_of(agreement const& plan) {
  plan_columns columns;
  columns.cue = kept(plan.cue);
  columns.action = kept(plan.action);
  if (plan.owner) columns.owner = plan.owner->value();
  columns.review_on = plan.review_on;
  columns.status = word_of(plan.status);
  return columns;
}

agreement read_plan(rows& row, int first) {
  agreement plan;
  plan.cue = read<agreement_text>(row.text_or_none(first));
  plan.action = read<agreement_text>(row.text_or_none(first + 1));
  if (auto owner = row.text_or_none(first + 2)) {
    plan.owner = owner->empty() ? name_text::erased() : name_text::of(std::move(*owner));
  }
  plan.review_on = row.text_or_none(first + 3);
  plan.status = review_status_of(row.text(first + 4));
  return plan;
}

std::vector<ports::agreement_row> read_agreements(connection& db, team_id const& team) {
  auto answer = db.query(
      "select id, session, cue, action, owner, review_on, status, made_at, settled_at, version "
      "from agreements where team = ? order by made_at desc, row_number",
      team);
  std::vector<ports::agreement_row> all;
  while (answer.next()) all.push_back(read_agreement(answer));
  return all;
}

bool correct_agreement(connection& db, ports::agreement_row const& now, std::string const& by_key,
                       time_point at) {
  // The trace is made from the row as it still is; it only exists when the version is the newest.
  if (db.run("insert into agreement_traces (agreement, version, cue, action, owner, review_on, "
             "status, corrected_by, corrected_at) "
             "select id, version, cue, action, owner, review_on, status, ?, ? from agreements "
             "where id = ? and version = ?",
             by_key, at, now.id, now.version) == 0) {
    return false;
  }
  auto const plan = columns_of(now.plan);
  db.run("update agreements set cue = ?, action = ?, owner = ?, review_on = ?, status = ?, "
         "settled_at = ?, version = version + 1 where id = ?",
         plan.cue, plan.action, plan.owner, plan.review_on, plan.status, now.settled_at, now.id);
  return true;
}

}  // namespace viab::adapters::sqlite
