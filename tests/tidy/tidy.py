"""What a machine can see of the house's order: tidy.py

Every check counts once, passed or failed; a failed one lists what it found. Each check is first tried on a
planted bad tree, which it must catch, and on a planted good one, which it must leave alone (planted.py).
"""

import sys
from pathlib import Path

import includes
import planted
import sizes
import words

TOP = Path(__file__).resolve().parents[2]
LEFT_OUT = {"build", "node_modules", "dist", "viab-data", "__pycache__", ".git", "results"}
BINARY = {".png", ".jpg", ".woff2", ".ico", ".gz", ".br", ".db", ".sqlite", ".pdf", ".webp", ".zip"}

CHECKS = [
    includes.check_includes,
    includes.check_beast_files,
    sizes.check_file_lines,
    sizes.check_function_lines,
    sizes.check_columns,
    words.check_names,
    words.check_headers,
    words.check_readmes,
    words.check_unfinished,
    words.check_registry,
    words.check_machine_paths,
    words.check_properties,
]


def read_tree(top):
    """All text files of the project by their path. Generated files (.gen.) are not ours to style."""
    files = {}
    pending = [top]
    while pending:
        for entry in sorted(pending.pop().iterdir()):
            if entry.name in LEFT_OUT or entry.is_symlink():
                continue
            if entry.is_dir():
                pending.append(entry)
            elif entry.suffix not in BINARY and ".gen." not in entry.name:
                try:
                    files[str(entry.relative_to(top))] = entry.read_text()
                except UnicodeDecodeError:
                    pass
    return files


def main():
    files = read_tree(TOP)
    passed = failed = 0
    for check in CHECKS:
        name = check.__name__.removeprefix("check_").replace("_", " ")
        findings = [*planted.try_out(check), *check(files)]
        passed, failed = passed + (not findings), failed + bool(findings)
        print(f"{'ok  ' if not findings else 'FAIL'}  {name}")
        for finding in findings:
            print(f"      {finding}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
