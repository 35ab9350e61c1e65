// The letter is on its way: its link does the rest, or its code typed here.
import { useEffect } from "preact/hooks";
import { api } from "../connection/api";
import { t } from "../i18n";
import { Button } from "../ui/controls";
import { Form, TextField, use_form } from "../ui/form";
import { remember_way, type next_step } from "./onward";

export function LetterCode({ on_next, on_again }: { on_next: (next: next_step) => void; on_again: () => void }) {
  useEffect(remember_way, []);
  const form = use_form({
    start: { code: "" },
    send: async (values) => on_next((await api.post<{ next: next_step }>("/api/v1/sign-in/code", values)).next),
  });
  return (
    <div class="panel join-here flow">
      <p class="nl-paragraph" role="status">{t("sign_in.sent")}</p>
      <Form form={form} submit={t("sign_in.go")} labels={{}}>
        <TextField form={form} name="code" label={t("sign_in.code")} hint={t("sign_in.code_hint")} most={20} autocomplete="one-time-code" digits />
      </Form>
      <p class="say">{t("sign_in.nothing_came")}</p>
      <p><Button look="subtle" on_click={on_again}>{t("sign_in.again")}</Button></p>
    </div>
  );
}
