"""Compares committed generated files with what the program generates now: check_generated.py [--write]

generated.txt lists them, one a line: the file, a colon, the command whose output it is.
"""

import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]


def main(write):
    passed = failed = 0
    for line in (TOP / "tests/tools/generated.txt").read_text().splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        name, command = (part.strip() for part in line.split(":", 1))
        done = subprocess.run(command, shell=True, cwd=TOP, capture_output=True)
        current = (TOP / name).read_bytes() if (TOP / name).exists() else b""
        if done.returncode == 0 and write:
            (TOP / name).parent.mkdir(parents=True, exist_ok=True)
            (TOP / name).write_bytes(done.stdout)
        elif done.returncode != 0 or not done.stdout or done.stdout != current:
            failed += 1
            print(f"{name} is not what `{command}` prints now; to renew it: {sys.argv[0]} --write")
            print(done.stderr.decode(errors="replace"))
            continue
        passed += 1
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main("--write" in sys.argv))
