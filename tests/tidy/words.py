"""File names, opening sentences, READMEs, and words that do not belong in the tree."""

import re

SNAKE = re.compile(r"^[a-z0-9_]+(\.[a-z0-9_]+)*$")
CAMEL_COMPONENT = re.compile(r"^[A-Z][A-Za-z0-9]*(\.test)?\.tsx$")
NAMED = (".cpp", ".hpp", ".py", ".mjs", ".ts", ".tsx", ".cmake", ".sh")

# Written in pieces, so that this file does not find itself.
UNFINISHED = re.compile(r"\b(?:TO" r"DO|FIX" r"ME|X" r"XX|for" r" now)\b")
REGISTRY = re.compile(
    r"https?://[^\s\"'<>]*(?:registry|npmjs|pypi|pythonhosted|crates\.io|deb\.debian|ghcr\.io|docker\.io)"
    r"|\"resolved\":\s*\"http")
# RapidCheck reports and goes on: only Catch2 makes it a failure.
UNCHECKED_PROPERTY = re.compile(r"^ *rc::check\(", re.MULTILINE)
MACHINE_PATH = re.compile(r"(?<![\w.:/-])/(?:wo" r"rk|fa" r"rm|ro" r"ot)/[.\w]")


def lines_with(files, pattern, what, skip=()):
    for path, text in files.items():
        if path.startswith(skip):
            continue
        for match in pattern.finditer(text):
            yield f"{path}:{text.count(chr(10), 0, match.start()) + 1}: {what}: {match[0]}"


def check_unfinished(files):
    # People's texts may say it; a plan for later is not for the source.
    yield from lines_with(files, UNFINISHED, "reads as unfinished", ("content/",))


def check_registry(files):
    yield from lines_with(files, REGISTRY, "a registry's address; for lock files set npm's "
                          "omit-lockfile-registry-resolved")


def check_machine_paths(files):
    yield from lines_with(files, MACHINE_PATH, "a path of one machine")


def check_properties(files):
    yield from lines_with(files, UNCHECKED_PROPERTY, "a property that cannot fail; put CHECK around")


def check_names(files):
    for path in files:
        name = path.split("/")[-1]
        if name.endswith(NAMED) and not SNAKE.match(name) and not CAMEL_COMPONENT.match(name):
            yield f"{path}: file names are snake_case"


def check_headers(files):
    """A header opens with a comment of one sentence or more that says what it is for."""
    for path, text in files.items():
        if not path.endswith(".hpp"):
            continue
        comment = []
        for line in text.splitlines():
            if not line.startswith("//"):
                break
            comment.append(line.removeprefix("//").strip())
        if not re.match(r".*[.!?:](?:\s|$)", " ".join(comment)):
            yield f"{path}:1: a header opens with a // sentence"


def check_readmes(files):
    """Each folder of server/ and each adapter and bot; a step says it in its header."""
    folders = set()
    for path in files:
        parts = path.split("/")
        if parts[0] == "server" and len(parts) > 2 and parts[1] != "adapters":
            folders.add("/".join(parts[:2]))
        elif parts[:2] == ["server", "adapters"] and len(parts) > 3:
            folders.add("/".join(parts[:3]))
        elif parts[0] == "bots" and len(parts) > 2:
            folders.add("/".join(parts[:2]))
    for folder in sorted(folders):
        if f"{folder}/README.md" not in files:
            yield f"{folder}: has no README.md"
