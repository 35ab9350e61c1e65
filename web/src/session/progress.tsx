// The line of steps: what is done, where we are, what comes. Facilitators can go to a step from here.
import { t, theirs } from "../i18n";
import { Icon } from "../ui/icons";
import { use_session } from "./model";
import { go_to } from "./lead/actions";

export function Progress() {
  const session = use_session();
  const { about, steps, current, leads } = session;
  if (!about.value || steps.value.length === 0) return null;
  const here = current.value ? session.place(current.value.id) : -1;
  const closed = about.value.now === "closed";
  return (
    <nav class="progress" aria-label={t("progress.label")}>
      <p class="progress__short">
        {here < 0 || closed ? "" : t("progress.short", { here: here + 1, of: steps.value.length, title: current.value!.title })}
      </p>
      <ol class="progress__list">
        {steps.value.map((step, place) => {
          const done = closed || (step.opened && place < here);
          const now = !closed && place === here;
          const state = done ? "done" : now ? "here" : "ahead";
          const inside = (
            <>
              {done && <Icon name="check" />}
              <span class="progress__title" lang={theirs()}>{step.title}</span>
              <span class="for-ears">{done ? t("progress.done") : now ? t("progress.here") : ""}</span>
            </>
          );
          return (
            <li key={step.id} class={`progress__step progress__step--${state}`} aria-current={now ? "step" : undefined}>
              {leads.value && about.value!.now === "running" && !now
                ? <button type="button" class="progress__go" onClick={() => go_to(session, step.id)}>{inside}</button>
                : <span class="progress__go">{inside}</span>}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
