"""A room of many people on the real server: how long a reveal takes to the last of them."""
import hashlib
import json
import os
import secrets
import sqlite3
import subprocess
import time

from processes import GENERATOR_CORE, TOP, ask, pinned


def browser(db, person):
    cookie = secrets.token_urlsafe(32)
    db.execute("insert into browsers values (?, ?, ?)",
               (hashlib.sha256(cookie.encode()).hexdigest(), person, int(time.time() * 1000) + 3600_000))
    return cookie


def chair_of(file):
    """A browser for the facilitator of the demonstration."""
    db = sqlite3.connect(file)
    person = db.execute("select person from memberships where team = 'demo' and role = 'facilitator' "
                        "and until_at is null").fetchone()[0]
    cookie = browser(db, person)
    db.commit()
    db.close()
    return cookie


def session_of(port, cookie):
    body = json.dumps({"format": "course_card_round", "language": "nl"}).encode()
    return ask(port, "POST", "/api/v1/teams/demo/sessions", cookie, body, "application/json")["session"]


def admit(file, session, people):
    """So many guests with access to the session, each with a browser."""
    db = sqlite3.connect(file)
    cookies = []
    for n in range(people):
        key = f"guest:bench-{n}"
        db.execute("insert into identities (key, name, guest) values (?, ?, 1)", (key, f"Gast {n}"))
        db.execute("insert into session_access (identity, session, role, guest, taking_part) "
                   "values (?, ?, 'participant', 0, 1)", (key, session))
        cookies.append(browser(db, key))
    db.commit()
    db.close()
    return cookies


def measure(port, session, chair, cookies, rounds):
    asked = {"port": port, "session": session, "chair": chair, "cookies": cookies, "rounds": rounds}
    run = subprocess.run(
        ["node", os.path.join(TOP, "bench/measure/reveal.mjs"), json.dumps(asked)],
        preexec_fn=pinned(GENERATOR_CORE), capture_output=True, text=True, timeout=600, check=False)
    if run.returncode != 0:
        raise RuntimeError(run.stderr[-2000:])
    return json.loads(run.stdout)
