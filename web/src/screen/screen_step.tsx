// What the big screen shows of a step: how many answered, and the results once they are shown.
import { list_text, t, tn } from "../i18n";
import type { agreement, any_shared, check_in, check_out, kind, pick, position, step_outline } from "../protocol";
import { use_session } from "../session/model";
import { questions_of, sentence_of } from "../steps/check_out/results";
import { by_place, in_order } from "../steps/step";
import { status_text, statuses } from "../steps/review/status";
import { Board } from "../steps/position/board";
import { line_sentence } from "../steps/position/lines_results";
import { best_of, pick_bars } from "../steps/pick/results";
import { vote_bars } from "../steps/vote/shown";
import { Bar, most_of, type bar } from "../ui/chart";
import { Fitted } from "./fitted";

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

type shared_of<Kind extends kind> = Extract<any_shared, { kind: Kind }>;

const and_more = (left: number) => (left > 0 ? t("screen.more", { n: left }) : "");

function Shown({ outline, shared }: { outline: step_outline; shared: any_shared }) {
  switch (shared.kind) {
    case "check_in": return <Moods settings={outline.settings as check_in.settings} shared={shared} />;
    case "review": return <Reviewed shared={shared} />;
    case "collect": return <p class="big__hint">{t("collect.shown_count", { cards: tn("unit.cards", shared.total) })} {t("screen.look_down")}</p>;
    case "group": return <Themes shared={shared} />;
    case "vote": return <Votes shared={shared} />;
    case "discuss": return <Topic shared={shared} />;
    case "commit":
      return (
        <Fitted class="big__list" more={and_more}>
          {in_order(shared.proposals).filter(([, one]) => one.accepted !== false).map(([id, one]) => (
            <li key={id}><p><PlanText plan={one.plan} />{" "}
              <span class="big__hint">{one.accepted ? t("commit.accepted") : tn("commit.going", one.going_along)}</span></p></li>
          ))}
        </Fitted>
      );
    case "check_out":
      return shared.counted ? (
        <Fitted class="big__list" more={and_more}>
          {questions_of(outline.settings as check_out.settings, shared.counted).map((one) => (
            <li key={one.title}><p><b>{one.title}</b> <span class="big__hint">{sentence_of(one)}</span></p></li>
          ))}
        </Fitted>
      ) : null;
    case "position": return <Positions settings={outline.settings as position.settings} shared={shared} />;
    case "pick": return <Picked settings={outline.settings as pick.settings} shared={shared} />;
  }
}

function Positions({ settings, shared }: { settings: position.settings; shared: shared_of<"position"> }) {
  const results = shared.counted;
  if (!results) return null;
  if (settings.board && results.now_cells.length + results.needed_cells.length > 0) {
    return (
      <div class="big__board">
        <Board settings={settings} marks={[
          ...results.needed_cells.map((one) => ({ at: one.at, kind: "needed" as const, people: one.people })),
          ...results.now_cells.map((one) => ({ at: one.at, kind: "now" as const, people: one.people }))]} />
      </div>
    );
  }
  const ideas = by_place(shared.ideas);
  if (ideas.length > 0) {
    const middle = (id: string) => results.aims.find((one) => one.idea === id)?.middle;
    return (
      <Fitted as="ol" class="big__list" more={and_more}>
        {ideas.map(([id, one]) => {
          const at = middle(id);
          return <li key={id}><p><b>{one.text}</b> <span class="big__hint">{at ? t("position.brings", { x: at.x, y: at.y }) : t("position.nobody")}</span></p></li>;
        })}
      </Fitted>
    );
  }
  return (
    <Fitted class="big__list" more={and_more}>
      {results.lines.map((one) => (
        <li key={one.key}><p><b>{settings.lines.find((line) => line.key === one.key)?.title}</b>{" "}
          <span class="big__hint">{line_sentence(settings, one)}</span></p></li>
      ))}
    </Fitted>
  );
}

function Picked({ settings, shared }: { settings: pick.settings; shared: shared_of<"pick"> }) {
  if (!shared.counted) return null;
  if (best_of(settings, shared.counted).length === 0) return <p class="big__hint">{t("pick.nobody")}</p>;
  return <Bars bars={pick_bars(settings, shared.counted)} more={and_more} />;
}

function PlanText({ plan }: { plan: agreement }) {
  if (plan.cue === null || plan.action === null) return <>{t("erased")}</>;
  return <><b>{t("plan.if")}</b> {plan.cue} <b>{t("plan.then")}</b> {plan.action}</>;
}

