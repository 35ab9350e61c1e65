"""Runs of eight words as salted hashes, so that a copied sentence is found without the essay at hand.

`essay.py make <essay.txt>` writes essay_runs.bin anew.
"""

import hashlib
import re
import secrets
import sys
from pathlib import Path

RUN = 8
SALT_BYTES = 16
HASH_BYTES = 5  # of 14,000 runs: a chance of one in 80 million that another run looks like one of them
FILE = Path(__file__).with_name("essay_runs.bin")


def words_of(text):
    return re.findall(r"[^\W\d_]+", text.lower())


def runs_of(text):
    words = words_of(text)
    return [" ".join(words[i:i + RUN]) for i in range(len(words) - RUN + 1)]


def hash_of(salt, run):
    return hashlib.sha256(salt + run.encode()).digest()[:HASH_BYTES]


def make(text):
    salt = secrets.token_bytes(SALT_BYTES)
    return salt + b"".join(sorted({hash_of(salt, run) for run in runs_of(text)}))


class Known:
    def __init__(self, data):
        self.salt, body = data[:SALT_BYTES], data[SALT_BYTES:]
        self.hashes = {body[i:i + HASH_BYTES] for i in range(0, len(body), HASH_BYTES)}

    def copied(self, text):
        """The first run of this text that is in the essay, or nothing."""
        return next((run for run in runs_of(text) if hash_of(self.salt, run) in self.hashes), None)


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] != "make":
        sys.exit("usage: essay.py make <essay.txt>")
    FILE.write_bytes(make(Path(sys.argv[2]).read_text()))
    print(f"{FILE}: {(FILE.stat().st_size - SALT_BYTES) // HASH_BYTES} runs")
