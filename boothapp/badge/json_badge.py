"""JSON badges: known key names wherever they stand, in objects about the visitor rather than the event."""

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any
from urllib.parse import unquote

from boothapp.badge import delimited, labels
from boothapp.badge.labelled_parts import MOST_PARTS, Parts
from boothapp.badge.payload import Found, Payload
from boothapp.words import tr

_DEEPEST = 30
_PERSON = labels.words(
    """attendee attendees visitor participant delegate registrant registration guest person user customer
    lead contact member holder ticketholder badge profile teilnehmer besucher відвідувач учасник"""
)
_COMPANY = labels.words(
    "company organization organisation employer org firm account firma компанія організація"
)
_EVENT = labels.words(
    """event events conference show expo exhibition venue session sessions organizer organiser exhibitor
    sponsor booth stand messe tradeshow meeting issuer meta metadata messeevent виставка захід"""
)
# What was bought or printed: only its own number is of use.
_TICKET = labels.words("ticket tickettype order item product category pass admission")
# People beside the visitor, folded.
_OTHERS = labels.words(
    """emergencycontact emergency registeredby invitedby referredby createdby updatedby bookedby purchasedby
    purchaser buyer payer billing billingcontact manager supervisor boss parent guardian spouse partner
    assistant secretary host contactperson salesrep accountmanager owner"""
)
# Keys that say nothing by themselves: the key above them names the value.
_BARE = labels.words("value values text display label val data name code number address iso content default")
_NUMBERED = labels.words("id number code uuid type")
_ASKED = ("question", "questionidentifier", "label", "key", "field", "name", "title", "identifier")
_ANSWERED = ("answer", "value", "response", "answers", "values", "val")
_ABSENT = frozenset(("null", "true", "false", "undefined", "NaN"))
# Braces as an address writes them.
_QUOTED = ("%7B", "%7b", "%5B%7B", "%5b%7b")
_FRACTION = re.compile(r"(?<=\d)\.0+$")
# Words for the kind of a phone, in an object such as {"type": "fax", "number": "+49 30 901820"}.
_KINDS = labels.words("type kind label category name art typ тип вид")
_KIND_LABELS = {"work": "workphone", "office": "workphone", "business": "workphone", "arbeit": "workphone"}
# An object with no other inside, perhaps cut off.
_INNER = re.compile(r"""["']?([\w -]{1,40})["']?\s*:\s*\{[^{}]*(?:\}|$)""")
_LOOSE = re.compile(
    r"""(?:["']([^"'\\:{}\[\]]{1,40})["']|(?<=[{,\s])([A-Za-z_]\w{0,39}))\s*:\s*(?:"((?:[^"\\]|\\.)*+)"|'([^'\n]*+)'|([\w.+-]+))"""
)

# Where a value stands: in an object about a person, or not said; then how deep, counted from that person.
Place = tuple[int, int]
_ABOUT_PERSON, _NOT_SAID = 0, 1
Pair = tuple[Place, str, str]


def recognise(payload: Payload) -> Found | None:
    """An object or a list; damaged JSON is read as far as its pairs can be told."""
    text = payload.short
    if text.startswith(_QUOTED):
        text = unquote(text)
    if not text.startswith(("{", "[", '"{')):
        return None
    try:
        data = _loaded(text)
    except (ValueError, RecursionError):
        return _damaged(text)
    pairs = list(islice(_pairs(data, "", (_NOT_SAID, 0)), MOST_PARTS))
    if not any(labels.field_of(label) for _, label, _ in pairs):
        values = _bare_values(data)
        return delimited.of_values(values, text) if values else None
    parts = Parts()
    for _, label, value in sorted(pairs, key=lambda pair: pair[0]):
        parts.take(label, value)
    return parts.found("json", count=len(pairs))


def _bare_values(data: Any) -> list[str]:
    """The values of a list that holds nothing else, also where it is the one row of a table."""
    row = data[0] if isinstance(data, list) and len(data) == 1 and isinstance(data[0], list) else data
    if not isinstance(row, list) or not all(value is None or isinstance(value, str) for value in row):
        return []
    return [value or "" for value in row]


def texts_of(text: str, deepest: int) -> Iterator[str]:
    """Every text in the JSON that is not about the event or others; none where it is damaged."""
    try:
        data = _loaded(text)
    except (ValueError, RecursionError):
        return
    yield from _each_text(data, deepest)


def _each_text(node: Any, deepest: int) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, list) and deepest:
        for value in node:
            yield from _each_text(value, deepest - 1)
    elif isinstance(node, dict) and deepest:
        for key, value in node.items():
            if labels.folded(key) not in _EVENT | _OTHERS:
                yield from _each_text(value, deepest - 1)


def _loaded(text: str) -> Any:
    """Numbers stay as they are written: an id must not lose a digit. Raises ValueError, RecursionError."""
    return json.loads(text, parse_int=str, parse_float=_whole, parse_constant=str, strict=False)


