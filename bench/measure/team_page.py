"""The pages of one team with years of sessions: an open loop of requests over connections that stay."""
import asyncio
import hashlib
import secrets
import sqlite3
import time

YEAR_MS = 365 * 24 * 3600 * 1000
TIMES = {"at", "closed_at", "started_at", "planned_for", "made_at", "settled_at"}
TABLES = ["sessions", "events", "outcomes", "themes", "theme_cards", "obstacles", "agreements",
          "reviews", "pulses", "positions", "picks"]
# What the page of a team in the browser asks for, of who leads it.
ROUTES = ["/api/v1/me", "/api/v1/teams/demo", "/api/v1/teams/demo/memory",
          "/api/v1/teams/demo/walls", "/api/v1/teams/demo/rhythm",
          "/api/v1/teams/demo/memberships", "/api/v1/teams/demo/invitations", "/api/v1/teams/demo/feed"]


def copied(row, names, ids, years):
    """The same session in an earlier year: other ids in every text, times moved."""
    moved = []
    for name, value in zip(names, row):
        if name == "row_number":
            value = None
        elif name in TIMES and value is not None:
            value -= years * YEAR_MS
        elif isinstance(value, str):
            for session in ids:
                value = value.replace(session, f"{session}-{years}")
        moved.append(value)
    return moved


def lengthen(file, years):
    """Repeats the year of the demonstration before itself; how many closed sessions there are then."""
    db = sqlite3.connect(file)
    ids = [row[0] for row in db.execute("select id from sessions where state = 'closed' and team = 'demo'")]
    marks = ",".join("?" * len(ids))
    for table in TABLES:
        names = [row[1] for row in db.execute(f"pragma table_info({table})")]
        of = "id" if table == "sessions" else "session"
        rows = db.execute(f"select * from {table} where {of} in ({marks})", ids).fetchall()
        for back in range(1, years):
            db.executemany(f"insert into {table} values ({','.join('?' * len(names))})",
                           [copied(row, names, ids, back) for row in rows])
    # Half of what the years before agreed was done, or the list of what is open grows without end.
    db.execute("update agreements set status = 'done' where session like '%-_'")
    db.commit()
    count = db.execute("select count(*) from outcomes where team = 'demo'").fetchone()[0]
    cookie = secrets.token_urlsafe(32)
    lead = db.execute("select person from memberships where team = 'demo' and role = 'facilitator' "
                      "and until_at is null").fetchone()[0]
    db.execute("insert into browsers values (?, ?, ?)",
               (hashlib.sha256(cookie.encode()).hexdigest(), lead, int(time.time() * 1000) + 3600_000))
    db.commit()
    db.close()
    return count, cookie


class Line:
    """One connection that asks again and again."""

    def __init__(self, reader, writer, head):
        self.reader, self.writer, self.head = reader, writer, head

    async def ask(self, path):
        self.writer.write(f"GET {path} HTTP/1.1\r\n{self.head}".encode())
        answer = await self.reader.readuntil(b"\r\n\r\n")
        length = 0
        for line in answer.split(b"\r\n"):
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        await self.reader.readexactly(length)
        return int(answer.split(b" ", 2)[1]), length


def percentile(values, part):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


async def loop_of(port, cookie, rate, seconds, lines=32):
    head = f"Host: 127.0.0.1:{port}\r\nCookie: viab={cookie}\r\n\r\n"
    idle = asyncio.Queue()
    for _ in range(lines):
        idle.put_nowait(Line(*await asyncio.open_connection("127.0.0.1", port), head))
    took = {path: [] for path in ROUTES}
    sizes, late, wrong = {}, [], [0]

    async def one(path, due):
        late.append((time.monotonic() - due) * 1000)
        line = await idle.get()
        status, sizes[path] = await line.ask(path)
        took[path].append((time.monotonic() - due) * 1000)
        idle.put_nowait(line)
        if status != 200:
            wrong[0] += 1

    began = time.monotonic() + 0.1
    tasks = []
    for number in range(int(rate * seconds)):
        due = began + number / rate
        await asyncio.sleep(max(0.0, due - time.monotonic()))
        tasks.append(asyncio.create_task(one(ROUTES[number % len(ROUTES)], due)))
    await asyncio.gather(*tasks)
    return took, sizes, late, wrong[0]


def measure(port, cookie, rate, seconds):
    """Milliseconds from when a request was due until its answer was there, by route and for all."""
    asyncio.run(loop_of(port, cookie, rate, 1))  # what is prepared at the first asking
    took, sizes, late, wrong = asyncio.run(loop_of(port, cookie, rate, seconds))
    everything = [ms for values in took.values() for ms in values]
    figures = {"requests": len(everything), "not_200": wrong, "late_ms_p99": percentile(late, 0.99),
               "all_ms_p50": percentile(everything, 0.5), "all_ms_p99": percentile(everything, 0.99),
               "all_ms_worst": max(everything)}
    for path, values in took.items():
        name = path.rsplit("/", 1)[-1]
        name = "team" if name == "demo" else name
        figures[f"{name}_ms_p99"] = percentile(values, 0.99)
        figures[f"{name}_kib"] = sizes[path] / 1024
    return figures
