"""Measures everything, keeps it in bench/results and ends with the lines that are judged."""
import argparse
import datetime
import json
import os
import platform
import statistics
import sys

import cases
from processes import TOP


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as info:
        model = next((l.split(":")[1].strip() for l in info if l.startswith("model name")), "?")
    with open("/proc/meminfo", encoding="utf-8") as info:
        memory = int(info.readline().split()[1]) // 2**20
    return {"processor": model, "cores": os.cpu_count(), "memory_gib": memory,
            "kernel": platform.release(), "load_before": os.getloadavg()[0]}


class Results:
    """What each round gave, by case and name."""

    def __init__(self):
        self.rounds = {}

    def keep(self, case, figures):
        self.rounds.setdefault(case, []).append(figures)
        shown = {name: round(value, 3) for name, value in figures.items()}
        print(f"{case}: {json.dumps(shown)}", file=sys.stderr, flush=True)
        return figures

    def all(self, case, name):
        return [figures[name] for figures in self.rounds.get(case, [])]

    def median(self, case, name):
        values = self.all(case, name)
        return statistics.median(values) if values else None

    def ratio(self, above, below, name):
        """The median of the ratios within each round: what disturbed one disturbed both."""
        pairs = list(zip(self.all(above, name), self.all(below, name)))
        return statistics.median(a / b for a, b in pairs) if pairs else None

    def worst(self, name, *of):
        values = [self.median(case, name) for case in of if case in self.rounds]
        return max(values) if values else None


def interleaved(results, rounds, seconds, wanted):
    """Ours, in memory, and the relay in turn, so that they share whatever the machine does."""
    sizes = cases.message_sizes()
    results.keep("sizes", {"patch_bytes": sizes[0], "answer_bytes": sizes[1]})
    for _ in range(rounds):
        for w in (8, 1):
            if f"w{w}" not in wanted:
                continue
            load = {"in_flight": w, "seconds": seconds}
            results.keep(f"relay_25x8_w{w}", cases.group_relay(25, 8, sizes, **load))
            ours = results.keep(f"ours_25x8_w{w}", cases.group_ours(25, 8, **load))
            results.keep(f"memory_25x8_w{w}", cases.group_ours(25, 8, "memory", **load))
            results.keep(f"disk_25x8_w{w}", cases.disk(ours["commands_per_commit"], seconds / 2))
        if "rooms" in wanted:
            for rooms, people in ((7, 30), (1, 300)):
                load = {"in_flight": 8, "seconds": seconds}
                name = f"{rooms}x{people}_w8"
                results.keep("relay_" + name, cases.group_relay(rooms, people, sizes, **load))
                results.keep("ours_" + name, cases.group_ours(rooms, people, **load))
        if "open" in wanted:
            ours = results.keep("open_1000",
                                cases.group_ours(25, 8, rate=1000, seconds=2 * seconds))
            results.keep("disk_open", cases.disk(ours["commands_per_commit"], seconds))


def the_rest(results, rounds, quick, wanted):
    for _ in range(rounds):
        if "blind" in wanted:
            for step in ("check_in", "collect", "vote"):
                results.keep("blind_" + step, cases.blind(step, 2))
        if "card" in wanted:
            results.keep("card_1000", cases.card_cost(1000, 40))
            results.keep("card_empty", cases.card_cost(0, 40))
        if "reconnect" in wanted:
            results.keep("reconnect", cases.reconnect(62 if quick else 625))
        if "import" in wanted:
            results.keep("import", cases.import_beside_rooms(
                *((30_000, "4x8:group:60", 100, 0.5) if quick else (50_000, "10x8:group:60", 300, 1.5))))
        if "reveal" in wanted:
            results.keep("reveal", cases.reveal(*((50, 5) if quick else (300, 40))))
        if "team_page" in wanted:
            results.keep("team_page", cases.team_page(*((2, 100, 3) if quick else (6, 200, 30))))
    if "idle" in wanted:
        results.keep("idle_8", cases.idle("125x8:group:60" if quick else "1250x8:group:60"))
        results.keep("idle_3000", cases.idle(
            "1x1000:check_in:0" if quick else "3x3000:check_in:0,1x1000:check_in:0"))
    if "hall" in wanted:
        results.keep("hall", cases.hall(*((500, 4) if quick else (3000, 20))))
    if "cold" in wanted:
        for figures in cases.cold_starts(500 if quick else 10_000, rounds):
            results.keep("cold", figures)


