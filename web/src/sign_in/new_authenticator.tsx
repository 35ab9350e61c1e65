// The first time: an authenticator app learns the secret, and proves it; recovery codes for on paper.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api } from "../connection/api";
import { t } from "../i18n";
import { Button, Notice } from "../ui/controls";
import { Copy, Form, TextField, use_form } from "../ui/form";
import { onward } from "./onward";

export function NewAuthenticator() {
  const secret = useSignal("");
  const problem = useSignal("");
  const recovery = useSignal<string[]>([]);
  useEffect(() => {
    api.post<{ secret: string }>("/api/v1/sign-in/authenticator", {}).then((told) => (secret.value = told.secret))
      .catch((why: Error) => (problem.value = why.message));
  }, []);
  const form = use_form({
    start: { code: "" },
    send: async (values) => {
      const done = await api.post<{ recovery_codes: string[] }>("/api/v1/sign-in/authenticator/confirm", values);
      recovery.value = done.recovery_codes;
    },
  });
  if (problem.value) return <Notice tone="attention" icon="warning" urgent>{problem.value}</Notice>;
  if (recovery.value.length > 0) return <RecoveryCodes codes={recovery.value} />;
  if (!secret.value) return <p class="quiet">{t("step.loading")}</p>;
  return (
    <div class="panel join-here flow">
      <p class="nl-paragraph">{t("sign_in.authenticator_why")}</p>
      <ol class="nl-paragraph steps-list">
        <li>{t("sign_in.authenticator_scan")}</li>
        <li>{t("sign_in.authenticator_type")}</li>
      </ol>
      <img class="qr qr--small" src="/api/v1/sign-in/authenticator/qr.svg" alt={t("sign_in.qr")} width="200" height="200" />
      <Copy text={secret.value} label={t("sign_in.secret")} />
      <Form form={form} submit={t("sign_in.go")} labels={{}}>
        <TextField form={form} name="code" label={t("sign_in.app_code")} most={20} autocomplete="one-time-code" digits />
      </Form>
    </div>
  );
}

function RecoveryCodes({ codes }: { codes: string[] }) {
  return (
    <div class="panel join-here flow">
      <h2 class="nl-heading nl-heading--level-2">{t("sign_in.recovery")}</h2>
      <p class="nl-paragraph">{t("sign_in.recovery_what")}</p>
      <ul class="plain-list recovery-codes">{codes.map((one) => <li key={one}><code>{one}</code></li>)}</ul>
      <p class="row">
        <Button on_click={() => window.print()}>{t("sign_in.print")}</Button>
        <Button look="primary" on_click={() => location.assign(onward())}>{t("sign_in.kept")}</Button>
      </p>
    </div>
  );
}
