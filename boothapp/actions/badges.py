"""A badge, card or picture becomes the start of a conversation; nothing is saved yet."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from boothapp.actions import listed
from boothapp.badge import clean, other_file, picture, profile, wedge
from boothapp.badge.card import CardReading, kept, read_card
from boothapp.badge.card_sight import has_reader
from boothapp.badge.clues import NO_CLUES, Clues, Knows
from boothapp.badge.codes import Code
from boothapp.badge.image import NoCode, best, read_image, readings, settled
from boothapp.badge.reading import ANY_FLOOR, Floor, Reading, read_text
from boothapp.domain import field_words
from boothapp.domain.badge_profile import BadgeProfile
from boothapp.domain.capture import Capture
from boothapp.domain.show import Show
from boothapp.domain.visitor import TEXT_FIELDS, Phone, Visitor, items
from boothapp.errors import Refused, UserError, WrongCall
from boothapp.reasons import why
from boothapp.store import attendees
from boothapp.store.database import Store
from boothapp.words import tr

LARGEST_TEXT_FILE = 16 * 1024 * 1024


def floor_of(show: Show | None) -> Floor:
    """What the show says about its badges, for every reader."""
    if show is None:
        return ANY_FLOOR
    return Floor(show.code_page, show.country, show.licences, show.badge)


def scan(
    text: str | bytes, show: Show | None = None, symbology: str = "", clues: Clues = NO_CLUES
) -> Reading:
    """What a scanner typed or sent; anything unknown is kept as it came.

    A text typed on another keyboard layout is put back first, and its raw bytes stay as they were typed;
    clues.knows is asked for the show's ids, by their text as it is stored.
    """
    floor = floor_of(show)
    if isinstance(text, bytes):
        return _with_known_id(read_text(text, symbology, floor), clues)
    meant = wedge.meant(text, replace(clues, knows=_knows(floor, clues.knows)))
    if meant.proven and not meant.unsure and clues.allows(meant.way()):
        clues.habit.saw(meant.way())
    reading = _with_known_id(read_text(meant.text, symbology, floor), clues)
    said = (*meant.warnings(), *reading.warnings)
    raw = reading.raw and text.encode("utf-8", "surrogateescape") if meant.layout else reading.raw
    return replace(reading, raw=raw, warnings=said)


def _with_known_id(reading: Reading, clues: Clues) -> Reading:
    return listed.with_known_id(reading, clues.knows) if clues.knows else reading


def _knows(floor: Floor, listed: Knows | None) -> Knows | None:
    """Whether a text is the show's own badge, or holds an id of its list; None where nobody knows."""
    own = floor.profile if floor.profile and _is_telling(floor.profile) else None
    if own is None and listed is None:
        return None

    def knows(text: str) -> bool:
        reading = read_text(text, floor=floor)
        if own is not None and reading.format == profile.FORMAT:
            return True
        return listed is not None and bool(reading.badge_id) and listed(reading.badge_id)

    return knows


def _is_telling(badge: BadgeProfile) -> bool:
    """Whether a badge that fits the profile is hardly one by chance."""
    return badge.kind != "id" or bool(badge.id.prefix) or badge.id.alphabet != "any"


def is_listed(run: Callable[[Callable[[Store], bool]], bool], show: Show, id: str) -> bool:
    """Whether the show's attendee list has this id; run: does work with the store and waits for it."""
    try:
        return run(lambda store: attendees.find(store, show.id, id) is not None)
    except UserError:
        return False


def scan_file(file: Path, show: Show | None = None) -> Reading:
    """A vCard, other text or, whatever its name, a picture in a file.

    Raises WrongCall where it can't be read, Refused where it is anything else.
    """
    from boothapp import disk

    try:
        content = disk.read(file, LARGEST_TEXT_FILE + 1)
    except OSError as error:
        raise WrongCall(
            tr("{file} can't be read: {reason}.").format(file=file.name, reason=why(error)),
            step=tr("Check the name and the rights of the file."),
        ) from error
    if len(content) > LARGEST_TEXT_FILE:
        raise WrongCall(
            tr("{file} is too large for a badge.").format(file=file.name),
            step=tr("Give the file of one badge or card."),
        )
    if picture.is_one(content):
        return best(read_image(content, floor_of(show)))
    picture.refuse_other(content)
    other_file.refuse(content)
    return scan(content, show)


def scan_image(source: Path | bytes, show: Show | None = None) -> Reading:
    """The badge in a picture; its warnings name other codes. Raises UserError where there is none."""
    return best(read_image(source, floor_of(show)))


@dataclass(frozen=True)
class Looked:
    """What a look at a picture found: readings, or none and the picture, whole and small as JPEG."""

    readings: tuple[Reading, ...]
    raw: bytes = b""
    small: bytes = b""


def look(source: Path | bytes, show: Show | None = None) -> Looked:
    """Looks for codes in a picture; one without may be a card. Raises UserError where it is no picture."""
    raw = picture.content(source)
    try:
        return Looked(settled(read_image(raw, floor_of(show))))
    except NoCode:
        return Looked((), raw, kept(picture.colour(raw)))


def read_codes(found: list[Code], show: Show | None = None) -> tuple[Reading, ...]:
    """What the codes of a camera frame say: one badge, or those a person has to choose from."""
    return settled(readings(found, floor_of(show)))


def scan_card(source: Path | bytes, show: Show | None = None) -> CardReading:
    """A business card in a picture; takes seconds. Raises UserError where it can't be read."""
    return read_card(source, floor_of(show))


def scan_picture(source: Path | bytes, show: Show | None = None) -> tuple[Reading, bytes]:
    """The badge in a picture, else the business card and the picture to keep; UserError for neither."""
    try:
        return scan_image(source, show), b""
    except NoCode as no_code:
        if not has_reader():
            step = tr("If it is a business card: pip install 'boothapp[cards]' lets boothapp read it.")
            raise NoCode(no_code.happened, step=f"{no_code.step} {step}") from no_code
        return _card(source, show, no_code)


def _card(source: Path | bytes, show: Show | None, no_code: NoCode) -> tuple[Reading, bytes]:
    try:
        card = scan_card(source, show)
    except Refused as nothing:
        raise NoCode(f"{no_code.happened} {nothing.happened}", step=no_code.step) from nothing
    return card.reading, card.picture


def capture_of(reading: Reading) -> Capture:
    """How the details came in, to be kept with the visit."""
    return Capture(
        format=reading.format,
        badge_id=reading.badge_id,
        symbology=reading.symbology,
        raw=reading.raw,
        warnings=reading.warnings,
    )


def typed(fields: dict[str, str], country: str = "") -> tuple[Visitor, tuple[str, ...]]:
    """The visitor from fields as typed, tidied, with warnings; raises WrongCall for an unknown field."""
    for name in fields:
        field_words.require(name, (*TEXT_FIELDS, "emails", "phones"))
    texts = {name: value for name, value in fields.items() if name in TEXT_FIELDS}
    emails, phones = items(fields.get("emails", "")), items(fields.get("phones", ""))
    raw = Visitor(emails=emails, phones=tuple(Phone(text) for text in phones), **texts)
    return clean.visitor(raw, country, typed=True)


def reading_json(reading: Reading) -> dict[str, Any]:
    """The JSON of CLI.md; the raw bytes in base 64."""
    from base64 import b64encode

    return {
        "format": reading.format,
        "badge_id": reading.badge_id or None,
        "visitor": reading.visitor.known(),
        "symbology": reading.symbology or None,
        "raw_base64": b64encode(reading.raw).decode(),
        "warnings": list(reading.warnings),
    }
