"""Files, classes and functions stay small enough to be read at once; a table of data may be long."""

import ast

import pytest

from tests.rules.code import Source, sources

FILE, CLASS, FUNCTION = 400, 250, 40
TABLES = (ast.Dict, ast.List, ast.Tuple, ast.Set)


def lines(node: ast.stmt) -> int:
    """Lines from the first to the last of a statement."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def tables(tree: ast.Module) -> int:
    """Lines of the file that are tables: literals given a name at the top level."""
    named = [node for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign)]
    return sum(lines(node) for node in named if isinstance(node.value, TABLES))


def too_long(source: Source) -> list[str]:
    """What in a file is over its limit, as "place:line name has n lines"."""
    size = source.text.count("\n") - tables(source.tree)
    found = [(1, "the file", size)] if size > FILE else []
    for node in ast.walk(source.tree):
        limit = CLASS if isinstance(node, ast.ClassDef) else FUNCTION
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and lines(node) > limit:
            found.append((node.lineno, node.name, lines(node)))
    return [f"{source.place}:{line} {name} has {count} lines" for line, name, count in found]


OURS = sources("boothapp", "build_spec", "tests")


@pytest.mark.parametrize("source", OURS, ids=lambda source: source.place)
def test_nothing_is_too_long(source: Source) -> None:
    assert too_long(source) == []


def test_what_is_too_long_is_found() -> None:
    function = "def f():\n" + "    x = 1\n" * FUNCTION
    thing = "class C:\n" + "    x = 1\n" * CLASS
    assert too_long(Source("a.py", function)) == ["a.py:1 f has 41 lines"]
    assert too_long(Source("a.py", thing)) == ["a.py:1 C has 251 lines"]
    assert too_long(Source("a.py", "x = 1\n" * (FILE + 1))) == ["a.py:1 the file has 401 lines"]


def test_a_table_may_be_long() -> None:
    table = "T = {\n" + "    1: 2,\n" * (FILE + 1) + "}\n"
    assert too_long(Source("a.py", table)) == []
