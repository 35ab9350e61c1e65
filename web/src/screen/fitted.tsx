// A list that always fits on one screen: first the letters get smaller, then the last entries become a number.
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

const sizes = ["", "smaller", "smallest"];

interface fitted_props {
  // The tag and the class of the list, and its entries.
  as?: "ul" | "ol" | "div";
  class: string;
  children: ComponentChildren;
  // What stands below when so many entries are left out; an empty text for nothing.
  more: (left_out: number) => string;
}

// How many entries, from the first, end above `room`.
export function how_many_fit(ends: number[], room: number): number {
  const past = ends.findIndex((end) => end > room + 1);
  return past < 0 ? ends.length : past;
}

export function Fitted({ as: Tag = "ul", class: name, children, more }: fitted_props) {
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLElement>(null);
  const line = useRef<HTMLParagraphElement>(null);
  const fit = () => {
    // The size may be told once more when the list is gone already.
    if (box.current && list.current && line.current) fit_in(box.current, list.current, line.current, more);
  };
  const latest = useRef(fit);
  latest.current = fit;
  useLayoutEffect(fit);
  useEffect(() => {
    const again = () => latest.current();
    const watch = new ResizeObserver(again);
    watch.observe(box.current!);
    void document.fonts.ready.then(again);
    return () => watch.disconnect();
  }, []);
  return (
    <div class="big__fit" ref={box}>
      <Tag class={name} ref={list as never}>{children}</Tag>
      <p class="big__hint big__more" ref={line} />
    </div>
  );
}

// Nothing here is drawn by the page itself, so that one look is enough: what is hidden depends on what was measured.
function fit_in(box: HTMLElement, list: HTMLElement, line: HTMLElement, more: (left_out: number) => string): void {
  const entries = [...list.children] as HTMLElement[];
  const say = (text: string) => {
    line.textContent = text;
    line.hidden = text === "";
  };
  for (const one of entries) one.hidden = false;
  say(more(0));
  for (const size of sizes) {
    box.dataset.size = size;
    if (box.scrollHeight <= box.clientHeight + 1) return;
  }
  say(more(1));
  const top = list.getBoundingClientRect().top;
  const below = box.getBoundingClientRect().bottom - top - outer_height(line);
  const fitting = how_many_fit(entries.map((one) => one.getBoundingClientRect().bottom - top), below);
  entries.forEach((one, place) => (one.hidden = place >= fitting));
  say(more(entries.length - fitting));
}

function outer_height(one: HTMLElement): number {
  return one.getBoundingClientRect().height + Number.parseFloat(getComputedStyle(one).marginBlockStart);
}
