"""vCards of every version as phones, badge makers write them (vCard 2.1, RFC 2426, 6350)."""

import quopri
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import product

from tests.corpus.item import Item
from tests.corpus.people import CONTACT, NAMES, PLACE, Person, people

FIELDS = (*NAMES, *CONTACT, "department", *PLACE, "website", "badge_id")
PHOTO = "PHOTO;ENCODING=b;TYPE=JPEG:" + "/9j/4AAQSkZJRgABAQ" * 20
BROKEN_PHOTO = "PHOTO;ENCODING=BASE64:====not base64\r\n  at all%%"


@dataclass(frozen=True)
class Style:
    """How one writer writes: version, charset of the bytes, line ends, folding and habits."""

    version: str = "3.0"
    charset: str = "utf-8"
    ends: str = "\r\n"
    quoted: bool = False
    folded: int = 0
    habit: str = ""


Property = tuple[str, str]


def properties(person: Person, escape: Callable[[str], str]) -> list[Property]:
    """The card's lines as (name with parameters, value)."""
    e, (country, _), (phone, _) = escape, person.country, person.phone
    address = (person.street, person.city, "", person.postal_code, country)
    return [
        ("N", f"{e(person.family)};{e(person.given)};;;"),
        ("FN", e(person.together)),
        ("ORG", f"{e(person.company)};{e(person.department)}"),
        ("TITLE", e(person.job_title)),
        ("TEL;TYPE=WORK,VOICE", phone),
        ("EMAIL;TYPE=INTERNET", person.email),
        ("ADR;TYPE=WORK", ";;" + ";".join(map(e, address))),
        ("URL", person.website),
        ("UID", person.badge_id),
    ]


def escaped(text: str) -> str:
    """Backslashes before backslash, semicolon, comma."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def old_escaped(text: str) -> str:
    """vCard 2.1 knows one before a semicolon only."""
    return text.replace(";", "\\;")


def written(person: Person, style: Style) -> bytes:
    """The card as bytes."""
    lines = properties(person, old_escaped if style.version == "2.1" else escaped)
    body = [_line(name, value, style) for name, value in _with_habit(lines, style.habit)]
    first = [b"BEGIN:VCARD", f"VERSION:{style.version}".encode()]
    last = [] if style.habit == "no end" else [b"END:VCARD", b""]
    raw = style.ends.encode().join([*first, *body, *last])
    return _around(raw, style)


def _around(raw: bytes, style: Style) -> bytes:
    ends = style.ends.encode()
    around = {
        "text before": b"Scanned: " + raw,
        "two cards": raw + ends.join((b"BEGIN:VCARD", b"FN:Somebody Else", b"END:VCARD")),
        "no version": raw.replace(f"VERSION:{style.version}".encode() + ends, b""),
    }
    return around.get(style.habit, raw)


def _with_habit(lines: list[Property], habit: str) -> list[Property]:
    changed = {
        "groups": [(f"item{place}.{name}", value) for place, (name, value) in enumerate(lines)],
        "small letters": [(name.lower(), value) for name, value in lines],
        "empty parameter": [(f"{name};", value) for name, value in lines],
        "photo": [*lines[:3], tuple(PHOTO.split(":", 1)), *lines[3:]],
        "broken photo": [*lines[:2], tuple(BROKEN_PHOTO.split(":", 1)), *lines[2:]],
        "bare lines": [*lines[:4], ("PROFILE", "VCARD"), ("X-ODD NAME/1.2", "x"), *lines[4:]],
        "unknown charset": [(f"{name};CHARSET=x-nobody", value) for name, value in lines],
        "lying charset": [(f"{name};CHARSET=us-ascii", value) for name, value in lines],
    }
    return changed.get(habit, lines)  # type: ignore[return-value]


def _line(name: str, value: str, style: Style) -> bytes:
    if style.version == "2.1":
        name = name.replace("TYPE=", "").replace(",", ";")
    if style.quoted and not value.isascii():
        quoted = quopri.encodestring(value.encode(style.charset), quotetabs=True).replace(b"\n", b"\r\n")
        return f"{name};CHARSET={style.charset};ENCODING=QUOTED-PRINTABLE:".encode() + quoted
    if style.charset != "utf-8":
        name = f"{name};CHARSET={style.charset}" if name in ("N", "TITLE") else name
    raw = f"{name}:{value}".encode(style.charset)
    return _folded(raw, style) if style.folded else raw


def _folded(raw: bytes, style: Style) -> bytes:
    """Folded after so many bytes, in the middle of a letter if it falls so (RFC 2426, 2.6)."""
    pieces = [raw[start : start + style.folded] for start in range(0, len(raw), style.folded)]
    return (style.ends.encode() + b" ").join(pieces)


HABITS = (
    "", "groups", "small letters", "empty parameter", "photo", "broken photo", "bare lines", "no end",
    "text before", "two cards", "no version",
)  # fmt: skip
CHARSETS = ("windows-1251", "windows-1252", "windows-1250", "windows-1253", "KOI8-U", "Shift_JIS", "GB18030",
            "Big5", "windows-1256", "UTF-16")  # fmt: skip


def items(seed: int) -> Iterator[Item]:
    """Versions by line ends and habits, folded, quoted-printable, and in the charsets that can hold them."""
    chance = random.Random(seed)
    styles = [Style(*each) for each in product(("2.1", "3.0", "4.0"), ("utf-8",), ("\r\n", "\n", "\r"))]
    for style in styles:
        for habit, person in zip(HABITS * 2, people(2 * len(HABITS), seed), strict=True):
            yield _item(f"vCard {style.version}", person, replace(style, habit=habit))
    for version, person in product(("3.0", "4.0"), people(11, seed)):
        style = Style(version, folded=chance.choice((20, 47, 75)), ends=chance.choice(("\r\n", "\n")))
        yield _item(f"vCard {version}, folded", person, style)
        for habit in ("unknown charset", "lying charset"):
            yield _item("vCard, unknown or lying charset", person, Style(version, habit=habit))
    for person in people(33, seed):
        yield from _in_charsets(person)


def _in_charsets(person: Person) -> Iterator[Item]:
    for charset in ("utf-8", *CHARSETS):
        whole = "".join(value for _, value in properties(person, str))
        try:
            whole.encode(charset)
        except UnicodeEncodeError:
            continue
        if charset == "UTF-16":
            raw = written(person, Style()).decode().encode("utf-16")
            yield Item("vCard, UTF-16", raw, _wanted(person))
            continue
        yield _item("vCard 2.1, quoted-printable", person, Style("2.1", charset, quoted=True))
        if charset != "utf-8":
            yield _item("vCard, charset on one line", person, Style("2.1", charset))


def _item(group: str, person: Person, style: Style) -> Item:
    return Item(group, written(person, style), _wanted(person))


def _wanted(person: Person) -> dict[str, object]:
    return {"format": "vcard", **person.known(*FIELDS, phone_kind="work")}
