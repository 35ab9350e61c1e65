// People: who they are, where they belong, what they may do for others.
import { useSignal } from "@preact/signals";
import { api } from "../connection/api";
import { date_text, t, type text_key } from "../i18n";
import { Badge, Button, Notice } from "../ui/controls";
import { Confirm, Dialog } from "../ui/dialog";
import { CheckField, Form, SelectField, TextField, use_form, type option } from "../ui/form";
import { List, Row, use_list } from "./list";
import { name_in, use_organisations } from "./places";

export interface person {
  key: string;
  name: string;
  email: string | null;
  organisation: string | null;
  language: "nl" | "en";
  level: "none" | "coordinator" | "administrator";
  trainer: boolean;
  left_at: string | null;
  version: number;
}

const level_text: Record<person["level"], text_key> = {
  none: "admin.level_none", coordinator: "admin.level_coordinator", administrator: "admin.level_administrator",
};
const address_of = (one: person) => `/api/v1/people/${encodeURIComponent(one.key)}`;

export function People({ may }: { may: string[] }) {
  const list = use_list<person>("/api/v1/people", "people");
  const organisations = use_organisations();
  const open = useSignal<person | "new" | null>(null);
  const leaving = useSignal<person | null>(null);
  const problem = useSignal("");
  const asked = leaving.value;
  const close = () => { open.value = null; list.reload(); };
  const leave = async (one: person) => {
    try {
      await api.post(`${address_of(one)}/leave`, {});
      list.reload();
    } catch (why) {
      problem.value = (why as Error).message;
    }
  };
  return (
    <>
      {problem.value && <Notice tone="attention" icon="warning" urgent>{problem.value}</Notice>}
      <List list={list} search_label={t("admin.search")} title={t("admin.people")} empty={t("admin.no_people")} id_of={(one) => one.key}
        add={{ label: t("admin.new_person"), on_add: () => (open.value = "new") }}
        row={(one) => (
          <Row name={one.name} lines={[
            [one.email, name_in(organisations, one.organisation)].filter(Boolean).join(" · "),
            one.left_at ? t("admin.left_on", { date: date_text(one.left_at) })
              : (one.level !== "none" || one.trainer) && <>
                {one.level !== "none" && <Badge tone="now" icon="shield">{t(level_text[one.level])}</Badge>}
                {one.trainer && <Badge>{t("admin.trainer")}</Badge>}
              </>,
          ]}>
            {!one.left_at && <>
              <Button look="subtle" icon="edit" on_click={() => (open.value = one)}>{t("action.edit")}<span class="for-ears">: {one.name}</span></Button>
              <Button look="subtle" icon="leave" on_click={() => (leaving.value = one)}>{t("admin.leave")}<span class="for-ears">: {one.name}</span></Button>
            </>}
          </Row>
        )} />
      {open.value && (
        <Dialog title={open.value === "new" ? t("admin.new_person") : open.value.name} on_close={close} typing>
          <PersonForm one={open.value === "new" ? null : open.value} organisations={organisations} levels={may.includes("change_level")} on_done={close} />
          {open.value !== "new" && may.includes("change_level") && <ForgetSecondStep one={open.value} />}
        </Dialog>
      )}
      {asked && (
        <Confirm title={t("admin.leave_title", { name: asked.name })} text={t("admin.leave_text")} yes={t("admin.leave")} negative
          on_close={() => (leaving.value = null)} on_yes={() => void leave(asked)} />
      )}
    </>
  );
}

// For who lost phone and papers.
function ForgetSecondStep({ one }: { one: person }) {
  const sure = useSignal(false);
  const told = useSignal("");
  const forget = () => void api.remove(`${address_of(one)}/second-step`).then(() => (told.value = t("admin.second_step_gone")))
    .catch((why: Error) => (told.value = why.message));
  return (
    <>
      <p><Button look="subtle" icon="undo" on_click={() => (sure.value = true)}>{t("admin.forget_second_step")}</Button></p>
      <p class="say" role="status">{told.value}</p>
      {sure.value && (
        <Confirm title={t("admin.forget_second_step")} text={t("admin.second_step_text")} yes={t("admin.forget_second_step")} negative
          on_close={() => (sure.value = false)} on_yes={forget} />
      )}
    </>
  );
}

const form_of = (one: person | null) => ({
  name: one?.name ?? "", email: one?.email ?? "", organisation: one?.organisation ?? "", language: one?.language ?? "nl",
  trainer: one?.trainer ?? false, level: one?.level ?? "none",
});

function PersonForm({ one, organisations, levels, on_done }: { one: person | null; organisations: option[]; levels: boolean; on_done: () => void }) {
  const version = useSignal(one?.version ?? 0);
  const form = use_form({
    start: form_of(one),
    send: async ({ level, ...values }) => {
      const kept = one ? await api.put<person>(address_of(one), values, version.value) : await api.post<person>("/api/v1/people", values);
      if (levels && level !== kept.level) await api.put(`${address_of(kept)}/level`, { level });
      on_done();
    },
    read_again: async () => {
      const newest = await api.get<person>(address_of(one!));
      version.value = newest.version;
      return form_of(newest);
    },
  });
  const nowhere = { value: "", text: t("admin.no_organisation") };
  const languages: option[] = [{ value: "nl", text: "Nederlands" }, { value: "en", text: "English" }];
  const level_options = (["none", "coordinator", "administrator"] as const).map((value) => ({ value, text: t(level_text[value]) }));
  const labels = { name: t("admin.name"), email: t("admin.email"), organisation: t("admin.organisation"), language: t("admin.language"), trainer: t("admin.trainer_label") };
  return (
    <Form form={form} submit={t("action.save")} labels={labels} on_cancel={on_done}
      show={(name, value) => (name === "organisation" ? name_in(organisations, String(value)) : typeof value === "boolean" ? t(value ? "form.yes" : "form.no") : value)}>
      <TextField form={form} name="name" label={labels.name} most={40} />
      <TextField form={form} name="email" label={labels.email} hint={t("admin.email_hint")} type="email" most={254} />
      <SelectField form={form} name="organisation" label={labels.organisation} options={[nowhere, ...organisations]} />
      <SelectField form={form} name="language" label={labels.language} options={languages} />
      <CheckField form={form} name="trainer" label={labels.trainer} />
      {levels && <SelectField form={form} name="level" label={t("admin.level")} hint={t("admin.level_hint")} options={level_options} />}
    </Form>
  );
}
