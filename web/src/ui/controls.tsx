// Buttons, links and badges: NL Design System classes, our words.
import type { ComponentChildren } from "preact";
import { Icon, type icon_name } from "./icons";

export type look = "primary" | "secondary" | "subtle";

export interface button_props {
  children: ComponentChildren;
  look?: look;
  icon?: icon_name;
  end_icon?: icon_name;
  negative?: boolean;
  pressed?: boolean;
  // Why it does nothing now: said in words, and still reachable by keyboard.
  off?: boolean;
  icon_only?: boolean;
  class?: string;
  type?: "button" | "submit";
  on_click?: (event: MouseEvent) => void;
  more?: Record<string, unknown>;
}

export function button_class(look: look, ...extra: (string | false | undefined)[]): string {
  return ["nl-button", `nl-button--${look}`, ...extra].filter(Boolean).join(" ");
}

export function Button(props: button_props) {
  const { look = "secondary", icon, end_icon, pressed, off } = props;
  const classes = button_class(look, props.negative && "nl-button--negative",
    pressed && "nl-button--pressed", off && "nl-button--disabled",
    props.icon_only && "nl-button--icon-only", props.class);
  return (
    <button
      type={props.type ?? "button"}
      class={classes}
      aria-pressed={pressed === undefined ? undefined : pressed}
      aria-disabled={off || undefined}
      onClick={(event) => (off ? event.preventDefault() : props.on_click?.(event))}
      {...props.more}
    >
      {icon && <span class="nl-button__icon-start"><Icon name={icon} /></span>}
      <span class="nl-button__label">{props.children}</span>
      {end_icon && <span class="nl-button__icon-end"><Icon name={end_icon} /></span>}
    </button>
  );
}

export function ButtonLink(props: { href: string; look?: look; icon?: icon_name; children: ComponentChildren; download?: boolean }) {
  return (
    <a class={button_class(props.look ?? "secondary")} href={props.href} download={props.download}>
      {props.icon && <span class="nl-button__icon-start"><Icon name={props.icon} /></span>}
      <span class="nl-button__label">{props.children}</span>
    </a>
  );
}

export function Link(props: { href: string; children: ComponentChildren; on_click?: (event: MouseEvent) => void }) {
  return <a class="nl-link" href={props.href} onClick={props.on_click}>{props.children}</a>;
}

export type tone = "plain" | "now" | "good" | "attention";

export function Badge({ tone = "plain", icon, children }: { tone?: tone; icon?: icon_name; children: ComponentChildren }) {
  return (
    <span class={`nl-data-badge badge badge--${tone}`}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  );
}

export function Notice(props: { tone?: tone; icon?: icon_name; children: ComponentChildren; urgent?: boolean; small?: boolean }) {
  return (
    <div class={`notice notice--${props.tone ?? "plain"}${props.small ? " notice--small" : ""}`} role={props.urgent ? "alert" : undefined}>
      {props.icon && <Icon name={props.icon} />}
      <div class="notice__text">{props.children}</div>
    </div>
  );
}

export function Hidden({ children }: { children: ComponentChildren }) {
  return <span class="for-ears">{children}</span>;
}
