#include "api/report_rows.hpp"

#include <algorithm>
#include <array>

namespace viab::api {
namespace {

// Gathers rows under one heading after the other.
class gatherer {
public:
  gatherer(report const& from, ports::library const& words) : from_(from), words_(words) {}

  std::string text(std::string const& key, std::string const& detail = {}) const {
    return words_.text(key, detail, from_.session.language);
  }
  void heading(std::string const& key) { section_ = text(key); }
  void add(std::string subject, std::string what, std::optional<int> number = std::nullopt) {
    rows_.push_back({section_, std::move(subject), std::move(what), number});
  }
  std::vector<report_row> take() { return std::move(rows_); }

private:
  report const& from_;
  ports::library const& words_;
  std::string section_;
  std::vector<report_row> rows_;
};

void add_themes(gatherer& to, report const& from) {
  to.heading("report.themes");
  if (from.left.themes.empty()) to.add({}, to.text("report.no_themes"));
  for (auto const& theme : from.left.themes) {
    auto const title = theme.title.empty() ? to.text("report.unnamed_theme") : theme.title;
    to.add(title, to.text("column.dots"), theme.dots);
    if (!theme.note.empty()) to.add(title, theme.note);
    for (auto const& card : theme.card_texts) {
      to.add(title, card.empty() ? to.text("report.erased") : card);
    }
  }
}

void add_plans(gatherer& to, report const& from, ports::library const& words) {
  auto const& language = from.session.language;
  to.heading("report.agreements");
  if (from.left.agreements.empty()) to.add({}, to.text("report.no_agreements"));
  for (auto const& made : from.left.agreements) {
    auto const sentence = sentence_of(made.plan, words, language);
    to.add(sentence, made.plan.owner ? made.plan.owner->value() : std::string{});
    if (made.plan.review_on)
      to.add(sentence, to.text("report.review_on") + " " + *made.plan.review_on);
  }
  to.heading("report.reviewed");
  if (from.left.reviewed.empty()) to.add({}, to.text("report.none_reviewed"));
  for (auto const& seen : from.left.reviewed) {
    to.add(sentence_of(seen.plan, words, language), word_of(seen.status, words, language));
  }
  to.heading("report.obstacles");
  if (from.left.obstacles.empty()) to.add({}, to.text("report.no_obstacles"));
  for (auto const& one : from.left.obstacles) {
    to.add(word_of(one.about, words, language),
           one.text.empty() ? to.text("report.erased") : one.text);
  }
}

void add_scale(gatherer& to, std::string const& subject, std::vector<int> const& counts,
               int first) {
  for (std::size_t i = 0; i < counts.size(); ++i) {
    to.add(subject, std::to_string(first + static_cast<int>(i)), counts[i]);
  }
}

bool anybody(std::vector<int> const& counts) {
  return std::any_of(counts.begin(), counts.end(), [](int one) { return one > 0; });
}

// Where the group placed itself, and which course cards it chose.
void add_course(gatherer& to, report const& from) {
  if (!from.left.positions.empty()) to.heading("report.positions");
  for (auto const& one : from.left.positions) {
    if (anybody(one.now)) {
      add_scale(to, one.title + ": " + to.text("report.now"), one.now, one.first);
    }
    if (anybody(one.needed)) {
      add_scale(to, one.title + ": " + to.text("report.needed"), one.needed, one.first);
    }
  }
  if (!from.left.picks.empty()) to.heading("report.picks");
  for (auto const& one : from.left.picks) {
    to.add(one.title, one.chosen ? to.text("report.chosen") : std::string{}, one.approvals);
  }
}

void add_pulse(gatherer& to, report const& from) {
  to.heading("report.check_out");
  if (!from.left.pulse) {
    to.add({}, to.text("report.too_few", "5"));
    return;
  }
  auto const& pulse = *from.left.pulse;
  to.add(to.text("report.answered", std::to_string(pulse.answered)), {}, pulse.answered);
  for (std::size_t i = 0; i < pulse.statements.size() && i < pulse.statement_texts.size(); ++i) {
    add_scale(to, pulse.statement_texts[i], pulse.statements[i], 1);
  }
  add_scale(to, to.text("report.return_on_time"), pulse.return_on_time, 1);
  add_scale(to, to.text("report.becoming_normal"), pulse.normal, 0);
  if (pulse.moods.empty()) return;
  to.heading("report.mood");
  for (auto const& [mood, count] : pulse.moods) to.add(mood, {}, count);
}

}  // namespace

std::string word_of(review_status status, ports::library const& words,
                    std::string const& language) {
  static constexpr std::array keys = {"status.open", "status.done", "status.partly",
                                      "status.not_done", "status.no_longer_needed"};
  return words.text(keys.at(static_cast<std::size_t>(status)), {}, language);
}

std::string word_of(obstacle_kind kind, ports::library const& words, std::string const& language) {
  static constexpr std::array keys = {"obstacle.obstacle", "obstacle.rule", "obstacle.wall",
                                      "obstacle.leader_act", "obstacle.delivery_signal"};
  return words.text(keys.at(static_cast<std::size_t>(kind)), {}, language);
}

std::string sentence_of(agreement const& plan, ports::library const& words,
                        std::string const& language) {
  if (plan.cue.redacted() || plan.action.redacted()) {
    return words.text("report.erased", {}, language);
  }
  return words.text("report.if", {}, language) + " " + plan.cue.value() + ", "
         + words.text("report.then", {}, language) + " " + plan.action.value();
}

std::vector<report_row> rows_of(report const& from, ports::library const& words) {
  gatherer to(from, words);
  add_plans(to, from, words);
  add_themes(to, from);
  add_course(to, from);
  add_pulse(to, from);
  return to.take();
}

}  // namespace viab::api
