// Forms: fields with their mistake beside them, and a save that keeps what was typed.
import { signal, useSignal, type Signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useId, useMemo, useRef } from "preact/hooks";
import { api_problem } from "../connection/api";
import { t } from "../i18n";
import { Button, Notice } from "./controls";

export type form_values = Record<string, string | boolean>;

export interface form_state<T extends form_values> {
  values: Signal<T>;
  wrong: Signal<Record<string, string>>;
  problem: Signal<string>;
  // Another was first: what stands now, and the version to save over.
  newer: Signal<T | null>;
  busy: Signal<boolean>;
  set: (name: keyof T & string, value: string | boolean) => void;
  submit: (root: HTMLElement | null) => Promise<void>;
}

interface form_rules<T> {
  start: T;
  send: (values: T) => Promise<void>;
  // After a 412: reads the newest, and makes the next `send` replace that.
  read_again?: () => Promise<T>;
}

export function use_form<T extends form_values>(rules: form_rules<T>): form_state<T> {
  const latest = useRef(rules);
  latest.current = rules;
  return useMemo(() => {
    const state: form_state<T> = {
      values: signal(rules.start), wrong: signal({}), problem: signal(""), newer: signal(null), busy: signal(false),
      set: (name, value) => {
        state.values.value = { ...state.values.value, [name]: value };
        const { [name]: gone, ...rest } = state.wrong.value;
        if (gone !== undefined) state.wrong.value = rest;
      },
      submit: async (root) => {
        if (state.busy.value) return;
        state.busy.value = true;
        state.problem.value = "";
        state.wrong.value = {};
        try {
          await latest.current.send(state.values.value);
          state.newer.value = null;
        } catch (why) {
          await take(state, why, latest.current);
          requestAnimationFrame(() => root?.querySelector<HTMLElement>("[aria-invalid]")?.focus());
        } finally {
          state.busy.value = false;
        }
      },
    };
    return state;
  }, []);
}

async function take<T extends form_values>(state: form_state<T>, why: unknown, rules: form_rules<T>): Promise<void> {
  state.problem.value = (why as Error).message;
  if (!(why instanceof api_problem)) return;
  state.wrong.value = Object.fromEntries(why.wrong.map((one) => [one.name.slice(1), one.reason]));
  if (why.code === "changed_by_another" && rules.read_again) state.newer.value = await rules.read_again();
}

interface form_props<T extends form_values> {
  form: form_state<T>;
  submit: string;
  labels: Partial<Record<keyof T & string, string>>;
  show?: (name: keyof T & string, value: string | boolean) => string;
  children: ComponentChildren;
  on_cancel?: () => void;
}

export function Form<T extends form_values>({ form, submit, labels, show, children, on_cancel }: form_props<T>) {
  const root = useRef<HTMLFormElement>(null);
  return (
    <form class="form" noValidate ref={root} onSubmit={(event) => { event.preventDefault(); void form.submit(root.current); }}>
      {form.problem.value && <Notice tone="attention" icon="warning" urgent>{form.problem.value}</Notice>}
      {form.newer.value && <Newer form={form} newer={form.newer.value} labels={labels} show={show} />}
      {children}
      <div class="row form__end">
        <Button look="primary" type="submit" off={form.busy.value}>{submit}</Button>
        {on_cancel && <Button look="subtle" on_click={on_cancel}>{t("action.cancel")}</Button>}
      </div>
    </form>
  );
}

// What another saved meanwhile, where it differs from what stands in the fields.
function Newer<T extends form_values>({ form, newer, labels, show = (_, value) => String(value) }:
  Pick<form_props<T>, "form" | "labels" | "show"> & { newer: T }) {
  const names = (Object.keys(labels) as (keyof T & string)[]).filter((name) => newer[name] !== form.values.value[name]);
  return (
    <dl class="newer">
      {names.map((name) => (
        <div key={name}>
          <dt>{t("form.now_kept", { label: labels[name] ?? name })}</dt>
          <dd>{show(name, newer[name] ?? "") || t("form.nothing")}</dd>
        </div>
      ))}
    </dl>
  );
}

