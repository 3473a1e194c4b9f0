"""Badge text -> reading: the recognisers in the order they are asked, and the one that takes anything."""

from collections.abc import Callable
from dataclasses import dataclass, field

from boothapp.badge import bookmark, clean, mecard, message, plain, vcard
from boothapp.badge.payload import SHORT_FORMAT_LIMIT, Found, Payload, from_bytes, from_text
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


def read_text(text: str | bytes, symbology: str = "", code_page: str = "", country: str = "") -> Reading:
    """Reads any badge text; never raises, whatever the text is.

    code_page: the show's charset for bytes that are not UTF-8; country: the show's, ISO 3166 alpha-2, for
    phone numbers without a country code.
    """
    payload = from_text(text, code_page) if isinstance(text, str) else from_bytes(text, code_page)
    return read(payload, symbology, country)


def read(payload: Payload, symbology: str = "", country: str = "") -> Reading:
    """Reads a payload whose bytes and text are known."""
    found = next(found for ask in RECOGNISERS if (found := ask(payload)))
    visitor, warnings = clean.visitor(found.visitor, country)
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
