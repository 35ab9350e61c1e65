// The drawing of who works on what: every ribbon begins and ends inside its own places.
import { strict as assert } from "node:assert";
import { test } from "node:test";
import { draw, type flow } from "../src/organisation/flows";

const flows: flow[] = [
  { organisation: "city", challenge: "debts", people: 10 },
  { organisation: "city", challenge: "energy", people: null },
  { organisation: "office", challenge: "debts", people: 5 },
  { organisation: "", challenge: "energy", people: null },
];

test("places stand below each other, in the order given, and only those that somebody works at", () => {
  const { left, right } = draw(["office", "empty", "city", ""], ["debts", "energy", "none"], flows, 0, 100);
  assert.deepEqual(left.map((one) => one.id), ["office", "city", ""]);
  assert.deepEqual(right.map((one) => one.id), ["debts", "energy"]);
  for (const side of [left, right]) {
    side.slice(1).forEach((one, place) => assert.ok(one.y > side[place]!.y + side[place]!.height));
  }
});

test("ribbons of one place lie side by side within it", () => {
  const { left, right, ribbons, height } = draw(["office", "city", ""], ["debts", "energy"], flows, 0, 100);
  assert.equal(ribbons.length, flows.length);
  const spans = ribbons.map((one) => {
    const [y, z, below] = [/^M0 ([\d.]+)/, /100 ([\d.]+)V/, /V([\d.]+)C/].map((shape) => Number(shape.exec(one.path)![1]));
    return { ...one, y: y!, z: z!, tall: below! - z! };
  });
  for (const one of spans) {
    const a = left.find((each) => each.id === one.from)!;
    const b = right.find((each) => each.id === one.to)!;
    assert.ok(one.y >= a.y && one.y + one.tall <= a.y + a.height, `${one.from} holds its ribbon`);
    assert.ok(one.z >= b.y && one.z + one.tall <= b.y + b.height, `${one.to} holds its ribbon`);
    for (const other of spans) {
      if (other === one || other.from !== one.from) continue;
      assert.ok(other.y >= one.y + one.tall || one.y >= other.y + other.tall, "no two lie over each other");
    }
  }
  assert.equal(height, Math.max(...[...left, ...right].map((one) => one.y + one.height)));
});

test("few people are drawn alike, whether one or four", () => {
  const few = draw(["city", "office"], ["a"], [{ organisation: "city", challenge: "a", people: null }, { organisation: "office", challenge: "a", people: null }], 0, 100);
  assert.deepEqual(few.ribbons.map((one) => one.few), [true, true]);
  assert.equal(few.left[0]!.height, few.left[1]!.height);
});
