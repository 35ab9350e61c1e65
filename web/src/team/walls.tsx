// The walls that the team raised with the answers that came back, and obstacles still to be raised.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api } from "../connection/api";
import { date_text, t, theirs, tn } from "../i18n";
import type { obstacle_kind } from "../protocol";
import { obstacle_text } from "../steps/commit/obstacle_kinds";
import { Badge, Button, Hidden, Notice } from "../ui/controls";
import { Confirm, Dialog } from "../ui/dialog";
import type { option } from "../ui/form";
import type { own_wall } from "../walls/wall";
import { StatusBadge, WallAnswer } from "../walls/wall_answer";
import { RaiseWall, type to_raise } from "./raise_wall";

export interface open_obstacle {
  session: string;
  place: number;
  text: string;
  about: obstacle_kind;
  at: string;
}
interface walls_view {
  walls: own_wall[];
  obstacles: open_obstacle[];
  organisations: { id: string; name: string }[];
  may_raise: boolean;
}

const new_for_days = 31;
const day_ms = 86_400_000;
const is_news = (one: own_wall) => one.status !== "raised" && Date.now() - Date.parse(one.changed_at) < new_for_days * day_ms;

export function Walls({ team }: { team: string }) {
  const path = `/api/v1/teams/${encodeURIComponent(team)}/walls`;
  const seen = useSignal<walls_view | null>(null);
  const problem = useSignal("");
  const raising = useSignal<to_raise | null>(null);
  const returning = useSignal<own_wall | null>(null);
  const say = (why: Error) => (problem.value = why.message);
  const load = () => api.get<walls_view>(path).then((told) => (seen.value = told)).catch(say);
  useEffect(() => void load(), [team]);
  if (!seen.value) return problem.value ? <Notice tone="attention" icon="warning">{problem.value}</Notice> : null;
  const { walls, obstacles, may_raise, organisations } = seen.value;
  const choices: option[] = organisations.map((one) => ({ value: one.id, text: one.name }));
  const asked = returning.value;
  const done = () => { raising.value = null; void load(); };
  return (
    <section class="panel">
      <h2 class="nl-heading nl-heading--level-2">{t("wall.title")}</h2>
      {problem.value && <Notice tone="attention" icon="warning" urgent>{problem.value}</Notice>}
      {walls.length === 0 && <p class="empty">{t("wall.none")}</p>}
      <ul class="plain-list agreements">
        {walls.map((one) => <OwnWall key={one.id} one={one} may_raise={may_raise} on_return={() => (returning.value = one)} />)}
      </ul>
      {obstacles.length > 0 && (
        <details class="more-of" open={walls.length === 0}>
          <summary>{t("wall.obstacles")}</summary>
          <ul class="plain-list agreements">
            {obstacles.map((one) => (
              <li key={`${one.session}:${one.place}`}>
                <p lang={theirs()}>{one.text}</p>
                <p class="row">
                  <Badge>{t(obstacle_text[one.about])}</Badge><span class="say">{date_text(one.at)}</span>
                  {may_raise && <Button look="subtle" icon="next" on_click={() => (raising.value = { text: one.text, about: one.about, from: one })}>{t("wall.raise")}<Hidden>: {one.text}</Hidden></Button>}
                </p>
              </li>
            ))}
          </ul>
        </details>
      )}
      {may_raise && <p><Button icon="plus" on_click={() => (raising.value = { text: "", about: "wall", from: null })}>{t("wall.raise_other")}</Button></p>}
      {raising.value && (
        <Dialog title={t("wall.raise_title")} on_close={() => (raising.value = null)} typing>
          <RaiseWall path={path} start={raising.value} organisations={choices} on_done={done} on_cancel={() => (raising.value = null)} />
        </Dialog>
      )}
      {asked && (
        <Confirm title={t("wall.given_back")} text={t("wall.given_back_text")} yes={t("wall.given_back")} negative on_close={() => (returning.value = null)}
          on_yes={() => void api.remove(`${path}/${encodeURIComponent(asked.id)}`).catch(say).then(load)} />
      )}
    </section>
  );
}

function OwnWall({ one, may_raise, on_return }: { one: own_wall; may_raise: boolean; on_return: () => void }) {
  const before = one.turns.slice(0, -1).reverse();
  return (
    <li>
      <p class="wall__text" lang={theirs()}>{one.text}</p>
      <p class="row">
        <StatusBadge status={one.status} />
        {is_news(one) && <Badge tone="now">{t("wall.new")}</Badge>}
        {one.teams > 1 && <Badge icon="users">{tn("wall.teams", one.teams)}</Badge>}
        <span class="say">{t("wall.raised_on", { date: date_text(one.raised_at) })}</span>
      </p>
      <WallAnswer owner={one.owner} answer={one.answer} />
      {one.joined && <p class="say">{t("wall.joined")}</p>}
      {before.length > 0 && (
        <details class="more-of">
          <summary>{t("wall.history")}</summary>
          <ul class="plain-list lines">
            {before.map((turn) => (
              <li key={turn.at}><StatusBadge status={turn.status} /><span class="say">{date_text(turn.at)}</span><WallAnswer owner={turn.owner} answer={turn.answer} /></li>
            ))}
          </ul>
        </details>
      )}
      {may_raise && one.can_take_back && (
        <p><Button look="subtle" icon="undo" on_click={on_return}>{t("wall.given_back")}<Hidden>: {one.text}</Hidden></Button></p>
      )}
    </li>
  );
}
