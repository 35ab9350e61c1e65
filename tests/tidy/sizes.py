"""Limits on files, functions and lines."""

import ast
import re

from rules import CPP_COLUMNS, FILE_LINES, FUNCTION_LINES

CODE = (".cpp", ".hpp", ".ts", ".tsx", ".mjs", ".js", ".py", ".css", ".sh", ".cmake")
# Comments, raw strings, strings and characters; a digit before ' is a separator (10'000), not a character.
LITERAL = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])\'(?:\\.|[^\'\\\n])+\'',
    re.DOTALL)
NOT_A_FUNCTION = re.compile(r"^\s*(?:export\s+)?(?:inline\s+)?(?:namespace|class|struct|enum|union|extern)\b")
TEMPLATE = re.compile(r"^\s*template\s*<[^{}]*?>\s*(?=[a-z_:\[])", re.DOTALL)
SCRIPT_FUNCTION = re.compile(
    r"^(\s*)(?:export )?(?:default )?(?:async )?"
    r"(?:function\b.*|(?:const|let) \w+.*=>\s*\{\s*|test\(.*)$")


def blank(match):
    return "".join("\n" if c == "\n" else " " for c in match[0])


def cpp_functions(text):
    """(first line, last line) of every outermost function body, found by its braces."""
    text = LITERAL.sub(blank, text)
    text = re.sub(r"^\s*#(?:[^\n]*\\\n)*[^\n]*", blank, text, flags=re.MULTILINE)
    start, line, stack = 0, 1, []
    for i, c in enumerate(text):
        if c == "\n":
            line += 1
        elif c == ";":
            start = i + 1
        elif c == "{":
            header = TEMPLATE.sub("", text[start:i])
            function = "(" in header and not NOT_A_FUNCTION.match(header)
            first = line - header.strip().count("\n")
            stack.append((function and not any(f for f, _ in stack), first))
            start = i + 1
        elif c == "}" and stack:
            function, first = stack.pop()
            if function:
                yield first, line
            start = i + 1


def python_functions(text):
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.lineno, node.end_lineno


def script_functions(text):
    """By indentation: from the line that opens a function to the first `}` at its own depth."""
    lines = text.splitlines()
    for i, line in enumerate(lines):
        opened = SCRIPT_FUNCTION.match(line)
        if not opened or not line.rstrip().endswith("{"):
            continue
        end = next((j for j in range(i + 1, len(lines)) if lines[j].startswith(opened[1] + "}")), None)
        if end is not None:
            yield i + 1, end + 1


def functions(path, text):
    if path.endswith((".cpp", ".hpp")):
        return cpp_functions(text)
    if path.endswith(".py"):
        return python_functions(text)
    if path.endswith((".ts", ".tsx", ".mjs")):
        return script_functions(text)
    return ()


def check_file_lines(files):
    for path, text in files.items():
        if path.endswith(CODE) and text.count("\n") > FILE_LINES:
            yield f"{path}: {text.count(chr(10))} lines, the limit is {FILE_LINES}"


def check_function_lines(files):
    for path, text in files.items():
        for first, last in functions(path, text):
            if last - first + 1 > FUNCTION_LINES:
                yield f"{path}:{first}: a function of {last - first + 1} lines, the limit is {FUNCTION_LINES}"


def check_columns(files):
    for path, text in files.items():
        if path.endswith((".cpp", ".hpp")):
            for number, line in enumerate(text.splitlines(), 1):
                if len(line) > CPP_COLUMNS:
                    yield f"{path}:{number}: {len(line)} columns, the limit is {CPP_COLUMNS}"
