// The bar on top of every page: the mark, where one is, and always on the same spot settings and help.
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { t, theirs } from "../i18n";
import { LiveRegion } from "./announcer";
import { Button } from "./controls";
import { Help } from "./help";
import { Mark } from "./icons";
import { Settings } from "./settings";

interface top_bar_props {
  title?: string;
  subtitle?: string;
  keys?: boolean;
  children?: ComponentChildren;
}

export function TopBar({ title, subtitle, keys, children }: top_bar_props) {
  const open = useSignal<"" | "settings" | "help">("");
  const close = () => (open.value = "");
  return (
    <header class="top">
      <a class="mark" href="/" aria-label={t("top.home")}><Mark /><span class="mark__name">Via B</span></a>
      <div class="top__where">
        {title && <span class="top__title" lang={theirs()}>{title}</span>}
        {subtitle && <span class="top__subtitle" lang={theirs()}>{subtitle}</span>}
      </div>
      <div class="top__state">{children}</div>
      <div class="top__tools">
        <Button look="subtle" icon="view" icon_only on_click={() => (open.value = "settings")}>{t("top.settings")}</Button>
        <Button look="subtle" icon="help" icon_only on_click={() => (open.value = "help")}
          more={{ "data-help": true }}>{t("top.help")}</Button>
      </div>
      {open.value === "settings" && <Settings on_close={close} keys={keys} />}
      {open.value === "help" && <Help on_close={close} keys={keys} />}
    </header>
  );
}

interface page_props {
  title: string;
  where?: string;
  children: ComponentChildren;
  narrow?: boolean;
}

// A page that is not a session.
export function Page({ title, where, children, narrow }: page_props) {
  document.title = `${title} · Via B`;
  return (
    <div class="page">
      <a class="nl-skip-link nl-skip-link--visible-on-focus" href="#main">{t("top.skip")}</a>
      <TopBar title={where} />
      <main id="main" tabIndex={-1} class={narrow ? "main main--narrow" : "main"}>{children}</main>
      <footer class="foot"><a class="nl-link" href="/about">{t("about.link")}</a></footer>
      <LiveRegion />
    </div>
  );
}
