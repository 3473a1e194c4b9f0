"""The voice of the market: what the visitor said, which key messages worked, who else was named."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from boothapp.domain.fact import fact
from boothapp.words import mark

T = TypeVar("T")

TAGS: Mapping[str, str] = {
    "wish": mark("Product wish"),
    "packaging": mark("Packaging"),
    "price": mark("Price"),
    "doubt": mark("Doubt"),
    "praise": mark("Praise"),
}
"""What a remark is about: what visitors ask for, object to and like (PRODUCT.md, voice of the market)."""


@fact
class Remark:
    """One thing the visitor said, in the visitor's own words; tag is a key of TAGS, "" where nobody chose."""

    text: str
    tag: str = ""


@fact
class Voice:
    """Of one conversation: remarks, ids of the key messages that worked, competitors by name as named."""

    remarks: tuple[Remark, ...] = ()
    messages: tuple[str, ...] = ()
    competitors: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.remarks or self.messages or self.competitors)


def named(names: Iterable[str], known: Iterable[str] = ()) -> tuple[str, ...]:
    """Competitors, each once however it is spelt: as the show knows it, else as it was said first."""
    spelt = {name.casefold(): name for name in known}
    found: dict[str, None] = {}
    for name in (" ".join(name.split()) for name in names):
        if name:
            found[spelt.setdefault(name.casefold(), name)] = None
    return tuple(found)


def together(voices: Iterable[Voice]) -> Voice:
    """Several conversations as one, in order of time."""
    every = tuple(voices)
    return Voice(
        tuple(remark for one in every for remark in one.remarks),
        tuple(dict.fromkeys(message for one in every for message in one.messages)),
        named(name for one in every for name in one.competitors),
    )


def spread(said: Sequence[Voice], wanted: Voice) -> tuple[Voice, ...]:
    """Conversations that together say just this: each keeps its own part, what is new joins the last one."""
    if len(said) <= 1:
        return (wanted,) * len(said)
    remarks = _spread([one.remarks for one in said], wanted.remarks, lambda one: one)
    messages = _spread([one.messages for one in said], wanted.messages, lambda one: one)
    rivals = _spread([one.competitors for one in said], wanted.competitors, str.casefold)
    return tuple(map(Voice, remarks, messages, rivals))


def _spread(
    said: Sequence[tuple[T, ...]], wanted: tuple[T, ...], key: Callable[[T], object]
) -> list[tuple[T, ...]]:
    keys = {key(one) for one in wanted}
    parts = [tuple(one for one in own if key(one) in keys) for own in said]
    there = {key(one) for part in parts for one in part}
    parts[-1] += tuple(one for one in wanted if key(one) not in there)
    return parts
