"""The cases: each starts what it needs, measures, and returns its figures."""
import os
import statistics
import subprocess
import time

from processes import BUILT, GENERATOR_CORE, TOP, Folder, Ours, Process, Relay, SERVER_CORE
from imports import people_import
import reveal as reveals
from team_page import lengthen, measure
from processes import bench_tool, fetch, free_port, generate, wait_until


def with_commits(server, measure):
    """The figures of `measure`, and how many commands shared a transaction meanwhile."""
    before = server.counts()
    figures = measure()
    after = server.counts()
    commits = after["viab_commits_total"] - before["viab_commits_total"]
    figures["commits"] = commits
    if commits:
        commands = after["viab_frames_in_total"] - before["viab_frames_in_total"]
        figures["commands_per_commit"] = commands / commits
    return figures


def group_ours(rooms, people, store="sqlite", cards=60, **load):
    with Folder() as folder, Ours(folder, f"{rooms}x{people}:group:{cards}", store) as server:
        return with_commits(server, lambda: generate("group", server, **load))


def group_relay(rooms, people, sizes, **load):
    with Relay(rooms, people, *sizes) as server:
        return generate("group", server, **load)


def message_sizes():
    """Bytes of a patch that carries one command, and of what its sender gets besides."""
    figures = group_ours(1, 8, in_flight=1, warm_up=0.5, seconds=1)
    return figures["patch_bytes_per_command"], figures["answer_bytes_per_command"]


def disk(rows, seconds):
    with Folder() as folder:
        return bench_tool("commits", "--data", folder.file("data"), "--rows", max(1, round(rows)),
                          "--seconds", seconds)


def blind(step, seconds):
    with Folder() as folder, Ours(folder, f"25x8:{step}:12") as server:
        return with_commits(server, lambda: generate("blind", server, in_flight=8, seconds=seconds))


def hall(people, seconds):
    with Folder() as folder, Ours(folder, f"1x{people}:check_in:0") as server:
        return generate("hall", server, seconds=seconds)


def idle(rooms):
    with Folder() as folder, Ours(folder, rooms) as server:
        return generate("idle", server)


def reconnect(rooms):
    with Folder() as folder, Ours(folder, f"{rooms}x8:group:60") as server:
        return generate("reconnect", server)


def card_cost(cards, adds):
    """25 rooms with so many cards, one person in each who adds some more."""
    with Folder() as folder, Ours(folder, f"25x21:group:{cards}:1") as server:
        return generate("group", server, adds=adds)


class Viab(Process):
    """`viab serve` on a data folder; counts from exec until it says that it is ready."""

    def __init__(self, folder, *flags, mode="serve"):
        self.port = free_port()
        self.rooms_file = folder.file("rooms.txt")
        # Empty, and not the folder with the database: what is in it is read at the start.
        os.makedirs(folder.file("web"), exist_ok=True)
        began = time.monotonic()
        super().__init__([
            os.path.join(BUILT, "server", "viab"), mode, "--listen", f"127.0.0.1:{self.port}",
            "--data-dir", folder.file("data"), "--content-dir", os.path.join(TOP, "content"),
            "--web-dir", folder.file("web"), "--log-level", "error",
            *flags], SERVER_CORE)
        wait_until(self.is_ready, self.child, 120, every=0.002)
        self.ready_ms = (time.monotonic() - began) * 1000

    def is_ready(self):
        try:
            return bool(fetch(self.port, "/readyz"))
        except OSError:
            return False

    def target(self):
        return ["--port", str(self.port), "--server-pid", str(self.pid), "--rooms", self.rooms_file]


def cold_starts(closed, rounds):
    with Folder() as folder:
        os.makedirs(folder.file("data"), mode=0o700)
        bench_tool("cold", "--data", folder.file("data"), "--rooms-file", folder.file("rooms.txt"),
                   "--closed", closed, "--events", 400, "--live", 20, seconds=600)
        size = sum(os.path.getsize(folder.file("data/" + name))
                   for name in os.listdir(folder.file("data"))
                   if os.path.isfile(folder.file("data/" + name)))
        all_rounds = []
        for _ in range(rounds):
            subprocess.run(["sync"], check=False)
            with Viab(folder) as server:
                figures = generate("first-view", server)
                figures["ready_ms"] = server.ready_ms
                figures["database_mib"] = size / 2**20
            # As after a crash: without the note of an orderly close every page is read.
            os.remove(folder.file("data/viab.db.closed"))
            with Viab(folder) as server:
                figures["ready_after_crash_ms"] = server.ready_ms
            all_rounds.append(figures)
        return all_rounds


def team_page(years, rate, seconds):
    """Whole pages of a team that met every month for years; kept that long by the settings."""
    keep = ["--keep-texts-months", "120", "--keep-sessions-months", "240"]
    with Folder() as folder:
        os.makedirs(folder.file("data"), mode=0o700)
        with Viab(folder, *keep, mode="demo"):
            pass
        sessions, cookie = lengthen(folder.file("data/viab.db"), years)
        with Viab(folder, *keep) as server:
            os.sched_setaffinity(0, {GENERATOR_CORE})
            figures = measure(server.port, cookie, rate, seconds)
        figures["sessions"] = sessions
        return figures


def reveal(people, rounds):
    """A blind round of one room, shown: until the last of its people has the results."""
    with Folder() as folder:
        os.makedirs(folder.file("data"), mode=0o700)
        database = folder.file("data/viab.db")
        with Viab(folder, mode="demo"):
            pass
        chair = reveals.chair_of(database)
        with Viab(folder) as server:
            session = reveals.session_of(server.port, chair)
        cookies = reveals.admit(database, session, people)
        with Viab(folder) as server:
            return reveals.measure(server.port, session, chair, cookies, rounds)


def import_beside_rooms(people, rooms, rate, seconds):
    """The same load in one run: alone, and again for as long as an import lasts."""
    sets = 16
    used = []

    def window(server):
        # The generator knows rooms as they were made: each window has rooms of its own.
        server.rooms_file = folder.file(f"rooms.txt.{len(used)}")
        used.append(generate("group", server, rate=rate, seconds=seconds, warm_up=0.3))
        return used[-1]
    with Folder() as folder:
        os.makedirs(folder.file("data"), mode=0o700)
        bench_tool("rooms", "--data", folder.file("data"), "--rooms", rooms, "--sets", sets,
                   "--rooms-file", folder.file("rooms.txt"), "--cookie-file", folder.file("cookie.txt"))
        with open(folder.file("cookie.txt"), encoding="utf-8") as file:
            cookie = file.read()
        with Viab(folder, "--commands-per-second", "1000000", "--command-burst",
                  "1000000") as server:
            alone = [window(server) for _ in range(3)]
            beside = []
            with people_import(server.port, cookie, people) as one:
                # A window that the import did not outlast is no measurement of it.
                while len(used) < sets - 2:
                    last = window(server)
                    if one.ended():
                        break
                    beside.append(last)
            alone += [window(server) for _ in range(2)]
            if not beside:
                raise RuntimeError("the import was over before one window was measured")
            figures = {**one.figures(), "windows": len(beside),
                       "unfinished": sum(each["unfinished"] for each in used)}
            for name, windows in (("alone", alone), ("beside", beside)):
                values = [each["reached_all_ms_p99"] for each in windows]
                figures[name + "_ms_p99"] = statistics.median(values)
                figures[name + "_ms_p99_worst"] = max(values)
                figures[name + "_ms_p50"] = statistics.median(
                    each["reached_all_ms_p50"] for each in windows)
            figures["rise_ms"] = figures["beside_ms_p99"] - figures["alone_ms_p99"]
            return figures
