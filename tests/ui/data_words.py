"""What stands on a page of the demo show that is nobody's wording: names, badges, figures, days, keys."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from boothapp.badge import countries
from boothapp.store.database import Store

# Between the parts of one line.
_BETWEEN = re.compile(r"[·,:;()\n|<>‹›&=]|\s{2,}")
_INNERMOST = re.compile(r"\[[^\[\]]*\]")
# Texts in the code are English: what has no Latin letters is none of them.
_LETTERS = re.compile(r"[A-Za-z]{2}")
_FREE = re.compile(
    r"((Ctrl|Alt)\+\d – )?(Ctrl\+|Alt\+)?(Shift\+)?(F\d+|Return|Enter|Esc|Space|Del|[A-Z/1-9])?"  # keys
    r"|([A-Z][a-z]{2} )?\d{1,2} [A-Z][a-z]{2,3}( \d{4})?|\d\d UTC[+-]\d\d"  # days
    r"|\S*://\S*|\S+@\S+\.\S+|//\S+|/dev/\S+|COM\d+"  # addresses
    r"|vCard|MECARD|JSON|CSV|pretix|Tryton|Odoo|PDF|boothapp|[A-Z]{2}|en|uk|de"  # proper names and codes
)


# Parts of names that begin small.
_SMALL = frozenset({"von"})
_INITIAL = re.compile(r"[A-ZА-Я]\.")


def bare(text: str, data: str) -> list[str]:
    """The parts of a text outside brackets that are neither data nor free of words."""
    while (less := _INNERMOST.sub("  ", text)) != text:
        text = less
    plain = text.replace("\u00a0", " ").replace("\u200b", "")
    parts = (part.strip(" .…“”\"'") for part in _BETWEEN.split(plain))
    return [part for part in parts if _LETTERS.search(part) and not _is_data(part, data)]


def _is_data(part: str, data: str) -> bool:
    """Whether it stands in the data, whole or as names put together."""
    whole = [word for word in part.split() if not _INITIAL.fullmatch(word)]
    names = all((word[0].isupper() or word in _SMALL) and word in data for word in whole)
    return bool(_FREE.fullmatch(part)) or part in data or names


def stored(store: Store) -> str:
    """Every text of the store: shows, leads, lists, deliveries."""
    tables = [row["name"] for row in store.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    plain = (name for name in tables if "search" not in name and not name.startswith("sqlite"))
    return "\n".join(_cells(store, plain))


def _cells(store: Store, tables: Iterator[str]) -> Iterator[str]:
    for table in tables:
        for row in store.rows(f'SELECT * FROM "{table}"'):
            yield from (value.replace("\\n", "\n") for value in row.values() if isinstance(value, str))


@cache
def of_countries() -> str:
    """Every country as a language names it that has no names of its own."""
    return "\n".join(countries.names("").values())


@cache
def of_scenes() -> str:
    """Every text that the scenes type, scan or name; single words of the code are none."""
    files = (*Path(__file__).parent.glob("scenes_*.py"), Path(__file__).parent / "pictures.py")
    nodes = (node for file in files for node in ast.walk(ast.parse(file.read_text("utf-8"))))
    texts = (node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return "\n".join(text for text in texts if not (text.isidentifier() and text.isascii()))
