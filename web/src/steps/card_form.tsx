// Changing a short text that stands somewhere already; the draft starts as what is there.
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { t, tn } from "../i18n";
import { Button } from "../ui/controls";
import { draft, write_draft } from "../ui/draft";
import { Off, Returned } from "./composer";

interface card_form_props {
  draft_key: string;
  label: string;
  start: string;
  limit: number;
  on_save: (text: string) => void;
  on_stop: () => void;
  // Tells the others that one is editing, and that one stopped.
  on_editing?: (busy: boolean) => void;
  // The step takes nothing now.
  off?: boolean;
  one_line?: boolean;
  may_be_empty?: boolean;
}

export function CardForm(props: card_form_props) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const kept = draft(props.draft_key);
  useLayoutEffect(() => {
    if (kept.value === "") write_draft(props.draft_key, props.start);
    field.current?.focus();
    const end = field.current?.value.length ?? 0;
    field.current?.setSelectionRange(end, end);
    props.on_editing?.(true);
    return () => props.on_editing?.(false);
  }, []);
  const text = kept.value;
  const length = [...text.trim()].length;
  const over = length - props.limit;
  const stop = () => {
    write_draft(props.draft_key, "");
    props.on_stop();
  };
  const save = () => {
    if (props.off || over > 0 || (length === 0 && !props.may_be_empty)) return;
    if (text.trim() === props.start.trim()) return stop();
    props.on_save(text.trim());
  };
  return (
    <form class="composer" onSubmit={(event) => { event.preventDefault(); save(); }}>
      <label class="for-ears" for={id}>{props.label}</label>
      <textarea ref={field} id={id} class="field" rows={props.one_line ? 1 : 3} value={text} readOnly={props.off}
        aria-describedby={props.off ? `${id}-off` : undefined} aria-invalid={over > 0 || undefined}
        onInput={(event) => write_draft(props.draft_key, event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") {
            event.stopPropagation();
            return stop();
          }
          if (event.key !== "Enter" || event.shiftKey || event.isComposing) return undefined;
          event.preventDefault();
          return save();
        }} />
      <Returned draft_key={props.draft_key} />
      {props.off ? <Off id={`${id}-off`} typed={text} on_discard={stop} /> : <div class="composer__foot">
        <Button look="primary" type="submit" off={over > 0}>{t("action.save")}</Button>
        <Button look="subtle" on_click={stop}>{t("action.cancel")}</Button>
        {over > 0 && <span class="composer__more">{tn("composer.too_long", over)}</span>}
      </div>}
    </form>
  );
}
