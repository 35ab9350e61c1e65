// npm test: types, then unit tests on what esbuild made of them; the last line is `N passed, N failed`.
import { spawnSync } from "node:child_process";
import { mkdir, readdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { build } from "esbuild";
import { options } from "./build.mjs";

const top = fileURLToPath(new URL("..", import.meta.url));
const made = path.join(top, "build/tests");
const named = process.argv.slice(2);

function run(command, args) {
  return spawnSync(command, args, { cwd: top, encoding: "utf8", maxBuffer: 1 << 26 });
}

async function compile() {
  const all = (await readdir(path.join(top, "tests"))).filter((name) => /\.test\.tsx?$/.test(name));
  const chosen = all.filter((name) => named.length === 0 || named.some((one) => name.includes(one)));
  await rm(made, { recursive: true, force: true });
  await mkdir(made, { recursive: true });
  await build({
    ...options, entryPoints: chosen.map((name) => `tests/${name}`), outdir: made, platform: "node",
    target: "node18", external: ["node:*", "esbuild"], outExtension: { ".js": ".mjs" }, sourcemap: "inline",
  });
  return chosen.map((name) => path.join("build/tests", name.replace(/\.tsx?$/, ".mjs")));
}

const types = run(process.execPath, ["node_modules/typescript/bin/tsc", "--noEmit"]);
if (types.status !== 0) console.log(`not ok types\n${types.stdout}${types.stderr}`);
const built = run(process.execPath, ["tools/build.mjs"]);
if (built.status !== 0) console.log(`not ok build\n${built.stderr}`);
const tests = run(process.execPath, ["--enable-source-maps", "--test", "--test-reporter=tap", ...(await compile())]);
const count = (word) => Number(new RegExp(`^# ${word} (\\d+)`, "m").exec(tests.stdout)?.[1] ?? 0);
const failed = count("fail") + count("cancelled") + (types.status !== 0) + (built.status !== 0) + (tests.status !== 0 && count("fail") === 0);
const passed = count("pass") + (types.status === 0) + (built.status === 0);
if (failed > 0) console.log(tests.stdout, tests.stderr);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
