"""Search as you type, by our own folded key, newest first.

A new lead goes into the index after its save, in a transaction of its own: nobody at the stand waits for it.
Whoever searches waits until every lead is in it; so a kill between the two is mended by the next search.
"""

from boothapp.domain.folding import fold, search_key
from boothapp.domain.visitor import Visitor, visitor_from
from boothapp.store.database import Row, Store
from boothapp.store.packing import unpacked

TURN = 1000
"""How many leads one transaction puts into the index: a save that comes meanwhile waits for no more."""

# Leads get rising rows and go into the index in that order: what is missing in it is above its last row.
_LAST = "coalesce((SELECT max(id) FROM search_docsize), 0)"
_MISSING = f"SELECT row, number, badge_id, visitor FROM leads WHERE row > {_LAST} ORDER BY row LIMIT ?"


def key_of(visitor: Visitor, badge_id: str, number: str) -> str:
    """What a lead is found by: name, company, mail, phone digits, badge, number, place."""
    phones = ["".join(c for c in phone.text if c.isdigit()) for phone in visitor.phones]
    names = (visitor.full_name, visitor.given_name, visitor.family_name, visitor.company, visitor.city)
    return search_key(*names, *visitor.emails, *phones, badge_id, number)


def catch_up(store: Store) -> None:
    """Puts the leads into the index that were saved since the last time."""
    while lacks(store):
        with store.transaction():
            for row in store.rows(_MISSING, (TURN,)):
                _put(store, row)


def lacks(store: Store) -> bool:
    """Whether a search may miss the newest leads: the disk had no room for their words."""
    return bool(store.value(f"SELECT 1 FROM leads WHERE row > {_LAST} LIMIT 1"))


def index_again(store: Store, row: int) -> None:
    """Puts a lead that was changed under its new key, in the transaction that changes it."""
    catch_up(store)
    for found in store.rows("SELECT row, number, badge_id, visitor FROM leads WHERE row = ?", (row,)):
        _put(store, found)


def _put(store: Store, lead: Row) -> None:
    visitor = visitor_from(unpacked(lead["visitor"], dict))
    key = key_of(visitor, lead["badge_id"], lead["number"])
    store.run("INSERT OR REPLACE INTO search (rowid, key) VALUES (?, ?)", (lead["row"], key))


def matching(text: str) -> str:
    """The FTS5 query for what was typed: every word a prefix; "" where nothing can be searched."""
    return " ".join(f'"{word}"*' for word in fold(text).split())
