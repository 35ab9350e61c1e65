// One's rights: to have all that is kept of oneself, and to be forgotten.
import { useSignal } from "@preact/signals";
import { api } from "../connection/api";
import { t } from "../i18n";
import { Button, ButtonLink } from "../ui/controls";
import { Dialog } from "../ui/dialog";
import { Form, TextField, use_form } from "../ui/form";

export function OwnData({ name }: { name: string }) {
  const sure = useSignal(false);
  return (
    <section class="panel flow">
      <h2 class="nl-heading nl-heading--level-2">{t("me.data")}</h2>
      <p class="nl-paragraph">{t("me.data_what")} <a class="nl-link" href="/kept">{t("kept.title")}</a></p>
      <p class="row">
        <ButtonLink href="/api/v1/me/data" download>{t("me.data_have")}</ButtonLink>
        <Button look="subtle" on_click={() => (sure.value = true)}>{t("me.forget")}</Button>
      </p>
      {sure.value && (
        <Dialog title={t("me.forget_title")} on_close={() => (sure.value = false)} typing>
          <Forget name={name} on_cancel={() => (sure.value = false)} />
        </Dialog>
      )}
    </section>
  );
}

function Forget({ name, on_cancel }: { name: string; on_cancel: () => void }) {
  const form = use_form({
    start: { name: "" },
    send: async (values) => {
      await api.post("/api/v1/me/forget", values);
      location.assign("/");
    },
  });
  return (
    <div class="flow">
      <p class="nl-paragraph">{t("me.forget_what")}</p>
      <p class="nl-paragraph">{t("me.forget_stays")}</p>
      <Form form={form} submit={t("me.forget_do")} labels={{ name: t("me.forget_name") }} on_cancel={on_cancel}>
        <TextField form={form} name="name" label={t("me.forget_name")} hint={t("me.forget_name_hint", { name })} most={40} />
      </Form>
    </div>
  );
}
