// Scenes for the pictures: what a server would send at one moment of a session.
import { readFileSync } from "node:fs";

const words = {
  nl: {
    team: "Team Schulden Rotterdam",
    works: ["De wijkcoach belde eerst ons, niet het loket. Eén gesprek in plaats van drie.", "Samen met de Belastingdienst één brief gestuurd.", "Iedereen zat op tijd aan tafel, ook de kredietbank."],
    way: ["Twee budgetcodes voor hetzelfde huisbezoek.", "We weten niet wie er bij de gemeente over gaat.", "Privacyregels: elke keer opnieuw uitleggen wat mag.", "Drie systemen, drie keer hetzelfde intypen."],
    themes: ["Eén gezicht naar het gezin", "Geld dat vastzit in hokjes", ""],
    plans: [["een gezin drie brieven krijgt", "bellen wij eerst de andere afzender", "wie het dossier opent"], ["er een nieuw dossier komt", "vragen we wie er nog bij hoort", null]],
    note: "De wijkteams mogen wel samen op pad, maar boeken apart. Niemand weet wie dat ooit besloot.\nFatima vraagt het na bij FEZ.",
    wall: "Eén budgetcode voor een gezamenlijk huisbezoek", need: "een mandaat van mijn directeur voor de telefonische afspraak",
    spoken: ["hoopvol", "moe", "nieuwsgierig", "druk"],
  },
  en: {
    team: "Team Debt Rotterdam",
    works: ["The coach called us first, not the desk. One talk instead of three.", "Sent one letter together with the tax office.", "Everybody was at the table on time, the credit bank too."],
    way: ["Two budget codes for the same home visit.", "We do not know who decides at the municipality.", "Privacy rules: explaining again what is allowed.", "Three systems, typing the same thing three times."],
    themes: ["One face towards the family", "Money stuck in boxes", ""],
    plans: [["a family gets three letters", "we call the other sender first", "whoever opens the file"], ["a new file comes in", "we ask who else should be here", null]],
    note: "Teams may visit together, but book apart. Nobody knows who once decided that.\nFatima will ask finance.",
    wall: "One budget code for a joint home visit", need: "a mandate from my director for agreements by phone",
    spoken: ["hopeful", "tired", "curious", "busy"],
  },
};
const names = ["Annelies", "Bilal", "Carla de Wit", "Dirk-Jan", "Esther", "Fatima", "Gijs", "Hülya", "Ivo"];

