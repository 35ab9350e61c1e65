// What a session left is in the log: rows that the tables lost come back from it, as they were.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";

import { runToEnd } from "./support/server.mjs";
import { tidied } from "./support/tidied.mjs";

const { temporary, started } = tidied();

// The tables as text, each row without the number that the database gave it, and without when its words were taken
// out: that is done, and noted, once more.
const dump = `
import json, sqlite3, sys
db = sqlite3.connect(sys.argv[1])
tables = ["sessions", "outcomes", "themes", "theme_cards", "obstacles", "agreements", "reviews", "pulses"]
found = {}
for table in tables:
    names = [row[1] for row in db.execute(f"pragma table_info({table})") if row[1] not in ("row_number", "texts_gone_at")]
    found[table] = sorted(json.dumps(row) for row in db.execute(f"select {', '.join(names)} from {table}"))
print(json.dumps(found))
`;
const lose = `
import sqlite3, sys
db = sqlite3.connect(sys.argv[1])
for statement in sys.argv[2:]:
    assert db.execute(statement).rowcount > 0, statement
db.commit()
`;

function python(script, ...args) {
  const done = spawnSync("python3", ["-c", script, ...args], { encoding: "utf8" });
  assert.equal(done.status, 0, done.stderr);
  return done.stdout;
}

async function demonstration() {
  const folder = temporary();
  const server = await started({ data: folder.path });
  await server.stop();
  return { folder: folder.path, file: join(folder.path, "viab.db") };
}

const rebuild = (folder) => runToEnd(["rebuild", "--data-dir", folder]);

test("nothing is missing, and nothing changes", async () => {
  const { folder, file } = await demonstration();
  const before = python(dump, file);
  const done = rebuild(folder);
  assert.equal(done.code, 0, done.out);
  assert.match(done.out, /16 sessions replayed; nothing was missing/);
  assert.equal(python(dump, file), before);
});

test("whole sessions and single rows come back as they were", async () => {
  const { folder, file } = await demonstration();
  const before = JSON.parse(python(dump, file));
  python(lose, file, "delete from outcomes", "delete from themes where place = 1", "delete from theme_cards",
    "delete from obstacles", "delete from agreements", "delete from reviews where place = 1", "delete from pulses",
    "delete from sessions where state = 'closed'");
  assert.notDeepEqual(JSON.parse(python(dump, file)), before);
  const done = rebuild(folder);
  assert.match(done.out, /16 sessions replayed; \d+ missing rows put back/);
  const after = JSON.parse(python(dump, file));
  for (const table of Object.keys(before)) assert.deepEqual(after[table], before[table], table);
  assert.match(rebuild(folder).out, /nothing was missing/);
});

test("what was corrected afterwards stands", async () => {
  const { folder, file } = await demonstration();
  python(lose, file, "update agreements set cue = 'beter gezegd', status = 'partly', version = 2 where status = 'done'", "delete from reviews");
  const before = JSON.parse(python(dump, file)).agreements;
  assert.equal(rebuild(folder).code, 0);
  assert.deepEqual(JSON.parse(python(dump, file)).agreements, before);
});

test("not while the server runs, and not where there is nothing", async () => {
  const folder = temporary();
  const server = await started({ data: folder.path });
  const busy = rebuild(folder.path);
  assert.notEqual(busy.code, 0);
  assert.match(busy.out, /Another server/);
  await server.stop();
  const nothing = rebuild(join(folder.path, "elsewhere"));
  assert.notEqual(nothing.code, 0);
  assert.match(nothing.out, /there is no database/);
});
