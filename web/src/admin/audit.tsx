// What was done by whom, for an auditor: six fields a line, never a name.
import { date_text, t } from "../i18n";
import { List, Row, use_list } from "./list";

interface entry {
  number: number;
  at: string;
  action: string;
  object: string;
  result: string;
  origin: string;
  actor: string;
}

export function Audit() {
  const list = use_list<entry>("/api/v1/audit-entries", "entries");
  return (
    <>
      <List list={list} title={t("admin.audit")} empty={t("admin.no_audit")} search_label="" id_of={(one) => String(one.number)}
        row={(one) => (
          <Row name={`${one.number}. ${one.action}`} lines={[
            date_text(one.at, { dateStyle: "long", timeStyle: "medium" }),
            `${one.object} · ${one.result}`,
            t("admin.by_from", { actor: one.actor || "–", origin: one.origin }),
          ]} />
        )} />
    </>
  );
}
