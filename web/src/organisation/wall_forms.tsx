// Answering a wall, and joining it with one that is like it.
import { useSignal } from "@preact/signals";
import { name_in } from "../admin/places";
import { api } from "../connection/api";
import { t } from "../i18n";
import { Button, Hidden, Notice } from "../ui/controls";
import { Form, SelectField, TextField, use_form, type option } from "../ui/form";
import { level_text, status_text, wall_levels, wall_statuses, type followed_wall, type wall_level, type wall_status } from "../walls/wall";

const address_of = (id: string) => `/api/v1/walls/${encodeURIComponent(id)}`;
const form_of = (one: followed_wall) => ({
  status: one.status as string, owner: one.owner, answer: one.answer, level: one.level as string, organisation: one.organisation ?? "",
});
const statuses = () => wall_statuses.map((value) => ({ value, text: t(status_text[value]) }));
const levels = () => wall_levels.map((value) => ({ value, text: t(level_text[value]) }));

export function AnswerWall({ one, organisations, on_done }: { one: followed_wall; organisations: option[]; on_done: () => void }) {
  const version = useSignal(one.version);
  const form = use_form({
    start: form_of(one),
    send: async (values) => {
      await api.put(address_of(one.id), { ...values, organisation: values.organisation || null }, version.value);
      on_done();
    },
    read_again: async () => {
      const newest = await api.get<followed_wall>(address_of(one.id));
      version.value = newest.version;
      return form_of(newest);
    },
  });
  const labels = { status: t("wall.status"), owner: t("wall.owner"), answer: t("wall.answer"), level: t("wall.level"), organisation: t("wall.organisation") };
  const show = (name: string, value: string | boolean) => {
    if (name === "status") return t(status_text[value as wall_status]);
    if (name === "level") return t(level_text[value as wall_level]);
    return name === "organisation" ? name_in(organisations, String(value)) : String(value);
  };
  return (
    <>
      <p class="card__text wall__quoted">{one.text}</p>
      <Form form={form} submit={t("action.save")} labels={labels} on_cancel={on_done} show={show}>
        <SelectField form={form} name="status" label={labels.status} options={statuses()} />
        <TextField form={form} name="owner" label={labels.owner} hint={t("wall.owner_hint")} most={80} />
        <TextField form={form} name="answer" label={labels.answer} hint={t("wall.answer_hint")} most={1000} long />
        <SelectField form={form} name="level" label={labels.level} options={levels()} />
        <SelectField form={form} name="organisation" label={labels.organisation} options={[{ value: "", text: t("wall.no_organisation") }, ...organisations]} />
      </Form>
    </>
  );
}

const shown_characters = 90;
const shortened = (text: string) => (text.length > shown_characters ? `${text.slice(0, shown_characters)}…` : text);

export function JoinWall({ one, others, on_done }: { one: followed_wall; others: followed_wall[]; on_done: () => void }) {
  const problem = useSignal("");
  const choices = others.filter((each) => each.id !== one.id).map((each) => ({ value: each.id, text: shortened(each.text) }));
  const form = use_form({
    start: { wall: choices[0]?.value ?? "" },
    send: async ({ wall }) => {
      await api.put(`${address_of(one.id)}/joined-into`, { wall }, one.version);
      on_done();
    },
  });
  const part = (like: followed_wall["likes"][number]) =>
    api.put(`${address_of(like.id)}/joined-into`, { wall: null }, like.version).then(on_done).catch((why: Error) => (problem.value = why.message));
  return (
    <>
      <p class="card__text wall__quoted">{one.text}</p>
      {problem.value && <Notice tone="attention" icon="warning" urgent>{problem.value}</Notice>}
      {one.likes.length > 0 && (
        <ul class="plain-list lines">
          {one.likes.map((like) => (
            <li key={like.id}><span>{like.text}</span><Button look="subtle" icon="undo" on_click={() => void part(like)}>{t("wall.part")}<Hidden>: {like.text}</Hidden></Button></li>
          ))}
        </ul>
      )}
      {choices.length > 0 && (
        <Form form={form} submit={t("wall.join")} labels={{}} on_cancel={on_done}>
          <SelectField form={form} name="wall" label={t("wall.join_with")} hint={t("wall.join_hint")} options={choices} />
        </Form>
      )}
    </>
  );
}
