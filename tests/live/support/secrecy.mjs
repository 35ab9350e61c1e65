// Looks through all that a session left for anything that joins a person to a ballot, and for anything
// that was shown too early. Returns sentences; none when the promise was kept.

// A round: {session, step, texts: [{by, text}], overwritten: [text], ids: [{by, id}], open, closed, shown} with the
// last three as positions in the common list of frames.
//
// Evidence: {people: [{name, you, leads}], frames: [{to, text, frame}], rounds, during: {step: snapshot},
// backup: [{path, bytes}], afterwards: snapshot, log, exports: {name: text}}.

// In the rows of handled commands: the name of somebody who voted in a secret round, as it should be.
const isNamed = (who) => /^(p\d+$|person:|guest:)/.test(who);
export const isPseudonym = ({ who, sealed_round: of }) => of !== null && !isNamed(who);

const bytesHold = (files, text) => files.filter(({ bytes }) => bytes.includes(text)).map(({ path }) => path);

// The parts of a frame as {shared, mine, lead}, as text.
function partsOf(frame) {
  const body = frame.view ?? frame.patch ?? {};
  return { shared: body.shared, mine: body.mine, lead: body.lead };
}

// What a blind step may not hold before its reveal, in a view or in a patch.
function countsIn(part, step) {
  if (!part) return [];
  const found = [];
  const look = (value, path) => {
    if (value === null || typeof value !== "object") return;
    for (const [name, inner] of Object.entries(value)) {
      const here = `${path}/${name}`;
      const shown = inner !== null && inner !== 0 && !(typeof inner === "object" && Object.keys(inner).length === 0);
      if (["counted", "cards", "abstained", "named", "ballots", "words"].includes(name) && shown && typeof inner !== "boolean") found.push(here);
      look(inner, here);
    }
  };
  if (Array.isArray(part)) {
    for (const { path, value } of part) {
      if (!path.startsWith(`/steps/${step}`)) continue;
      const rest = path.slice(`/steps/${step}`.length);
      const names = rest.split("/").filter(Boolean);
      const wrapped = names.reduceRight((inner, name) => ({ [name]: inner }), value ?? null);
      look(wrapped, step);
    }
  } else {
    look(part.steps?.[step], step);
  }
  return found;
}

function checkFrames({ people, frames, rounds }) {
  const found = [];
  for (const round of rounds) {
    frames.forEach(({ to, frame }, position) => {
      if (position < round.open || position >= round.shown) return;
      const parts = partsOf(frame);
      const leads = people[to]?.leads;
      const early = { shared: parts.shared, lead: leads && position >= round.closed ? undefined : parts.lead };
      for (const [name, part] of Object.entries(early)) {
        if (part === undefined) continue;
        const text = JSON.stringify(part);
        for (const { text: secret } of round.texts) if (text.includes(secret)) found.push(`${round.step}: ${secret} was in ${name} of ${to} before the reveal`);
        // A theme's cards were shown by the step before: the number of them is no count of votes.
        for (const place of countsIn(part, round.step)) if (!/\/choices\/[^/]+\/cards$/.test(place)) found.push(`${round.step}: ${place} was in ${name} of ${to} before the reveal`);
      }
      const own = JSON.stringify(parts.mine ?? null);
      for (const { by, text: secret } of round.texts) if (by !== to && own.includes(secret)) found.push(`${round.step}: ${secret} of ${by} was in what only ${to} sees`);
    });
  }
  return found;
}

// The words of a check-in, where there are any, stand in the order of their letters.
function inOrder(text) {
  const listed = /"words":(\[[^\]]*\])/.exec(text);
  if (!listed) return true;
  const words = JSON.parse(listed[1]);
  return words.join("\n") === [...words].sort().join("\n");
}

// The reasons of a line stand in the order of their letters too.
function reasonsInOrder(text) {
  return [...text.matchAll(/"reasons":(\[[^\]]*\])/g)].every(([, listed]) => {
    const reasons = JSON.parse(listed);
    return reasons.join("\n") === [...reasons].sort().join("\n");
  });
}

// Once shown: no author beside a text, and no order of arrival.
function checkShown({ people, frames, rounds }) {
  const found = [];
  const everybody = people.map(({ you }) => you).filter(Boolean);
  for (const round of rounds.filter(({ blind }) => blind)) {
    for (const { to, frame } of frames) {
      for (const part of [partsOf(frame).shared, partsOf(frame).lead]) {
        const inStep = Array.isArray(part) ? part.filter(({ path }) => path.startsWith(`/steps/${round.step}`)) : part?.steps?.[round.step];
        const text = JSON.stringify(inStep ?? null);
        for (const who of everybody) if (text.includes(`"${who}"`)) found.push(`${round.step}: ${who} stands in what ${to} was shown of it`);
        if (!reasonsInOrder(text)) found.push(`${round.step}: the reasons stand in another order than that of their letters, for ${to}`);
        if (!inOrder(text)) found.push(`${round.step}: the words stand in another order than that of their letters, for ${to}`);
      }
    }
  }
  return found;
}

