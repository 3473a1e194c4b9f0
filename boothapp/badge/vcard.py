"""vCard 2.1, 3.0 and 4.0 as they really are -> visitor: reads what can be read, never raises."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice
from urllib.parse import unquote

from boothapp.badge import vcard_joined
from boothapp.badge.payload import Found, Payload
from boothapp.badge.vcard_lines import LONGEST_HEAD, Line, Lines
from boothapp.badge.vcard_property import Decoder, Property
from boothapp.domain.visitor import Phone, Visitor
from boothapp.words import plural, tr

_BEGIN = re.compile(rb"(?i)BEGIN[ \t]*:[ \t]*VCARD")
# A card without its first line: a version or name parts first, and a line that only cards have.
_HEADLESS = re.compile(rb"(?i)[\xef\xbb\xbf\s]*(?:VERSION:[234]\.[01]\s*[\r\n]|N(?:;[^:\n]*)?:[^\n]*;)")
_CARD_LINE = re.compile(rb"(?i)[\r\n](?:FN|N|ORG|TEL|EMAIL|ADR)(?:;[^:\r\n]*)?:")
_COMMA = re.compile(r"(?<=\S),(?=\S)")
# What address books outside the standard call the same things.
_ALIASES = {
    "CN": "FN",
    "SURNAME": "SN",
    "PHONE": "TEL",
    "MOBILE": "TEL",
    "MAIL": "EMAIL",
    "E-MAIL": "EMAIL",
    "COMPANY": "ORG",
}
# Photos, logos, keys and sounds are not among them, and so are never decoded.
_STANDARD = "FN N SN NICKNAME ORG TITLE ROLE TEL EMAIL ADR LABEL URL NOTE LANG UID X-ABLABEL"
WANTED = frozenset((*_STANDARD.split(), *_ALIASES))
MOST_PROPERTIES = 2_000
MOST_CARDS = 1_000

# The first of these found among a phone's words is its kind.
_KINDS = (
    ("fax", "fax"),
    ("pager", "pager"),
    ("cell", "mobile"),
    ("mobile", "mobile"),
    ("iphone", "mobile"),
    ("work", "work"),
    ("business", "work"),
    ("home", "home"),
    ("main", "main"),
)
_NOBODY = (Visitor(), "")
_NOT_FOR_TALKING = ("fax", "pager")


class Card:
    """The properties of one card by name."""

    def __init__(self, properties: Iterable[Property]) -> None:
        self._named: dict[str, list[Property]] = {}
        for each in properties:
            self._named.setdefault(each.name, []).append(each)

    def all(self, name: str) -> list[Property]:
        """The properties of this name that have a value: the preferred first, else as they stand."""
        filled = [each for each in self._named.get(name, ()) if each.text.strip("; ")]
        return sorted(filled, key=_preference) if len(filled) > 1 else filled

    def first(self, *names: str) -> str:
        """The text of the best property of the first of these names that has a value, or ""."""
        return next((each.text for name in names for each in self.all(name)), "")

    def at_work(self, name: str) -> Property | None:
        """The property to use where a visitor has only one: preferred, else at work, else the first."""
        return min(self.all(name), key=lambda each: (each.preference, "work" not in each.words), default=None)

    def label_words(self, group: str) -> str:
        """What the address book's owner called the properties of a group, in small letters."""
        labels = self._named.get("X-ABLABEL", ()) if group else ()
        return next((each.text.lower() for each in labels if each.group == group), "")


def _preference(each: Property) -> int:
    return each.preference


def recognise(payload: Payload) -> Found | None:
    """The first card with content; more cards, an empty card and guessed letters become warnings."""
    content = _from_begin(payload.content)
    if not content:
        return None
    lines = Lines(parted := vcard_joined.parted(content) or content)
    decoder = Decoder(content, payload.code_page)
    cards = (_card(each, decoder) for each in islice(lines.each_card(WANTED), MOST_CARDS))
    each = ((_visitor(card), card.first("UID")) for card in cards)
    visitor, uid = next((pair for pair in each if pair != _NOBODY), _NOBODY)
    warnings = tuple(_warnings((visitor, uid) == _NOBODY, lines))
    if parted is content:
        return Found("vcard", visitor, uid, warnings, decoder.certain)
    said = tr("This card lost its line ends: check which part is which. All of it is in the note.")
    note = "\n".join(filter(None, (visitor.note, payload.short)))
    return Found("vcard", replace(visitor, note=note), uid, (said, *warnings), decoder.certain)


