"""Driving licences (AAMVA card design standard, annex D): name and address only, and only if allowed."""

import re
from collections.abc import Iterator

from boothapp.badge import labels
from boothapp.badge.payload import Found, Payload
from boothapp.domain.visitor import Visitor
from boothapp.words import tr

# Scanners drop, replace and add control characters, so the header is looked for near the start.
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
_SPACED = re.compile(r"(?:^|(?<=\s)|(?<=DL)|(?<=ID))(D[A-D][A-Z])")
_FEWEST = 3
# Number and birth date are among these: a text with them is a licence even if its header is lost.
_PRIVATE = frozenset(("DAQ", "DBB"))
_NOT_GIVEN = frozenset(("NONE", "UNAVL", "UNK", "N", "U"))
_COUNTRIES = {"USA": "US", "CAN": "CA", "MEX": "MX"}
_POSTAL_CODE = re.compile(r"(\d{5})(?:0000|(\d{4}))?\s*")


def recognise(payload: Payload, allowed: bool = False) -> Found | None:
    """Where licences aren't allowed, nothing of one is kept, not even its bytes."""
    elements = _elements(payload.short)
    if elements is None:
        return None
    if not allowed:
        said = tr("This is a driving licence. This show doesn't read licences, so nothing of it was kept.")
        return Found("licence", warnings=(said,), private=True)
    said = tr("Only name and address were taken from this licence; its number and birth date were not kept.")
    return Found("licence", _visitor(elements), warnings=(said,), private=True)


def _elements(text: str) -> dict[str, str] | None:
    head = _HEADER.search(text, 0, _HEADER_WITHIN)
    body = text[head.end() :] if head else text
    if not head and not body.lstrip("\ufeff\x00 ").startswith(("@", "DL", "ID", "DAQ", "DCS", "DAA")):
        return None
    found = dict(reversed(list(_at_breaks(body))))
    if len(found) < _FEWEST:
        found = dict(reversed(list(_at_spaces(body))))
    return found if head or (len(found) >= _FEWEST and _PRIVATE & found.keys()) else None


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
        given_name=_cased(" ".join(filter(None, (*names, first("DAD") or middle)))),
        family_name=_cased(first("DCS", "DAB") or last),
        full_name=_cased(whole[0]) if len(whole) == 1 else "",
        street=_cased(", ".join(filter(None, (first("DAG", "DAL"), first("DAH", "DAM"))))),
        city=_cased(first("DAI", "DAN")),
        region=first("DAJ", "DAO"),
        postal_code=_postal_code(first("DAK", "DAP")),
        country=_COUNTRIES.get(first("DCG"), ""),
    )


def _cased(text: str) -> str:
    """Licences are written in capitals."""
    return " ".join(word.capitalize() for word in text.split()) if text.isupper() else text


def _postal_code(text: str) -> str:
    """Nine digits without a dash, zeros for the last four unknown."""
    match = _POSTAL_CODE.fullmatch(text)
    return "-".join(filter(None, match.groups())) if match else text
