"""A lead saved for good, against the least that makes anything last: one append and one fdatasync."""

import os
import statistics
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from boothapp.actions import capture, leads
from boothapp.domain.draft import Draft
from boothapp.domain.touch import Touch
from boothapp.domain.visitor import Phone, Visitor
from boothapp.store.database import Store
from tests.speed.ratio import Bench, Pair, timed
from tests.speed.stores import empty_store

Work = Callable[[Store, Draft], object]
SAVES = 400
WARM = 50
RECORD = 8192
"""Bytes of the bare append: two pages, the least a journal writes for one small change."""


def saving() -> Pair:
    """The medians of many saves and many bare appends, taken in turn."""
    return _in_turn(capture.save, lambda store, _draft: leads.make_findable(store))


def sustained() -> Pair:
    """The same of saves back to back, each with its words for the search: they must not pile up."""

    def both(store: Store, draft: Draft) -> None:
        capture.save(store, draft)
        leads.make_findable(store)

    return _in_turn(both)


def _in_turn(work: Work, behind: Work = lambda _store, _draft: None) -> Pair:
    """Medians of the work and of a bare append, after each other; `behind` runs untimed after the work."""
    with empty_store() as store, tempfile.TemporaryFile(dir=Path(__file__).parents[2]) as file:
        ours, bare = [], []
        for number in range(WARM + SAVES):
            draft = _draft(number)
            ours.append(timed(partial(work, store, draft)))
            behind(store, draft)
            bare.append(timed(partial(_append, file.fileno())))
    return Pair(statistics.median(ours[WARM:]), statistics.median(bare[WARM:]))


def _append(file: int) -> None:
    os.write(file, os.urandom(RECORD))
    os.fdatasync(file)


def _draft(number: int) -> Draft:
    """A whole conversation: a visitor, four answers, interests, a demo, two consents and a note."""
    return Draft(
        visitor=Visitor(
            full_name=f"Оксана Ґедзь {number}",
            company="Чорноморська верф",
            emails=(f"oksana.{number}@werft.example",),
            phones=(Phone("+380 44 234 56 78", "+380442345678"),),
            country="UA",
        ),
        answers={
            "budget": ("approved",),
            "authority": ("decides",),
            "need": ("clear",),
            "timing": ("quarter",),
        },
        interests=("arm", "cell"),
        touches=(Touch("demo", "live"),),
        pieces=("polar", "weld"),
        consents=("mail", "phone"),
        note="Wants to see the cell with her own parts in January.",
    )


AGAINST = "append 8 KiB and fdatasync"
BENCHES = (
    Bench("save a lead, p50", AGAINST, 2.0, "ms", saving),
    Bench("save and make findable, sustained", AGAINST, 5.0, "ms", sustained),
)
