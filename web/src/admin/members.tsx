// Who takes part in a team, from which day until which.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api } from "../connection/api";
import { date_text, t } from "../i18n";
import { Badge, Button, Notice } from "../ui/controls";
import { Dialog } from "../ui/dialog";
import { Form, SelectField, TextField, use_form, type option } from "../ui/form";
import { day_of, end_of, last_day, start_of } from "./days";
import { List, Row, use_list } from "./list";
import type { person } from "./people";
import type { team } from "./teams";

export interface membership {
  id: string;
  person: string;
  name: string;
  role: "participant" | "facilitator";
  from: string;
  until: string | null;
  version: number;
}

const over = (one: membership) => one.until !== null && Date.parse(one.until) <= Date.now();

function span_text(one: membership): string {
  const shown = (day: string) => date_text(`${day}T12:00:00Z`, { dateStyle: "long", timeZone: "UTC" });
  const from = Date.parse(one.from) > 0 ? shown(day_of(one.from)) : "";
  if (one.until) return t("admin.from_until", { from, until: shown(last_day(one.until)) });
  return from ? t("admin.from", { from }) : "";
}

export function Members({ team: id }: { team: string }) {
  const path = `/api/v1/teams/${encodeURIComponent(id)}`;
  const list = use_list<membership>(`${path}/memberships`, "memberships");
  const name = useSignal("");
  const open = useSignal<membership | "new" | null>(null);
  const close = () => { open.value = null; list.reload(); };
  useEffect(() => {
    api.get<team>(`${path}/profile`).then((told) => (name.value = told.name)).catch(() => undefined);
  }, [id]);
  return (
    <>
      <p><a class="nl-link" href="/admin/teams">{t("admin.all_teams")}</a></p>
      <List list={list} title={name.value || t("admin.who")} empty={t("admin.no_members")} search_label="" id_of={(one) => one.id}
        add={{ label: t("admin.new_member"), on_add: () => (open.value = "new") }}
        row={(one) => (
          <Row name={one.name} lines={[
            <>{one.role === "facilitator" && <Badge tone="now">{t("admin.facilitator")}</Badge>} {over(one) && <Badge>{t("admin.over")}</Badge>}</>,
            span_text(one),
          ]}>
            <Button look="subtle" icon="edit" on_click={() => (open.value = one)}>{t("action.edit")}<span class="for-ears">: {one.name}</span></Button>
          </Row>
        )} />
      {open.value && (
        <Dialog title={open.value === "new" ? t("admin.new_member") : open.value.name} on_close={close} typing>
          <MemberForm path={path} one={open.value === "new" ? null : open.value} on_done={close} />
        </Dialog>
      )}
    </>
  );
}

const form_of = (one: membership | null) => ({
  person: one?.person ?? "", role: one?.role ?? "participant", from: day_of(one?.from ?? new Date().toISOString()), until: last_day(one?.until),
});

function MemberForm({ path, one, on_done }: { path: string; one: membership | null; on_done: () => void }) {
  const version = useSignal(one?.version ?? 0);
  const found = useSignal<option[]>([]);
  const search = useSignal("");
  const problem = useSignal("");
  useEffect(() => {
    if (one) return;
    const asked = search.value;
    const named = (each: person) => ({ value: each.key, text: each.email ? `${each.name} (${each.email})` : each.name });
    api.get<{ people: person[] }>(`/api/v1/people?limit=20&search=${encodeURIComponent(asked)}`)
      .then((told) => {
        if (asked === search.value) found.value = told.people.filter((each) => !each.left_at).map(named);
      })
      .catch((why: Error) => (problem.value = why.message));
  }, [search.value]);
  const form = use_form({
    start: form_of(one),
    send: async ({ person, role, from, until }) => {
      const unchanged = one && from === day_of(one.from);
      const span = {
        role, from: unchanged ? one.from : from ? start_of(from) : null,
        until: until ? (one && until === last_day(one.until) ? one.until : end_of(until)) : null,
      };
      await (one ? api.put(`/api/v1/memberships/${one.id}`, span, version.value) : api.post(`${path}/memberships`, { person, ...span }));
      on_done();
    },
    read_again: async () => {
      const all = await api.get<{ memberships: membership[] }>(`${path}/memberships`);
      const newest = all.memberships.find((each) => each.id === one!.id) ?? one!;
      version.value = newest.version;
      return form_of(newest);
    },
  });
  const labels = { role: t("admin.role"), from: t("admin.first_day"), until: t("admin.last_day") };
  const roles = [{ value: "participant", text: t("admin.participant") }, { value: "facilitator", text: t("admin.facilitator") }];
  return (
    <Form form={form} submit={t("action.save")} labels={labels} on_cancel={on_done}>
      {problem.value && <Notice tone="attention" icon="warning" urgent>{problem.value}</Notice>}
      {!one && <>
        <div class="form__field">
          <label class="label" for="find-person">{t("admin.search")}</label>
          <input id="find-person" class="field" type="search" autocomplete="off" value={search.value} onInput={(event) => (search.value = event.currentTarget.value)} />
        </div>
        <SelectField form={form} name="person" label={t("admin.person")} options={[{ value: "", text: t("admin.choose_person") }, ...found.value]} />
      </>}
      <SelectField form={form} name="role" label={labels.role} options={roles} />
      <TextField form={form} name="from" label={labels.from} type="date" />
      <TextField form={form} name="until" label={labels.until} hint={t("admin.last_day_hint")} type="date" />
    </Form>
  );
}
