// Help: how it works in a few sentences, and the keys.
import { t, type text_key } from "../i18n";
import { Dialog } from "./dialog";

const keys: [string, text_key][] = [
  ["n", "help.key.next"],
  ["r", "help.key.reveal"],
  ["+", "help.key.more_time"],
  ["?", "help.key.help"],
];

export function Help({ on_close, keys: with_keys }: { on_close: () => void; keys?: boolean }) {
  return (
    <Dialog title={t("help.title")} on_close={on_close}>
      <ul class="plain-list help">
        <li>{t("help.typing")}</li>
        <li>{t("help.offline")}</li>
        <li>{t("help.time")}</li>
        <li>{t("help.anonymous")}</li>
        <li>{t("help.drag")}</li>
      </ul>
      {with_keys && (
        <>
          <h3 class="nl-heading nl-heading--level-3">{t("help.keys")}</h3>
          <dl class="keys">
            {keys.map(([key, text]) => (
              <div key={key}><dt><kbd>{key}</kbd></dt><dd>{t(text)}</dd></div>
            ))}
          </dl>
          <p class="say">{t("help.keys_off")}</p>
        </>
      )}
      <p class="nl-paragraph">{t("help.facilitator")}</p>
      <p class="nl-paragraph"><a class="nl-link" href="/about">{t("about.link")}</a></p>
    </Dialog>
  );
}
