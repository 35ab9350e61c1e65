// A field to write in: keeps a draft, sends on Enter, and takes refused text back with the reason.
import { useId, useRef } from "preact/hooks";
import { t, tn } from "../i18n";
import { put_back, use_session_if_any } from "../session/model";
import { Button } from "../ui/controls";
import { draft, write_draft } from "../ui/draft";
import { Icon } from "../ui/icons";

interface composer_props {
  draft_key: string;
  label: string;
  // Shown above the field; otherwise the label is for ears only.
  show_label?: boolean;
  placeholder?: string;
  limit: number;
  submit: string;
  on_submit: (text: string) => void;
  // One cannot write here now; what was typed stays, and it says why.
  off?: boolean;
  rows?: number;
}

export function Composer(props: composer_props) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const text = draft(props.draft_key).value;
  const length = [...text.trim()].length;
  const over = length - props.limit;
  const send = () => {
    if (props.off || over > 0) return;
    if (length === 0) return field.current?.focus();
    props.on_submit(text.trim());
    field.current?.focus();
  };
  return (
    <form class="composer" onSubmit={(event) => { event.preventDefault(); send(); }}>
      <label class={props.show_label ? "label" : "for-ears"} for={id}>{props.label}</label>
      <textarea
        ref={field}
        id={id}
        class="field"
        rows={props.rows ?? 2}
        placeholder={props.off ? undefined : props.placeholder}
        readOnly={props.off}
        aria-invalid={over > 0 || undefined}
        aria-describedby={`${id}-more`}
        value={text}
        onInput={(event) => write_draft(props.draft_key, event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <Returned draft_key={props.draft_key} />
      {props.off && <Off id={`${id}-more`} typed={text} on_discard={() => write_draft(props.draft_key, "")} />}
      {!props.off && <div class="composer__foot">
        <Button look="primary" type="submit" off={over > 0}>{props.submit}</Button>
        <span class="composer__more" id={`${id}-more`}>
          {over > 0 ? tn("composer.too_long", over)
            : length > props.limit * 0.8 ? tn("composer.left", props.limit - length)
            : text ? t("composer.keys") : ""}
        </span>
      </div>}
    </form>
  );
}

// Why a field takes nothing now. What was typed in it stays until one throws it away.
export function Off({ id, typed, on_discard }: { id: string; typed: string; on_discard: () => void }) {
  return (
    <div class="composer__foot">
      <span class="composer__more" id={id}>{t(typed ? "composer.off_kept" : "composer.off")}</span>
      {typed && <Button look="subtle" icon="remove" on_click={on_discard}>{t("composer.discard")}</Button>}
    </div>
  );
}

// What came back from the server, and why.
export function Returned({ draft_key }: { draft_key: string }) {
  const session = use_session_if_any();
  const back = session?.problems_at(draft_key) ?? [];
  if (!session || back.length === 0) return null;
  return (
    <ul class="returned">
      {back.map((one) => {
        const in_field = draft(draft_key).value.includes(one.draft!.text);
        const forget = () => session.forget_problems((other) => other.id === one.id);
        return (
          <li key={one.id}>
            <Icon name="warning" />
            <div>
              <p>{one.message}</p>
              {!in_field && <blockquote>{one.draft!.text}</blockquote>}
              <div class="row">
                {!in_field && (
                  <Button look="subtle" on_click={() => put_back(one.draft!)}>{t("composer.put_back")}</Button>
                )}
                <Button look="subtle" on_click={forget}>{t("composer.understood")}</Button>
              </div>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
