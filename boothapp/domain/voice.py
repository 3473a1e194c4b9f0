"""The voice of the market: what the visitor said, which key messages worked, who else was named."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from boothapp.words import mark

TAGS: Mapping[str, str] = {
    "wish": mark("Product wish"),
    "packaging": mark("Packaging"),
    "price": mark("Price"),
    "doubt": mark("Doubt"),
    "praise": mark("Praise"),
}
"""What a remark is about: what visitors ask for, object to and like (PRODUCT.md, voice of the market)."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing the visitor said, in the visitor's own words; tag is a key of TAGS, "" where nobody chose."""

    text: str
    tag: str = ""


@dataclass(frozen=True, slots=True)
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
