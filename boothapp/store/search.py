"""Search as you type, by our own folded key, newest first."""

from boothapp.domain.folding import fold, search_key
from boothapp.domain.lead import Lead
from boothapp.store.database import Store


def key_of(lead: Lead) -> str:
    """What a lead is found by: name, company, mail, phone digits, badge, number, place."""
    visitor = lead.visitor
    phones = ["".join(c for c in phone.text if c.isdigit()) for phone in visitor.phones]
    names = (visitor.full_name, visitor.given_name, visitor.family_name, visitor.company, visitor.city)
    return search_key(*names, *visitor.emails, *phones, lead.badge_id, lead.number)


def index(store: Store, row: int, lead: Lead) -> None:
    """Puts the lead under its key, in the transaction that saves it."""
    store.run("INSERT OR REPLACE INTO search (rowid, key) VALUES (?, ?)", (row, key_of(lead)))


def matching(text: str) -> str:
    """The FTS5 query for what was typed: every word a prefix; "" where nothing can be searched."""
    return " ".join(f'"{word}"*' for word in fold(text).split())
