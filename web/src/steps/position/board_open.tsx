// The round is open: a place on the board, by a click on it or with the two scales below.
import { useSignal } from "@preact/signals";
import { t, theirs } from "../../i18n";
import type { position } from "../../protocol";
import { use_session } from "../../session/model";
import { Answered, off_input, use_last } from "../round";
import { Scale } from "../scale";
import { by_place } from "../step";
import { Board, type board_mark } from "./board";
import { Foot, type open_props } from "./lines_open";
import { values_of } from "./marks";
import { marks_on, own_now, place_command, type own_answer } from "./own";

type which = "now" | "needed";

function spot_of(own: own_answer, lines: position.line[], which: which): { x: number | null; y: number | null } {
  return { x: marks_on(own, lines[0]!.key)[which] ?? null, y: marks_on(own, lines[1]!.key)[which] ?? null };
}

export function BoardOpen(props: open_props) {
  const { outline, settings, shared, answers, off } = props;
  const session = use_session();
  const mine = use_last(own_now(session, outline.id), off);
  const asked: which[] = [...(settings.asks_now ? ["now" as const] : []), ...(settings.asks_needed ? ["needed" as const] : [])];
  const which = useSignal<which>(asked[0] ?? "now");
  const idea = useSignal<string | null>(null);
  if (settings.arrows && Object.keys(shared.ideas).length > 0) return <Aims {...props} mine={mine} idea={idea} />;
  const { lines } = settings;
  const place = (at: Partial<position.spot>) => {
    for (const [axis, line] of [["x", lines[0]!], ["y", lines[1]!]] as const) {
      const value = at[axis];
      if (value === undefined) continue;
      session.do(outline.id, place_command(line.key, { ...marks_on(own_now(session, outline.id), line.key), [which.value]: value }));
    }
  };
  const marks = asked.flatMap((kind): board_mark[] => {
    const { x, y } = spot_of(mine, lines, kind);
    return x === null || y === null ? [] : [{ at: { x, y }, kind }];
  });
  const here = spot_of(mine, lines, which.value);
  return (
    <>
      {answers && (
        <div class="value-board-beside">
          <Board settings={settings} marks={marks} on_choose={off ? undefined : place} />
          <div class="stack">
            {asked.length > 1 && <Which which={which.value} off={off} on_choose={(one) => (which.value = one)} />}
            {lines.map((line, place_of) => (
              <Scale key={`${line.key}-${which.value}`} name={`${outline.id}-${line.key}-${which.value}`} question={line.title} lang={theirs()}
                options={values_of(settings)} from={line.from} to={line.to} value={place_of === 0 ? here.x : here.y} off={off}
                on_choose={(value) => place(place_of === 0 ? { x: value } : { y: value })} />
            ))}
          </div>
        </div>
      )}
      {answers && <Foot {...props} answered={mine.answered} />}
      <Answered answered={shared.answered} />
    </>
  );
}

// Which of the two marks one is placing.
function Which({ which, off, on_choose }: { which: which; off: boolean; on_choose: (one: which) => void }) {
  return (
    <fieldset class="pills">
      <legend class="label">{t("position.which")}</legend>
      {(["now", "needed"] as const).map((one) => (
        <label class="pill" key={one}>
          <input type="radio" name="which-mark" checked={which === one} onChange={() => on_choose(one)} {...off_input(off)} />
          <span>{t(one === "now" ? "position.now" : "position.needed")}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface aims_props extends open_props {
  mine: own_answer;
  idea: { value: string | null };
}

// Each idea gets a place of its own: where would it bring us?
function Aims(props: aims_props) {
  const { outline, settings, shared, answers, off, mine, idea } = props;
  const session = use_session();
  const ideas = by_place(shared.ideas);
  const chosen = idea.value ?? ideas[0]![0];
  const number = (id: string) => ideas.findIndex(([one]) => one === id) + 1;
  const aim = (at: Partial<position.spot>) => {
    const before = own_now(session, outline.id).aims[chosen] ?? shared.origin ?? { x: settings.first, y: settings.first };
    session.do(outline.id, { type: "aim", idea: chosen, at: { ...before, ...at } });
  };
  const marks: board_mark[] = [
    ...(shared.origin ? [{ at: shared.origin, kind: "origin" as const }] : []),
    ...Object.entries(mine.aims).map(([id, at]): board_mark => ({ at, kind: "aim", label: String(number(id)) })),
  ];
  const arrows = shared.origin ? Object.entries(mine.aims).map(([id, to]) => ({ from: shared.origin!, to, label: shared.ideas[id]?.text ?? "" })) : [];
  const here = mine.aims[chosen];
  return (
    <>
      {answers && (
        <div class="value-board-beside">
          <Board settings={settings} marks={marks} arrows={arrows} on_choose={off ? undefined : aim} />
          <div class="stack">
            <fieldset class="stack">
              <legend class="label">{t("position.which_idea")}</legend>
              {ideas.map(([id, one], place) => (
                <label class="check" key={id}>
                  <input type="radio" name={`${outline.id}-idea`} checked={id === chosen} onChange={() => (idea.value = id)} {...off_input(off)} />
                  <span lang={theirs()}>{place + 1}. {one.text}{mine.aims[id] ? ` (${mine.aims[id]!.x}, ${mine.aims[id]!.y})` : ""}</span>
                </label>
              ))}
            </fieldset>
            {settings.lines.map((line, place) => (
              <Scale key={`${line.key}-${chosen}`} name={`${outline.id}-${line.key}-${chosen}`} question={line.title} lang={theirs()} options={values_of(settings)}
                from={line.from} to={line.to} value={(place === 0 ? here?.x : here?.y) ?? null} off={off}
                on_choose={(value) => aim(place === 0 ? { x: value } : { y: value })} />
            ))}
          </div>
        </div>
      )}
      {answers && <Foot {...props} answered={mine.answered} />}
      <Answered answered={shared.answered} />
    </>
  );
}
