// Applies RFC 6902 patches so that whatever did not change stays the very same object.
import { applyPatch, type Operation } from "rfc6902";

type node = Record<string, unknown> | unknown[];

function is_node(value: unknown): value is node {
  return typeof value === "object" && value !== null;
}

function copied(value: node): node {
  return Array.isArray(value) ? [...value] : { ...value };
}

function tokens_of(pointer: string): string[] {
  return pointer.split("/").slice(1).map((token) => token.replace(/~1/g, "/").replace(/~0/g, "~"));
}

// Gives the containers on the way to `pointer` a copy of their own; `fresh` holds those that have one.
function unshare(root: { "": unknown }, pointer: string, fresh: Set<unknown>): void {
  let parent: any = root;
  let key = "";
  for (const token of tokens_of(pointer)) {
    const here = parent[key];
    if (!is_node(here)) return;
    if (!fresh.has(here)) {
      parent[key] = copied(here);
      fresh.add(parent[key]);
    }
    parent = parent[key];
    key = token;
  }
}

export class patch_failed extends Error {}

export function patched<T>(document: T, operations: Operation[]): T {
  const root = { "": document as unknown };
  const fresh = new Set<unknown>();
  for (const one of operations) {
    unshare(root, one.path, fresh);
    if (one.op === "move") unshare(root, one.from, fresh);
    if (one.path === "" && (one.op === "replace" || one.op === "add")) {
      root[""] = one.value;
      continue;
    }
    const [problem] = applyPatch(root[""], [one]);
    if (problem) throw new patch_failed(`${one.op} ${one.path}: ${problem.message}`);
  }
  return shared_with(document, root[""]) as T;
}

// `now`, but with the objects of `before` wherever they say the same.
export function shared_with(before: unknown, now: unknown): unknown {
  if (before === now || !is_node(before) || !is_node(now)) return now;
  if (Array.isArray(before) !== Array.isArray(now)) return now;
  const old: any = before;
  const fresh: any = now;
  const keys = Object.keys(fresh);
  let same = keys.length === Object.keys(old).length;
  const made: any = Array.isArray(now) ? new Array(now.length) : {};
  for (const key of keys) {
    made[key] = shared_with(old[key], fresh[key]);
    same &&= key in old && made[key] === old[key];
  }
  return same ? before : made;
}
