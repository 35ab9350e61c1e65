// A button that opens a short list of actions; arrows move, Escape closes and gives the focus back.
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { Button, type look } from "./controls";
import { Icon, type icon_name } from "./icons";

export interface menu_item {
  label: string;
  icon?: icon_name;
  on_choose: () => void;
  negative?: boolean;
  checked?: boolean;
}
interface menu_props {
  label: ComponentChildren;
  // Read aloud instead of the label, where the label alone says too little.
  spoken?: string;
  icon?: icon_name;
  icon_only?: boolean;
  look?: look;
  items: menu_item[];
  up?: boolean;
  // Why it does not open now.
  off?: string;
}

function move_focus(list: HTMLElement, by: number | "first" | "last"): void {
  const items = [...list.querySelectorAll<HTMLElement>("[role^=menuitem]")];
  const here = items.indexOf(document.activeElement as HTMLElement);
  const to = by === "first" ? 0 : by === "last" ? items.length - 1 : (here + by + items.length) % items.length;
  items[to]?.focus();
}

export function Menu(props: menu_props) {
  const open = useSignal(false);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const close = (give_back: boolean) => {
    open.value = false;
    if (give_back) root.current?.querySelector("button")?.focus();
  };
  useEffect(() => {
    if (!open.value) return undefined;
    if (list.current!.getBoundingClientRect().left < 0) list.current!.classList.add("menu__list--start");
    move_focus(list.current!, "first");
    const outside = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) close(false);
    };
    document.addEventListener("pointerdown", outside);
    return () => document.removeEventListener("pointerdown", outside);
  }, [open.value]);
  const on_key = (event: KeyboardEvent) => {
    const moves: Record<string, number | "first" | "last"> = { ArrowDown: 1, ArrowUp: -1, Home: "first", End: "last" };
    if (event.key in moves) move_focus(list.current!, moves[event.key]!);
    else if (event.key === "Escape") close(true);
    else if (event.key === "Tab") return close(false);
    else return undefined;
    event.preventDefault();
    event.stopPropagation();
    return undefined;
  };
  return (
    <div class={props.up ? "menu menu--up" : "menu"} ref={root}>
      <Button
        look={props.look ?? "subtle"}
        icon={props.icon}
        icon_only={props.icon_only}
        off={props.off !== undefined}
        more={{ "aria-haspopup": "menu", "aria-expanded": open.value, "aria-controls": open.value ? id : undefined,
                "aria-label": props.off === undefined ? props.spoken : `${props.spoken ?? props.label}. ${props.off}` }}
        on_click={() => (open.value = !open.value)}
      >
        {props.label}
      </Button>
      {open.value && (
        <div class="menu__list" role="menu" id={id} ref={list} onKeyDown={on_key} aria-label={props.spoken ?? String(props.label)}>
          {props.items.map((item) => (
            <button
              key={item.label}
              type="button"
              role={item.checked === undefined ? "menuitem" : "menuitemcheckbox"}
              aria-checked={item.checked}
              tabIndex={-1}
              class={item.negative ? "menu__item menu__item--negative" : "menu__item"}
              onClick={() => {
                close(true);
                item.on_choose();
              }}
            >
              {item.icon && <Icon name={item.icon} />}
              <span>{item.label}</span>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
