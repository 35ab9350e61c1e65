// The little of a browser that the modules touch when they are loaded.
import { webcrypto } from "node:crypto";

class map_storage {
  private readonly kept = new Map<string, string>();
  get length() { return this.kept.size; }
  key(index: number) { return [...this.kept.keys()][index] ?? null; }
  getItem(key: string) { return this.kept.get(key) ?? null; }
  setItem(key: string, value: string) { this.kept.set(key, value); }
  removeItem(key: string) { this.kept.delete(key); }
  clear() { this.kept.clear(); }
}
const globals = globalThis as Record<string, unknown>;
globals.localStorage ??= new map_storage();
globals.crypto ??= webcrypto;  // global from Node 19 on
globals.document ??= { documentElement: { dataset: {}, lang: "" }, title: "" };
export const make_storage = () => new map_storage();
