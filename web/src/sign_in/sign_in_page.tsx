// Signing in: the ways that this server has, or the link of a letter.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api } from "../connection/api";
import { t, type text_key } from "../i18n";
import { Button, ButtonLink, Notice } from "../ui/controls";
import { Form, TextField, use_form } from "../ui/form";
import { Page } from "../ui/top_bar";
import { LetterCode } from "./letter_code";
import { NewAuthenticator } from "./new_authenticator";
import { onward, way_back, type next_step } from "./onward";
import { SecondStep } from "./second_step";

interface ways { by_mail: boolean; provider: string | null }
type stage = "begin" | "link" | "letter" | next_step;

const came_back: Record<string, text_key> = { "#failed": "sign_in.failed", "#denied": "sign_in.denied", "#left": "sign_in.left" };

// The secret of a letter's link leaves the address at once; it is kept nowhere.
function token_in_address(): string {
  const token = location.hash.startsWith("#s-") ? location.hash.slice(3) : "";
  if (token) history.replaceState(null, "", location.pathname + location.search);
  return token;
}

export function SignInPage() {
  const there = useSignal<ways | null>(null);
  const stage = useSignal<stage>("begin");
  const token = useSignal("");
  const problem = useSignal("");
  useEffect(() => {
    token.value = token_in_address();
    if (token.value) stage.value = "link";
    const came = came_back[location.hash];
    if (came) problem.value = t(came);
    api.get<ways>("/api/v1/sign-in").then((told) => (there.value = told)).catch((why: Error) => (problem.value = why.message));
  }, []);
  const go_on = (next: next_step) => {
    problem.value = "";
    stage.value = next;
    if (next === "done") location.assign(onward());
  };
  const title = t(stage.value === "set_up_second_step" ? "sign_in.authenticator" : "sign_in.title");
  return (
    <Page title={title} narrow>
      <h1 class="nl-heading nl-heading--level-1">{title}</h1>
      {problem.value && <Notice tone="attention" icon="warning" urgent>{problem.value}</Notice>}
      {stage.value === "begin" && there.value && <Begin there={there.value} on_letter={() => (stage.value = "letter")} />}
      {stage.value === "link" && <FromLink token={token.value} on_next={go_on} on_again={() => (stage.value = "begin")} />}
      {stage.value === "letter" && <LetterCode on_next={go_on} on_again={() => (stage.value = "begin")} />}
      {stage.value === "second_step" && <SecondStep on_next={go_on} />}
      {stage.value === "set_up_second_step" && <NewAuthenticator />}
      {stage.value === "done" && <p class="nl-paragraph" role="status">{t("sign_in.done")}</p>}
    </Page>
  );
}

function Begin({ there, on_letter }: { there: ways; on_letter: () => void }) {
  const problem = useSignal("");
  const form = use_form({
    start: { email: "" },
    send: async (values) => {
      await api.post("/api/v1/sign-in/requests", values);
      on_letter();
    },
  });
  const to_provider = () => api.post<{ url: string }>("/api/v1/sign-in/provider", { return_to: way_back() })
    .then((begun) => location.assign(begun.url)).catch((why: Error) => (problem.value = why.message));
  if (!there.by_mail && !there.provider) {
    return <><p class="nl-paragraph">{t("sign_in.by_link_only")}</p><p><ButtonLink href="/">{t("nowhere.back")}</ButtonLink></p></>;
  }
  return (
    <div class="panel join-here flow">
      {problem.value && <Notice tone="attention" icon="warning" urgent>{problem.value}</Notice>}
      {there.provider && (
        <>
          <p class="nl-paragraph">{t("sign_in.provider_what")}</p>
          <p><Button look="primary" on_click={() => void to_provider()}>{t("sign_in.with", { name: there.provider })}</Button></p>
        </>
      )}
      {there.by_mail && (
        <Form form={form} submit={t("sign_in.send")} labels={{}}>
          <TextField form={form} name="email" label={t("admin.email")} hint={t("sign_in.email_hint")} type="email" most={254} autocomplete="email" />
        </Form>
      )}
    </div>
  );
}

// What a mail scanner opens does nothing: only the button does.
function FromLink({ token, on_next, on_again }: { token: string; on_next: (next: next_step) => void; on_again: () => void }) {
  const problem = useSignal("");
  const busy = useSignal(false);
  const enter = async () => {
    busy.value = true;
    try {
      on_next((await api.post<{ next: next_step }>("/api/v1/sign-in/link", { token })).next);
    } catch (why) {
      problem.value = (why as Error).message;
    }
    busy.value = false;
  };
  return (
    <div class="panel join-here flow">
      {problem.value
        ? <><Notice tone="attention" icon="warning" urgent>{problem.value}</Notice><p><Button look="primary" on_click={on_again}>{t("sign_in.again")}</Button></p></>
        : <><p class="nl-paragraph">{t("sign_in.link_what")}</p><p><Button look="primary" off={busy.value} on_click={() => void enter()}>{t("sign_in.go")}</Button></p></>}
    </div>
  );
}
