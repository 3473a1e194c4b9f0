"""The address on a card: street, postal code, town, region and country."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from boothapp.badge import card_words, countries
from boothapp.badge.card_line import Line

_WORD = r"[^\W\d_][\w .'’ʼ/()-]*"
# Where a country writes the code and the town; named groups: code, town, region.
_PATTERNS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^(?P<town>{_WORD}?),?\s+(?P<region>[A-Z]{{2}})\s+(?P<code>\d{{5}}(?:-\d{{4}})?)$",  # US
        rf"^(?P<town>{_WORD}?),?\s+(?P<code>[A-Z]{{1,2}}\d[A-Z\d]?\s?\d[A-Z]{{2}})$",  # GB
        r"^(?P<code>[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2})$",
        rf"^(?:[A-Z]{{1,3}}[-–\s])?(?P<code>\d{{5}}|\d{{4}}|\d{{2}}-\d{{3}}|\d{{3}}\s\d{{2}})\s*,?\s+(?P<town>{_WORD})$",
        rf"^(?P<town>{_WORD}),?\s+(?P<code>\d{{5,6}}|\d{{4}})$",
        r"^(?P<code>\d{5,6})$",
        rf"^(?P<town>(?:м|г|с|смт)\.\s*{_WORD})$",  # a Ukrainian town with its kind
    )
)
_KIND = re.compile(r"^(?:м|г|с|смт|місто)\.?\s+|^(?:м|г|с|смт)\.", re.IGNORECASE)
_CEDEX = re.compile(r"\s+cedex(?:\s+\d+)?$", re.IGNORECASE)


@dataclass
class Place:
    """The address: fields of the visitor, how sure they are together, and the lines it was taken from."""

    fields: Mapping[str, str] = field(default_factory=dict)
    sure: float = 0.0
    lines: Sequence[Line] = ()


def is_town(text: str) -> bool:
    """Whether a part of the text has the form of a postal code with its town."""
    return any(_match(part) for part in _parts(text)) or _match(text) is not None


def is_country(text: str) -> bool:
    """Whether the text is a country's name; two letters may be a legal form as well."""
    return text == "UK" or (len(text) > 2 and bool(countries.code(text)))


def place_of(lines: Sequence[Line]) -> Place:
    """The address that the lines tell, in their order."""
    fields: dict[str, str] = {}
    streets: list[str] = []
    parts = [part for line in lines for part in _parts(line.text)]
    for part in parts:
        match = _match(part)
        if "country" not in fields and is_country(part):
            fields["country"] = part
        elif match is not None and "city" not in fields:
            fields |= _town(match)
        else:
            streets.append(part)
    if streets:
        fields["street"] = ", ".join(streets)
    sure = min((line.score for line in lines), default=0.0) * (0.9 if "city" in fields else 0.6)
    return Place(fields, sure, tuple(lines))


def _parts(text: str) -> list[str]:
    """The parts between commas; a state and its code stay with their town."""
    if any(pattern.match(text) for pattern in _PATTERNS[:1]):
        return [text]
    parts = [part.strip(" .") for part in text.split(",")]
    joined: list[str] = []
    for part in filter(None, parts):
        if joined and re.fullmatch(r"[A-Z]{2}\s+\d{5}(?:-\d{4})?", part):
            joined[-1] = f"{joined[-1]}, {part}"
        else:
            joined.append(part)
    return joined


def _match(text: str) -> re.Match[str] | None:
    if card_words.is_street(text):
        return None
    return next((found for pattern in _PATTERNS if (found := pattern.match(text))), None)


def _town(match: re.Match[str]) -> dict[str, str]:
    found = match.groupdict()
    town = _CEDEX.sub("", _KIND.sub("", (found.get("town") or "").strip(" ,")))
    named = {"postal_code": found.get("code") or "", "city": town, "region": found.get("region") or ""}
    return {name: text for name, text in named.items() if text}
