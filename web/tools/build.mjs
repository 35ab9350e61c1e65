// Builds web/dist: hashed assets, index.html, and .gz and .br siblings of all that is text.
import { build, context } from "esbuild";
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const top = fileURLToPath(new URL("..", import.meta.url));
const dist = path.join(top, "dist");
const watching = process.argv.includes("--watch");

export const options = {
  absWorkingDir: top,
  bundle: true,
  format: "esm",
  charset: "utf8",
  target: ["es2022", "chrome109", "firefox115", "safari16"],
  jsx: "automatic",
  jsxImportSource: "preact",
  define: { "process.env.NODE_ENV": '"production"' },
  logLevel: "warning",
};

const pages = {
  ...options,
  entryPoints: { main: "src/main.tsx", style: "src/ui/style.css" },
  outdir: "dist/assets",
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  splitting: true,
  minify: true,
  metafile: true,
  loader: { ".woff2": "copy" },
};

async function write_page(outputs) {
  const names = Object.entries(outputs);
  const made = (entry) => names.find(([, from]) => from.entryPoint === entry)?.[0];
  const script = made("src/main.tsx").replace(/^dist/, "");
  const style = made("src/ui/style.css").replace(/^dist/, "");
  const font = names.map(([name]) => name).filter((name) => name.endsWith(".woff2"));
  const stamp = createHash("sha256").update(names.map(([name]) => name).sort().join()).digest("hex");
  let page = await readFile(path.join(top, "src/index.html"), "utf8");
  page = page.replace("{script}", script).replace("{style}", style)
    .replace("{build}", stamp.slice(0, 12))
    .replace("{fonts}", font.map((name) =>
      `<link rel="preload" as="font" type="font/woff2" crossorigin href="${name.replace(/^dist/, "")}">`)
      .join("\n    "));
  await writeFile(path.join(dist, "index.html"), page);
}

async function compress(folder) {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const name = path.join(folder, entry.name);
    if (entry.isDirectory()) await compress(name);
    else if (/\.(js|css|html|svg|json|txt)$/.test(entry.name)) {
      const text = await readFile(name);
      await writeFile(`${name}.gz`, gzipSync(text, { level: 9 }));
      const quality = { [constants.BROTLI_PARAM_QUALITY]: 11 };
      await writeFile(`${name}.br`, brotliCompressSync(text, { params: quality }));
    }
  }
}

async function finish(result) {
  await write_page(result.metafile.outputs);
  for (const name of ["icon.svg", "robots.txt"]) {
    await copyFile(path.join(top, "src", name), path.join(dist, name));
  }
  await mkdir(path.join(top, "build"), { recursive: true });
  await writeFile(path.join(top, "build/outputs.json"), JSON.stringify(result.metafile.outputs));
  if (!watching) await compress(dist);
}

async function main() {
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  if (!watching) return finish(await build(pages));
  const plugin = {
    name: "finish",
    setup: (on) => on.onEnd((result) => (result.errors.length ? undefined : finish(result))),
  };
  const watcher = await context({ ...pages, plugins: [plugin] });
  await watcher.watch();
  return undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