// While the round is open: what the rows say of a ballot.
function checkOpenRound(step, { rows, files, keys }, round) {
  const found = [];
  const sealed = rows.events.filter(({ sealed_round: of }) => of?.startsWith(`${round.session}.${step}.`));
  if (sealed.length === 0) found.push(`${step}: no sealed row to be seen`);
  if (sealed.some(({ actor }) => actor !== null)) found.push(`${step}: a sealed row has an actor`);
  if (new Set(sealed.map(({ size }) => size)).size > 1) found.push(`${step}: sealed rows differ in size`);
  // A step may have had a round before this one: each has its own opening, and one time for all of it.
  const times = new Set(sealed.map(({ at, sealed_round: of }) => `${of} ${at}`));
  if (times.size > new Set(sealed.map(({ sealed_round: of }) => of)).size) found.push(`${step}: sealed rows differ in time`);
  for (const { who, sealed_round: of, command_id: id } of rows.handled) {
    const isBallot = round.ids.some((one) => one.id === id);
    if (isBallot && (of === null || isNamed(who))) found.push(`${step}: the ballot ${id} was handled for ${who}`);
  }
  for (const { text } of round.texts) for (const path of bytesHold(files, text)) found.push(`${step}: ${text} can be read in ${path} while the round is open`);
  if (keys.length === 0) found.push(`${step}: there is no key file`);
  return found;
}

function checkAfterwards({ afterwards, during, rounds, backup, log, exports, people }) {
  const found = [];
  const { rows, files, keys } = afterwards;
  if (keys.length > 0) found.push(`keys are left: ${keys.map(({ path }) => path)}`);
  for (const { sealed_round: of, who } of rows.handled) if (of !== null) found.push(`a handled row of ${of} is left, for ${who}`);
  for (const round of rounds.filter(({ blind }) => blind)) {
    const open = during[round.during ?? round.step];
    const pseudonyms = new Set(open.rows.handled.filter(isPseudonym).map(({ who }) => who));
    for (const name of pseudonyms) for (const path of bytesHold(files, name)) found.push(`${round.step}: the pseudonym ${name} is left in ${path}`);
    for (const { id } of round.ids) for (const path of bytesHold(files, id)) found.push(`${round.step}: the ballot's id ${id} is left in ${path}`);
    for (const text of round.overwritten) for (const path of bytesHold(files, text)) found.push(`${round.step}: ${text}, which was taken back, is left in ${path}`);
    for (const { bytes } of open.keys) {
      for (const [name, where] of [["the backup", backup], ["the data folder", files]]) {
        for (const path of bytesHold(where, bytes)) found.push(`${round.step}: its key is in ${name}, ${path}`);
      }
    }
    for (const { text } of round.texts) for (const path of bytesHold(backup, text)) found.push(`${round.step}: ${text} is in the backup, ${path}`);
    for (const name of pseudonyms) if (log.includes(name)) found.push(`${round.step}: the log names the pseudonym ${name}`);
    for (const { id } of round.ids) if (log.includes(id)) found.push(`${round.step}: the log names the ballot ${id}`);
  }
  if (backup.some(({ path }) => path.includes("round-keys"))) found.push("the backup holds keys");
  const texts = rounds.flatMap((round) => [...round.texts.map(({ text }) => text), ...round.overwritten]);
  for (const text of texts) if (log.includes(text)) found.push(`the log holds ${text}`);
  for (const { name } of people) {
    for (const [kind, text] of Object.entries(exports)) if (text.includes(name)) found.push(`the export ${kind} names ${name}`);
  }
  for (const round of rounds.filter(({ blind }) => blind)) {
    for (const { text } of round.texts) for (const [kind, out] of Object.entries(exports)) if (out.includes(text)) found.push(`the export ${kind} holds ${text}`);
  }
  return found;
}

// Rows that stay and name an actor: none may hold a text of a blind round. Nor may any keep an order of arrival.
function checkActors({ afterwards, rounds }) {
  const found = [];
  const texts = rounds.filter(({ blind }) => blind).flatMap(({ texts: all }) => all.map(({ text }) => text));
  for (const { session, kind, payload } of afterwards.rows.events) {
    if (payload === null) continue;
    if (session === rounds[0].session && !inOrder(payload)) found.push(`check_in: the words stand in another order than that of their letters, in ${kind}`);
    if (!reasonsInOrder(payload)) found.push(`course: the reasons stand in another order than that of their letters, in ${kind}`);
    const held = texts.filter((text) => payload.includes(text));
    if (held.length > 0 && !/round_closed/.test(kind + payload)) found.push(`${kind} holds ${held}`);
  }
  return found;
}

export function broken(evidence) {
  return [
    ...checkFrames(evidence),
    ...checkShown(evidence),
    ...evidence.rounds.filter(({ blind }) => blind).flatMap((round) => checkOpenRound(round.step, evidence.during[round.during ?? round.step], round)),
    ...checkAfterwards(evidence),
    ...checkActors(evidence),
  ];
}
