"""Fields of a visitor as they may be stored: no hidden characters, sane lengths, checked phones and mails."""

import re
import unicodedata
from dataclasses import replace
from typing import NamedTuple, TypeVar

from boothapp.badge import countries, mail, names, phone, shapes
from boothapp.domain.field_words import IN_A_SENTENCE
from boothapp.domain.lengths import LINE as LINE_LIMIT
from boothapp.domain.lengths import NOTE, SEVERAL
from boothapp.domain.name_order import together
from boothapp.domain.visitor import TEXT_FIELDS, Phone, Visitor
from boothapp.words import tr

Item = TypeVar("Item", str, Phone)

NOTE_LIMIT = 4_000
ID_LIMIT = 512
LIST_LIMIT = 20
# Read this many times the limit before tidying, so that padding cannot hide the text.
_SLACK = 4
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
# Marks that turn the writing direction or take no room; joiners stay, Persian and Hindi names need them.
_HIDDEN = re.compile(
    "[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]"
)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
# Anything the four above and below change: nearly no text has it, and each search costs.
_ODD = re.compile(
    "[\x00-\x1f\x7f-\xa0\u00ad\u061c\u1680\u2000-\u200b\u200e\u200f\u2028-\u202f\u205f-\u2064\u2066-\u206f"
    "\u3000\ud800-\udfff\ufeff\ufff9-\ufffb]|  "
)
# Marks on letters of Latin, Greek and Cyrillic: writing has two on one, a heap runs through the lines around.
_MARK = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_HEAP = re.compile(f"({_MARK}{{3}}){_MARK}+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BREAK = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile(r"[^\S\n]+")
_MOST_EMPTY_LINES = re.compile(r"\n{3,}")
# Nobody answers there: another number goes first.
_NOT_FOR_TALKING = ("fax", "pager")


class Room(NamedTuple):
    """How many mails, and how many phones, are kept, how long the text of each may be, and a note."""

    items: int
    line: int
    note: int


SCANNED, TYPED = Room(LIST_LIMIT, LINE_LIMIT, NOTE_LIMIT), Room(SEVERAL, SEVERAL, NOTE)


def visitor(found: Visitor, country: str = "", typed: bool = False) -> tuple[Visitor, tuple[str, ...]]:
    """The visitor tidied, and what a person should look at.

    country: ISO 3166 alpha-2 of the show, for phones of visitors whose own country is not known.
    typed: by a person, whose mails and phones are all kept: a field holds no more of them than its length.
    """
    room = TYPED if typed else SCANNED
    warnings: list[str] = []
    texts = {name: _field(name, getattr(found, name), room, warnings) for name in TEXT_FIELDS}
    texts["country"] = _country(texts["country"], warnings)
    _name(texts, warnings)
    emails = _emails(found.emails, room, warnings)
    phones = _phones(found.phones, (texts["country"], country), room, warnings)
    return replace(found, emails=emails, phones=phones, **texts), tuple(warnings)


def one_line(text: str, limit: int = LINE_LIMIT) -> str:
    """The text in one line: no control, direction or hidden characters, single spaces, at most limit long."""
    visible = _visible(text[: limit * _SLACK])
    if "\n" not in visible:
        return visible.strip(" ,")[:limit].rstrip()
    parts = (part.strip(" ,") for part in visible.split("\n"))
    return ", ".join(part for part in parts if part)[:limit].rstrip()


def lines(text: str, limit: int = NOTE_LIMIT) -> str:
    """The text with its line breaks, otherwise as `one_line`."""
    kept = "\n".join(line.strip() for line in _visible(text[: limit * _SLACK]).split("\n"))
    return _MOST_EMPTY_LINES.sub("\n\n", kept).strip()[:limit].rstrip()


def _visible(text: str) -> str:
    composed = _HEAP.sub(r"\1", unicodedata.normalize("NFC", text))
    if not _ODD.search(text):
        return composed.strip()
    unified = _BREAK.sub("\n", _SURROGATE.sub(_REPLACEMENT, composed))
    return _SPACES.sub(" ", _CONTROL.sub(" ", _HIDDEN.sub("", unified))).strip()


def _field(name: str, text: str, room: Room, warnings: list[str]) -> str:
    if not text:
        return ""
    tidy, limit = (lines, room.note) if name == "note" else (one_line, LINE_LIMIT)
    kept = tidy(text, limit)
    if len(text) > limit and len(tidy(text, limit + 1)) > len(kept):
        said = tr("The {field} is very long and was cut after {limit} characters; the code itself is kept.")
        warnings.append(said.format(field=tr(IN_A_SENTENCE[name]), limit=limit))
    return "" if shapes.is_absent(kept, name) else kept


def _name(texts: dict[str, str], warnings: list[str]) -> None:
    """The full name stays as given; its parts are filled in only where both are unknown and sure."""
    if _is_of_company(texts):
        texts.update(given_name="", family_name="", full_name="")
        warnings.append(tr("The name is that of the company. Ask for the visitor's name."))
    given, family = texts["given_name"], texts["family_name"]
    if not texts["full_name"]:
        texts["full_name"] = together(given, family)
    elif not (given or family):
        sure = names.split(texts["full_name"])
        texts["given_name"], texts["family_name"] = sure.given, sure.family


def _is_of_company(texts: dict[str, str]) -> bool:
    """Cards of companies repeat the company for a name; somebody who trades as "Anna Bee" stays a person."""
    given, family, company = texts["given_name"], texts["family_name"], texts["company"]
    name = texts["full_name"] or together(given, family)
    if not company or name.casefold() != company.casefold() or (given and family):
        return False
    return not names.split(name)


def _country(text: str, warnings: list[str]) -> str:
    code = countries.code_in_field(text)
    if text and not code:
        warnings.append(tr("The country is not known by this name: {name}. Choose it.").format(name=text))
    elif len(text) == 1:
        warnings.append(tr("The country {sign} was taken for {code}. Check it.").format(sign=text, code=code))
    return code


def _emails(texts: tuple[str, ...], room: Room, warnings: list[str]) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    lines = (one_line(text, room.line) for text in _bounded(texts, room, warnings))
    each = (address for line in lines for address in mail.several(line))
    for address in _bounded(tuple(each), room, warnings):
        if not shapes.is_absent(address):
            kept.setdefault(address.casefold(), address)
    kept.pop("", None)
    for address in kept.values():
        warnings += _about_mail(address)
    return tuple(kept.values())


def _about_mail(address: str) -> list[str]:
    check = mail.check(address)
    if check.suggestion:
        said = tr("Is the e-mail {address} right? It may be {suggestion}.")
        return [said.format(address=address, suggestion=check.suggestion)]
    if not check.valid:
        return [tr("This does not look like an e-mail address: {address}.").format(address=address)]
    if check.no_ending:
        said = tr("No e-mail address ends in .{ending}: check {address}.")
        return [said.format(ending=check.no_ending, address=address)]
    return []


def _phones(
    found: tuple[Phone, ...], regions: tuple[str, str], room: Room, warnings: list[str]
) -> tuple[Phone, ...]:
    bounded = _bounded(found, room, warnings)
    lines = (replace(each, text=one_line(each.text, room.line)) for each in bounded)
    plain = (replace(each, text=text) for each in lines for text in phone.several(each.text, regions))
    kept: dict[str, Phone] = {}
    for each in (phone.tidy(each, regions) for each in plain):
        if any(letter.isalnum() for letter in each.text) and not shapes.is_absent(each.text):
            kept.setdefault(each.e164 or each.text, each)
    return tuple(sorted(kept.values(), key=lambda each: each.kind in _NOT_FOR_TALKING))


def _bounded(items: tuple[Item, ...], room: Room, warnings: list[str]) -> tuple[Item, ...]:
    if len(items) > room.items:
        said = tr("Only the first {count} of {all} phones or e-mails were taken; the code itself is kept.")
        warnings.append(said.format(count=room.items, all=len(items)))
    return items[: room.items]
