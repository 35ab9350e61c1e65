import assert from "node:assert/strict";
import { test } from "node:test";
import { applyPatch } from "rfc6902";
import { patched, patch_failed, shared_with } from "../src/connection/patch";

const before = () => ({
  session: { here: 9, steps: [{ id: "a" }, { id: "b" }] },
  steps: { ideas: { total: 2, cards: { "3-1": { text: "one" }, "3-2": { text: "two" } } } } as any,
});

test("a patch changes what it names and keeps every other object", () => {
  const old = before();
  const now = patched(old, [{ op: "replace", path: "/steps/ideas/cards/3-1/text", value: "een" }]);
  assert.equal(now.steps.ideas.cards["3-1"].text, "een");
  assert.equal(old.steps.ideas.cards["3-1"].text, "one");
  assert.equal(now.steps.ideas.cards["3-2"], old.steps.ideas.cards["3-2"]);
  assert.equal(now.session, old.session);
  assert.notEqual(now.steps.ideas, old.steps.ideas);
});

test("a part that is replaced by the same is the same object", () => {
  const old = before();
  const again = structuredClone(old.steps.ideas);
  const now = patched(old, [{ op: "replace", path: "/steps/ideas", value: { ...again, total: 3 } }]);
  assert.equal(now.steps.ideas.total, 3);
  assert.equal(now.steps.ideas.cards, old.steps.ideas.cards);
  assert.equal(patched(old, [{ op: "replace", path: "/steps/ideas", value: again }]), old);
});

test("keys with slash and tilde are found", () => {
  const old = { "a/b": { "c~d": 1 } };
  assert.deepEqual(patched(old, [{ op: "replace", path: "/a~1b/c~0d", value: 2 }]), { "a/b": { "c~d": 2 } });
});

test("the whole document can be replaced", () => {
  assert.deepEqual(patched<unknown>(null, [{ op: "add", path: "", value: { you: 1 } }]), { you: 1 });
});

test("a patch that does not fit says so and leaves the old picture alone", () => {
  const old = before();
  assert.throws(() => patched(old, [
    { op: "remove", path: "/steps/ideas/cards/3-1" },
    { op: "replace", path: "/steps/nowhere/text", value: 1 },
  ]), patch_failed);
  assert.deepEqual(old, before());
});

test("over random histories the result equals that of applying in place", () => {
  let seed = 7;
  const random = (most: number) => (seed = (seed * 48271) % 2147483647) % most;
  let mine: any = { cards: {} };
  const plain: any = { cards: {} };
  for (let round = 0; round < 400; round++) {
    const id = `3-${random(12)}`;
    const known = id in plain.cards;
    const operations: any[] = !known ? [{ op: "add", path: `/cards/${id}`, value: { text: `${round}`, tags: [round] } }]
      : [[{ op: "remove", path: `/cards/${id}` }], [{ op: "replace", path: `/cards/${id}/text`, value: `${round}` }],
         [{ op: "add", path: `/cards/${id}/tags/-`, value: round }]][random(3)]!;
    applyPatch(plain, structuredClone(operations));
    mine = patched(mine, operations);
    assert.deepEqual(mine, plain);
  }
});

test("sharing keeps arrays that grew from being mixed up", () => {
  const old = { list: [{ a: 1 }, { a: 2 }] };
  const now = shared_with(old, { list: [{ a: 1 }, { a: 2 }, { a: 3 }] }) as typeof old;
  assert.equal(now.list[0], old.list[0]);
  assert.deepEqual(now, { list: [{ a: 1 }, { a: 2 }, { a: 3 }] });
  assert.deepEqual(shared_with({ a: 1, b: 2 }, { a: 1 }), { a: 1 });
});
