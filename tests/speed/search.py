"""From a keystroke to fifty lines on the page, with 100,000 leads, against the raw query for fifty rows."""

import statistics
from functools import partial

from boothapp.store import lists, search
from boothapp.store.database import Store
from boothapp.store.lists import Query
from tests.speed.ratio import Bench, Pair, timed
from tests.speed.stores import full_store

WORDS = ("mueller", "іваненко", "оксана", "hansa", "obrien", "werft", "lukasz", "weiss", "三菱", "severn")
ROUNDS = 3
BARE = """SELECT l.* FROM search s CROSS JOIN leads l ON l.row = s.rowid
    WHERE s.search MATCH ? ORDER BY s.rowid DESC LIMIT 50"""


def typing() -> Pair:
    """The medians over every letter of every word, both sides in turn."""
    typed = [word[:end] for word in WORDS for end in range(1, len(word) + 1)]
    with full_store() as store:
        ours, bare = [], []
        for text in typed * ROUNDS:
            bare.append(timed(partial(_raw, store, text)))
            ours.append(timed(partial(lists.page, store, Query(text))))
    return Pair(statistics.median(ours), statistics.median(bare))


def _raw(store: Store, text: str) -> list[object]:
    return list(store.db.execute(BARE, [search.matching(text)]).fetchall())


BENCHES = (Bench("keystroke to 50 rows, 100,000 leads", "the FTS5 query with 50 rows", 3.0, "ms", typing),)
