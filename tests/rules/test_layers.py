"""Data flows one way: a folder imports only what stands above it, and each library has its one place."""

import sys
from collections.abc import Iterator

import pytest

from tests.rules.code import Import, Source, imports, sources

# Top to bottom; what shares a line are siblings and never import each other.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("__init__",),
    ("errors", "paths", "disk", "seldom"),
    ("words", "crash"),
    ("settings", "reasons"),
    ("domain",),
    ("badge",),
    ("store",),
    ("duplicates", "attendees"),
    ("paper",),
    ("sheets", "packs", "exchange", "crm", "insight"),
    ("actions",),
    ("ui",),
    ("cli",),
    ("app",),
    ("__main__",),
)
RANK = {part: rank for rank, parts in enumerate(LAYERS) for part in parts}

# Libraries, and the only parts that may import them.
PLACES: dict[str, set[str]] = {
    "PySide6": {"ui", "app"},
    "shiboken6": {"ui", "app"},
    "sqlite_utils": {"store"},
    "sqlcipher3": {"store"},
    "sqlite3": {"store"},
    "reportlab": {"paper", "sheets", "packs"},
    "qrcode": {"paper", "sheets", "packs"},
    "httpx": {"crm"},
    "serial": {"badge"},
    "psutil": {"actions"},
    "socket": {"crm"},
    "ssl": {"crm"},
    "http": {"crm"},
    "urllib.request": {"crm"},
    "ftplib": set(),
    "smtplib": set(),
    "tests": set(),
    "build_spec": set(),
}

# Slow or large: imported inside the function that uses them, so that the window shows at once.
HEAVY = {
    "reportlab", "qrcode", "PIL", "zxingcpp", "httpx", "xlsxwriter", "phonenumbers", "email_validator",
    "argon2", "keyring", "cryptography", "numpy", "arabic_reshaper", "bidi", "rapidfuzz", "pypdfium2",
    "python_calamine", "serial", "psutil",
}  # fmt: skip

OURS = sources("boothapp")


def breaches(source: Source) -> list[str]:
    """What in a file breaks a rule, as "place:line sentence"."""
    found = [(item.line, fault) for item in imports(source) for fault in _faults(source, item)]
    return [f"{source.place}:{line} {fault}" for line, fault in found]


def _faults(source: Source, found: Import) -> Iterator[str]:
    names = found.module.split(".")
    if names[0] == "boothapp":
        yield from _wrong_way(source, names[1] if len(names) > 1 else "__init__")
    for library, parts in PLACES.items():
        if f"{found.module}.".startswith(f"{library}.") and source.part not in parts:
            yield f"{library} belongs in {' and '.join(sorted(parts)) or 'no part'}, not in {source.part}"
    if names[0] in HEAVY and found.at_once:
        yield f"{names[0]} is heavy: import it inside the function that uses it"
    if source.part == "domain" and names[0] not in {"boothapp", *sys.stdlib_module_names}:
        yield f"domain is standard library only, and imports {names[0]}"


def _wrong_way(source: Source, other: str) -> Iterator[str]:
    other = other if other in RANK else "__init__"
    if other != source.part and RANK[other] >= RANK[source.part]:
        yield f"{source.part} may not import {other}: only what stands above it"


@pytest.mark.parametrize("source", OURS, ids=lambda source: source.place)
def test_a_file_imports_only_what_stands_above_it(source: Source) -> None:
    assert source.part in RANK, f"{source.part} has no place in LAYERS"
    assert breaches(source) == []


BAD = {
    "boothapp/domain/lead.py": "from boothapp.store import leads",
    "boothapp/sheets/page.py": "from boothapp.packs.select import hot",
    "boothapp/crm/send.py": "from boothapp import ui",
    "boothapp/store/leads.py": "def load():\n    from ..actions import capture",
    "boothapp/badge/read.py": "import PySide6.QtGui",
    "boothapp/actions/save.py": "import sqlite_utils",
    "boothapp/ui/window.py": "def draw():\n    from reportlab.pdfgen import canvas",
    "boothapp/insight/roi.py": "import urllib.request",
    "boothapp/packs/sheet.py": "try:\n    import xlsxwriter\nexcept ImportError:\n    pass",
    "boothapp/domain/phone.py": "def read():\n    import phonenumbers",
    "boothapp/words.py": "from tests import conftest",
}


@pytest.mark.parametrize(("place", "text"), BAD.items())
def test_a_breach_is_found(place: str, text: str) -> None:
    assert len(breaches(Source(place, text))) == 1


GOOD = {
    "boothapp/crm/send.py": "def send():\n    import httpx",
    "boothapp/sheets/page.py": "from urllib.parse import quote\nfrom boothapp.domain.visitor import Visitor",
    "boothapp/badge/image.py": (
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from PIL import Image\n"
        "def read():\n    import zxingcpp"
    ),
    "boothapp/ui/about.py": "from boothapp import __version__",
}


@pytest.mark.parametrize(("place", "text"), GOOD.items())
def test_what_is_allowed_is_not_reported(place: str, text: str) -> None:
    assert breaches(Source(place, text)) == []
