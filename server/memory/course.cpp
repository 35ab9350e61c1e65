#include "memory/course.hpp"

#include "domain/course_card.hpp"
#include "domain/promise.hpp"
#include "domain/spread.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace viab::memory {
namespace {

int band_of(int value, line_seen const& on) {
  auto const values = on.last - on.first + 1;
  return (value - on.first) * course_bands / values;
}

std::optional<course_mark> mark_of(std::vector<int> const& counts, line_seen const& on) {
  auto const lies = spread_of(counts, on.first);
  if (!lies || lies->answers < least_ballots) return std::nullopt;
  return course_mark{band_of(lies->low, on), band_of(lies->middle, on), band_of(lies->high, on)};
}

bool same_question(line_seen const& a, line_seen const& b) {
  return std::tie(a.title, a.low, a.high, a.first, a.last)
         == std::tie(b.title, b.low, b.high, b.first, b.last);
}

course_break break_before(line_seen const* before, line_seen const& now) {
  if (!before) return course_break::none;
  if (!same_question(*before, now)) return course_break::question;
  return third_changed(before->members, now.members) ? course_break::people : course_break::none;
}

course_line line_of(std::string_view key, std::vector<line_seen> const& all) {
  course_line line;
  line.key = key;
  line_seen const* before = nullptr;
  for (auto const& one : all) {
    if (one.key != key) continue;
    line.title = one.title;
    line.low = one.low;
    line.high = one.high;
    line.points.push_back({one.session, one.at, mark_of(one.now, one), mark_of(one.needed, one),
                           break_before(before, one)});
    before = &one;
  }
  return line;
}

}  // namespace

bool third_changed(std::vector<std::string> const& before, std::vector<std::string> const& after) {
  std::vector<std::string> in_one;
  std::set_symmetric_difference(before.begin(), before.end(), after.begin(), after.end(),
                                std::back_inserter(in_one));
  std::vector<std::string> in_any;
  std::set_union(before.begin(), before.end(), after.begin(), after.end(),
                 std::back_inserter(in_any));
  return !in_any.empty() && 3 * in_one.size() >= in_any.size();
}

std::vector<course_line> course_over_time(std::vector<line_seen> all) {
  std::sort(all.begin(), all.end(), [](line_seen const& a, line_seen const& b) {
    return std::tie(a.at, a.session) < std::tie(b.at, b.session);
  });
  std::vector<course_line> lines;
  for (auto const key : level_words) {
    auto line = line_of(key, all);
    if (!line.points.empty()) lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace viab::memory
