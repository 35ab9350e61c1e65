// Who is here: let in, rename, remove, lead together, hand over.
import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import { t, tn } from "../../i18n";
import type { person_view } from "../../protocol";
import { Badge, Button } from "../../ui/controls";
import { Dialog } from "../../ui/dialog";
import { Menu, type menu_item } from "../../ui/menu";
import { in_order } from "../../steps/step";
import { use_session, type session_model } from "../model";

export function PeopleDialog({ on_close }: { on_close: () => void }) {
  const session = use_session();
  const waiting = session.lead_about.value?.waiting ?? [];
  const here = session.about.value?.here ?? 0;
  const people = in_order(session.people.value);
  return (
    <Dialog title={t("people.title")} on_close={on_close} wide>
      {waiting.length > 0 && (
        <section class="panel panel--now">
          <h3 class="nl-heading nl-heading--level-3">{tn("lead.waiting", waiting.length)}</h3>
          <ul class="plain-list people">
            {waiting.map(({ id, name }) => (
              <li key={id}>
                <span>{name}</span>
                <span class="row">
                  <Button look="primary" on_click={() => session.do_session({ type: "admit", person: id })}>{t("people.admit")}<span class="for-ears"> {name}</span></Button>
                  <Button on_click={() => session.do_session({ type: "remove", person: id })}>{t("people.refuse")}<span class="for-ears"> {name}</span></Button>
                </span>
              </li>
            ))}
          </ul>
          {waiting.length > 1 && (
            <Button on_click={() => waiting.forEach(({ id }) => session.do_session({ type: "admit", person: id }))}>{t("people.admit_all")}</Button>
          )}
        </section>
      )}
      <p class="say">{tn("unit.people_in", here)} {people.length === 0 && here > 0 ? t("people.too_many") : ""}</p>
      <ul class="plain-list people">
        {people.map(([id, one]) => <Person key={id} id={id} one={one} />)}
      </ul>
    </Dialog>
  );
}

function Person({ id, one }: { id: string; one: person_view }) {
  const session = use_session();
  const renaming = useSignal(false);
  const typed = useSignal("");
  const field = useId();
  const presence = session.presence.value;
  const away = presence !== null && presence.people.length > 0 && !presence.people.includes(id);
  const own = id === session.you.value?.id;
  if (renaming.value) {
    return (
      <li>
        <form class="row" onSubmit={(event) => {
          event.preventDefault();
          if (typed.value.trim()) session.do_session({ type: "rename", person: id, to: typed.value.trim() });
          renaming.value = false;
        }}>
          <label class="label" for={field}>{t("people.new_name")}</label>
          <input id={field} class="field" type="text" maxLength={40} value={typed.value} onInput={(event) => (typed.value = event.currentTarget.value)} />
          <Button look="primary" type="submit">{t("action.save")}</Button>
        </form>
      </li>
    );
  }
  const rename = () => {
    typed.value = one.name ?? "";
    renaming.value = true;
  };
  return (
    <li>
      <span class="row">
        <span>{one.name ?? t("erased")}{own ? ` (${t("people.you")})` : ""}</span>
        {one.as === "facilitator" && <Badge tone="now">{t("people.leads")}</Badge>}
        {one.guest && <Badge>{t("people.guest")}</Badge>}
        {away && <Badge>{t("people.away")}</Badge>}
      </span>
      <Menu icon="more" icon_only label={t("card.more")} spoken={t("people.more_of", { name: one.name ?? "" })}
        items={actions(session, id, one, own, rename)} />
    </li>
  );
}

function actions(session: session_model, id: string, one: person_view, own: boolean, rename: () => void): menu_item[] {
  const items: menu_item[] = [{ label: t("people.rename"), icon: "edit", on_choose: rename }];
  if (own) return items;
  if (!one.guest && one.as !== "facilitator") {
    items.push({ label: t("people.lead_too"), icon: "users", on_choose: () => session.do_session({ type: "add_facilitator", person: id }) });
  }
  if (!one.guest) {
    items.push({ label: t("people.hand_over"), icon: "next", on_choose: () => session.do_session({ type: "hand_over", to: id }) });
  }
  items.push({ label: t("people.remove"), icon: "remove", negative: true, on_choose: () => session.do_session({ type: "remove", person: id }) });
  return items;
}
