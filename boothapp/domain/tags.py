"""Tags: marketing's own words on a lead, each once however it is spelt."""

from collections.abc import Iterable

LONGEST = 40


def tags_from(text: str) -> tuple[str, ...]:
    """The tags in a text with commas between, tidied: "VIP,  press " are two."""
    return joined(" ".join(part.split())[:LONGEST].strip() for part in text.split(","))


def joined(*several: Iterable[str]) -> tuple[str, ...]:
    """All of these tags in their order; the first spelling of each stays."""
    found: dict[str, str] = {}
    for tag in (tag for some in several for tag in some if tag):
        found.setdefault(tag.casefold(), tag)
    return tuple(found.values())


def without(tags: Iterable[str], gone: Iterable[str]) -> tuple[str, ...]:
    """These tags but those that are gone, however they are spelt."""
    away = {tag.casefold() for tag in gone}
    return tuple(tag for tag in tags if tag.casefold() not in away)
