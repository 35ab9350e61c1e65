// Who takes part in the team; its facilitators invite with a link that works once.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api } from "../connection/api";
import { date_text, t } from "../i18n";
import { Badge, Button, Hidden, Notice } from "../ui/controls";
import { Dialog } from "../ui/dialog";
import { Copy, Form, SelectField, TextField, use_form } from "../ui/form";

type member_role = "participant" | "facilitator";
interface member {
  id: string;
  name: string;
  role: member_role;
  from: string;
  until: string | null;
}
interface invitation {
  id: string;
  label: string;
  role: member_role;
  until: string;
}

const is_now = (one: member) => Date.parse(one.from) <= Date.now() && (!one.until || Date.parse(one.until) > Date.now());

export function People({ team }: { team: string }) {
  const path = `/api/v1/teams/${encodeURIComponent(team)}`;
  const members = useSignal<member[]>([]);
  const open = useSignal<invitation[]>([]);
  const may_invite = useSignal(false);
  const inviting = useSignal(false);
  const problem = useSignal("");
  const say = (why: Error) => (problem.value = why.message);
  const load_open = () => api.get<{ invitations: invitation[] }>(`${path}/invitations`).then((told) => (open.value = told.invitations)).catch(say);
  useEffect(() => {
    api.get<{ memberships: member[]; may_change: boolean }>(`${path}/memberships`).then((told) => {
      members.value = told.memberships.filter(is_now);
      may_invite.value = told.may_change;
      if (told.may_change) void load_open();
    }).catch(say);
  }, [team]);
  const revoke = (one: invitation) => api.remove(`${path}/invitations/${encodeURIComponent(one.id)}`).catch(say).then(load_open);
  return (
    <section class="panel">
      <h2 class="nl-heading nl-heading--level-2">{t("team.people")}</h2>
      {problem.value && <Notice tone="attention" icon="warning" urgent>{problem.value}</Notice>}
      <ul class="plain-list lines">
        {members.value.map((one) => (
          <li key={one.id}><span>{one.name}</span>{one.role === "facilitator" && <Badge tone="now">{t("team.leads")}</Badge>}</li>
        ))}
      </ul>
      {open.value.length > 0 && (
        <>
          <h3 class="nl-heading nl-heading--level-3">{t("team.invited")}</h3>
          <ul class="plain-list lines">
            {open.value.map((one) => (
              <li key={one.id}>
                <span>{one.label || t("team.somebody")} <span class="say">{t("team.until", { date: date_text(one.until) })}</span></span>
                <Button look="subtle" icon="remove" on_click={() => void revoke(one)}>{t("team.revoke")}<Hidden>: {one.label || t("team.somebody")}</Hidden></Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {may_invite.value && <p><Button icon="plus" on_click={() => (inviting.value = true)}>{t("team.invite")}</Button></p>}
      {inviting.value && (
        <Dialog title={t("team.invite")} on_close={() => { inviting.value = false; void load_open(); }} typing>
          <Invite path={path} on_done={() => { inviting.value = false; void load_open(); }} />
        </Dialog>
      )}
    </section>
  );
}

function Invite({ path, on_done }: { path: string; on_done: () => void }) {
  const link = useSignal("");
  const form = use_form({
    start: { label: "", role: "participant" },
    send: async (values) => {
      link.value = (await api.post<{ link: string }>(`${path}/invitations`, values)).link;
    },
  });
  if (link.value) {
    return (
      <div class="form">
        <p class="nl-paragraph">{t("team.link_what")}</p>
        <Copy text={link.value} label={t("team.link")} />
        <p><Button look="primary" on_click={on_done}>{t("team.link_done")}</Button></p>
      </div>
    );
  }
  const roles = [{ value: "participant", text: t("admin.participant") }, { value: "facilitator", text: t("admin.facilitator") }];
  return (
    <Form form={form} submit={t("team.make_link")} labels={{}} on_cancel={on_done}>
      <TextField form={form} name="label" label={t("team.for_whom")} hint={t("team.for_whom_hint")} most={40} />
      <SelectField form={form} name="role" label={t("admin.role")} options={roles} />
    </Form>
  );
}
