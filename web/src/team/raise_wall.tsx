// A text of the team on its way to who can move what stands in the way.
import { api } from "../connection/api";
import { t } from "../i18n";
import type { obstacle_kind } from "../protocol";
import { obstacle_kinds, obstacle_text } from "../steps/commit/obstacle_kinds";
import { Form, SelectField, TextField, use_form, type option } from "../ui/form";
import { level_text, wall_levels } from "../walls/wall";
import type { open_obstacle } from "./walls";

export interface to_raise {
  text: string;
  about: obstacle_kind;
  from: open_obstacle | null;
}

interface raise_props {
  path: string;
  start: to_raise;
  organisations: option[];
  on_done: () => void;
  on_cancel: () => void;
}

export function RaiseWall({ path, start, organisations, on_done, on_cancel }: raise_props) {
  const form = use_form({
    start: { text: start.text, about: start.about as string, level: "ministry", organisation: "" },
    send: async ({ organisation, ...values }) => {
      const source = start.from && { session: start.from.session, place: start.from.place };
      await api.post(path, { ...values, organisation: organisation || null, ...source });
      on_done();
    },
  });
  return (
    <>
      <p class="nl-paragraph">{t("wall.raise_text")}</p>
      <Form form={form} submit={t("wall.raise")} labels={{}} on_cancel={on_cancel}>
        <TextField form={form} name="text" label={t("wall.text")} most={500} long />
        <SelectField form={form} name="about" label={t("wall.about")} options={obstacle_kinds.map((value) => ({ value, text: t(obstacle_text[value]) }))} />
        <SelectField form={form} name="level" label={t("wall.level")} options={wall_levels.map((value) => ({ value, text: t(level_text[value]) }))} />
        {organisations.length > 0 && (
          <SelectField form={form} name="organisation" label={t("wall.organisation")} options={[{ value: "", text: t("wall.no_organisation") }, ...organisations]} />
        )}
      </Form>
    </>
  );
}
