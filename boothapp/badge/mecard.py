"""Cards in one line: MECARD, BIZCARD and the MEMORY card of Japanese phones."""

import re
from dataclasses import dataclass, replace
from itertools import islice

from boothapp.badge.labelled_parts import Parts
from boothapp.badge.payload import Found, Payload
from boothapp.domain.visitor import TEXT_FIELDS, Phone, Visitor
from boothapp.words import tr

_FIELD = re.compile(r"((?:[^;\\]|\\.)*+)(?:;|$|\\$)", re.DOTALL)
_ESCAPE = re.compile(r"\\([\\;:,\"])")
_COMMA = re.compile(r"(?<!\\),")
_MEMORY_STARTS = ("MEMORY:", "NAME1:")
_MOST_FIELDS = 500
# The address of a MECARD that has all seven parts (NTT docomo, MECARD: box, room, number, city, ...).
_ADDRESS_PARTS = 7
_PHONES = {"TEL": "", "TEL-AV": "video", "MOBILE": "mobile", "CELL": "mobile", "FAX": "fax"}
_BIZCARD_PHONES = {"B": "work", "M": "mobile", "F": "fax"}
_COMPANY, _DEPARTMENT = ("ORG", "COMPANY", "CO", "COR"), ("DIV", "DEPT", "DEP")
_TITLE, _NOTE = ("TIL", "TITLE", "ROLE"), ("NOTE", "MEMO")
# What is read of each card, and what no lead needs: readings of names, birthdays.
_MECARD = frozenset(
    ("N", "NICKNAME", "SOUND", "BDAY", "ADR", "EMAIL", "URL", "UID", "ID", *_PHONES, *_COMPANY, *_DEPARTMENT,
     *_TITLE, *_NOTE)
)  # fmt: skip
_BIZCARD = frozenset(("N", "X", "C", "T", "E", "A", "U", *_BIZCARD_PHONES))


@dataclass(frozen=True)
class Fields:
    """The fields of a one-line card in order: (name in capitals, value still with its backslashes)."""

    pairs: tuple[tuple[str, str], ...]

    def raw(self, *names: str) -> str:
        """The first value of these names, as written, or ""."""
        return next((value for wanted in names for name, value in self.pairs if name == wanted and value), "")

    def first(self, *names: str) -> str:
        """The first value of these names as text, or ""."""
        return unescaped(self.raw(*names))

    def all(self, name: str) -> tuple[str, ...]:
        """All values of a name as text."""
        return tuple(unescaped(value) for key, value in self.pairs if key == name and value)

    def phones(self, kinds: dict[str, str]) -> tuple[Phone, ...]:
        """All phones, in the order they stand."""
        return tuple(
            Phone(unescaped(value), kind=kinds[key]) for key, value in self.pairs if key in kinds and value
        )


def fields_of(text: str) -> Fields:
    """Splits "N:Owen,Sean;TEL:1;;" at its unescaped semicolons; a field without a colon has no name."""
    texts = (match[1] for match in islice(_FIELD.finditer(text), _MOST_FIELDS))
    fields = (text.partition(":") if ":" in text else ("", ":", text) for text in texts if text.strip())
    return Fields(tuple((name.strip().upper(), value.strip()) for name, _, value in fields))


def _of_lines(text: str, known: frozenset[str]) -> Fields:
    """The same of a card that has a known field on each line, with or without its semicolons."""
    names = "|".join(sorted(map(re.escape, known), key=len, reverse=True))
    return fields_of(re.sub(rf"(?i)\s*[\r\n]\s*(?=(?:{names})\s*:)", ";", text) if "\n" in text else text)


def unescaped(text: str) -> str:
    r"""The text without the backslashes before \ ; : , and "."""
    return _ESCAPE.sub(r"\1", text).strip()


def recognise_mecard(payload: Payload) -> Found | None:
    """MECARD as phones and badge makers write it, with its common extras (TIL, DIV, UID, ORG)."""
    text = payload.short
    if text[:7].upper() != "MECARD:":
        return None
    fields = _of_lines(text[7:], _MECARD)
    visitor = Visitor(
        **_name(fields),
        company=fields.first(*_COMPANY),
        department=fields.first(*_DEPARTMENT),
        job_title=fields.first(*_TITLE),
        emails=fields.all("EMAIL"),
        phones=fields.phones(_PHONES),
        website=fields.first("URL"),
        note=fields.first(*_NOTE),
        **_address(fields.raw("ADR")),
    )
    return _found("mecard", visitor, fields.first("UID", "ID"), fields, _MECARD)


