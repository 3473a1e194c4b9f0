"""Picture -> readings: every code in a photograph, a screenshot or a rendered badge."""

from dataclasses import replace
from pathlib import Path

from boothapp.badge import codes, picture
from boothapp.badge.codes import Code
from boothapp.badge.payload import Payload, from_bytes, from_scanner
from boothapp.badge.reading import ANY_FLOOR, Floor, Reading, read
from boothapp.errors import Refused
from boothapp.words import tr

# Numbers of goods: on a box beside the badge more often than on a badge.
_GOODS = frozenset({"EAN13", "EAN8", "UPCA", "UPCE"})


class NoCode(Refused):
    """A picture that can be read, but holds no code: it may be a business card."""


def read_image(source: Path | str | bytes, floor: Floor = ANY_FLOOR) -> tuple[Reading, ...]:
    """All codes in a picture, top to bottom, page by page; at least one.

    Raises WrongCall where there is no such file, Refused where it is no readable picture, and NoCode.
    """

    def tells_who(found: list[Code]) -> bool:
        return any(is_person(one) for one in readings(found, floor))

    pages = picture.pages(source)
    first = next(pages)
    found = codes.find(first, tells_who)
    # Pages are upright and clear, and of many the slow looks at each would take minutes.
    for page in pages:
        found += [code for code in codes.thorough(page) if code not in found]
    if not found:
        raise _no_code(picture.times_smaller(first))
    return readings(found, floor)


def _no_code(smaller: int) -> NoCode:
    step = tr("Take it again: nearer, straight, without glare; or type the number below the code.")
    if smaller > 1:
        said = tr("The picture is so large that it was looked at {count} times smaller: cut it to the code.")
        step = f"{said.format(count=smaller)} {step}"
    return NoCode(tr("No code was found in this picture."), step=step)


def readings(found: list[Code], floor: Floor = ANY_FLOOR) -> tuple[Reading, ...]:
    """What the codes say, in their order."""
    return tuple(read(_payload(code, floor.code_page), code.symbology, floor) for code in found)


def is_person(reading: Reading) -> bool:
    """Whether it tells who the visitor is, and not only an id or an address of the web."""
    return bool(reading.visitor.label)


def settled(found: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """One reading where the codes of a picture belong to one badge, else those a person chooses from.

    A badge may carry its id beside the visitor's card: one of each makes one reading.
    """
    people = [one for one in found if is_person(one)]
    ids = _most_like_a_badge([one for one in found if one not in people and one.symbology not in _GOODS])
    if len(people) > 1 or (not people and len(ids) > 1):
        return tuple(people or ids)
    if not people:
        chosen = (ids or list(found))[0]
        return (_naming(chosen, [one for one in found if one is not chosen]),)
    badge = [one.badge_id for one in ids if one.badge_id]
    if len(badge) == 1 and not people[0].badge_id:
        return (replace(people[0], badge_id=badge[0]),)
    return (_naming(people[0], [one for one in found if one is not people[0]]),)


def _most_like_a_badge(found: list[Reading]) -> list[Reading]:
    """Those with an id where there are any: a link or a network beside them is the organiser's poster."""
    return [one for one in found if one.badge_id] or found


def best(found: tuple[Reading, ...]) -> Reading:
    """The first that tells who the visitor is, else the first; its warnings name the others."""
    choice = settled(found)
    return _naming(choice[0], list(choice[1:]))


def brief(reading: Reading) -> str:
    """A reading in a few words, to tell it from others."""
    return (reading.visitor.label or reading.badge_id or reading.text.strip() or reading.symbology)[:80]


def _naming(reading: Reading, others: list[Reading]) -> Reading:
    said = tr("The picture holds another code too: {what}.")
    told = tuple(said.format(what=brief(other)) for other in others)
    return replace(reading, warnings=(*reading.warnings, *told))


def _payload(code: Code, code_page: str) -> Payload:
    if code.certain:
        return from_scanner(code.raw, code.text, code_page)
    return from_bytes(code.raw, code_page, code.text)