function format_of(lang) {
  const file = new URL(`../../content/formats/monthly_reflection_45.${lang}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8"));
}

function outline_of({ id, kind, title, question, hint, minutes, prepare, ...rest }, opened) {
  const { takes, ...settings } = rest;
  return { id, kind, title, question, hint, minutes, opened, prepares: Boolean(prepare), promised: rest.promised ?? "open", settings: { kind, ...settings } };
}

const round = (phase, promised) => ({ promised, number: 1, phase });
const plan_of = ([cue, action, owner], status = "open") => ({ cue, action, owner, review_on: "2026-12-01", status });

function cards_of(w, extra = {}) {
  const cards = {};
  w.works.forEach((text, at) => (cards[`3-${at + 1}`] = { column: "works", text, hidden: false }));
  w.way.forEach((text, at) => (cards[`3-${at + 4}`] = { column: "in_the_way", text, hidden: false }));
  return Object.fromEntries(Object.entries(cards).map(([id, card]) => [id, { ...card, ...extra[id] }]));
}

// kind and phase → the shared, own and lead part of that step.
const parts = {
  check_in(w, phase) {
    const counted = { answered: 8, moods: { sunny: 3, fair: 2, cloudy: 2, rainy: 0, stormy: 1 }, words: w.spoken, named: [] };
    return {
      shared: { current: round(phase, "secret"), answered: 8, counted: phase === "shown" ? counted : null, dropped: phase === "dropped" },
      own: { answer: { mood: "fair", word: null } }, lead: { counted: phase === "open" ? null : counted },
    };
  },
  review(w, phase) {
    const counted = [{ chosen: { done: 5, partly: 2, not_done: 1, no_longer_needed: 0 }, proposed: "done" }, { chosen: { done: 1, partly: 4, not_done: 3, no_longer_needed: 0 }, proposed: "partly" }];
    const agreements = Object.fromEntries(w.plans.map((plan, at) => [`0-${at + 1}`, { plan: plan_of(plan), counted: phase === "shown" ? counted[at] : null, settled: null }]));
    return { shared: { current: round(phase, "anonymous"), answered: 7, abstained: phase === "shown" ? 1 : 0, dropped: false, agreements }, own: { answered: true, statuses: { "0-1": "done" } }, lead: { abstained: 1, counted: { "0-1": counted[0], "0-2": counted[1] } } };
  },
  collect(w, phase) {
    const own = { d1: { column: "works", text: w.works[0], version: 1, published: phase === "shown" ? "3-1" : null }, d2: { column: "in_the_way", text: w.way[0], version: 1, published: phase === "shown" ? "3-4" : null } };
    return {
      shared: { current: round(phase, "anonymous"), reopened: false, total: 17, answered: 8, cards: phase === "shown" ? cards_of(w, { "3-7": { hidden: true, text: null } }) : {} },
      own: { cards: own }, lead: { cards: phase === "closed" ? cards_of(w, { "3-7": { hidden: true } }) : {} },
    };
  },
  group(w) {
    const themes = Object.fromEntries(w.themes.map((title, at) => [`4-${at + 1}`, { title: title || null, place: at * 1024, version: 1 }]));
    const placed = ["4-1", "4-1", null, "4-2", null, "4-3", "4-2"];
    const cards = Object.fromEntries([...w.works, ...w.way].map((text, at) => [`3-${at + 1}`, { text, column: at < 3 ? "works" : "in_the_way", theme: placed[at], place: at * 1024, added_here: at === 2, version: 1 }]));
    return { shared: { total: 7, loose: 2, cards, themes }, own: { added: ["3-3"] }, lead: {} };
  },
  vote(w, phase) {
    const dots = [9, 12, 3];
    const tallies = dots.map((n, at) => ({ item: `4-${at + 1}`, dots: n, voters: Math.ceil(n / 2), by: [] }));
    const choices = Object.fromEntries(w.themes.map((text, at) => [`4-${at + 1}`, { text: text || w.way[2], cards: 3 - at, place: at, counted: phase === "shown" ? tallies[at] : null }]));
    return { shared: { current: round(phase, "secret"), dots: 3, most_per_item: 3, answered: 6, abstained: phase === "shown" ? 1 : 0, dropped: false, choices }, own: { answered: true, left: 1, dots: { "4-2": 2 } }, lead: { counted: phase === "open" ? null : { answered: 8, abstained: 1, tallies } } };
  },
  discuss(w) {
    const topic = (text, at, phase) => ({ text, parts: w.way.slice(0, 3).map((card) => ({ text: card, column: "in_the_way" })), dots: [12, 9, 3][at], phase, place: at, proposed: at < 3, note: phase === "waiting" ? "" : w.note, note_version: 1, go_on: 3, move_on: 2, deadline: phase === "open" ? new Date(Date.now() + 215e3).toISOString() : null, time_ran_out: false });
    return { shared: { open: "4-2", scribe: "p6", topics: { "4-1": topic(w.themes[0], 1, "done"), "4-2": topic(w.themes[1], 0, "open"), "4-3": topic(w.way[2], 2, "waiting") } }, own: { go_on: true }, lead: {} };
  },
  commit(w) {
    const proposals = { "7-1": { plan: plan_of(w.plans[0]), author: "p3", version: 1, going_along: 6, needs: [{ who: "p2", needs: w.need }], accepted: null }, "7-2": { plan: plan_of(w.plans[1]), author: "p1", version: 1, going_along: 8, needs: [], accepted: true } };
    return { shared: { topics: w.themes.slice(0, 2).map((text, at) => ({ text, note: at ? w.note : "" })), proposals, obstacles: { "7-3": { text: w.wall, about: "wall", author: "p6", version: 1 } } }, own: { responses: { "7-2": { goes_along: true } } }, lead: {} };
  },
  check_out(w, phase) {
    const counted = { answered: 8, return_on_time: [0, 1, 2, 3, 2], statements: [[0, 0, 2, 4, 2], [1, 1, 2, 3, 1], [0, 0, 1, 4, 3]], normal: [0, 0, 0, 1, 1, 2, 2, 1, 1, 0, 0], named: [] };
    return { shared: { current: round(phase, "secret"), answered: 5, counted: phase === "shown" ? counted : null, dropped: false }, own: { answer: { return_on_time: 4, statements: [4, null, null], normal: null } }, lead: { counted: phase === "open" ? null : counted } };
  },
};

export const scene_names = ["lobby", "waiting", ...["check_in", "review", "collect", "vote", "check_out"].flatMap((kind) => ["open", "closed", "shown"].map((phase) => `${kind}-${phase}`)), "group", "discuss", "commit", "check_in-dropped", "ended"];

// "collect-open-lead-nl": kind, phase, role, language.
export function scene(name) {
  const pieces = name.split("-");
  const lang = pieces.includes("en") ? "en" : "nl";
  const leads = pieces.includes("lead");
  const [kind, phase = "open"] = pieces.filter((one) => !["en", "nl", "lead"].includes(one));
  const w = words[lang];
  const format = format_of(lang);
  const here = format.steps.findIndex((step) => step.kind === kind);
  const closed = kind === "ended";
  const running = here >= 0 || closed;
  const current = running ? format.steps[Math.max(here, 0)].id : null;
  const session = {
    id: name, team_name: w.team, title: format.title, language: lang, format: format.id,
    now: closed ? "closed" : running ? "running" : "lobby", locked: false, join_code: closed ? "" : "KQ7M3XVN", current,
    steps: format.steps.map((step, at) => outline_of(step, at <= here || closed)),
    ends_at: running && !closed ? new Date(Date.now() + 245e3).toISOString() : null, time_ran_out: false, here: 9, ready: 6, planned_for: "2026-12-01T09:00:00.000Z",
  };
  const people = Object.fromEntries(names.map((one, at) => [`p${at + 1}`, { name: one, as: at === 0 ? "facilitator" : "participant", guest: at > 6 }]));
  const you = { id: leads ? "p1" : "p2", name: names[leads ? 0 : 1], as: leads ? "facilitator" : "participant", guest: false, taking_part: true, waiting: kind === "waiting", ready: false };
  const made = parts[kind]?.(w, phase === "dropped" ? "closed" : phase) ?? null;
  if (made && phase === "dropped") made.shared.dropped = true;
  const steps = (part) => (made ? { [current]: { kind, ...made[part] } } : {});
  return {
    welcome: { you: you.id, role: you.as, epoch: "e1", seq: 10, recovered: false, build: "dev", now: new Date().toISOString() },
    view: {
      seq: 10, mine: { you, steps: steps("own") },
      ...(kind === "waiting" ? {} : { shared: { session, people, steps: steps("shared") } }),
      ...(leads ? { lead: { session: { waiting: [{ id: "p12", name: "Joris" }], guests: "ask", leads: 1 }, steps: steps("lead") } } : {}),
    },
    presence: { kind: "presence", connected: 9, people: Object.keys(people), editing: [{ who: "p6", entry: "4-1" }, { who: "p6", entry: "7-1" }] },
  };
}
