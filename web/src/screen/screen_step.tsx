// What the big screen shows of a step: how many answered, and the results once they are shown.
import { list_text, t, tn } from "../i18n";
import type { any_shared, check_in, check_out, step_outline } from "../protocol";
import { use_session } from "../session/model";
import { questions_of, sentence_of } from "../steps/check_out/results";
import { by_place, in_order } from "../steps/step";
import { status_text, statuses } from "../steps/review/status";
import { vote_bars } from "../steps/vote/shown";
import { Bar, most_of, type bar } from "../ui/chart";

export function ScreenStep({ outline }: { outline: step_outline }) {
  const session = use_session();
  const shared = session.shared_of(outline.id).value;
  if (!shared) return null;
  if ("current" in shared) {
    if ("dropped" in shared && shared.dropped) return <p class="big__hint">{t("round.dropped")}</p>;
    if (shared.current.phase !== "shown") {
      return (
        <div class="big__wait">
          <p class="big__number">{shared.answered}<span> / {Math.max(session.here_now.value, shared.answered)}</span></p>
          <p class="big__hint">{t(shared.current.phase === "open" ? "screen.answered" : "round.closed")}</p>
          {outline.emptied && <p class="big__hint">{t("round.emptied")}</p>}
          <p class="big__promise">{t(`promise.${shared.current.promised}.name`)}: {t(`promise.${shared.current.promised}.text`)}</p>
        </div>
      );
    }
  }
  return <Shown outline={outline} shared={shared} />;
}

function Shown({ outline, shared }: { outline: step_outline; shared: any_shared }) {
  switch (shared.kind) {
    case "check_in": return <Moods settings={outline.settings as check_in.settings} shared={shared} />;
    case "review":
      return (
        <ul class="big__list">
          {in_order(shared.agreements).map(([id, one]) => (
            <li key={id}>
              <p><b>{t("plan.if")}</b> {one.plan.cue} <b>{t("plan.then")}</b> {one.plan.action}</p>
              {one.counted && <p class="big__hint">{list_text(statuses.filter((key) => (one.counted!.chosen[key] ?? 0) > 0)
                .map((key) => `${t(status_text[key])} ${one.counted!.chosen[key]}`))}</p>}
            </li>
          ))}
        </ul>
      );
    case "collect": return <p class="big__hint">{t("collect.shown_count", { cards: tn("unit.cards", shared.total) })} {t("screen.look_down")}</p>;
    case "group":
      return (
        <ul class="big__list">
          {by_place(shared.themes).map(([id, theme]) => (
            <li key={id}><b>{theme.title || t("group.unnamed")}</b>{" "}
              <span class="big__hint">{tn("unit.cards", Object.values(shared.cards).filter((card) => card.theme === id).length)}</span></li>
          ))}
          <li class="big__hint">{t("group.loose")}: {shared.loose}</li>
        </ul>
      );
    case "vote": {
      const ranked = by_place(shared.choices).flatMap(([id, { text, counted }]) => (counted ? [{ id, text, tally: counted }] : []));
      return <Bars bars={vote_bars(ranked)} say={tn("unit.people", shared.answered)} />;
    }
    case "discuss": {
      const open = shared.open ? shared.topics[shared.open] : undefined;
      return open
        ? <><p class="big__topic">{open.text}</p><p class="big__hint">{t("discuss.opinions", { go_on: open.go_on, move_on: open.move_on })}</p>
            {open.note && <p class="big__note">{open.note}</p>}</>
        : <ol class="big__list">{by_place(shared.topics).map(([id, topic]) => <li key={id}>{topic.text}</li>)}</ol>;
    }
    case "commit":
      return (
        <ul class="big__list">
          {in_order(shared.proposals).filter(([, one]) => one.accepted !== false).map(([id, one]) => (
            <li key={id}><b>{t("plan.if")}</b> {one.plan.cue} <b>{t("plan.then")}</b> {one.plan.action}{" "}
              <span class="big__hint">{one.accepted ? t("commit.accepted") : tn("commit.going", one.going_along)}</span></li>
          ))}
        </ul>
      );
    case "check_out":
      return shared.counted ? (
        <ul class="big__list">
          {questions_of(outline.settings as check_out.settings, shared.counted).map((one) => (
            <li key={one.title}><b>{one.title}</b> <span class="big__hint">{sentence_of(one)}</span></li>
          ))}
        </ul>
      ) : null;
  }
}

function Moods({ settings, shared }: { settings: check_in.settings; shared: check_in.shared_view }) {
  if (!shared.counted) return null;
  const bars = settings.moods.map(({ key, label }) => ({ key, label, count: shared.counted!.moods[key] ?? 0 }));
  return (
    <>
      <Bars bars={bars} say={tn("unit.people", shared.counted.answered)} />
      <p class="big__words">{shared.counted.words.filter(Boolean).join(" · ")}</p>
    </>
  );
}

function Bars({ bars, say }: { bars: bar[]; say: string }) {
  const longest = Math.max(1, ...bars.map((one) => one.count));
  const most = most_of(bars);
  return (
    <div class="big__bars">
      {bars.map((one) => (
        <div class="big__row" key={one.key}>
          <p><span>{one.label}</span><b>{one.count}</b></p>
          <Bar share={one.count / longest} />
        </div>
      ))}
      <p class="big__hint">{most.length > 0 && t("screen.most", { people: say, most: list_text(most.map((one) => one.label)) })}</p>
    </div>
  );
}
