// A card that asks for more than one text, or that has to stand in a row of a board.
import { useId, useRef } from "preact/hooks";
import { t, theirs } from "../../i18n";
import type { collect } from "../../protocol";
import { use_session } from "../../session/model";
import { Button } from "../../ui/controls";
import { draft, write_draft } from "../../ui/draft";
import { Off, Returned } from "../composer";

interface fields_props {
  step: string;
  column: collect.column;
  settings: collect.settings;
  draft_key: string;
  off: boolean;
}

const longest = 500;

export function FieldsForm({ step, column, settings, draft_key, off }: fields_props) {
  const session = use_session();
  const id = useId();
  const first = useRef<HTMLTextAreaElement>(null);
  const [main, ...others] = settings.fields;
  const key_of = (field: string) => `${draft_key}:${field}`;
  const row_key = key_of("row");
  const row = draft(row_key).value || settings.rows[0]?.key || "";
  const text = draft(draft_key).value.trim();
  const send = () => {
    if (off) return;
    if (text === "") return first.current?.focus();
    const filled = others.flatMap((one) => {
      const said = draft(key_of(one.key)).value.trim();
      return said ? [[one.key, said] as const] : [];
    });
    const kept = Object.fromEntries(filled.map(([key, said]) => [key_of(key), said]));
    session.do_with_text(step, {
      type: "add_card", column: column.key, text, ...(settings.rows.length > 0 ? { row } : {}), more: Object.fromEntries(filled),
    }, draft_key, text, kept);
    first.current?.focus();
  };
  const field = off ? { readOnly: true, "aria-describedby": `${id}-off` } : {};
  return (
    <form class="composer" onSubmit={(event) => { event.preventDefault(); send(); }}>
      {settings.rows.length > 0 && (
        <div>
          <label class="label" for={`${id}-row`}>{t("collect.row")}</label>
          <select id={`${id}-row`} class="field" value={row} disabled={off} lang={theirs()}
            onChange={(event) => write_draft(row_key, event.currentTarget.value)}>
            {settings.rows.map((one) => <option key={one.key} value={one.key}>{one.title}</option>)}
          </select>
        </div>
      )}
      <div>
        <label class="label" for={`${id}-main`} lang={main ? theirs() : undefined}>{main?.title ?? t("collect.label", { column: column.title })}</label>
        <textarea ref={first} id={`${id}-main`} class="field" rows={2} maxLength={longest} value={draft(draft_key).value} {...field}
          placeholder={main?.hint || t("collect.placeholder")} onInput={(event) => write_draft(draft_key, event.currentTarget.value)} />
      </div>
      {others.map((one) => (
        <div key={one.key}>
          <label class="label" for={`${id}-${one.key}`}>{t("collect.field_more", { field: one.title })}</label>
          <textarea id={`${id}-${one.key}`} class="field" rows={1} maxLength={longest} value={draft(key_of(one.key)).value} {...field}
            placeholder={one.hint || undefined} onInput={(event) => write_draft(key_of(one.key), event.currentTarget.value)} />
        </div>
      ))}
      <Returned draft_key={draft_key} />
      {off ? <Off id={`${id}-off`} typed={text} on_discard={() => write_draft(draft_key, "")} />
        : <div class="composer__foot"><Button look="primary" type="submit">{t("collect.place")}</Button></div>}
    </form>
  );
}

// What stands on a card behind its text: the row, and the other fields.
export function CardMore({ settings, row, more }: { settings: collect.settings; row: string; more: Record<string, string | null> }) {
  const in_row = settings.rows.find((one) => one.key === row);
  const said = settings.fields.slice(1).filter((one) => more[one.key]);
  if (!in_row && said.length === 0) return null;
  return (
    <dl class="card__more" lang={theirs()}>
      {in_row && <div><dt class="for-ears">{t("collect.row")}</dt><dd><strong>{in_row.title}</strong></dd></div>}
      {said.map((one) => <div key={one.key}><dt>{one.title}</dt><dd>{more[one.key]}</dd></div>)}
    </dl>
  );
}

export function is_plain(settings: collect.settings): boolean {
  return settings.fields.length === 0 && settings.rows.length === 0;
}

// By row, in the order of the format.
export function by_row<T extends { row: string }>(settings: collect.settings, cards: [string, T][]): [string, T][] {
  const rank = (row: string) => settings.rows.findIndex((one) => one.key === row);
  return settings.rows.length === 0 ? cards : [...cards].sort(([, a], [, b]) => rank(a.row) - rank(b.row));
}
