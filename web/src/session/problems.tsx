// Refusals that belong to no field: said once, near the bottom, until one has read them. One's own last act stands there too.
import { t } from "../i18n";
import { Button } from "../ui/controls";
import { Icon } from "../ui/icons";
import { use_session } from "./model";
import { Undo } from "./undo";

const asked_elsewhere = new Set(["inputs_changed", "too_few_ballots"]);

export function Problems() {
  const session = use_session();
  const list = session.problems.value.filter((one) =>
    !one.draft && !(session.leads.value && asked_elsewhere.has(one.code)));
  const undoes = session.undoable.value !== null && session.undoable.value.step === session.current.value?.id;
  if (list.length === 0 && !undoes) return null;
  return (
    <section class="problems" aria-label={t(list.length > 0 ? "problem.list" : "undo.do")}>
      <ul class="plain-list">
        <Undo />
        {list.map((one) => (
          <li key={one.id} class="notice notice--attention">
            <Icon name="warning" />
            <p class="notice__text">{one.message}</p>
            <Button look="subtle" icon="close" icon_only on_click={() =>
              session.forget_problems((other) => other.id === one.id)}>{t("action.close")}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
