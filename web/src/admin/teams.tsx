// Teams: what they are called, whose they are, around which challenge they stand.
import { useSignal } from "@preact/signals";
import { api } from "../connection/api";
import { date_text, t, tn } from "../i18n";
import { Button, ButtonLink } from "../ui/controls";
import { Dialog } from "../ui/dialog";
import { CheckField, Form, SelectField, TextField, use_form, type option } from "../ui/form";
import { List, Row, use_list } from "./list";
import { name_in, use_challenges, use_organisations } from "./places";

export interface team {
  id: string;
  name: string;
  language: "nl" | "en";
  home: string | null;
  challenge: string | null;
  ended_at: string | null;
  version: number;
  members: number;
}

const address_of = (one: team) => `/api/v1/teams/${encodeURIComponent(one.id)}/profile`;

export function Teams() {
  const list = use_list<team>("/api/v1/teams", "teams");
  const organisations = use_organisations();
  const challenges = use_challenges();
  const open = useSignal<team | "new" | null>(null);
  const close = () => { open.value = null; list.reload(); };
  return (
    <>
      <List list={list} title={t("admin.teams")} empty={t("admin.no_teams")} id_of={(one) => one.id}
        add={{ label: t("admin.new_team"), on_add: () => (open.value = "new") }}
        row={(one) => (
          <Row name={one.name} lines={[
            [tn("admin.members", one.members), name_in(organisations, one.home)].filter(Boolean).join(" · "),
            name_in(challenges, one.challenge),
            one.ended_at && t("admin.ended_on", { date: date_text(one.ended_at) }),
          ]}>
            <ButtonLink look="subtle" icon="users" href={`/admin/teams/${one.id}`}>{t("admin.who")}<span class="for-ears">: {one.name}</span></ButtonLink>
            <Button look="subtle" icon="edit" on_click={() => (open.value = one)}>{t("action.edit")}<span class="for-ears">: {one.name}</span></Button>
          </Row>
        )} />
      {open.value && (
        <Dialog title={open.value === "new" ? t("admin.new_team") : open.value.name} on_close={close} typing>
          <TeamForm one={open.value === "new" ? null : open.value} organisations={organisations} challenges={challenges} on_done={close} />
        </Dialog>
      )}
    </>
  );
}

const form_of = (one: team | null) => ({
  name: one?.name ?? "", language: one?.language ?? "nl", home: one?.home ?? "", challenge: one?.challenge ?? "", ended: Boolean(one?.ended_at),
});

function TeamForm({ one, organisations, challenges, on_done }: { one: team | null; organisations: option[]; challenges: option[]; on_done: () => void }) {
  const version = useSignal(one?.version ?? 0);
  const form = use_form({
    start: form_of(one),
    send: async (values) => {
      await (one ? api.put(address_of(one), values, version.value) : api.post("/api/v1/teams", values));
      on_done();
    },
    read_again: async () => {
      const newest = await api.get<team>(address_of(one!));
      version.value = newest.version;
      return form_of(newest);
    },
  });
  const labels = { name: t("admin.name"), language: t("admin.language"), home: t("admin.home"), challenge: t("admin.challenge"), ended: t("admin.ended_label") };
  return (
    <Form form={form} submit={t("action.save")} labels={labels} on_cancel={on_done}
      show={(name, value) => (name === "home" ? name_in(organisations, String(value)) : name === "challenge" ? name_in(challenges, String(value))
        : typeof value === "boolean" ? t(value ? "form.yes" : "form.no") : value)}>
      <TextField form={form} name="name" label={labels.name} most={120} />
      <SelectField form={form} name="language" label={labels.language} options={[{ value: "nl", text: "Nederlands" }, { value: "en", text: "English" }]} />
      <SelectField form={form} name="home" label={labels.home} hint={t("admin.home_hint")} options={[{ value: "", text: t("admin.no_organisation") }, ...organisations]} />
      <SelectField form={form} name="challenge" label={labels.challenge} options={[{ value: "", text: t("admin.no_challenge") }, ...challenges]} />
      {one && <CheckField form={form} name="ended" label={labels.ended} />}
    </Form>
  );
}
