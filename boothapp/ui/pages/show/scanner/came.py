"""What came from the scanner and what was made of it, as facts in ready texts."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from boothapp.badge.calibration import Stroke
from boothapp.domain.field_words import FIELD_NAMES
from boothapp.domain.visitor import Visitor
from boothapp.ui.scanner import Arrival
from boothapp.ui.widgets.facts import Fact
from boothapp.words import mark, plural, tr

if TYPE_CHECKING:
    from boothapp.badge.reading import Reading

LONGEST = 360
LONG_WORD = re.compile(r"\S{16}")
FORMATS: Mapping[str, str] = {
    "id": mark("badge id"),
    "text": mark("text"),
    "empty": mark("nothing"),
    "binary": mark("no text"),
    "vcard": "vCard",
    "mecard": "MECARD",
    "bizcard": "BIZCARD",
}
SHOWN = (
    "given_name", "family_name", "company", "department", "job_title", "emails", "phones", "city", "country",
    "website", "note",
)  # fmt: skip


def arrived(arrival: Arrival) -> list[Fact]:
    """How it came: by keys or bytes, how fast, and whether its end came too."""
    if arrival.serial:
        count, port = plural("{n} byte", "{n} bytes", len(arrival.raw)), tr("serial port")
        return [Fact(tr("Came by"), f"{port}, {count}")]
    pace = tr("{pace} ms a key").format(pace=round(arrival.pace))
    keys, keyboard = plural("{n} key", "{n} keys", len(arrival.strokes)), tr("keyboard")
    facts = [Fact(tr("Came by"), f"{keyboard}, {keys}, {pace}")]
    if not arrival.whole:
        facts.append(Fact(tr("End"), tr("The key that ends a scan did not come."), tone="warning"))
    return facts


def made(reading: "Reading") -> list[Fact]:
    """What was made of it: format, warnings, badge, fields."""
    kind = tr(FORMATS.get(reading.format, reading.format))
    facts = [Fact(tr("Read as"), " · ".join(filter(None, (kind, reading.symbology))))]
    facts += [Fact(tr("Take care"), text, tone="warning") for text in reading.warnings]
    if reading.badge_id:
        facts.append(Fact(tr("Badge"), reading.badge_id))
    return [*facts, *fields(reading.visitor)]


def exactly(arrival: Arrival, reading: "Reading") -> list[Fact]:
    """Every key or byte as it came, and the text that was put back where the keyboard had changed it."""
    facts = [Fact(tr("Exactly"), _bytes(arrival.raw) if arrival.serial else _keys(arrival.strokes))]
    if reading.text.split() != arrival.text.split():
        facts.insert(0, Fact(tr("Put back"), _short(reading.text)))
    return facts


def fields(visitor: Visitor) -> list[Fact]:
    """The visitor's fields that are known."""
    texts = {
        **{name: str(getattr(visitor, name)) for name in SHOWN if name not in ("emails", "phones")},
        "emails": ", ".join(visitor.emails),
        "phones": ", ".join(phone.text for phone in visitor.phones),
    }
    return [Fact(tr(FIELD_NAMES[name]), _short(texts[name])) for name in SHOWN if texts[name]]


def named(names: tuple[str, ...]) -> str:
    """Keys by name, as people call them."""
    return " ".join(tr("Space bar") if name == " " else name for name in names)


def _keys(strokes: tuple[Stroke, ...]) -> str:
    return _short("".join(map(_seen, strokes)).rstrip("\n"))


def _seen(stroke: Stroke) -> str:
    """A sign as it is, any other key by its name; after Enter a new line, so that cards stay readable."""
    if stroke.text and stroke.text.isprintable():
        return stroke.text
    return f"‹{stroke.name}›\n" if stroke.name in ("Return", "Enter") else f"‹{stroke.name}›"


def _breakable(text: str) -> str:
    """Lets a line break anywhere in a long word, or it would be cut at the edge."""
    return LONG_WORD.sub(lambda word: f"{word[0]}\u200b", text)


def _bytes(raw: bytes) -> str:
    text = raw.decode("utf-8", "backslashreplace")
    return _short("".join(sign if sign.isprintable() else f"‹{ord(sign):02X}›" for sign in text))


def _short(text: str) -> str:
    return _breakable(text if len(text) <= LONGEST else text[:LONGEST] + "…")
