// The answers of the HTTP interface that the pictures need.
const plan = (cue, action, status, owner = null) => ({ cue, action, owner, review_on: "2026-12-01", status });
const agreements = [
  { id: "a1", session: "s9", plan: plan("een gezin drie brieven krijgt", "bellen wij eerst de andere afzender", "open", "wie het dossier opent"), made_at: "2026-11-03T10:40:00.000Z", settled_at: null, version: 1 },
  { id: "a2", session: "s8", plan: plan("er een nieuw dossier komt", "vragen we wie er nog bij hoort", "partly"), made_at: "2026-10-06T10:40:00.000Z", settled_at: "2026-11-03T10:12:00.000Z", version: 2 },
  { id: "a3", session: "s8", plan: plan("we een huisbezoek plannen", "gaan we met z’n tweeën", "done"), made_at: "2026-10-06T10:40:00.000Z", settled_at: "2026-11-03T10:12:00.000Z", version: 1 },
];
const sessions = [
  { id: "lobby-lead", title: "Maandelijkse reflectie, 45 minuten", format: "monthly_reflection_45", language: "nl", state: "lobby", planned_for: "2026-12-01T09:00:00.000Z", started_at: null, closed_at: null },
  { id: "s9", title: "Maandelijkse reflectie, 45 minuten", format: "monthly_reflection_45", language: "nl", state: "closed", planned_for: null, started_at: "2026-11-03T10:00:00.000Z", closed_at: "2026-11-03T10:46:00.000Z" },
  { id: "s8", title: "Maandelijkse reflectie, 20 minuten", format: "monthly_reflection_20", language: "nl", state: "closed", planned_for: null, started_at: "2026-10-06T10:00:00.000Z", closed_at: "2026-10-06T10:21:00.000Z" },
];
const report = {
  session: { id: "s9", title: "Maandelijkse reflectie, 45 minuten", format: "monthly_reflection_45", language: "nl", state: "closed", started_at: "2026-11-03T10:00:00.000Z", closed_at: "2026-11-03T10:46:00.000Z" },
  team: "Team Schulden Rotterdam", in_the_room: true, people: 9, next_session: "2026-12-01T09:00:00.000Z",
  themes: [
    { title: "Geld dat vastzit in hokjes", cards: 3, dots: 12, note: "De wijkteams mogen wel samen op pad, maar boeken apart. Fatima vraagt het na bij FEZ.", card_texts: ["Twee budgetcodes voor hetzelfde huisbezoek.", "Drie systemen, drie keer hetzelfde intypen."] },
    { title: "Eén gezicht naar het gezin", cards: 2, dots: 9, note: "", card_texts: ["Samen met de Belastingdienst één brief gestuurd."] },
  ],
  agreements: [agreements[0]], obstacles: [{ text: "Eén budgetcode voor een gezamenlijk huisbezoek", about: "wall" }],
  reviewed: [{ id: "a2", plan: agreements[1].plan }, { id: "a3", plan: agreements[2].plan }],
  pulse: { answered: 8, moods: { sunny: 3, fair: 2, cloudy: 2, rainy: 0, stormy: 1 }, return_on_time: [0, 1, 2, 3, 2], statement_texts: ["Ik kon zeggen wat ik wilde zeggen.", "Ik hoorde een blik die ik zelf nog niet had."], statements: [[0, 0, 2, 4, 2], [1, 1, 2, 3, 1]], normal: [0, 0, 0, 1, 1, 2, 2, 1, 1, 0, 0] },
};
const answers = {
  "GET /api/v1/me": { identity: { name: "Annelies", guest: false }, teams: [{ id: "t1", name: "Team Schulden Rotterdam", language: "nl" }, { id: "t2", name: "Team Wonen Oost", language: "nl" }] },
  "GET /api/v1/teams/t1": { team: { id: "t1", name: "Team Schulden Rotterdam", language: "nl" }, role: "facilitator", sessions, agreements },
  "GET /api/v1/teams/empty": { team: { id: "empty", name: "Team Nieuw", language: "nl" }, role: "facilitator", sessions: [], agreements: [] },
  "GET /api/v1/formats": [
    { id: "monthly_reflection_45", version: 1, language: "nl", title: "Maandelijkse reflectie, 45 minuten", summary: "Kijk met je team terug op een maand werken over grenzen heen.", minutes: 45, steps: [{ id: "check_in", title: "Inchecken", minutes: 3 }, { id: "ideas", title: "Wat werkte, wat zat in de weg", minutes: 6 }] },
    { id: "monthly_reflection_20", version: 1, language: "nl", title: "Maandelijkse reflectie, 20 minuten", summary: "De korte vorm, voor een drukke maand.", minutes: 20, steps: [{ id: "check_in", title: "Inchecken", minutes: 2 }] },
  ],
  "GET /api/v1/sessions/s9/report": report,
  "POST /api/v1/codes/preview": { team_name: "Team Schulden Rotterdam", title: "Maandelijkse reflectie, 45 minuten", language: "nl", role: "participant", asks_name: true },
  "POST /api/v1/codes/use": { session: "waiting" },
  "POST /api/v1/invitations/preview": { team_name: "Team Schulden Rotterdam", title: "Maandelijkse reflectie, 45 minuten", language: "nl", role: "facilitator", asks_name: true },
  "POST /api/v1/invitations/use": { session: "lobby-lead", team: "t1", role: "facilitator" },
  "POST /api/v1/teams/t1/sessions": { session: "lobby-lead" },
};

export async function answer_api(request, response, pathname) {
  const found = answers[`${request.method} ${pathname}`];
  response.setHeader("Content-Type", found ? "application/json" : "application/problem+json");
  if (!found) response.statusCode = 404;
  response.end(JSON.stringify(found ?? { title: "not_found", detail: "Deze pagina is er niet (meer)." }));
}