def _whole(number: str) -> str:
    """4711.0 is what a spreadsheet makes of the number 4711."""
    return _FRACTION.sub("", number)


def _inner(text: str) -> Any:
    """What a text holds that is JSON once more, else the text."""
    if not text.startswith(("{", "[{")):
        return text
    try:
        return _loaded(text)
    except (ValueError, RecursionError):
        return text


def _damaged(text: str) -> Found | None:
    matches = islice(_LOOSE.finditer(_INNER.sub(_unless_others, text)), MOST_PARTS)
    pairs = [(match[1] or match[2], _unescaped(match[3]) or match[4] or _said(match[5])) for match in matches]
    if not any(labels.field_of(label) not in ("", "-") for label, _ in pairs):
        return None
    parts = Parts()
    for label, value in pairs:
        parts.take(label, value)
    return parts.found(
        "json", (tr("The code is damaged; what could be read was taken. Check it."),), len(pairs)
    )


def _unless_others(inner: re.Match[str]) -> str:
    return "" if labels.folded(inner[1]) in _EVENT | _OTHERS else inner[0]


def _said(bare: str | None) -> str:
    return "" if bare is None or bare in _ABSENT else _whole(bare)


def _unescaped(text: str | None) -> str:
    try:
        return str(json.loads(f'"{text or ""}"', strict=False))
    except ValueError:
        return text or ""


def _pairs(node: Any, label: str, about: Place, depth: int = 0) -> Iterator[Pair]:
    """Every value with the label it goes by; objects about the event or about others are left out."""
    if depth > _DEEPEST:
        return
    node = _inner(node) if isinstance(node, str) else node
    if isinstance(node, list):
        for item in _as_objects(node):
            yield from _pairs(item, label, about, depth + 1)
    elif isinstance(node, dict):
        yield from _of_object(node, label, about, depth)
    elif isinstance(node, str) and node not in _ABSENT:
        yield about, label, node


def _as_objects(node: list[Any]) -> list[Any]:
    """A table with its labels in the first row, or in the first place of each row, as objects."""
    rows = [
        row for row in node if isinstance(row, list) and row and all(isinstance(each, str) for each in row)
    ]
    if not rows or len(rows) != len(node):
        return node
    if len(rows) > 1 and len(rows[0]) > 1 and all(map(labels.field_of, rows[0])):
        return [dict(zip(rows[0], row, strict=False)) for row in rows[1:]]
    paired = all(len(row) == 2 for row in rows) and any(labels.field_of(row[0]) for row in rows)
    return [{label: value} for label, value in rows] if paired else node


def _with_kind(node: dict[str, Any], above: str) -> str:
    """The label of a phone with its kind, where an object says it."""
    said = (value for key, value in node.items() if labels.folded(key) in _KINDS and isinstance(value, str))
    words = (word for text in said for word in re.split(r"[^\w]+", text.lower()))
    known = (_KIND_LABELS.get(word, word) for word in words)
    return next((word for word in known if labels.field_of(word).startswith("phone:")), above)


def _of_object(node: dict[str, Any], above: str, about: Place, depth: int) -> Iterator[Pair]:
    of_phone = labels.field_of(above).startswith("phone")
    above = _with_kind(node, above) if of_phone else above
    asked = _answer(node)
    if asked and not labels.field_of(above).startswith(("emails", "phone")):
        yield about, *asked
        return
    for key, value in node.items():
        bare = labels.folded(key)
        others = bare in _EVENT or (bare in _OTHERS and isinstance(value, dict | list))
        if others or (of_phone and bare in _KINDS):
            continue
        inner = (_ABOUT_PERSON, 0) if bare in _PERSON else (about[0], about[1] + 1)
        yield from _pairs(value, _label(key, bare, above), inner, depth + 1)


def _answer(node: dict[str, Any]) -> tuple[str, str] | None:
    """The label and the value of an object such as {"question": "Company", "answer": "Acme"}."""
    by_key = {labels.folded(key): value for key, value in node.items() if isinstance(value, str)}
    value = next((by_key[key] for key in _ANSWERED if key in by_key), None)
    asked = [by_key[key] for key in _ASKED if key in by_key]
    label = next((text for text in asked if labels.field_of(text)), asked[0] if asked else "")
    return None if value is None or not label else (label, value)


def _label(key: str, bare: str, above: str) -> str:
    over = labels.folded(above)
    if over in _COMPANY:
        return above if bare in _BARE or bare == "title" else _of_company(key)
    if over in _TICKET or (over in _PERSON and bare in _NUMBERED):
        return f"{above} {key}"
    if bare in _BARE and labels.field_of(above) and over not in _PERSON:
        return above
    return key


def _of_company(key: str) -> str:
    """The company's own number is not the visitor's."""
    return "company id" if labels.field_of(key) == "badge_id" else key
