"""All texts for people in content/: (language, file, pointer, text)."""

import json
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
FOLDERS = ("formats", "course_cards", "stories", "programmes", "texts")
# Names, codes and titles of publications: not ours to spell.
CODES = {"$schema", "kind", "id", "language", "level", "strategy", "nature", "sources", "key", "format",
         "short_format", "takes", "promised", "levels", "cards_of"}


def walk(node, pointer=""):
    if isinstance(node, str):
        yield pointer, node
    elif isinstance(node, list):
        for place, one in enumerate(node):
            # A list of bare texts holds ids, but for the statements of a check-out.
            if not isinstance(one, str) or pointer.endswith("/statements"):
                yield from walk(one, f"{pointer}/{place}")
    elif isinstance(node, dict):
        for key, one in node.items():
            if key not in CODES:
                yield from walk(one, f"{pointer}/{key}")


def all_texts(top=TOP):
    for folder in FOLDERS:
        for path in sorted((top / "content" / folder).glob("*.json")):
            document = json.loads(path.read_text())
            for pointer, text in walk(document):
                yield document["language"], str(path.relative_to(top)), pointer, text
