"""Starts what is measured, each on a core of its own, and stops it; data folders come and go."""
import json
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.request

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILT = os.path.join(TOP, "build", "bench")
BENCH_SERVER = os.path.join(BUILT, "bench", "bench_server")
DATA = os.path.join(TOP, "build", "bench-data")
SERVER_CORE, GENERATOR_CORE = 0, min(1, os.cpu_count() - 1)


def pinned(core):
    return lambda: os.sched_setaffinity(0, {core})


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def fetch(port, path):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=5) as answer:
        return answer.read().decode()


def ask(port, method, path, cookie, body=None, content="text/csv"):
    """Like a page of the server's own, with a cookie; the answer as JSON."""
    asked = urllib.request.Request(f"http://127.0.0.1:{port}{path}", data=body, method=method, headers={
        "Origin": f"http://127.0.0.1:{port}", "Cookie": f"viab={cookie}", "Content-Type": content})
    with urllib.request.urlopen(asked, timeout=120) as answer:
        return json.loads(answer.read())


def wait_until(ready, process, seconds, every=0.01):
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"{process.args[0]} ended with {process.returncode}")
        if ready():
            return
        time.sleep(every)
    raise RuntimeError(f"{process.args[0]} was not ready in {seconds} s")


class Folder:
    """A folder on the real disk, gone afterwards."""

    count = 0

    def __enter__(self):
        Folder.count += 1
        self.path = os.path.join(DATA, f"{os.getpid()}-{Folder.count}")
        os.makedirs(self.path, mode=0o700)
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)

    def file(self, name):
        return os.path.join(self.path, name)


class Process:
    """A program of ours; stopped with a signal, and after ten seconds without asking."""

    def __init__(self, command, core, output=subprocess.DEVNULL):
        self.child = subprocess.Popen(command, stdout=output, text=True, preexec_fn=pinned(core))
        self.pid = self.child.pid

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.child.poll() is None:
            self.child.send_signal(signal.SIGTERM)
            try:
                self.child.wait(10)
            except subprocess.TimeoutExpired:
                self.child.kill()
                self.child.wait()


class Ours(Process):
    """The bench server with full rooms, on SQLite or in memory."""

    def __init__(self, folder, rooms, store="sqlite"):
        self.port = free_port()
        self.rooms_file = folder.file("rooms.txt")
        data = folder.file("data")
        os.makedirs(data, mode=0o700)
        super().__init__([
            BENCH_SERVER, "serve", "--port", str(self.port),
            "--data", data, "--content", os.path.join(TOP, "content"), "--store", store,
            "--rooms", rooms, "--rooms-file", self.rooms_file], SERVER_CORE)
        wait_until(self.is_ready, self.child, 120)

    def is_ready(self):
        if not os.path.exists(self.rooms_file):
            return False
        try:
            return bool(fetch(self.port, "/readyz"))
        except OSError:
            return False

    def counts(self):
        lines = fetch(self.port, "/metrics").splitlines()
        rows = [line.split() for line in lines if line.startswith("viab_")]
        return {name: float(value) for name, value in rows}

    def target(self):
        return ["--port", str(self.port), "--server-pid", str(self.pid), "--rooms", self.rooms_file]


class Relay(Process):
    """The peer: passes on, checks nothing, stores nothing."""

    def __init__(self, rooms, people, patch_bytes, answer_bytes):
        self.port = free_port()
        self.rooms, self.people = rooms, people
        super().__init__([
            "node", os.path.join(TOP, "bench", "relay", "relay.mjs"), str(self.port),
            str(round(patch_bytes)), str(round(answer_bytes))], SERVER_CORE, subprocess.PIPE)
        if self.child.stdout.readline().strip() != "ready":
            raise RuntimeError("the relay did not start")

    def target(self):
        return ["--port", str(self.port), "--server-pid", str(self.pid), "--target", "relay",
                "--room-count", str(self.rooms), "--people", str(self.people)]


def run_tool(command, core, seconds):
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, timeout=seconds,
                          preexec_fn=pinned(core), check=True)
    return json.loads(done.stdout) if done.stdout.strip() else {}


def generate(mode, server, **options):
    """One measurement of the load generator, as its line of JSON says it."""
    words = [mode] + server.target()
    for name, value in options.items():
        words += ["--" + name.replace("_", "-"), str(value)]
    return run_tool([os.path.join(BUILT, "bench", "bench_generator")] + words, GENERATOR_CORE, 180)


def bench_tool(*words, seconds=300):
    return run_tool([BENCH_SERVER, *map(str, words)],
                    SERVER_CORE, seconds)
