// commit: agreements of the form "als … dan …", and what has to change at home for them.
import { useSignal } from "@preact/signals";
import { t, tn } from "../../i18n";
import { Button } from "../../ui/controls";
import { write_draft } from "../../ui/draft";
import { use_session } from "../../session/model";
import { in_order, type step_props } from "../step";
import { Obstacles } from "./obstacles";
import { has_plan_draft, PlanForm, plan_command } from "./plan_form";
import { Proposal } from "./proposal";

export function Commit(props: step_props<"commit">) {
  const { outline, settings, shared, answers, leads, live } = props;
  const session = use_session();
  const round = useSignal(0);
  const waiting = session.waiting_of(outline.id).value;
  const withdrawn = new Set(waiting.filter(({ command }) => command.type === "withdraw_proposal").map(({ command }) => command.proposal));
  const proposals = in_order(shared.proposals).filter(([id]) => !withdrawn.has(id));
  const coming = waiting.filter(({ command }) => command.type === "propose");
  const key = `${session.id}:${outline.id}:plan`;
  const works = live && (answers || leads);
  const noted = shared.topics.filter((topic) => topic.note);
  const topics = noted.length > 0 ? noted : shared.topics.slice(0, 3);
  return (
    <div class="commit">
      <section class="commit__plans">
        <h2 class="nl-heading nl-heading--level-2">{t("commit.plans")}</h2>
        <p class="say">{tn("commit.wished", settings.wished)}</p>
        <ul class="plain-list stack">
          {proposals.map(([id, proposal]) => <Proposal key={id} {...props} id={id} proposal={proposal} />)}
          {coming.map((one) => (
            <li class="panel card--saving" key={one.id}>
              <p class="plan__text"><b>{t("plan.if")}</b> {String(one.command.cue)} <b>{t("plan.then")}</b> {String(one.command.action)}</p>
              <p class="saving">{t("saving")}</p>
            </li>
          ))}
        </ul>
        {proposals.length + coming.length === 0 && <p class="empty">{t("commit.empty")}</p>}
        {(works || has_plan_draft(key)) && (
          <section class="panel panel--write" aria-label={t("commit.new")}>
            <h3 class="nl-heading nl-heading--level-3">{t("commit.new")}</h3>
            <PlanForm key={round.value} draft_key={key} submit={t("commit.propose")} off={!works}
              on_save={(plan, kept) => {
                session.do_with_text(outline.id, { type: "propose", ...plan_command(plan) }, kept.key, kept.text, kept.more);
                round.value += 1;
              }} />
          </section>
        )}
      </section>
      <aside class="commit__beside">
        {settings.asks_obstacles && <Obstacles {...props} works={works} />}
        {topics.length > 0 && (
          <section class="panel">
            <h2 class="nl-heading nl-heading--level-2">{t("commit.topics")}</h2>
            <ul class="plain-list">
              {topics.map((topic, place) => (
                <li key={place}><strong>{topic.text}</strong>{topic.note && <p class="note__text note__text--small">{topic.note}</p>}
                  {topic.example && works && (
                    <Button look="subtle" icon="edit" on_click={() => {
                      write_draft(`${key}:cue`, topic.example!.cue ?? "");
                      write_draft(`${key}:action`, topic.example!.action ?? "");
                      round.value += 1;
                    }}>{t("commit.use_example", { card: topic.text })}</Button>
                  )}</li>
              ))}
            </ul>
          </section>
        )}
      </aside>
    </div>
  );
}
