// The first start: who opens the link of the console becomes the administrator.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api } from "../connection/api";
import { t } from "../i18n";
import { Form, TextField, use_form } from "../ui/form";
import { Page } from "../ui/top_bar";
import { taken_token } from "./token";

export function SetUp() {
  const token = useSignal("");
  useEffect(() => void (token.value = taken_token("viab:set_up")), []);
  const form = use_form({
    start: { name: "", email: "" },
    send: async (values) => {
      await api.post("/api/v1/set-up", { token: token.value, ...values });
      location.assign("/admin");
    },
  });
  return (
    <Page title={t("set_up.title")} narrow>
      <h1 class="nl-heading nl-heading--level-1">{t("set_up.title")}</h1>
      <p class="nl-paragraph nl-paragraph--lead hint">{t("set_up.what")}</p>
      <div class="panel join-here">
        <Form form={form} submit={t("set_up.begin")} labels={{}}>
          <TextField form={form} name="name" label={t("join.name")} most={40} autocomplete="name" />
          <TextField form={form} name="email" label={t("admin.email")} hint={t("set_up.email_hint")} type="email" most={254} autocomplete="email" />
        </Form>
      </div>
    </Page>
  );
}