interface field_props<T extends form_values> {
  form: form_state<T>;
  name: keyof T & string;
  label: string;
  hint?: string;
}

function use_field<T extends form_values>({ form, name, hint }: field_props<T>) {
  const id = useId();
  const mistake = form.wrong.value[name];
  const about = [mistake && `${id}-wrong`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return {
    id, mistake,
    around: { id, name, "aria-invalid": mistake ? true : undefined, "aria-describedby": about || undefined },
  };
}

function Labelled({ id, label, hint, mistake, children }: { id: string; label: string; hint?: string; mistake?: string; children: ComponentChildren }) {
  return (
    <div class="form__field">
      <label class="label" for={id}>{label}</label>
      {hint && <p class="say" id={`${id}-hint`}>{hint}</p>}
      {children}
      {mistake && <p class="field-problem" id={`${id}-wrong`}>{mistake}</p>}
    </div>
  );
}

export function TextField<T extends form_values>(props: field_props<T> & { most?: number; long?: boolean; type?: "text" | "email" | "date" | "time" | "datetime-local"; autocomplete?: "off" | "name" | "email" | "one-time-code"; digits?: boolean }) {
  const { form, name, label, hint, most, long, type = "text", autocomplete = "off", digits } = props;
  const { id, mistake, around } = use_field(props);
  const value = String(form.values.value[name] ?? "");
  return (
    <Labelled id={id} label={label} hint={hint} mistake={mistake}>
      {long
        ? <textarea class="field" maxLength={most} value={value} {...around} onInput={(event) => form.set(name, event.currentTarget.value)} />
        : <input class="field" type={type as "text"} maxLength={most} autocomplete={autocomplete} inputMode={digits ? "numeric" : undefined} value={value} {...around}
            onInput={(event) => form.set(name, event.currentTarget.value)} />}
    </Labelled>
  );
}

export interface option {
  value: string;
  text: string;
}

export function SelectField<T extends form_values>(props: field_props<T> & { options: option[] }) {
  const { form, name, label, hint, options } = props;
  const { id, mistake, around } = use_field(props);
  return (
    <Labelled id={id} label={label} hint={hint} mistake={mistake}>
      <select class="field" {...around} value={String(form.values.value[name] ?? "")}
        onChange={(event) => form.set(name, event.currentTarget.value)}>
        {options.map((one) => <option key={one.value} value={one.value}>{one.text}</option>)}
      </select>
    </Labelled>
  );
}

export function CheckField<T extends form_values>(props: field_props<T>) {
  const { form, name, label, hint } = props;
  const { id, around } = use_field(props);
  return (
    <div class="form__field">
      <label class="check" for={id}>
        <input type="checkbox" checked={Boolean(form.values.value[name])} {...around}
          onChange={(event) => form.set(name, event.currentTarget.checked)} />
        <span>{label}</span>
      </label>
      {hint && <p class="say" id={`${id}-hint`}>{hint}</p>}
    </div>
  );
}

// A text that can be taken along: shown, and copied with one press.
export function Copy({ text, label }: { text: string; label: string }) {
  const id = useId();
  const copied = useSignal(false);
  const field = useRef<HTMLInputElement>(null);
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(text);
      copied.value = true;
    } catch {
      copied.value = false;  // it is selected: the keyboard does the rest
    }
  };
  return (
    <div class="form__field">
      <label class="label" for={id}>{label}</label>
      <div class="row">
        <input id={id} ref={field} class="field" readOnly value={text} onFocus={(event) => event.currentTarget.select()} />
        <Button icon={copied.value ? "check" : undefined} on_click={() => void copy()}>{t("form.copy")}</Button>
      </div>
      <p class="say" role="status">{copied.value && t("form.copied")}</p>
    </div>
  );
}
