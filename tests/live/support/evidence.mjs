// All that somebody could get hold of: files of the data folder, rows, a backup, the log, exports.
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

// Every file below a folder: {path, bytes}.
export function filesBelow(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesBelow(path);
    return [{ path, bytes: readFileSync(path) }];
  });
}

const read = String.raw`
import json, sqlite3, sys
db = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
db.row_factory = sqlite3.Row
rows = lambda sql: [dict(row) for row in db.execute(sql)]
print(json.dumps({
    "events": rows("select session, seq, at, actor, kind, sealed_round, length(payload) as size,"
                   " case when sealed_round is null then cast(payload as text) end as payload"
                   " from events order by session, seq"),
    "handled": rows("select session, who, command_id, sealed_round from handled"),
}))
`;

export function rowsOf(data) {
  const done = spawnSync("python3", ["-c", read, join(data, "viab.db")], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (done.status !== 0) throw new Error(done.stderr);
  return JSON.parse(done.stdout);
}

// The data folder at this moment: rows, the bytes of database and log, and the keys.
export function snapshotOf(data) {
  const files = filesBelow(data);
  const isKey = ({ path }) => path.includes("round-keys");
  return { rows: rowsOf(data), files: files.filter((one) => !isKey(one)), keys: files.filter(isKey) };
}
