"""Cards and badges inside JSON: {"data": "MECARD:..."} means what its text says."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice

from boothapp.badge import delimited, json_badge, labelled, mecard, message, vcard
from boothapp.badge.payload import Found, Payload, from_text

_MOST, _DEEPEST = 200, 12
_CARDS = (
    vcard.recognise,
    mecard.recognise_mecard,
    mecard.recognise_bizcard,
    mecard.recognise_memory,
    message.recognise_matmsg,
)
# Only texts that begin so are asked whether they are a card.
_STARTS = ("BEGIN", "MECARD", "BIZCARD", "MEMORY:", "NAME1:", "MATMSG:")
_BARE = (labelled.recognise, delimited.recognise)


def recognise_card(payload: Payload) -> Found | None:
    """A card in any value, with its line ends as JSON keeps them."""
    text = payload.short
    if not text.startswith(("{", "[")) or not any(start in text.upper() for start in _STARTS):
        return None
    cards = (one for one in _texts(text) if one.lstrip().upper().startswith(_STARTS))
    # Without one of the visitor's own the card is of the organiser, and the rest is plain JSON.
    return _within(payload, cards, _CARDS) or recognise_bare(payload)


def recognise_bare(payload: Payload) -> Found | None:
    """Values between separators in a value, where nothing else in the JSON is a visitor's."""
    text = payload.short
    found = json_badge.recognise(payload)
    said = found.visitor.known().keys() - {"note"} if found else set()
    if said or not text.startswith(("{", "[")):
        return found
    return _within(payload, _texts(text), _BARE) or found


def _within(
    payload: Payload, texts: Iterator[str], asked: tuple[Callable[[Payload], Found | None], ...]
) -> Found | None:
    inner = (replace(from_text(text), code_page=payload.code_page) for text in texts)
    reads = (found for one in inner for ask in asked if (found := ask(one)))
    found = next((one for one in reads if one.visitor.known()), None)
    if found is None or found.badge_id:
        return found
    beside = json_badge.recognise(payload)
    number = beside.badge_id if beside else ""
    return replace(found, badge_id=number if number.isalnum() or "-" in number else "")


def _texts(text: str) -> Iterator[str]:
    return islice(json_badge.texts_of(text, _DEEPEST), _MOST)
