"""Whether keys that came in one go are a scanner's: by pace, number, end and what they say."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from boothapp.ui import payloads
from boothapp.ui.scan_keys import HeldKey
from boothapp.ui.scanner import Arrival

if TYPE_CHECKING:
    from boothapp.badge.layouts import Layout

FEWEST = 4
# So many digits without an Enter are no answers to questions.
_NUMBER = 8
# From key to key, in seconds: the quickest people type a line in no less than 60 ms a key.
_PERSON, _QUICK_PERSON = 0.05, 0.035
_NOBODY, _FEWEST_OF_NOBODY = 0.02, 10


def text_of(keys: Sequence[HeldKey]) -> str:
    """What they type."""
    return "".join(key.typed for key in keys if key.pressed)


def arrival(presses: Sequence[HeldKey], inner: Sequence[HeldKey], whole: bool = True) -> Arrival:
    """The scan as it came; inner: the keys that typed its text."""
    gaps = [(two.at - one.at) * 1000 for one, two in pairwise(inner)]
    pace = sum(gaps) / len(gaps) if gaps else 0.0
    return Arrival(text_of(inner), tuple(key.stroke() for key in presses), pace, whole)


def is_unfinished(keys: Sequence[HeldKey], in_text: bool, learnt: "Layout | None") -> bool:
    """Whether more of a scan may come after a pause."""
    presses, text = [key for key in keys if key.pressed], text_of(keys)
    if len(presses) < FEWEST or (payloads.is_whole(text, learnt) and not _may_go_on(text, learnt)):
        return False
    return not in_text or payloads.begins(text, learnt) or _is_nobodys(presses)


def _may_go_on(text: str, learnt: "Layout | None") -> bool:
    """Whether a badge of several labelled lines has begun, which shows no end."""
    return payloads.waiting(text, learnt) in ("labels", "memory", "code")


def is_scan(presses: Sequence[HeldKey], in_text: bool, learnt: "Layout | None") -> bool:
    """Whether nobody typed these by hand; in a field for text only what looks like a badge is a scan."""
    if len(presses) < FEWEST or not _is_quicker(presses, _PERSON):
        return False
    text = text_of(presses)
    if in_text:
        whole = text.endswith(("\n", "\t")) and not payloads.is_mail_alone(text)
        return payloads.is_badge(text, learnt) or (whole and _is_nobodys(presses))
    return not text.strip().isdigit() or _is_number(presses, payloads.is_whole(text, learnt))


def _is_number(presses: Sequence[HeldKey], whole: bool) -> bool:
    """Digits answer questions too: only a scanner's pace tells them, and its Enter or their number."""
    digits = [key for key in presses if key.typed.isdigit()]
    many = len(digits) >= _NUMBER
    return (many and whole) or ((many or whole) and _is_quicker(digits, _QUICK_PERSON))


def _is_nobodys(presses: Sequence[HeldKey]) -> bool:
    """Whether so many keys came so fast that no hand can have typed them."""
    signs = [key for key in presses if key.typed not in ("\n", "\t")]
    return len(signs) >= _FEWEST_OF_NOBODY and _is_quicker(signs, _NOBODY)


def _is_quicker(presses: Sequence[HeldKey], pace: float) -> bool:
    """Whether they came so fast, but for a stall here and there; keys that have waited prove less."""
    gaps = [two.at - one.at for one, two in pairwise(presses)]
    if len(gaps) < FEWEST - 1 or median(gaps) >= pace:
        return False
    return max(key.waited for key in presses) < pace * len(gaps)
