// One's own page: name and address, the dates in one's calendar, signing out, what is kept of oneself.
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api } from "../connection/api";
import { t } from "../i18n";
import { Button } from "../ui/controls";
import { Confirm } from "../ui/dialog";
import { CheckField, Form, SelectField, TextField, use_form } from "../ui/form";
import { Trouble } from "../ui/not_found";
import { settle_language } from "../ui/preferences";
import { Page } from "../ui/top_bar";
import { Feed } from "../team/feed";
import { OwnData } from "./own_data";

interface profile { name: string; email: string | null; language: string; letters: boolean; version: number }

export function MePage() {
  const mine = useSignal<profile | null>(null);
  const trouble = useSignal<Error | null>(null);
  useEffect(() => {
    api.get<profile>("/api/v1/me/profile").then(async (told) => {
      await settle_language(told.language);
      mine.value = told;
    }).catch((why: Error) => (trouble.value = why));
  }, []);
  return (
    <Page title={t("me.title")} narrow>
      <h1 class="nl-heading nl-heading--level-1">{t("me.title")}</h1>
      {trouble.value && <Trouble why={trouble.value} />}
      {!mine.value && !trouble.value && <p class="quiet">{t("step.loading")}</p>}
      {mine.value && (
        <div class="flow">
          <Profile mine={mine.value} />
          <section class="panel">
            <h2 class="nl-heading nl-heading--level-2">{t("me.calendar")}</h2>
            <Feed owner="/api/v1/me" />
          </section>
          <SignOut />
          <OwnData name={mine.value.name} />
        </div>
      )}
    </Page>
  );
}

function Profile({ mine }: { mine: profile }) {
  const version = useSignal(mine.version);
  const saved = useSignal(false);
  const shown = (one: profile) => ({ name: one.name, email: one.email ?? "", language: one.language, letters: one.letters });
  const form = use_form({
    start: shown(mine),
    send: async (values) => {
      saved.value = false;
      const kept = await api.put<profile>("/api/v1/me/profile", values, version.value);
      version.value = kept.version;
      saved.value = true;
    },
    read_again: async () => {
      const newest = await api.get<profile>("/api/v1/me/profile");
      version.value = newest.version;
      return shown(newest);
    },
  });
  return (
    <section class="panel">
      <h2 class="nl-heading nl-heading--level-2">{t("me.about")}</h2>
      <Form form={form} submit={t("action.save")} labels={{ name: t("join.name"), email: t("admin.email"), language: t("me.language"), letters: t("me.letters") }}
        show={(_, value) => (typeof value === "boolean" ? t(value ? "answer.yes" : "answer.no") : value)}>
        <TextField form={form} name="name" label={t("join.name")} most={40} autocomplete="name" />
        <TextField form={form} name="email" label={t("admin.email")} hint={t("me.email_hint")} type="email" most={254} autocomplete="email" />
        <SelectField form={form} name="language" label={t("me.language")}
          options={[{ value: "nl", text: t("settings.language.nl") }, { value: "en", text: t("settings.language.en") }]} />
        <CheckField form={form} name="letters" label={t("me.letters")} hint={t("me.letters_hint")} />
      </Form>
      <p class="say" role="status">{saved.value && t("me.saved")}</p>
    </section>
  );
}

function SignOut() {
  const problem = useSignal<Error | null>(null);
  const sure = useSignal(false);
  const out = (everywhere: boolean) => void api.post("/api/v1/sign-out", { everywhere })
    .then(() => location.assign("/")).catch((why: Error) => (problem.value = why));
  return (
    <section class="panel flow">
      <h2 class="nl-heading nl-heading--level-2">{t("me.sign_out")}</h2>
      {problem.value && <Trouble why={problem.value} />}
      <p class="nl-paragraph">{t("me.sign_out_what")}</p>
      <p class="row">
        <Button on_click={() => out(false)}>{t("me.sign_out_here")}</Button>
        <Button look="subtle" on_click={() => (sure.value = true)}>{t("me.sign_out_everywhere")}</Button>
      </p>
      {sure.value && (
        <Confirm title={t("me.sign_out_everywhere")} text={t("me.everywhere_what")} yes={t("me.sign_out_everywhere")} negative
          on_close={() => (sure.value = false)} on_yes={() => out(true)} />
      )}
    </section>
  );
}
