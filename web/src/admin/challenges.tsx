// Challenges, and once a year: kept, changed, ended or new, and who from outside took part.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api } from "../connection/api";
import { t, type text_key } from "../i18n";
import { Badge, Button } from "../ui/controls";
import { Dialog } from "../ui/dialog";
import { Form, SelectField, TextField, use_form, type option } from "../ui/form";
import { List, Row, use_list } from "./list";
import { name_in, use_challenges, type challenge } from "./places";

type verdict = "kept" | "changed" | "ended" | "started";
interface recalibration {
  year: number;
  verdict: verdict;
  why: string;
  from_outside: string;
}

const verdict_text: Record<verdict, text_key> = {
  kept: "admin.verdict_kept", changed: "admin.verdict_changed", ended: "admin.verdict_ended", started: "admin.verdict_started",
};
const address_of = (one: challenge) => `/api/v1/challenges/${encodeURIComponent(one.id)}`;

export function Challenges() {
  const list = use_list<challenge>("/api/v1/challenges", "challenges");
  const others = use_challenges();
  const open = useSignal<challenge | "new" | null>(null);
  const weighed = useSignal<challenge | null>(null);
  const close = () => { open.value = null; weighed.value = null; list.reload(); };
  return (
    <>
      <List list={list} title={t("admin.challenges")} empty={t("admin.no_challenges")} id_of={(one) => one.id}
        add={{ label: t("admin.new_challenge"), on_add: () => (open.value = "new") }}
        row={(one) => (
          <Row name={one.name} lines={[one.what_for, one.state === "ended" && <Badge>{t("admin.verdict_ended")}</Badge>,
            one.follows && t("admin.follows_is", { name: name_in(others, one.follows) })]}>
            <Button look="subtle" icon="calendar" on_click={() => (weighed.value = one)}>{t("admin.recalibrate")}<span class="for-ears">: {one.name}</span></Button>
            <Button look="subtle" icon="edit" on_click={() => (open.value = one)}>{t("action.edit")}<span class="for-ears">: {one.name}</span></Button>
          </Row>
        )} />
      {open.value && (
        <Dialog title={open.value === "new" ? t("admin.new_challenge") : open.value.name} on_close={close} typing>
          <ChallengeForm one={open.value === "new" ? null : open.value} others={others} on_done={close} />
        </Dialog>
      )}
      {weighed.value && (
        <Dialog title={t("admin.recalibrate_title", { name: weighed.value.name })} on_close={close} typing>
          <Recalibrate one={weighed.value} on_done={close} />
        </Dialog>
      )}
    </>
  );
}

const form_of = (one: challenge | null) => ({ name: one?.name ?? "", what_for: one?.what_for ?? "", follows: one?.follows ?? "" });

function ChallengeForm({ one, others, on_done }: { one: challenge | null; others: option[]; on_done: () => void }) {
  const version = useSignal(one?.version ?? 0);
  const form = use_form({
    start: form_of(one),
    send: async (values) => {
      await (one ? api.put(address_of(one), values, version.value) : api.post("/api/v1/challenges", values));
      on_done();
    },
    read_again: async () => {
      const newest = await api.get<challenge>(address_of(one!));
      version.value = newest.version;
      return form_of(newest);
    },
  });
  const labels = { name: t("admin.name"), what_for: t("admin.what_for"), follows: t("admin.follows") };
  return (
    <Form form={form} submit={t("action.save")} labels={labels} on_cancel={on_done}
      show={(name, value) => (name === "follows" ? name_in(others, String(value)) : String(value))}>
      <TextField form={form} name="name" label={labels.name} most={120} />
      <TextField form={form} name="what_for" label={labels.what_for} hint={t("admin.what_for_hint")} most={1000} long />
      <SelectField form={form} name="follows" label={labels.follows} options={[{ value: "", text: t("form.nothing") }, ...others.filter((each) => each.value !== one?.id)]} />
    </Form>
  );
}

const years = () => [1, 0, -1, -2, -3, -4].map((ahead) => String(new Date().getFullYear() + ahead)).map((value) => ({ value, text: value }));

function Recalibrate({ one, on_done }: { one: challenge; on_done: () => void }) {
  const before = useSignal<recalibration[]>([]);
  useEffect(() => {
    api.get<{ recalibrations: recalibration[] }>(address_of(one)).then((told) => (before.value = told.recalibrations)).catch(() => undefined);
  }, [one.id]);
  const form = use_form({
    start: { year: String(new Date().getFullYear()), verdict: "kept", why: "", from_outside: "" },
    send: async ({ year, ...values }) => {
      await api.put(`${address_of(one)}/recalibrations/${encodeURIComponent(year)}`, values);
      on_done();
    },
  });
  const verdicts = (["kept", "changed", "ended", "started"] as const).map((value) => ({ value, text: t(verdict_text[value]) }));
  return (
    <>
      {before.value.length > 0 && (
        <ul class="plain-list lines">
          {before.value.map((each) => (
            <li key={each.year}><strong>{each.year}: {t(verdict_text[each.verdict])}</strong><span class="say">{[each.why, each.from_outside].filter(Boolean).join(" · ")}</span></li>
          ))}
        </ul>
      )}
      <Form form={form} submit={t("action.save")} labels={{}} on_cancel={on_done}>
        <SelectField form={form} name="year" label={t("admin.year")} options={years()} />
        <SelectField form={form} name="verdict" label={t("admin.verdict")} options={verdicts} />
        <TextField form={form} name="why" label={t("admin.why")} most={1000} long />
        <TextField form={form} name="from_outside" label={t("admin.from_outside")} hint={t("admin.from_outside_hint")} most={1000} long />
      </Form>
    </>
  );
}
