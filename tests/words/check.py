"""The suite: no sentence of the essay, no unknown word, no wrong typography in content/."""

import re
import subprocess
import sys
from pathlib import Path

import essay
from texts import all_texts

HERE = Path(__file__).parent
DICTIONARIES = {"nl": "nl_NL", "en": "en_GB"}
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
TYPOGRAPHY = [
    (re.compile(r" [,.;:?!]"), "a space before a mark"),
    (re.compile(r"  "), "two spaces"),
    (re.compile(r"[—–]"), "a dash; write two sentences, or a comma"),
    (re.compile(r"\.\.\."), "three dots; write … "),
    (re.compile(r"[.?!,][A-Z][a-z]"), "no space behind a mark"),
    (re.compile(r"^\s|\s$"), "a space at an end"),
]


def known_words(language):
    return (HERE / f"known.{language}.txt").read_text().split()


def unknown_words(words, language):
    """What hunspell does not know; the list of known words is ours."""
    said = subprocess.run(["hunspell", "-d", DICTIONARIES[language], "-i", "utf-8", "-l"], input="\n".join(words),
                          capture_output=True, text=True, check=True)
    return set(said.stdout.split()) - set(known_words(language))


def check_essay(texts):
    known = essay.Known(essay.FILE.read_bytes())
    for _, file, pointer, text in texts:
        if run := known.copied(text):
            yield f"{file}: {pointer}: eight words of the essay in a row: {run}"


def check_typography(texts):
    for _, file, pointer, text in texts:
        for pattern, what in TYPOGRAPHY:
            if pattern.search(text):
                yield f"{file}: {pointer}: {what}"


def check_spelling(texts):
    for language in DICTIONARIES:
        places = {}
        for spoken, file, pointer, text in texts:
            if spoken == language:
                for word in WORD.findall(re.sub(r"\{\w+\}", "", text)):
                    places.setdefault(word.replace("’", "'"), f"{file}: {pointer}")
        for word in sorted(unknown_words(places, language)):
            yield f"{places.get(word, language)}: unknown word: {word}"


def check_known(texts):
    """A list that only grows is read by nobody."""
    for language in DICTIONARIES:
        listed = known_words(language)
        if listed != sorted(set(listed)):
            yield f"known.{language}.txt is not in order, or names a word twice"
        used = {word.replace("’", "'") for spoken, _, _, text in texts if spoken == language
                for word in WORD.findall(text)}
        used |= {part for word in used for part in word.split("-")}  # hunspell looks at these
        yield from (f"known.{language}.txt: no text uses {word}" for word in listed if word not in used)


def tried_out(check):
    """Whether the check finds a planted mistake."""
    planted = {
        "check_essay": None,
        "check_typography": ("nl", "planted", "/text", "Dit is fout ."),
        "check_spelling": ("nl", "planted", "/text", "Dit is fuotgespeld."),
        "check_known": None,
    }[check.__name__]
    if check.__name__ == "check_essay":
        text = "een twee drie vier vijf zes zeven acht negen"
        return essay.Known(essay.make(text)).copied("nul een twee drie vier vijf zes zeven acht") is not None
    return any(check([planted])) if planted else any(check([]))


def main():
    texts = list(all_texts())
    passed = failed = 0
    for check in (check_essay, check_typography, check_spelling, check_known):
        findings = list(check(texts))
        if not tried_out(check):
            findings.append("this check does not find a planted mistake")
        passed, failed = passed + (not findings), failed + bool(findings)
        print(f"{'ok  ' if not findings else 'FAIL'}  {check.__name__.removeprefix('check_')}")
        for finding in findings:
            print(f"      {finding}")
    print(f"{len(texts)} texts looked at")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
