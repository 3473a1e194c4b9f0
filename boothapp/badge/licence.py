"""Driving licences (AAMVA card design standard, annex D): name and address only, and only if allowed."""

import re
from collections.abc import Iterator

from boothapp.badge import labels
from boothapp.badge.payload import Found, Payload
from boothapp.domain.visitor import Visitor
from boothapp.words import tr

# Scanners drop, replace and add control characters, so the header is looked for anywhere; far from the start
# only with elements beside it.
_HEADER = re.compile(r"(?:ANSI|AAMVA)[\s|]{0,3}\d{6}")
_HEADER_WITHIN = 200
_ELEMENTS = labels.words(
    """DAA DAB DAC DAD DAE DAF DAG DAH DAI DAJ DAK DAL DAM DAN DAO DAP DAQ DAR DAS DAT DAU DAV DAW DAX DAY
    DAZ DBA DBB DBC DBD DBE DBF DBG DBH DBI DBJ DBK DBL DBM DBN DBO DBP DBQ DBR DBS DCA DCB DCD DCE DCF
    DCG DCH DCI DCJ DCK DCL DCM DCN DCO DCP DCQ DCR DCS DCT DCU DDA DDB DDC DDD DDE DDF DDG DDH DDI DDJ
    DDK DDL"""
)
_BREAK = re.compile(r"[\n\r|\x1c-\x1f]+|(?<=\S)\s{2,}(?=D[A-D][A-Z])")
# The first element follows the name of its subfile: "DLDAQ...".
_ELEMENT = re.compile(r"(?:.{0,40}(?:DL|ID))?(D[A-D][A-Z])(.*)", re.DOTALL)
# Elements that each state adds for itself: Z, the state's first letter, a letter.
_STATES_OWN = re.compile(r"(?:.{0,40}Z[A-Z])?Z[A-Z]{2}")
_SPACED = re.compile(r"(?:^|(?<=\s)|(?<=DL)|(?<=ID))(D[A-D][A-Z])")
# What every element begins with; looked for first, as nearly no badge has three.
_MARK = re.compile(r"D(?=[A-D][A-Z])")
_FEWEST = 3
# So many need no number among them.
_MANY = 6
# Numbers and dates of the card: a text with one of them is a licence even if its header is lost.
_PRIVATE = frozenset(("DAQ", "DBA", "DBB", "DBD", "DCF"))
_NOT_GIVEN = frozenset(("NONE", "UNAVL", "UNK", "N", "U"))
_COUNTRIES = {"USA": "US", "CAN": "CA", "MEX": "MX"}
_POSTAL_CODE = re.compile(r"(\d{5})(?:0000|(\d{4}))?\s*")


def recognise(payload: Payload, allowed: bool = False) -> Found | None:
    """Where licences aren't allowed, nothing of one is kept, not even its bytes."""
    elements = _elements(payload.bare)
    return None if elements is None else found(_visitor(elements), allowed)


def found(visitor: Visitor, allowed: bool) -> Found:
    """What may be kept of a licence: nothing, or the visitor."""
    if not allowed:
        said = tr("This is a driving licence. This show doesn't read licences, so nothing of it was kept.")
        return Found("licence", warnings=(said,), private=True)
    said = tr("Only name and address were taken from this licence; its number and birth date were not kept.")
    return Found("licence", visitor, warnings=(said,), private=True)


def may_be_line(line: str) -> bool:
    """Whether a line may begin a licence: its header, a known element."""
    match = _ELEMENT.match(line)
    return bool(_HEADER.search(line)) or (match is not None and match[1] in _ELEMENTS)


def may_follow(line: str) -> bool:
    """Whether a line may come after another of a licence: the states have elements of their own too."""
    return may_be_line(line) or _STATES_OWN.match(line) is not None


def _elements(text: str) -> dict[str, str] | None:
    head = _HEADER.search(text)
    if not head and len(_MARK.findall(text)) < _FEWEST:
        return None
    body = text[head.end() :] if head else text
    read = _read(body)
    if head and head.start() > _HEADER_WITHIN and len(read) < _FEWEST:
        read = _read(text)
        return read if _proven(read) else None
    if head:
        return read if len(read) >= _FEWEST else {**_read(text), **read}
    return read if _proven(read) else None


def _read(body: str) -> dict[str, str]:
    """The elements; of one given twice the first."""
    found = dict(reversed(list(_at_breaks(body))))
    return found if len(found) >= _FEWEST else dict(reversed(list(_at_spaces(body))))


def _proven(elements: dict[str, str]) -> bool:
    """Whether elements without a header can be nothing else."""
    numbers = any(_has_digit(elements.get(name, "")) for name in _PRIVATE)
    return len(elements) >= (_FEWEST if numbers else _MANY)


def _has_digit(text: str) -> bool:
    return any(sign.isdigit() for sign in text)


def _at_breaks(body: str) -> Iterator[tuple[str, str]]:
    for line in _BREAK.split(body):
        match = _ELEMENT.match(line)
        if match and match[1] in _ELEMENTS:
            yield match[1], match[2].strip(" ,")


def _at_spaces(body: str) -> Iterator[tuple[str, str]]:
    """For scanners that make every control character a space."""
    marks = [mark for mark in _SPACED.finditer(body) if mark[1] in _ELEMENTS]
    ends = [*(mark.start() for mark in marks[1:]), len(body)]
    for mark, end in zip(marks, ends, strict=False):
        yield mark[1], body[mark.end() : end].strip(" ,")


def _visitor(elements: dict[str, str]) -> Visitor:
    def first(*names: str) -> str:
        given = (elements.get(name, "") for name in names)
        return next((value for value in given if value and value.upper() not in _NOT_GIVEN), "")

    whole = [part.strip() for part in first("DAA").split(",")]
    last, given, middle = [*whole, "", ""][:3] if len(whole) > 1 else ("", "", "")
    names = first("DAC", "DCT").replace(",", " ").split() or [given]
    return Visitor(
        given_name=cased(" ".join(filter(None, (*names, first("DAD") or middle)))),
        family_name=cased(first("DCS", "DAB") or last),
        full_name=cased(whole[0]) if len(whole) == 1 else "",
        street=cased(", ".join(filter(None, (first("DAG", "DAL"), first("DAH", "DAM"))))),
        city=cased(first("DAI", "DAN")),
        region=first("DAJ", "DAO"),
        postal_code=_postal_code(first("DAK", "DAP")),
        country=_COUNTRIES.get(first("DCG"), ""),
    )


def cased(text: str) -> str:
    """Licences are written in capitals."""
    return " ".join(word.capitalize() for word in text.split()) if text.isupper() else text


def _postal_code(text: str) -> str:
    """Nine digits without a dash, zeros for the last four unknown."""
    match = _POSTAL_CODE.fullmatch(text)
    return "-".join(filter(None, match.groups())) if match else text
