// What a check found, how far an import is, and what became of it.
import { useEffect, useRef } from "preact/hooks";
import { language, t, tn } from "../i18n";
import { Button, Notice } from "../ui/controls";

interface problem {
  line: number;
  column: number;
  header: string;
  code: string;
  reason: string;
}

export interface report {
  fingerprint: string;
  new: number;
  changed: number;
  same: number;
  problems: problem[];
  problems_total: number;
}

export interface job extends report {
  state: "running" | "done" | "refused" | "stopped";
  written: number;
  to_write: number;
}

export interface import_state {
  busy: "" | "check" | "begin";
  problem: string;
  report: report | null;
  job: job | null;
}

const shown = (n: number) => new Intl.NumberFormat(language.value).format(n);
const counts_of = (one: report) => ({ made: shown(one.new), changed: shown(one.changed), same: shown(one.same) });

export function Outcome({ state, on_begin }: { state: import_state; on_begin: () => void }) {
  const { busy, report, job } = state;
  const title = useRef<HTMLHeadingElement>(null);
  // The button that began it is gone: who pressed it goes on from here.
  useEffect(() => { if (job) title.current?.focus(); }, [job !== null]);
  const found = job ?? report;
  return (
    <section class="import__outcome" aria-busy={busy !== "" || undefined}>
      {state.problem && <Notice tone="attention" icon="warning" urgent>{state.problem}</Notice>}
      {found && <h2 class="nl-heading nl-heading--level-2" tabIndex={-1} ref={title}>{t("import.outcome")}</h2>}
      <div role="status">
        {busy === "check" && <p class="quiet">{t("import.checking")}</p>}
        {!job && report && <Found report={report} />}
        {job && job.state !== "running" && <Ended job={job} />}
      </div>
      {!job && report && report.problems_total === 0 && report.new + report.changed > 0 && (
        <>
          <p><Button look="primary" off={busy !== ""} on_click={on_begin}>{t("import.begin")}</Button></p>
          <p class="say">{t("import.safe")}</p>
        </>
      )}
      {job?.state === "running" && <Running job={job} />}
      {found && found.problems.length > 0 && <Problems of={found} />}
    </section>
  );
}

function Found({ report }: { report: report }) {
  if (report.problems_total > 0) {
    return (
      <Notice tone="attention" icon="warning">
        <p><strong>{tn("import.problems", report.problems_total)}</strong></p>
        <p>{t("import.mend")}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="good" icon="check">
      <p><strong>{t("import.counts", counts_of(report))}</strong></p>
      <p>{t(report.new + report.changed > 0 ? "import.unchanged" : "import.nothing")}</p>
    </Notice>
  );
}

function Ended({ job }: { job: job }) {
  if (job.state === "refused") {
    return (
      <Notice tone="attention" icon="warning">
        <p><strong>{t("import.refused")}</strong></p>
        <p>{t("import.mend")}</p>
      </Notice>
    );
  }
  if (job.state === "stopped") {
    return <Notice tone="attention" icon="warning">{t("import.stopped", { done: shown(job.written), all: shown(job.to_write) })}</Notice>;
  }
  if (job.problems_total > 0) return <Notice tone="attention" icon="warning">{t("import.done_but")}</Notice>;
  return <Notice tone="good" icon="check"><strong>{t("import.done", counts_of(job))}</strong></Notice>;
}

// Not told at each step: that would be a voice that never stops.
function Running({ job }: { job: job }) {
  const text = job.to_write === 0 ? t("import.checking") : t("import.running", { done: shown(job.written), all: shown(job.to_write) });
  return (
    <>
      <label class="import__running">
        {text}
        <progress max={job.to_write || undefined} value={job.to_write ? job.written : undefined} />
      </label>
      <p class="say">{t("import.safe")}</p>
    </>
  );
}

function Problems({ of }: { of: report }) {
  const more = of.problems_total - of.problems.length;
  return (
    <>
      <table class="import__problems">
        <caption class="for-ears">{tn("import.problems", of.problems_total)}</caption>
        <thead><tr><th scope="col">{t("import.line")}</th><th scope="col">{t("import.column")}</th><th scope="col">{t("import.wrong")}</th></tr></thead>
        <tbody>
          {of.problems.map((one, place) => (
            <tr key={place}>
              <th scope="row">{one.line}</th>
              <td>{one.column === 0 ? t("import.whole_line") : `${one.column} ${one.header}`}</td>
              <td>{one.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p class="say">{tn("import.not_listed", more)}</p>}
    </>
  );
}
