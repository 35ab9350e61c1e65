// Settings for this browser only.
import type { Signal } from "@preact/signals";
import { content, t, type text_key } from "../i18n";
import { Dialog } from "./dialog";
import { announcements, clock_shown, facilitator_keys, own_language, settle_language, theme } from "./preferences";

interface choice_props<T extends string> {
  name: string;
  title: string;
  value: Signal<T>;
  options: [T, text_key][];
  on_choose?: () => void;
}

function Choice<T extends string>({ name, title, value, options, on_choose }: choice_props<T>) {
  return (
    <fieldset class="choice">
      <legend>{title}</legend>
      <div class="choice__options">
        {options.map(([key, label]) => (
          <label class="pill" key={key}>
            <input type="radio" name={name} value={key} checked={value.value === key}
              onChange={() => {
                value.value = key;
                on_choose?.();
              }} />
            <span lang={name === "language" && key !== "auto" ? key : undefined}>{t(label)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function Settings({ on_close, keys }: { on_close: () => void; keys?: boolean }) {
  return (
    <Dialog title={t("settings.title")} on_close={on_close}>
      <p class="nl-paragraph say">{t("settings.for_you")}</p>
      <Choice name="language" title={t("settings.language")} value={own_language}
        on_choose={() => void settle_language(content.value)}
        options={[["auto", "settings.language.auto"], ["nl", "settings.language.nl"], ["en", "settings.language.en"]]} />
      <Choice name="theme" title={t("settings.theme")} value={theme}
        options={[["auto", "settings.theme.auto"], ["light", "settings.theme.light"], ["dark", "settings.theme.dark"]]} />
      <Choice name="announcements" title={t("settings.announcements")} value={announcements}
        options={[["all", "settings.announcements.all"], ["summary", "settings.announcements.summary"], ["off", "settings.announcements.off"]]} />
      <Choice name="clock" title={t("settings.clock")} value={clock_shown}
        options={[["on", "settings.shown"], ["off", "settings.hidden"]]} />
      {keys && (
        <Choice name="keys" title={t("settings.keys")} value={facilitator_keys}
          options={[["on", "settings.on"], ["off", "settings.off"]]} />
      )}
    </Dialog>
  );
}
