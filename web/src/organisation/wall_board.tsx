// The walls of all teams, by how they stand; filtered by who can move them and by kind.
import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { name_in, use_organisations } from "../admin/places";
import { use_list } from "../admin/list";
import { date_text, t, tn } from "../i18n";
import { obstacle_kinds, obstacle_text } from "../steps/commit/obstacle_kinds";
import { Badge, Button, Hidden, Notice } from "../ui/controls";
import { Dialog } from "../ui/dialog";
import type { option } from "../ui/form";
import { level_text, status_text, wall_levels, wall_statuses, type followed_wall } from "../walls/wall";
import { WallAnswer } from "../walls/wall_answer";
import { AnswerWall, JoinWall } from "./wall_forms";

const rows_at_once = 200;

export function WallBoard() {
  const level = useSignal("");
  const about = useSignal("");
  const answering = useSignal<followed_wall | null>(null);
  const joining = useSignal<followed_wall | null>(null);
  const organisations = use_organisations();
  const list = use_list<followed_wall>(`/api/v1/walls?limit=${rows_at_once}&level=${level.value}&about=${about.value}`, "walls");
  const rows = list.rows ?? [];
  const close = () => { answering.value = null; joining.value = null; list.reload(); };
  return (
    <section class="walls">
      <h2 class="nl-heading nl-heading--level-2">{t("wall.title")}</h2>
      <p class="nl-paragraph hint">{t("wall.board_hint")}</p>
      <div class="board__filters">
        <Filter label={t("wall.level")} value={level.value} on_choose={(value) => (level.value = value)}
          options={[{ value: "", text: t("wall.all_levels") }, ...wall_levels.map((value) => ({ value, text: t(level_text[value]) }))]} />
        <Filter label={t("wall.about")} value={about.value} on_choose={(value) => (about.value = value)}
          options={[{ value: "", text: t("wall.all_kinds") }, ...obstacle_kinds.map((value) => ({ value, text: t(obstacle_text[value]) }))]} />
      </div>
      {list.problem && <Notice tone="attention" icon="warning" urgent>{list.problem}</Notice>}
      <div class="board">
        {wall_statuses.map((status) => {
          const here = rows.filter((one) => one.status === status);
          return (
            <section key={status} class="board__column">
              <h3 class="nl-heading nl-heading--level-3">{t(status_text[status])} <Badge>{here.length}</Badge></h3>
              {list.rows && here.length === 0 && <p class="quiet">{t("wall.none_here")}</p>}
              <ul class="plain-list board__cards">
                {here.map((one) => (
                  <WallCard key={one.id} one={one} where={name_in(organisations, one.organisation)}
                    on_answer={() => (answering.value = one)} on_join={() => (joining.value = one)} />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
      {list.more && <p><Button on_click={list.load_more}>{t("admin.more")}</Button></p>}
      {answering.value && (
        <Dialog title={t("wall.answer_it")} on_close={close} typing><AnswerWall one={answering.value} organisations={organisations} on_done={close} /></Dialog>
      )}
      {joining.value && (
        <Dialog title={t("wall.join")} on_close={close}><JoinWall one={joining.value} others={rows} on_done={close} /></Dialog>
      )}
    </section>
  );
}

function Filter({ label, value, options, on_choose }: { label: string; value: string; options: option[]; on_choose: (value: string) => void }) {
  const id = useId();
  return (
    <div>
      <label class="label" for={id}>{label}</label>
      <select id={id} class="field" value={value} onChange={(event) => on_choose(event.currentTarget.value)}>
        {options.map((one) => <option key={one.value} value={one.value}>{one.text}</option>)}
      </select>
    </div>
  );
}

function WallCard({ one, where, on_answer, on_join }: { one: followed_wall; where: string; on_answer: () => void; on_join: () => void }) {
  return (
    <li class="card card--wall">
      <p class="card__text">{one.text}</p>
      <p class="row">
        <Badge>{t(obstacle_text[one.about])}</Badge>
        <Badge icon="users">{tn("wall.teams", one.teams)}</Badge>
      </p>
      <p class="say">{[t(level_text[one.level]), where].filter(Boolean).join(" · ")}</p>
      <p class="say">{t("wall.raised_on", { date: date_text(one.raised_at) })}</p>
      <WallAnswer owner={one.owner} answer={one.answer} />
      {one.likes.length > 0 && (
        <details class="more-of">
          <summary>{t("wall.like")} ({one.likes.length})</summary>
          <ul class="board__likes">{one.likes.map((like) => <li key={like.id}>{like.text}</li>)}</ul>
        </details>
      )}
      <div class="row">
        <Button icon="edit" on_click={on_answer}>{t("wall.answer_it")}<Hidden>: {one.text}</Hidden></Button>
        <Button look="subtle" icon="move" on_click={on_join}>{t("wall.join")}<Hidden>: {one.text}</Hidden></Button>
      </div>
    </li>
  );
}
