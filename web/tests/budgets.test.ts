import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { test } from "node:test";

interface output { entryPoint?: string; imports: { path: string; kind: string }[] }
const outputs = JSON.parse(readFileSync("build/outputs.json", "utf8")) as Record<string, output>;
const gzipped = (name: string) => statSync(`${name}.gz`).size;

function made_from(entry: string): string {
  return Object.keys(outputs).find((name) => outputs[name]!.entryPoint === entry)!;
}
// A file and all that must be there before it runs.
function with_imports(name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const one of outputs[name]!.imports) if (one.kind === "import-statement") with_imports(one.path, seen);
  return seen;
}
function route_bytes(page: string): number {
  const needed = with_imports(made_from("src/main.tsx"));
  with_imports(made_from(page), needed);
  return [...needed].reduce((sum, name) => sum + gzipped(name), 0);
}

test("each first route has at most 60 kB of script, its texts included", () => {
  const texts = (part: string) => Math.max(gzipped(made_from(`src/i18n/${part}en.ts`)), gzipped(made_from(`src/i18n/${part}nl.ts`)));
  for (const page of ["home/home", "join/join", "join/invitation", "session/session_page", "screen/screen_page", "team/team_page", "report/report_page"]) {
    const desk = page.startsWith("team/") ? texts("desk_") : 0;
    const bytes = route_bytes(`src/${page}.tsx`) + texts("") + desk;
    assert.ok(bytes <= 60 * 1024, `${page}: ${bytes} bytes`);
  }
});

test("the style sheet is at most 20 kB, fonts are two files of at most 50 kB together", () => {
  assert.ok(gzipped(made_from("src/ui/style.css")) <= 20 * 1024);
  const fonts = readdirSync("dist/assets").filter((name) => name.endsWith(".woff2"));
  assert.equal(fonts.length, 2);
  assert.ok(fonts.reduce((sum, name) => sum + statSync(`dist/assets/${name}`).size, 0) <= 50 * 1024);
});

test("the page has no inline script or style and nothing from elsewhere", () => {
  const page = readFileSync("dist/index.html", "utf8");
  assert.doesNotMatch(page, /<script(?![^>]*\bsrc=)/);
  assert.doesNotMatch(page, /<style|style=|\son\w+=/);
  assert.doesNotMatch(page, /https?:\/\//);
  assert.doesNotMatch(page, /\{\w+\}/);
});

test("no script makes code or markup out of text", () => {
  for (const name of readdirSync("dist/assets").filter((one) => one.endsWith(".js"))) {
    const script = readFileSync(`dist/assets/${name}`, "utf8");
    assert.doesNotMatch(script, /\beval\(|new Function\(/, name);
  }
});

test("every text file has its compressed siblings", () => {
  for (const name of readdirSync("dist/assets").filter((one) => /\.(js|css)$/.test(one))) {
    assert.ok(existsSync(`dist/assets/${name}.gz`) && existsSync(`dist/assets/${name}.br`), name);
  }
});

test("no house style of somebody else is shipped", () => {
  for (const name of readdirSync("dist/assets")) assert.doesNotMatch(name, /rijkssans|rijksoverheid/i);
});
