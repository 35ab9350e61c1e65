// A code of the authenticator app, or one of the recovery codes on paper.
import { api } from "../connection/api";
import { t } from "../i18n";
import { Form, TextField, use_form } from "../ui/form";
import type { next_step } from "./onward";

export function SecondStep({ on_next }: { on_next: (next: next_step) => void }) {
  const form = use_form({
    start: { code: "" },
    send: async (values) => on_next((await api.post<{ next: next_step }>("/api/v1/sign-in/second-step", values)).next),
  });
  return (
    <div class="panel join-here flow">
      <p class="nl-paragraph">{t("sign_in.second_what")}</p>
      <Form form={form} submit={t("sign_in.go")} labels={{}}>
        <TextField form={form} name="code" label={t("sign_in.second_code")} hint={t("sign_in.second_hint")} most={40} autocomplete="one-time-code" />
      </Form>
    </div>
  );
}