def _from_begin(content: bytes) -> bytes:
    """The content from the first card on, b"" for none; some writers leave its first line out."""
    if begin := _BEGIN.search(content):
        return content[begin.start() :]
    head = content[:LONGEST_HEAD]
    return b"BEGIN:VCARD\n" + content if _HEADLESS.match(head) and _CARD_LINE.search(head) else b""


def _warnings(empty: bool, lines: Lines) -> Iterable[str]:
    if empty:
        yield tr("This card is empty.")
    if (more := lines.cards - 1) > 0:
        yield plural(
            "The code holds {n} more card; the first one was read.",
            "The code holds {n} more cards; the first one was read.",
            more,
        )
    if lines.cut:
        yield tr("The card is very long; only its beginning was read, and all of it is kept.")


def _card(lines: Sequence[Line], decoder: Decoder) -> Card:
    known = map(_renamed, lines[:MOST_PROPERTIES])
    return Card(each for each in map(decoder.read, known) if each)


def _renamed(line: Line) -> Line:
    return line._replace(name=_ALIASES[line.name]) if line.name in _ALIASES else line


def _visitor(card: Card) -> Visitor:
    company, department = _organisation(card)
    return Visitor(
        **_names(card),
        company=company,
        department=department,
        job_title=card.first("TITLE", "ROLE"),
        emails=tuple(each.text for each in card.all("EMAIL")),
        phones=_phones(card),
        **_address(card),
        website=website.text if (website := card.at_work("URL")) else "",
        language=card.first("LANG"),
        note="\n".join(each.text for each in card.all("NOTE")),
    )


def _names(card: Card) -> dict[str, str]:
    parts = next((each.parts for each in card.all("N")), ())
    family, given, more, prefix, suffix = _padded(parts, 5)
    together = " ".join(_COMMA.sub(" ", part) for part in (prefix, given, more, family) if part)
    together += f", {_COMMA.sub(', ', suffix)}" if suffix and together else suffix
    # Put together later, in the order of its script.
    plain = not (prefix or more or suffix) and given and family and "," not in given + family
    return {
        "given_name": given,
        "family_name": family or card.first("SN"),
        "full_name": card.first("FN") or ("" if plain else together) or card.first("NICKNAME"),
    }


def _organisation(card: Card) -> tuple[str, str]:
    parts = next((each.parts for each in card.all("ORG")), ("",))
    return parts[0], ", ".join(part.strip() for part in parts[1:] if part.strip())


def _phones(card: Card) -> tuple[Phone, ...]:
    phones = [Phone(_number(each.text), kind=_kind(card, each)) for each in card.all("TEL")]
    return tuple(sorted(phones, key=lambda phone: phone.kind in _NOT_FOR_TALKING))


def _number(text: str) -> str:
    return unquote(text[4:]) if text[:4].lower() == "tel:" else text


def _kind(card: Card, phone: Property) -> str:
    words = " ".join((*phone.words, card.label_words(phone.group)))
    return next((kind for word, kind in _KINDS if word in words), "")


def _address(card: Card) -> dict[str, str]:
    address = card.at_work("ADR")
    if not address:
        label = card.at_work("LABEL")
        return {"street": label.text if label else ""}
    box, room, street, city, region, postal_code, country = _padded(address.parts, 7)
    return {
        "street": ", ".join(part for part in (street, room, box) if part),
        "city": city,
        "region": region,
        "postal_code": postal_code,
        "country": country,
    }


def _padded(parts: Sequence[str], count: int) -> list[str]:
    return ([part.strip() for part in parts[:count]] + [""] * count)[:count]