function Reviewed({ shared }: { shared: shared_of<"review"> }) {
  return (
    <Fitted class="big__list" more={and_more}>
      {in_order(shared.agreements).map(([id, one]) => {
        const chosen = statuses.filter((key) => (one.counted?.chosen[key] ?? 0) > 0);
        return (
          <li key={id}>
            <p><PlanText plan={one.plan} /></p>
            <p class="big__hint">{chosen.length === 0 ? t("review.nobody")
              : list_text(chosen.map((key) => `${t(status_text[key])} ${one.counted!.chosen[key]}`))}</p>
          </li>
        );
      })}
    </Fitted>
  );
}

function Themes({ shared }: { shared: shared_of<"group"> }) {
  const sizes = new Map<string, number>();
  for (const { theme } of Object.values(shared.cards)) if (theme) sizes.set(theme, (sizes.get(theme) ?? 0) + 1);
  const loose = shared.loose > 0 ? `${t("group.loose")}: ${shared.loose}` : "";
  return (
    <Fitted class="big__list" more={(left) => [and_more(left), loose].filter(Boolean).join(" · ")}>
      {by_place(shared.themes).map(([id, theme]) => (
        <li key={id}><p><b>{theme.title || t("group.unnamed")}</b>{" "}
          <span class="big__hint">{tn("unit.cards", sizes.get(id) ?? 0)}</span></p></li>
      ))}
    </Fitted>
  );
}

// Those with dots, most first; the others are a number.
function Votes({ shared }: { shared: shared_of<"vote"> }) {
  const ranked = by_place(shared.choices).flatMap(([id, { text, counted }]) => (counted ? [{ id, text, tally: counted }] : []));
  const bars = vote_bars(ranked);
  const chosen = bars.filter((one) => one.count > 0);
  const none = bars.length - chosen.length;
  if (chosen.length === 0) return <p class="big__hint">{t("vote.nobody")}</p>;
  const rest = (left: number) => (left > 0 ? t("screen.more", { n: left + none })
    : none > 0 ? t("screen.no_dots", { n: none }) : "");
  const voted = t("screen.voted", { people: tn("unit.people", shared.answered) });
  return <Bars bars={chosen} more={(left) => [rest(left), voted].filter(Boolean).join(" · ")} />;
}

function Topic({ shared }: { shared: shared_of<"discuss"> }) {
  const open = shared.open ? shared.topics[shared.open] : undefined;
  if (!open) {
    return (
      <Fitted as="ol" class="big__list" more={and_more}>
        {by_place(shared.topics).map(([id, topic]) => <li key={id}><p>{topic.text || t("group.unnamed")}</p></li>)}
      </Fitted>
    );
  }
  const lines = (open.note ?? "").split("\n").filter((one) => one.trim());
  return (
    <Fitted as="div" class="big__talk" more={(left) => (left > 0 ? t("screen.more_down") : "")}>
      <p class="big__topic">{open.text || t("group.unnamed")}</p>
      <p class="big__hint">{t("discuss.opinions", { go_on: open.go_on, move_on: open.move_on })}</p>
      {lines.map((one, place) => <p class="big__note" key={place}>{one}</p>)}
    </Fitted>
  );
}

function Moods({ settings, shared }: { settings: check_in.settings; shared: shared_of<"check_in"> }) {
  if (!shared.counted) return null;
  const bars = settings.moods.map(({ key, label }) => ({ key, label, count: shared.counted!.moods[key] ?? 0 }));
  const most = list_text(most_of(bars).map((one) => one.label));
  const sentence = most ? t("screen.most", { people: tn("unit.people", shared.counted.answered), most }) : t("check_in.nobody");
  return <Bars bars={bars} words={shared.counted.words.filter(Boolean).join(" · ")}
    more={(left) => (left > 0 ? `${sentence} ${t("screen.more_down")}` : sentence)} />;
}

function Bars({ bars, more, words }: { bars: bar[]; more: (left: number) => string; words?: string }) {
  const longest = Math.max(1, ...most_of(bars).map((one) => one.count));
  return (
    <Fitted as="div" class="big__bars" more={more}>
      {bars.map((one) => (
        <div class="big__row" key={one.key}>
          <p><span>{one.label}</span><b>{one.count}</b></p>
          <Bar share={one.count / longest} />
        </div>
      ))}
      {words && <p class="big__words">{words}</p>}
    </Fitted>
  );
}
