#include "adapters/files/format_reader.hpp"

#include "adapters/files/step_kinds.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>

namespace viab::adapters {
namespace {

constexpr int most_steps = 30;
constexpr char agreements[] = "agreements";

struct reading {
  session::format format;
  std::set<std::string> ids;
  bool items_before = false;  // an earlier step leaves cards, themes or topics
  bool kinds_known = true;    // otherwise nothing can be said about what flows
};

step_kind const* kind_of(session::format_step const& step) {
  return find_step_kind(name_of(step.settings));
}

void check_takes(object_reader& from, session::format_step const& step, step_kind const& kind,
                 reading const& so_far) {
  if (step.takes.empty()) {
    if (kind.needs_items && !so_far.items_before && so_far.kinds_known) {
      from.complain("kind", std::string(kind.name) + " has nothing to work with: no step before it "
                            "leaves cards, themes or topics");
    }
    return;
  }
  if (kind.takes_agreements) {
    if (step.takes != agreements) {
      from.complain("takes", std::string(kind.name) + " takes \"agreements\" only");
    }
    return;
  }
  if (!kind.takes_items) {
    from.complain("takes", std::string(kind.name) + " takes nothing from other steps");
    return;
  }
  auto const& steps = so_far.format.steps;
  auto const source = std::find_if(steps.begin(), steps.end(),
                                   [&](auto const& s) { return s.id.value == step.takes; });
  if (source == steps.end()) {
    if (!so_far.kinds_known) return;
    std::vector<std::string> const earlier(so_far.ids.begin(), so_far.ids.end());
    from.complain("takes", "\"" + step.takes + "\" is no step before this one"
                               + suggestion(step.takes, earlier));
  } else if (!kind_of(*source)->leaves_items) {
    from.complain("takes", "\"" + step.takes + "\" leaves no cards, themes or topics");
  }
}

void read_step(object_reader& from, reading& so_far) {
  session::format_step step;
  step.id.value = from.name("id");
  if (!step.id.value.empty() && !so_far.ids.insert(step.id.value).second) {
    from.complain("id", "\"" + step.id.value + "\" is the id of an earlier step as well");
  }
  if (step.id.value == agreements) {
    from.complain("id",
                  "\"agreements\" is kept for what the team agreed earlier; choose another id");
  }
  step.title = from.text("title", 40);
  step.question = from.text("question", 160);
  step.hint = from.text_if_any("hint", 280);
  step.minutes = from.number("minutes", 0, 240);
  step.takes = from.name_if_any("takes");
  step.prepare = from.flag("prepare", false);

  auto const* const kind = find_step_kind(from.one_of("kind", step_kind_names()));
  if (kind == nullptr) {  // which fields may be here is unknown, too
    so_far.kinds_known = false;
    return;
  }
  step.settings = kind->read(from);
  from.finish();
  if (from.has("prepare") && !kind->prepares) {
    from.complain("prepare", std::string(kind->name) + " cannot be prepared; collect can");
  }
  check_takes(from, step, *kind, so_far);
  so_far.items_before = so_far.items_before || kind->leaves_items;
  so_far.format.steps.push_back(std::move(step));
}

// What people plan in their calendar and what the clocks say must be about the same.
void check_minutes(object_reader& from, reading const& done) {
  int sum = 0;
  for (auto const& step : done.format.steps) sum += step.minutes;
  int const stated = done.format.minutes;
  int const allowed = std::max(2, stated / 5);
  if (std::abs(sum - stated) > allowed) {
    from.complain("minutes", "says " + std::to_string(stated) + ", but the steps add up to "
                                 + std::to_string(sum) + "; the difference may be "
                                 + std::to_string(allowed));
  }
}

void compare(std::string const& where, std::string const& there, std::string const& here,
             std::string const& original_file, located const& translated, findings& found) {
  if (there == here) return;
  found.add(nearest_to(translated, where).line, where,
            "is \"" + here + "\", but \"" + there + "\" in " + original_file
                + "; languages of one version differ in words only");
}

}  // namespace

std::optional<session::format> read_format(located const& file, findings& found) {
  auto const before = found.problems().size();
  object_reader from(file, "", found);
  if (file.type != json_type::object) return std::nullopt;
  reading done;
  auto& format = done.format;
  from.text_if_any("$schema", 200);
  from.one_of("kind", {"format"});
  format.id = from.name("id");
  format.version = from.number("version", 1, 9999);
  format.language = from.one_of("language", {"nl", "en"});
  format.title = from.text("title", 80);
  format.summary = from.text("summary", 300);
  format.minutes = from.number("minutes", 5, 480);
  from.each("steps", 1, most_steps, [&](object_reader& one) { read_step(one, done); });
  from.finish();
  if (found.problems().size() == before) check_minutes(from, done);
  if (found.problems().size() != before) return std::nullopt;
  return format;
}

void compare_languages(session::format const& original, std::string const& original_file,
                       session::format const& translation, located const& translated,
                       findings& found) {
  auto const same = [&](std::string const& where, auto const& there, auto const& here) {
    if constexpr (std::is_integral_v<std::decay_t<decltype(there)>>) {
      compare(where, std::to_string(there), std::to_string(here), original_file, translated, found);
    } else {
      compare(where, std::string(there), std::string(here), original_file, translated, found);
    }
  };
  same("/version", original.version, translation.version);
  if (original.version != translation.version) return;  // the rest may well differ
  same("/minutes", original.minutes, translation.minutes);
  if (original.steps.size() != translation.steps.size()) {
    found.add(nearest_to(translated, "/steps").line, "/steps",
              "has " + std::to_string(translation.steps.size()) + " steps, but "
                  + std::to_string(original.steps.size()) + " in " + original_file);
    return;
  }
  for (std::size_t i = 0; i < original.steps.size(); ++i) {
    auto const& there = original.steps[i];
    auto const& here = translation.steps[i];
    auto const step = "/steps/" + std::to_string(i);
    same(step + "/id", there.id.value, here.id.value);
    same(step + "/kind", name_of(there.settings), name_of(here.settings));
    same(step + "/minutes", there.minutes, here.minutes);
    same(step + "/takes", there.takes, here.takes);
    same(step + "/prepare", int{there.prepare}, int{here.prepare});
    if (there.settings.index() != here.settings.index()) continue;
    auto const fields = bare_settings(there.settings);
    auto const own = bare_settings(here.settings);
    for (std::size_t f = 0; f < fields.size(); ++f) {
      same(step + "/" + fields[f].first, fields[f].second, own[f].second);
    }
  }
}

}  // namespace viab::adapters
