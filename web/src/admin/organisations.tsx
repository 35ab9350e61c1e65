// Organisations: their name, the calendar of their days off, and how long they keep things.
import { useSignal } from "@preact/signals";
import { api } from "../connection/api";
import { t, tn } from "../i18n";
import { Button, Notice } from "../ui/controls";
import { Confirm, Dialog } from "../ui/dialog";
import { Form, SelectField, TextField, use_form, type option } from "../ui/form";
import { List, Row, use_list } from "./list";
import { name_in, use_calendars, type organisation } from "./places";

const address_of = (one: organisation) => `/api/v1/organisations/${encodeURIComponent(one.id)}`;

export function Organisations({ may }: { may: string[] }) {
  const list = use_list<organisation>("/api/v1/organisations", "organisations");
  const calendars = use_calendars();
  const open = useSignal<organisation | "new" | null>(null);
  const going = useSignal<organisation | null>(null);
  const problem = useSignal("");
  const asked = going.value;
  const close = () => { open.value = null; list.reload(); };
  const makes = may.includes("make_organisation");
  const remove = async (one: organisation) => {
    problem.value = "";
    try {
      await api.remove(address_of(one), one.version);
    } catch (why) {
      problem.value = (why as Error).message;
    }
    list.reload();
  };
  return (
    <>
      {problem.value && <Notice tone="attention" icon="warning" urgent>{problem.value}</Notice>}
      <List list={list} title={t("admin.organisations")} empty={t("admin.no_organisations")} id_of={(one) => one.id}
        add={makes ? { label: t("admin.new_organisation"), on_add: () => (open.value = "new") } : undefined}
        row={(one) => (
          <Row name={one.name} lines={[one.calendar ? t("admin.calendar_is", { name: name_in(calendars, one.calendar) || one.calendar }) : t("admin.no_calendar")]}>
            {may.includes("change_organisation") && <Button look="subtle" icon="edit" on_click={() => (open.value = one)}>{t("action.edit")}<span class="for-ears">: {one.name}</span></Button>}
            {makes && <Button look="subtle" icon="remove" on_click={() => (going.value = one)}>{t("action.remove")}<span class="for-ears">: {one.name}</span></Button>}
          </Row>
        )} />
      {open.value && (
        <Dialog title={open.value === "new" ? t("admin.new_organisation") : open.value.name} on_close={close} typing>
          <OrganisationForm one={open.value === "new" ? null : open.value} calendars={calendars} on_done={close} />
        </Dialog>
      )}
      {asked && (
        <Confirm title={t("admin.remove_title", { name: asked.name })} text={t("admin.remove_organisation_text")} yes={t("action.remove")} negative
          on_close={() => (going.value = null)} on_yes={() => void remove(asked)} />
      )}
    </>
  );
}

const as_text = (months: number | null | undefined) => (months ? String(months) : "");
const as_number = (text: string) => (text === "" ? null : Number(text));
const form_of = (one: organisation | null) => ({
  name: one?.name ?? "", calendar: one?.calendar ?? "",
  keep_texts_months: as_text(one?.keep_texts_months), keep_sessions_months: as_text(one?.keep_sessions_months),
});

// The usual terms, and the one that is set where it is another.
function terms(usual: number[], set: string): option[] {
  const all = [...new Set([...usual, ...(set ? [Number(set)] : [])])].sort((a, b) => a - b);
  return [{ value: "", text: t("admin.as_the_server") }, ...all.map((months) => ({ value: String(months), text: tn("unit.months", months) }))];
}

function OrganisationForm({ one, calendars, on_done }: { one: organisation | null; calendars: option[]; on_done: () => void }) {
  const version = useSignal(one?.version ?? 0);
  const form = use_form({
    start: form_of(one),
    send: async (values) => {
      const sent = { ...values, keep_texts_months: as_number(values.keep_texts_months), keep_sessions_months: as_number(values.keep_sessions_months) };
      await (one ? api.put(address_of(one), sent, version.value) : api.post("/api/v1/organisations", sent));
      on_done();
    },
    read_again: async () => {
      const newest = await api.get<organisation>(address_of(one!));
      version.value = newest.version;
      return form_of(newest);
    },
  });
  const labels = {
    name: t("admin.name"), calendar: t("admin.calendar"), keep_texts_months: t("admin.keep_texts"), keep_sessions_months: t("admin.keep_sessions"),
  };
  const shown = (name: keyof typeof labels, value: string) =>
    name === "calendar" ? name_in(calendars, value) : name === "name" ? value : value ? tn("unit.months", Number(value)) : t("admin.as_the_server");
  return (
    <Form form={form} submit={t("action.save")} labels={labels} on_cancel={on_done} show={(name, value) => shown(name, String(value))}>
      <TextField form={form} name="name" label={labels.name} most={120} />
      <SelectField form={form} name="calendar" label={labels.calendar} hint={t("admin.calendar_hint")}
        options={[{ value: "", text: t("admin.no_calendar") }, ...calendars]} />
      <SelectField form={form} name="keep_texts_months" label={labels.keep_texts_months} hint={t("admin.keep_hint")}
        options={terms([1, 2, 3, 6, 12], form.values.value.keep_texts_months)} />
      <SelectField form={form} name="keep_sessions_months" label={labels.keep_sessions_months}
        options={terms([6, 12, 24, 36, 60], form.values.value.keep_sessions_months)} />
    </Form>
  );
}
