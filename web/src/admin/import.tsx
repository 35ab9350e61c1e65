// People and teams from a file: chosen, checked without changing anything, and then imported.
import { useSignal, type Signal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import { api, api_problem } from "../connection/api";
import { language, t } from "../i18n";
import { Button } from "../ui/controls";
import { Outcome, type import_state, type job, type report } from "./import_outcome";

type kind = "people" | "teams";
const look_every_ms = 400;
const most_bytes = 16 * 1024 * 1024;
const nothing: import_state = { busy: "", problem: "", report: null, job: null };

export function Import() {
  const kind = useSignal<kind>("people");
  const file = useSignal<File | null>(null);
  const state = useSignal<import_state>(nothing);
  // The bytes that were checked are the bytes that are imported.
  const checked = useRef<ArrayBuffer | null>(null);
  const timer = useRef(0);
  useEffect(() => () => clearTimeout(timer.current), []);
  const over = (more: Partial<import_state>) => (state.value = { ...state.value, ...more });
  const again = () => { if (!running(state.value)) state.value = nothing; };
  const path = () => `/api/v1/imports/${kind.value}`;

  const check = async () => {
    if (state.value.busy || running(state.value)) return;
    if (!file.value) return void (state.value = { ...nothing, problem: t("import.choose_first") });
    if (file.value.size > most_bytes) return void (state.value = { ...nothing, problem: t("import.too_large") });
    state.value = { ...nothing, busy: "check" };
    try {
      checked.current = await file.value.arrayBuffer().catch(() => { throw new api_problem(0, t("import.gone")); });
      over({ busy: "", report: await api.post_csv<report>(`${path()}/check`, checked.current) });
    } catch (why) {
      over({ busy: "", problem: (why as Error).message });
    }
  };
  const follow = async (id: string) => {
    try {
      const now = await api.get<job>(`/api/v1/imports/${encodeURIComponent(id)}`);
      over({ job: now, problem: "" });
      if (now.state !== "running") return;
    } catch (why) {
      const gone = (why as api_problem).status === 404 || (why as api_problem).status === 401;
      over(gone ? { job: null, report: null, problem: t("import.lost") } : { problem: (why as Error).message });
      if (gone) return;
    }
    timer.current = window.setTimeout(() => void follow(id), look_every_ms);
  };
  const begin = async () => {
    if (state.value.busy || running(state.value)) return;
    over({ busy: "begin", problem: "" });
    try {
      const fingerprint = encodeURIComponent(state.value.report!.fingerprint);
      const begun = await api.post_csv<{ id: string }>(`${path()}?fingerprint=${fingerprint}`, checked.current!);
      over({ busy: "" });
      await follow(begun.id);
    } catch (why) {
      over({ busy: "", problem: (why as Error).message });
    }
  };
  return (
    <section>
      <h1 class="nl-heading nl-heading--level-1">{t("admin.import")}</h1>
      <p class="import__intro">{t("import.intro")}</p>
      <Choose kind={kind} file={file} off={running(state.value) || state.value.busy !== ""} on_change={again} on_check={() => void check()} />
      <Outcome state={state.value} on_begin={() => void begin()} />
    </section>
  );
}

const running = (state: import_state) => state.job?.state === "running";

interface choose_props {
  kind: Signal<kind>;
  file: Signal<File | null>;
  off: boolean;
  on_change: () => void;
  on_check: () => void;
}

function Choose({ kind, file, off, on_change, on_check }: choose_props) {
  const id = useId();
  const kinds = [["people", t("admin.people")], ["teams", t("admin.teams")]] as const;
  return (
    <form class="form import__form" onSubmit={(event) => { event.preventDefault(); if (!off) on_check(); }}>
      <fieldset class="choice" disabled={off}>
        <legend>{t("import.kind")}</legend>
        <div class="choice__options">
          {kinds.map(([value, text]) => (
            <label class="pill" key={value}>
              <input type="radio" name={id} checked={kind.value === value} onChange={() => { kind.value = value; on_change(); }} />
              <span>{text}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <div class="import__rules">
        <p>{t(kind.value === "people" ? "import.rules_people" : "import.rules_teams")}</p>
        <p><a class="nl-link" href={`/api/v1/imports/${kind.value}/example?language=${language.value}`} download>{t("import.example")}</a></p>
      </div>
      <div class="form__field">
        <label class="label" for={`${id}-file`}>{t("import.file")}</label>
        <p class="say" id={`${id}-hint`}>{t("import.file_hint")}</p>
        <input id={`${id}-file`} class="field" type="file" accept=".csv,text/csv" disabled={off} aria-describedby={`${id}-hint`}
          onChange={(event) => { file.value = event.currentTarget.files?.[0] ?? null; on_change(); }} />
      </div>
      <p><Button type="submit" icon="check" off={off}>{t("import.check")}</Button></p>
    </form>
  );
}
