"""The endings that e-mail addresses may have, and what a mistyped one was meant to be.

Source: resources/top_level_domains.txt, the root zone as IANA publishes it (tlds-alpha-by-domain.txt, its
version in the first line); without the file every ending is taken for real.
"""

from functools import cache
from itertools import pairwise

from boothapp import paths
from boothapp.badge.labels import words

# For tests, guides and networks of one house (RFC 2606, 6761, 6762, 8375; ICANN's "internal").
_AT_HOME = words("""example test invalid localhost local internal lan home corp intranet arpa onion""")
# Where no letter was left out, doubled, changed or exchanged in one of these, nothing is proposed.
_LONG = ("com", "net", "org", "info", "biz", "edu", "gov")
_SHORT = words(
    """de at ch fr it es pl ua cz nl be uk eu se no dk fi hu ro pt sk
    io ie si hr bg lt lv ee"""
)


@cache
def _real() -> frozenset[str]:
    try:
        lines = (paths.resources() / "top_level_domains.txt").read_text("ascii").splitlines()
    except (OSError, UnicodeError):
        return frozenset()
    return frozenset(line.strip().lower() for line in lines if line and not line.startswith("#"))


def is_real(ending: str) -> bool:
    """Whether there is such a top-level domain, or one for tests; ending: in small letters of any script."""
    known = _real()
    return not known or ending in known or ending in _AT_HOME or _in_ascii(ending) in known


def _in_ascii(ending: str) -> str:
    if ending.isascii():
        return ending
    try:
        return ending.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return ""


def meant(ending: str) -> str:
    """The ending that one that does not exist most likely stands for, or "" where more than one may."""
    turned, doubled = ending[::-1], _undoubled(ending)
    if turned in _SHORT:
        return turned
    near = {real for real in _LONG if len(ending) > 2 and one_slip(ending, real)}
    near |= {each for each in doubled if each in _SHORT or each in _LONG}
    return near.pop() if len(near) == 1 else ""


def _undoubled(ending: str) -> set[str]:
    """dee -> de: a letter that was held too long."""
    pairs = pairwise(ending)
    return {ending[:at] + ending[at + 1 :] for at, (one, other) in enumerate(pairs) if one == other}


def one_slip(written: str, meant: str) -> bool:
    """One letter more, less or other, or two neighbours exchanged."""
    if abs(len(written) - len(meant)) > 1 or written == meant:
        return False
    start = next((i for i, (a, b) in enumerate(zip(written, meant, strict=False)) if a != b), len(meant))
    rest, wanted = written[start:], meant[start:]
    swapped = rest[1:2] + rest[:1] + rest[2:] == wanted
    return swapped or rest[1:] == wanted or rest == wanted[1:] or rest[1:] == wanted[1:]


def slips(word: str) -> frozenset[str]:
    """The word and what is left of it without one letter: words one slip apart have one in common."""
    return frozenset((word, *(word[:at] + word[at + 1 :] for at in range(len(word)))))
