"""Badge text -> reading: the recognisers in the order they are asked, and the one that takes anything."""

from collections.abc import Callable
from dataclasses import dataclass, field

from boothapp.badge import bookmark, clean, mecard, message, plain, vcard
from boothapp.badge.payload import SHORT_FORMAT_LIMIT, Found, Payload, from_bytes, from_text
from boothapp.domain.badge_profile import BadgeProfile
from boothapp.domain.visitor import Visitor
from boothapp.words import tr

Recogniser = Callable[[Payload], Found | None]

# Asked from the most certain mark to the least; the last takes everything.
RECOGNISERS: tuple[Recogniser, ...] = (
    vcard.recognise,
    mecard.recognise_mecard,
    mecard.recognise_bizcard,
    mecard.recognise_memory,
    message.recognise_mailto,
    message.recognise_matmsg,
    message.recognise_tel,
    message.recognise_sms,
    bookmark.recognise,
    plain.recognise,
)


@dataclass(frozen=True)
class Floor:
    """What is known about the show floor where badges are read.

    code_page: the show's charset, for bytes that are not UTF-8; country: the show's, ISO 3166 alpha-2, for
    phone numbers without a country code; licences: whether driving licences may be read; profile: the
    show's own badge, asked first.
    """

    code_page: str = ""
    country: str = ""
    licences: bool = False
    profile: BadgeProfile | None = None


ANY_FLOOR = Floor()


@dataclass(frozen=True)
class Reading:
    """What a badge said.

    format: the recognised payload format, such as "vcard" or "id"; badge_id: the organiser's id, or "";
    symbology: the kind of code, such as "QRCode", or ""; raw: the bytes exactly as they came.
    """

    format: str
    badge_id: str = ""
    visitor: Visitor = field(default_factory=Visitor)
    symbology: str = ""
    raw: bytes = b""
    text: str = ""
    warnings: tuple[str, ...] = ()


def read_text(text: str | bytes, symbology: str = "", floor: Floor = ANY_FLOOR) -> Reading:
    """Reads any badge text; never raises, whatever the text is."""
    page = floor.code_page
    payload = from_text(text, page) if isinstance(text, str) else from_bytes(text, page)
    return read(payload, symbology, floor)


def read(payload: Payload, symbology: str = "", floor: Floor = ANY_FLOOR) -> Reading:
    """Reads a payload whose bytes and text are known."""
    found = next(found for ask in RECOGNISERS if (found := ask(payload)))
    visitor, warnings = clean.visitor(found.visitor, floor.country)
    badge_id = clean.one_line(found.badge_id, clean.ID_LIMIT)
    said = (*found.warnings, *_about(payload, found), *warnings)
    return Reading(found.format, badge_id, visitor, symbology, payload.raw, payload.text, said)


def _about(payload: Payload, found: Found) -> tuple[str, ...]:
    said = []
    if not (payload.certain if found.certain is None else found.certain):
        said.append(tr("Some letters may be wrong: the code does not name its alphabet. Check them."))
    if found.format != "vcard" and len(payload.text) > SHORT_FORMAT_LIMIT:
        said.append(tr("The text is very long; only its beginning was read, and all of it is kept."))
    return tuple(said)
