// Beginning a session with chosen cards, for one of the teams that one guides; for others there is nothing here.
import { useSignal, type Signal } from "@preact/signals";
import { useEffect, useId } from "preact/hooks";
import { api } from "../connection/api";
import { known_language, language, t } from "../i18n";
import { Button, Notice } from "../ui/controls";
import type { team_view } from "../team/team";
import { session_request } from "./hand";

export interface led_team {
  id: string;
  name: string;
  language: string;
}

async function led_teams(): Promise<led_team[]> {
  const { identity, teams } = await api.get<{ identity: object | null; teams: led_team[] }>("/api/v1/me");
  if (!identity) return [];
  const roles = await Promise.all(teams.map((one) => api.get<team_view>(`/api/v1/teams/${encodeURIComponent(one.id)}`)
    .then((told) => told.role).catch(() => null)));
  return teams.filter((_, place) => roles[place] === "facilitator");
}

// Asked for when it is of use, and once. Who is not known here, or has no team, is not told of any trouble.
export function use_led_teams(wanted: boolean): Signal<led_team[]> {
  const teams = useSignal<led_team[]>([]);
  useEffect(() => {
    if (wanted) led_teams().then((found) => (teams.value = found)).catch(() => undefined);
  }, [wanted]);
  return teams;
}

const lang_of = (one: led_team) => (one.language === language.value ? undefined : one.language);

export function BeginSession({ teams, cards }: { teams: led_team[]; cards: string[] }) {
  const id = useId();
  const chosen = useSignal("");
  const problem = useSignal("");
  const busy = useSignal(false);
  const team = teams.find((one) => one.id === chosen.value) ?? teams[0];
  if (!team) return null;
  const begin = async () => {
    if (busy.value) return;
    busy.value = true;
    problem.value = "";
    try {
      const made = await api.post<{ session: string }>(`/api/v1/teams/${encodeURIComponent(team.id)}/sessions`,
        session_request(cards, known_language(team.language) ?? language.value));
      location.assign(`/s/${made.session}`);
    } catch (why) {
      problem.value = (why as Error).message;
      busy.value = false;
    }
  };
  return (
    <form class="hand__begin" onSubmit={(event) => { event.preventDefault(); void begin(); }}>
      {problem.value && <Notice tone="attention" icon="warning" urgent>{problem.value}</Notice>}
      <div>
        <label class="label" for={id}>{t("library.which_team")}</label>
        <select id={id} class="field" value={team.id} onChange={(event) => (chosen.value = event.currentTarget.value)}>
          {teams.map((one) => <option key={one.id} value={one.id} lang={lang_of(one)}>{one.name}</option>)}
        </select>
      </div>
      <p><Button look="primary" icon="play" type="submit" off={busy.value}>{t("library.begin")}</Button></p>
    </form>
  );
}
