"""Every way in which a few badges may be taken apart, the likeliest kind first."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from boothapp.badge import profile_parts as parts
from boothapp.badge.learn_columns import are_uneven, by_blanks
from boothapp.badge.profile_parts import Parts
from boothapp.domain.badge_profile import BadgeProfile

# Those seen on badges first (shows and registration systems), then what else may stand between parts.
DELIMITERS = (
    "^", "|", ";", "::", ",", "\t", "\n", "~", "#", "$", "*", "\x1d", "\x1e", "\x1f", "¦", "§", "_", "//",
    ":", "/", "||", ";;", " - ", "-", "!", "%", "&", "+", "=", ">", "<", "\\", "  ", " ", ".",
)  # fmt: skip
TAG_DELIMITERS = (";", "\n", "|", ",", "^", "\t", "~", "#", "&", "$", "*", "\x1d", "\x1e", " ", "/", "::")
TAG_MARKS = (":", "=", "::", " ", "-")
# The formats the app reads by itself that may hold more than it takes from them.
CARDS = {"vcard": "\n", "mecard": ";", "bizcard": ";"}
_ADDRESS = re.compile(r"https?://[^\s?]+\?", re.IGNORECASE)
_FEWEST_TAGS, _MOST_STARTS = 2, 3


@dataclass(frozen=True)
class Layout:
    """One way: a profile that takes nothing yet, and the parts of each badge."""

    profile: BadgeProfile
    read: tuple[Parts, ...]

    @property
    def steady(self) -> bool:
        """Whether every badge has the same parts."""
        return len({frozenset(each) for each in self.read}) == 1


def layouts(
    texts: Sequence[str], formats: Sequence[str], expected: Sequence[Mapping[str, str]]
) -> Iterator[Layout]:
    """formats: what the app by itself takes each text for; expected: what should come out of each."""
    for profile in (
        *_cards(texts, formats),
        *_json(),
        *_addresses(texts),
        *_tagged(texts),
        *_with_blanks(texts, expected),
    ):
        if made := layout(profile, texts):
            yield made


def layout(profile: BadgeProfile, texts: Sequence[str]) -> Layout | None:
    """The parts of each text, None where one can't be taken apart in this way."""
    read = []
    for text in texts:
        one = parts.of(parts.trimmed(text), profile)
        if one is None:
            return None
        read.append(one)
    return Layout(profile, tuple(read))


def _cards(texts: Sequence[str], formats: Sequence[str]) -> Iterator[BadgeProfile]:
    name = formats[0] if len(set(formats)) == 1 else ""
    if name in CARDS:
        start = "" if name == "vcard" else texts[0][: len(name) + 1]
        yield BadgeProfile(kind="tagged", base=name, start=start, delimiter=CARDS[name], tag=":")


def _json() -> Iterator[BadgeProfile]:
    yield BadgeProfile(kind="json")


def _addresses(texts: Sequence[str]) -> Iterator[BadgeProfile]:
    heads = {match[0] if (match := _ADDRESS.match(text)) else "" for text in texts}
    if len(heads) == 1 and (head := heads.pop()):
        yield BadgeProfile(kind="tagged", start=head, delimiter="&", tag="=", encoded=True)


def _tagged(texts: Sequence[str]) -> Iterator[BadgeProfile]:
    for delimiter in TAG_DELIMITERS:
        for mark in TAG_MARKS:
            if mark == delimiter or not all(mark in text for text in texts):
                continue
            for start in _starts(texts, delimiter):
                profile = BadgeProfile(kind="tagged", start=start, delimiter=delimiter, tag=mark)
                if all(len(_tags(text, profile)) >= _FEWEST_TAGS for text in texts):
                    yield profile


def _tags(text: str, profile: BadgeProfile) -> Parts:
    return parts.of(parts.trimmed(text), profile) or {}


def _with_blanks(texts: Sequence[str], expected: Sequence[Mapping[str, str]]) -> Iterator[BadgeProfile]:
    """Two blanks each time are a delimiter like others; otherwise they fill something up."""
    uneven = are_uneven(texts)
    yield from _delimited(texts, [one for one in DELIMITERS if not (uneven and one.isspace())])
    yield from by_blanks(texts, expected)
    if uneven:
        yield from _delimited(texts, [one for one in DELIMITERS if one.isspace()])


def _delimited(texts: Sequence[str], delimiters: Sequence[str]) -> Iterator[BadgeProfile]:
    for delimiter in delimiters:
        if not all(delimiter in parts.trimmed(text) for text in texts):
            continue
        for start in _starts(texts, delimiter):
            profile = BadgeProfile(kind="delimited", start=start, delimiter=delimiter)
            counts = [len(parts.split(parts.trimmed(text)[len(start) :], delimiter)) for text in texts]
            least, most = min(counts), max(counts)
            yield replace(profile, count=most) if least == most else replace(profile, least=least, most=most)


def _starts(texts: Sequence[str], delimiter: str) -> Iterator[str]:
    """What every badge begins with, up to a sign in the first part, the shortest first; then nothing."""
    common = parts.common_start([parts.trimmed(text) for text in texts]).partition(delimiter)[0]
    signs = (at for at, sign in enumerate(common, 1) if not (sign.isalnum() or sign.isspace()))
    if len(set(texts)) > 1:
        yield from (common[:at] for at in islice(signs, _MOST_STARTS))
    yield ""