def judged(results):
    per_s = "deliveries_per_s"
    return {
        "deliveries_ratio_25x8_w8": results.ratio("ours_25x8_w8", "relay_25x8_w8", per_s),
        "deliveries_ratio_25x8_w1": results.ratio("ours_25x8_w1", "relay_25x8_w1", per_s),
        "durable_share": results.ratio("ours_25x8_w8", "memory_25x8_w8", per_s),
        "p99_ms": results.median("open_1000", "reached_all_ms_p99"),
        "commit_p99_ms": results.median("disk_open", "commit_ms_p99"),
        "hall_last_ack_ms": results.median("hall", "last_ack_ms"),
        "idle_kib_per_participant": results.worst("kib_per_participant", "idle_8", "idle_3000"),
        "reconnect_5000_ms": results.median("reconnect", "reconnect_ms"),
        "cold_start_10k_ms": results.median("cold", "ready_ms"),
        "import_50k_s": results.median("import", "import_s"),
        "import_p99_rise_ms": results.median("import", "rise_ms"),
        "reveal_300_last_p99_ms": results.median("reveal", "last_ms_p99"),
        "team_page_p99_ms": results.median("team_page", "all_ms_p99"),
        "card_1000_over_empty": results.ratio("card_1000", "card_empty", "server_us_per_command"),
    }


def spreads(results):
    """Per case and figure: median, least and most."""
    out = {}
    for case, rounds in results.rounds.items():
        out[case] = {}
        for name in rounds[0]:
            values = [figures[name] for figures in rounds if name in figures]
            out[case][name] = [round(v, 3) for v in
                               (statistics.median(values), min(values), max(values))]
    return out


def keep(results, lines, about, name):
    day = datetime.date.today().isoformat()
    file = os.path.join(TOP, "bench", "results", f"{day}-{name}.json" if name else day + ".json")
    os.makedirs(os.path.dirname(file), exist_ok=True)
    text = {"date": day, "machine": about, "judged": lines,
            "median_least_most": spreads(results), "rounds": results.rounds}
    with open(file, "w", encoding="utf-8") as out:
        json.dump(text, out, indent=1)
        out.write("\n")
    print("kept in " + os.path.relpath(file, TOP), file=sys.stderr)


def main():
    every = "w8,w1,rooms,open,blind,card,import,team_page,reveal,reconnect,idle,hall,cold"
    words = argparse.ArgumentParser(prog="bench/run")
    words.add_argument("--quick", action="store_true")
    words.add_argument("--only", default=every)
    words.add_argument("--keep", metavar="NAME", default="")
    words.add_argument("--note", default="")
    words.add_argument("--rounds", type=int)
    words.add_argument("--seconds", type=float)
    asked = words.parse_args()
    rounds = asked.rounds or (1 if asked.quick else 3)
    seconds = asked.seconds or (1.5 if asked.quick else 5)
    wanted = asked.only.split(",")
    about = machine()
    results = Results()
    if {"w8", "w1", "rooms", "open"} & set(wanted):
        interleaved(results, rounds, seconds, wanted)
    the_rest(results, rounds, asked.quick, wanted)
    about["load_after"] = os.getloadavg()[0]
    lines = judged(results)
    if asked.note:
        about["note"] = asked.note
    if not asked.quick and (asked.only == every or asked.keep):
        keep(results, {name: value for name, value in lines.items() if value is not None}, about,
             asked.keep)
    for name, value in lines.items():
        if value is not None:
            print(f"{name}: {value:.3f}")


if __name__ == "__main__":
    main()