def recognise_bizcard(payload: Payload) -> Found | None:
    """BIZCARD: N given name, X family name, T title, C company, A address, B, M, F phones, E e-mail."""
    text = payload.short
    if text[:8].upper() != "BIZCARD:":
        return None
    fields = _of_lines(text[8:], _BIZCARD)
    visitor = Visitor(
        given_name=fields.first("N"),
        family_name=fields.first("X"),
        company=fields.first("C"),
        job_title=fields.first("T"),
        emails=fields.all("E"),
        phones=fields.phones(_BIZCARD_PHONES),
        street=fields.first("A"),
        website=fields.first("U"),
    )
    return _found("bizcard", visitor, fields=fields, known=_BIZCARD)


def recognise_memory(payload: Payload) -> Found | None:
    """The au card: lines NAME1, NAME2 (how it is pronounced), TEL1-3, MAIL1-3, ADD, MEMORY."""
    text = payload.short
    if not text[:7].upper().startswith(_MEMORY_STARTS):
        return None
    lines = (line.partition(":") for line in text.splitlines()[:_MOST_FIELDS])
    fields = Fields(tuple((name.strip().upper(), value.strip()) for name, _, value in lines))
    numbered = [(key, value) for key, value in fields.pairs if value]
    visitor = Visitor(
        full_name=fields.first("NAME1", "NAME2"),
        emails=tuple(value for key, value in numbered if key.startswith("MAIL")),
        phones=tuple(Phone(value) for key, value in numbered if key.startswith("TEL")),
        street=fields.first("ADD"),
        note=fields.first("MEMORY"),
    )
    return _found("memory", visitor)


def _found(
    format: str,
    visitor: Visitor,
    badge_id: str = "",
    fields: Fields = Fields(()),
    known: frozenset[str] = frozenset(),
) -> Found:
    """known: the names of the fields that were read; the others fill what is still unknown, or the note."""
    visitor, badge_id = _with_others(visitor, badge_id, [one for one in fields.pairs if one[0] not in known])
    empty = not visitor.known() and not badge_id
    return Found(format, visitor, badge_id, (tr("This card is empty."),) if empty else ())


def _with_others(visitor: Visitor, badge_id: str, others: list[tuple[str, str]]) -> tuple[Visitor, str]:
    """Fields of other names: by their names where they say what they are, else kept in the note."""
    parts = Parts()
    for name, value in others:
        if name:
            parts.take(name, unescaped(value))
        elif not visitor.name and not parts.values.get("full_name"):
            parts.take("full name", unescaped(value))
        else:
            parts.keep("", unescaped(value))
    if not others:
        return visitor, badge_id
    found = parts.found("")
    more, number = found.visitor, found.badge_id
    texts = {name: getattr(more, name) for name in TEXT_FIELDS if name != "note" and getattr(more, name)}
    fresh = {name: text for name, text in texts.items() if not getattr(visitor, name)}
    second = [text for name, text in texts.items() if name not in fresh]
    second += [number] if badge_id and number else []
    note = "\n".join(filter(None, (visitor.note, *second, more.note)))
    emails, phones = (*visitor.emails, *more.emails), (*visitor.phones, *more.phones)
    whole = replace(visitor, emails=emails, phones=phones, **{**fresh, "note": note})
    return whole, badge_id or number


def _name(fields: Fields) -> dict[str, str]:
    written = fields.raw("N")
    family, *given = (unescaped(part) for part in _COMMA.split(written))
    first = " ".join(part for part in given if part)
    if first and family:
        return {"given_name": first, "family_name": family}
    return {"full_name": first or family or fields.first("NICKNAME", "SOUND")}


def _address(written: str) -> dict[str, str]:
    parts = [unescaped(part) for part in _COMMA.split(written)]
    if len(parts) != _ADDRESS_PARTS:
        return {"street": unescaped(written)}
    box, room, number, city, region, postal_code, country = parts
    street = ", ".join(part for part in (number, room, box) if part)
    return {"street": street, "city": city, "region": region, "postal_code": postal_code, "country": country}
