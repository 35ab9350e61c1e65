// A list that comes in parts, in the order of names, and can be searched.
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { api } from "../connection/api";
import { t } from "../i18n";
import { Button, Notice } from "../ui/controls";

export interface list_state<Row> {
  rows: Row[] | null;
  more: boolean;
  problem: string;
  search: string;
  find: (text: string) => void;
  load_more: () => void;
  reload: () => void;
}

const typing_ms = 250;

// `path` may have a query; `member` is the member of the answer with the rows.
export function use_list<Row>(path: string, member: string): list_state<Row> {
  const rows = useSignal<Row[] | null>(null);
  const next = useSignal<string | null>(null);
  const problem = useSignal("");
  const search = useSignal("");
  const asked = useRef(0);
  const timer = useRef(0);
  const load = async (after: string | null) => {
    const mine = ++asked.current;
    const url = new URL(path, location.origin);
    if (search.value) url.searchParams.set("search", search.value);
    if (after) url.searchParams.set("after", after);
    try {
      const told = await api.get<Record<string, unknown>>(url.pathname + url.search);
      if (mine !== asked.current) return;
      const part = told[member] as Row[];
      rows.value = after ? [...(rows.value ?? []), ...part] : part;
      next.value = (told.next as string | null) ?? null;
      problem.value = "";
    } catch (why) {
      if (mine === asked.current) problem.value = (why as Error).message;
    }
  };
  useEffect(() => void load(null), [path]);
  return {
    rows: rows.value, more: next.value !== null, problem: problem.value, search: search.value,
    find: (text) => {
      search.value = text;
      clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void load(null), typing_ms);
    },
    load_more: () => void load(next.value),
    reload: () => void load(null),
  };
}

interface list_props<Row> {
  list: list_state<Row>;
  title: string;
  empty: string;
  add?: { label: string; on_add: () => void };
  search_label?: string;  // empty: it cannot be searched
  row: (one: Row) => ComponentChildren;
  id_of: (one: Row) => string;
}

export function List<Row>({ list, title, empty, add, search_label = t("admin.search_name"), row, id_of }: list_props<Row>) {
  const id = useId();
  return (
    <section>
      <div class="row admin__head">
        <h1 class="nl-heading nl-heading--level-1">{title}</h1>
        {add && <Button look="primary" icon="plus" on_click={add.on_add}>{add.label}</Button>}
      </div>
      {search_label && (
        <div class="admin__search">
          <label class="label" for={id}>{search_label}</label>
          <input id={id} class="field" type="search" value={list.search} autocomplete="off"
            onInput={(event) => list.find(event.currentTarget.value)} />
        </div>
      )}
      {list.problem && <Notice tone="attention" icon="warning" urgent>{list.problem}</Notice>}
      <p class="for-ears" role="status">{list.rows && list.search ? t("admin.found", { n: list.rows.length }) : ""}</p>
      {!list.rows && !list.problem && <p class="quiet">{t("step.loading")}</p>}
      {list.rows?.length === 0 && <p class="empty">{list.search ? t("admin.none_found") : empty}</p>}
      <ul class="plain-list admin__rows">{list.rows?.map((one) => <li key={id_of(one)}>{row(one)}</li>)}</ul>
      {list.more && <p><Button on_click={list.load_more}>{t("admin.more")}</Button></p>}
    </section>
  );
}

// One row: what it is, what is said of it, what can be done with it.
export function Row({ name, lines, children }: { name: ComponentChildren; lines: ComponentChildren[]; children?: ComponentChildren }) {
  return (
    <>
      <div class="admin__what">
        <strong>{name}</strong>
        {lines.filter(Boolean).map((line, place) => <span key={place} class="say">{line}</span>)}
      </div>
      <div class="row">{children}</div>
    </>
  );
}
