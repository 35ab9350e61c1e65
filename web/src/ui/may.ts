// What the person at this browser may do, for pages that show only what leads somewhere.
import { useSignal, type Signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api, api_problem } from "../connection/api";
import { t } from "../i18n";

export function use_may(): { may: Signal<string[] | null>; problem: Signal<Error | null> } {
  const may = useSignal<string[] | null>(null);
  const problem = useSignal<Error | null>(null);
  useEffect(() => {
    api.get<{ identity: object | null; may: string[] }>("/api/v1/me").then((told) => {
      if (!told.identity) throw new api_problem(401, t("problem.signed_out"));
      may.value = told.may;
    }).catch((why: Error) => (problem.value = why));
  }, []);
  return { may, problem };
}
