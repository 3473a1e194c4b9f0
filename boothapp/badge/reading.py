"""Badge text -> reading: the recognisers in the order they are asked, and the one that takes anything."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from boothapp.badge import (
    aim,
    bookmark,
    carried,
    clean,
    delimited,
    labelled,
    mecard,
    message,
    mojibake,
    other_code,
    plain,
    private,
    profile,
    shapes,
    vcard,
    wrapped,
)
from boothapp.badge.payload import SHORT_FORMAT_LIMIT, Found, Payload, from_bytes, from_text
from boothapp.domain.badge_profile import BadgeProfile
from boothapp.domain.visitor import Visitor
from boothapp.words import tr

Recogniser = Callable[[Payload], Found | None]

# Asked from the most certain mark to the least; the last takes everything.
RECOGNISERS: tuple[Recogniser, ...] = (
    carried.recognise_card,
    vcard.recognise,
    mecard.recognise_mecard,
    mecard.recognise_bizcard,
    mecard.recognise_memory,
    message.recognise_mailto,
    message.recognise_matmsg,
    message.recognise_tel,
    message.recognise_sms,
    bookmark.recognise,
    other_code.recognise,
    carried.recognise_bare,
    labelled.recognise,
    delimited.recognise,
    plain.recognise,
)
# Perhaps there is a badge inside.
_NOT_READ = ("id", "encrypted")


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
    symbology: the kind of code, such as "QRCode", or ""; raw: the bytes exactly as they came, none of a
    private document or a secret.
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
    found = _found(payload, floor)
    mended = mojibake.mended(found.visitor)
    visitor, warnings = clean.visitor(mended, floor.country)
    badge_id = clean.one_line(found.badge_id, clean.ID_LIMIT)
    badge_id = "" if found.format != "id" and shapes.is_absent(badge_id) else badge_id
    said = (*found.warnings, *_about(payload, found), *_about_letters(found.visitor, mended), *warnings)
    said = tuple(dict.fromkeys(said))
    raw, text = (b"", "") if found.private else (payload.raw, payload.text)
    symbology = symbology or aim.symbology(payload.text)
    return Reading(found.format, badge_id, visitor, symbology, raw, text, said)


def _found(payload: Payload, floor: Floor) -> Found:
    found = _first(payload, floor)
    inside = wrapped.opened(payload) if found.format in _NOT_READ else None
    opened = _first(inside, floor) if inside else found
    return found if opened.format in (*_NOT_READ, "text", "empty", "binary") else opened


def _first(payload: Payload, floor: Floor) -> Found:
    """Documents and secrets first: nothing of them may be stored. Then the show's own badge."""
    found = private.recognise(payload, floor.licences)
    if found or not floor.profile:
        return found or _by_itself(payload)
    without = replace(floor, profile=None)
    own = profile.recognise(payload, floor.profile, lambda other: _found(other, without))
    return own or profile.doubted(_by_itself(payload), floor.profile)


def _by_itself(payload: Payload) -> Found:
    return next(found for ask in RECOGNISERS if (found := ask(payload)))


def _about_letters(before: Visitor, after: Visitor) -> tuple[str, ...]:
    said = tr("Some letters came garbled and were put right. Check them.")
    return () if before is after else (said,)


def _about(payload: Payload, found: Found) -> tuple[str, ...]:
    said = []
    if not (payload.certain if found.certain is None else found.certain):
        said.append(tr("Some letters may be wrong: the code does not name its alphabet. Check them."))
    if found.format != "vcard" and len(payload.text) > SHORT_FORMAT_LIMIT:
        said.append(tr("The text is very long; only its beginning was read, and all of it is kept."))
    return tuple(said)
