"""The program's own source, read as syntax trees for the rules."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True)
class Source:
    """One Python file: its place in the checkout, its text and its tree."""

    place: str
    text: str

    @property
    def tree(self) -> ast.Module:
        return _tree(self.text)

    @property
    def part(self) -> str:
        """The folder or file under boothapp/ that it belongs to, such as "store" or "words"."""
        parts = Path(self.place).with_suffix("").parts
        return parts[1] if parts[0] == "boothapp" else parts[0]


@dataclass(frozen=True)
class Import:
    """One imported module with its line, and whether it happens as soon as the file is imported."""

    module: str
    line: int
    at_once: bool


@cache
def _tree(text: str) -> ast.Module:
    return ast.parse(text)


def sources(*folders: str) -> list[Source]:
    """Every Python file under the folders of the checkout."""
    found = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    return [Source(path.relative_to(ROOT).as_posix(), path.read_text("utf-8")) for path in found]


def imports(source: Source) -> Iterator[Import]:
    """Everything the file imports, by full name, except what only the type checker reads."""
    yield from _imports(source, source.tree.body, at_once=True)


def _imports(source: Source, nodes: list[ast.stmt], *, at_once: bool) -> Iterator[Import]:
    for node in nodes:
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            yield from _imports(source, node.orelse, at_once=at_once)
            continue
        for name in _named(source, node):
            yield Import(name, node.lineno, at_once)
        inside = at_once and not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        yield from _imports(source, _inner(node), at_once=inside)


def _inner(node: ast.stmt) -> list[ast.stmt]:
    blocks = [getattr(node, name, []) for name in ("body", "orelse", "finalbody")]
    blocks += [part.body for name in ("handlers", "cases") for part in getattr(node, name, [])]
    return [statement for block in blocks for statement in block]


def _named(source: Source, node: ast.stmt) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        start = _start(source, node)
        return [f"{start}.{alias.name}" for alias in node.names]
    return []


def _start(source: Source, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    package = Path(source.place).parts[: -node.level]
    return ".".join([*package, *([node.module] if node.module else [])])
