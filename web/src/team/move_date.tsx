// One date otherwise: on another moment, or not at all this time.
import { api } from "../connection/api";
import { t } from "../i18n";
import { Button } from "../ui/controls";
import { Form, TextField, use_form } from "../ui/form";
import type { meeting } from "./rhythm_shapes";
import { wall_date } from "./rhythm_dates";

export function MoveDate({ path, one, on_done, on_cancel }: { path: string; one: meeting; on_done: () => void; on_cancel: () => void }) {
  const address = `${path}/meetings/${one.original}`;
  const form = use_form({
    start: { moved_to: one.local },
    send: async ({ moved_to }) => {
      await api.put(address, { moved_to: moved_to.slice(0, 16) });
      on_done();
    },
  });
  const skip = use_form({
    start: {},
    send: async () => {
      await api.put(address, {});
      on_done();
    },
  });
  return (
    <>
      <p class="nl-paragraph">{t("rhythm.now_on", { date: wall_date(one.local) })}</p>
      <Form form={form} submit={t("rhythm.move")} labels={{}} on_cancel={on_cancel}>
        <TextField form={form} name="moved_to" label={t("rhythm.new_moment")} type="datetime-local" />
      </Form>
      <p class="row">
        <Button icon="close" off={skip.busy.value} on_click={() => void skip.submit(null)}>{t("rhythm.skip")}</Button>
        {skip.problem.value && <span class="field-problem" role="alert">{skip.problem.value}</span>}
      </p>
    </>
  );
}
