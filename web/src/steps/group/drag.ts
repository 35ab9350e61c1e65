// Dragging with pointer or finger. The library is fetched after the board is there; without it the
// menu on each card does the same.
import { useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

const library = () => import("@atlaskit/pragmatic-drag-and-drop/element/adapter");

export function use_drag(card: string, works: boolean): [RefObject<HTMLLIElement | null>, boolean] {
  const at = useRef<HTMLLIElement>(null);
  const dragging = useSignal(false);
  useEffect(() => {
    if (!works) return undefined;
    let stop: () => void = () => undefined;
    let gone = false;
    void library().then(({ draggable }) => {
      if (gone || !at.current) return;
      stop = draggable({
        element: at.current,
        canDrag: ({ input }) => {
          const under = document.elementFromPoint(input.clientX, input.clientY);
          return !under?.closest("button, textarea, input, [role=menu]");
        },
        getInitialData: () => ({ card }),
        onDragStart: () => (dragging.value = true),
        onDrop: () => (dragging.value = false),
      });
    });
    return () => {
      gone = true;
      stop();
    };
  }, [card, works]);
  return [at, dragging.value];
}

export function use_drop(works: boolean, on_drop: (card: string, before: string | null) => void): [RefObject<any>, boolean] {
  const at = useRef<HTMLElement>(null);
  const over = useSignal(false);
  const latest = useRef(on_drop);
  latest.current = on_drop;
  useEffect(() => {
    if (!works) return undefined;
    let stop: () => void = () => undefined;
    let gone = false;
    void library().then(({ dropTargetForElements }) => {
      if (gone || !at.current) return;
      stop = dropTargetForElements({
        element: at.current,
        canDrop: ({ source }) => typeof source.data.card === "string",
        onDragEnter: () => (over.value = true),
        onDragLeave: () => (over.value = false),
        onDrop: ({ source, location }) => {
          over.value = false;
          const { clientX, clientY } = location.current.input;
          const under = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>("[data-card]");
          const before = under && at.current?.contains(under) ? under.dataset.card! : null;
          const card = source.data.card as string;
          latest.current(card, before === card ? null : before);
        },
      });
    });
    return () => {
      gone = true;
      stop();
    };
  }, [works]);
  return [at, over.value];
}
