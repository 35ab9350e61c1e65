// Who works on which challenge: people flow from organisations to teams around challenges.
import { t, tn } from "../i18n";
import { draw, type flow } from "./flows";

export interface map_view {
  organisations: { id: string; name: string }[];
  challenges: { id: string; name: string; state: "active" | "ended"; teams: number }[];
  flows: flow[];
}

const width = 860;
const from = 260;
const to = 600;
const characters = 30;

// At most two lines: the table has the whole name.
function lines_of(name: string): string[] {
  const lines = [""];
  for (const word of name.split(" ")) {
    const last = lines[lines.length - 1] ?? "";
    if (last && `${last} ${word}`.length > characters) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  if (lines.length <= 2) return lines;
  return [lines[0] ?? "", `${lines[1] ?? ""} …`];
}

function Label({ name, x, y, end }: { name: string; x: number; y: number; end?: boolean }) {
  const lines = lines_of(name);
  return (
    <text class="streams__label" x={x} y={y - (lines.length - 1) * 8} text-anchor={end ? "end" : "start"}>
      {lines.map((line, place) => <tspan key={place} x={x} dy={place === 0 ? "0.35em" : "1.15em"}>{line}</tspan>)}
    </text>
  );
}

function people_of({ flows }: map_view, { from: organisation, to: challenge }: { from: string; to: string }): string {
  const people = flows.find((one) => one.organisation === organisation && one.challenge === challenge)?.people ?? null;
  return people === null ? t("overview.few") : String(people);
}

export function ChallengeMap({ map, sentence_end }: { map: map_view; sentence_end: string }) {
  const organisation_name = (id: string) => map.organisations.find((one) => one.id === id)?.name ?? t("overview.no_organisation");
  const challenge_name = (id: string) => map.challenges.find((one) => one.id === id)?.name ?? t("overview.no_challenge");
  const picture = draw([...map.organisations.map((one) => one.id), ""], [...map.challenges.map((one) => one.id), ""], map.flows, from, to);
  if (picture.ribbons.length === 0) return <p class="empty">{t("overview.no_teams")}</p>;
  const around = picture.right.filter((one) => one.id !== "");
  const teams = map.challenges.reduce((sum, one) => sum + one.teams, 0);
  return (
    <figure class="chart">
      <svg class="streams" viewBox={`0 -6 ${width} ${picture.height + 12}`} aria-hidden="true" focusable="false">
        {picture.ribbons.map((one) => <path key={`${one.from} ${one.to}`} class={one.few ? "streams__ribbon streams__ribbon--few" : "streams__ribbon"} d={one.path} />)}
        {picture.left.map((one) => (
          <g key={one.id}><rect class="streams__node" x={from - 8} y={one.y} width="8" height={one.height} rx="3" /><Label name={organisation_name(one.id)} x={from - 16} y={one.y + one.height / 2} end /></g>
        ))}
        {picture.right.map((one) => (
          <g key={one.id}><rect class="streams__node" x={to} y={one.y} width="8" height={one.height} rx="3" /><Label name={challenge_name(one.id)} x={to + 16} y={one.y + one.height / 2} /></g>
        ))}
      </svg>
      <figcaption class="say">
        {t("overview.map_say", { organisations: tn("unit.organisations", picture.left.filter((one) => one.id !== "").length), teams: tn("wall.teams", teams), challenges: tn("unit.challenges", around.length) })} {sentence_end}
      </figcaption>
      <table class="plain-table">
        <caption class="for-ears">{t("overview.map")}</caption>
        <thead><tr><th scope="col">{t("overview.challenge")}</th><th scope="col">{t("overview.people")}</th></tr></thead>
        {picture.left.map((place) => (
          <tbody key={place.id}>
            <tr><th class="plain-table__group" scope="rowgroup" colSpan={2}>{organisation_name(place.id)}</th></tr>
            {picture.ribbons.filter((one) => one.from === place.id).map((one) => (
              <tr key={one.to}><th scope="row">{challenge_name(one.to)}</th><td>{people_of(map, one)}</td></tr>
            ))}
          </tbody>
        ))}
      </table>
    </figure>
  );
}
