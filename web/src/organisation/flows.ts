// Computes the drawing of flows from organisations to challenges. Pure: tested without a browser.
export interface flow {
  organisation: string;
  challenge: string;
  people: number | null;  // null: fewer than five
}
export interface node {
  id: string;
  y: number;
  height: number;
}
export interface ribbon {
  from: string;
  to: string;
  few: boolean;
  path: string;
}
export interface drawing {
  left: node[];
  right: node[];
  ribbons: ribbon[];
  height: number;
}

// How wide a ribbon of few people is drawn: between one and four, without saying which.
const few_people = 3;
const per_person = 6;
const gap = 26;
const least_height = 24;

const weight = (one: flow) => (one.people ?? few_people) * per_person;

function nodes(ids: string[], flows: flow[], side: "organisation" | "challenge"): node[] {
  let y = 0;
  return ids.filter((id) => flows.some((one) => one[side] === id)).map((id) => {
    const tall = flows.filter((one) => one[side] === id).reduce((sum, one) => sum + weight(one), 0);
    const here = { id, y, height: Math.max(least_height, tall) };
    y += here.height + gap;
    return here;
  });
}

// Ids in the order in which they are to stand; from x = `from` to x = `to`.
export function draw(organisations: string[], challenges: string[], flows: flow[], from: number, to: number): drawing {
  const left = nodes(organisations, flows, "organisation");
  const right = nodes(challenges, flows, "challenge");
  const used = new Map<node, number>();
  const take = (at: node, tall: number) => {
    const start = at.y + (used.get(at) ?? 0);
    used.set(at, (used.get(at) ?? 0) + tall);
    return start;
  };
  const ribbons: ribbon[] = [];
  for (const a of left) {
    for (const b of right) {
      const one = flows.find((each) => each.organisation === a.id && each.challenge === b.id);
      if (!one) continue;
      const tall = weight(one);
      const y = take(a, tall);
      const z = take(b, tall);
      const middle = (from + to) / 2;
      ribbons.push({
        from: a.id, to: b.id, few: one.people === null,
        path: `M${from} ${y}C${middle} ${y} ${middle} ${z} ${to} ${z}V${z + tall}C${middle} ${z + tall} ${middle} ${y + tall} ${from} ${y + tall}Z`,
      });
    }
  }
  const end = (some: node[]) => some.reduce((most, one) => Math.max(most, one.y + one.height), 0);
  return { left, right, ribbons, height: Math.max(end(left), end(right)) };
}
