// group: bring cards together in themes. Dragging and the menu on each card send the same command.
import { useEffect, useRef } from "preact/hooks";
import { t, tn } from "../../i18n";
import { use_session } from "../../session/model";
import type { group } from "../../protocol";
import { say } from "../../ui/announcer";
import { Button } from "../../ui/controls";
import { draft } from "../../ui/draft";
import { Composer } from "../composer";
import { by_place, type step_props } from "../step";
import { board_of, moved } from "./board";
import { Card, card_name } from "./card";
import { use_drop } from "./drag";
import { Theme } from "./theme";
import { undo_move, undo_new_theme } from "./undo";

export function Group(props: step_props<"group">) {
  const { outline, shared, own, leads, live, answers } = props;
  const session = use_session();
  const waiting = session.waiting_of(outline.id).value;
  const cards = moved(shared.cards, waiting.map((one) => one.command));
  const board = board_of(cards);
  const themes = by_place(shared.themes);
  const works = live && (answers || leads);
  const move = (card: string, theme: string | null, before: string | null = null) => {
    const then = { cards, themes: shared.themes };
    session.do_undoable(outline.id, { type: "move_card", card, ...(theme ? { theme } : {}), ...(before ? { before } : {}) },
      "undo.moved", () => undo_move(then, card));
    say("move", t("group.moved", { card: card_name(cards[card]), where: theme ? shared.themes[theme]?.title || t("group.unnamed") : t("group.loose") }), "own");
  };
  const new_theme = (taken: string[]) => {
    const then = { cards, themes: shared.themes };
    const [card] = taken;
    if (!card) session.do(outline.id, { type: "create_theme", cards: taken });
    else {
      session.do_undoable(outline.id, { type: "create_theme", cards: taken }, "undo.moved", () => {
        const now = session.shared_of(outline.id).value;
        return undo_new_theme(then, card, now?.kind === "group" ? now : then);
      });
    }
    say("move", t("group.created"), "own");
  };
  use_moves_told(shared);
  const tools = { step: outline.id, themes, cards, own: new Set(own?.added ?? []), leads, works, move, new_theme };
  return (
    <>
      <p class="say">{tn("group.count", shared.total, { themes: tn("unit.themes", themes.length), loose: shared.loose })}</p>
      <div class="board">
        <Loose {...tools} ids={board.get("") ?? []} />
        <div class="board__themes">
          {themes.map(([id, theme]) => (
            <Theme key={id} id={id} theme={theme} ids={board.get(id) ?? []} {...tools} />
          ))}
          {waiting.filter((one) => one.command.type === "create_theme").map((one) => (
            <section class="panel theme card--saving" key={one.id}><p class="saving">{t("saving")}</p></section>
          ))}
          {works && <NewTheme new_theme={new_theme} />}
        </div>
      </div>
    </>
  );
}

// Where others put a card, for who wants to hear everything.
function use_moves_told({ cards, themes }: group.shared_view): void {
  const before = useRef(cards);
  useEffect(() => {
    for (const [id, card] of Object.entries(cards)) {
      const then = before.current[id];
      if (!then || then.theme === card.theme) continue;
      const where = card.theme ? themes[card.theme]?.title || t("group.unnamed") : t("group.loose");
      say("move", t("group.moved", { card: card_name(card), where }), "detail");
    }
    before.current = cards;
  }, [cards]);
}

export interface tools {
  step: string;
  themes: [string, group.theme_view][];
  cards: Record<string, group.card_view>;
  own: Set<string>;
  leads: boolean;
  works: boolean;
  move: (card: string, theme: string | null, before?: string | null) => void;
  new_theme: (cards: string[]) => void;
}

function Loose(props: tools & { ids: string[] }) {
  const session = use_session();
  const [at, over] = use_drop(props.works, (card, before) => props.move(card, null, before));
  const key = `${session.id}:${props.step}:card`;
  return (
    <section ref={at} class={over ? "panel loose drop--over" : "panel loose"} aria-label={t("group.loose")}>
      <h2 class="nl-heading nl-heading--level-2">{t("group.loose")} <span class="count">{props.ids.length}</span></h2>
      {props.ids.length === 0
        ? <p class="empty">{t("group.all_placed")}</p>
        : <ul class="cards">{props.ids.map((id) => <Card key={id} id={id} card={props.cards[id]!} {...props} />)}</ul>}
      {(props.works || draft(key).value !== "") && (
        <details class="more-of">
          <summary>{t("group.add_card")}</summary>
          <Composer draft_key={key} label={t("group.add_card")} limit={500} submit={t("collect.place")} off={!props.works}
            on_submit={(text) =>
              session.do_with_text(props.step, { type: "add_card", text, column: "" }, key, text)} />
        </details>
      )}
    </section>
  );
}

function NewTheme({ new_theme }: { new_theme: tools["new_theme"] }) {
  const [at, over] = use_drop(true, (card) => new_theme([card]));
  return (
    <div ref={at} class={over ? "theme theme--new drop--over" : "theme theme--new"}>
      <p class="say">{t("group.drop_here")}</p>
      <Button icon="plus" on_click={() => new_theme([])}>{t("group.new_theme")}</Button>
    </div>
  );
}
