"""Leads that stood in one conversation; writers run inside the caller's transaction."""

from dataclasses import dataclass

from boothapp.store.database import Store


@dataclass(frozen=True, slots=True)
class With:
    """Who else stood in a lead's conversation, and how to name that lead in one line."""

    lead: str
    number: str
    name: str
    company: str
    badge_id: str

    @property
    def label(self) -> str:
        """The best words for this one."""
        return self.name or self.company or self.badge_id or self.number


def put(store: Store, row: int, talk: str, visit: str) -> None:
    """This lead stood in the conversation; visit: what the conversation is among its own."""
    store.run("INSERT OR IGNORE INTO together (lead, talk, visit) VALUES (?, ?, ?)", (row, talk, visit))


def take_out(store: Store, talk: str) -> None:
    """Nobody stood together in this conversation any more."""
    store.run("DELETE FROM together WHERE talk = ?", (talk,))


def of_lead(store: Store, row: int) -> tuple[With, ...]:
    """Who else stood in the conversations of this lead, each once, the lead captured first first."""
    sql = """SELECT l.id, l.number, l.name, l.company, l.badge_id FROM leads l WHERE l.row IN (
        SELECT o.lead FROM together t CROSS JOIN together o ON o.talk = t.talk
        WHERE t.lead = ? AND o.lead <> t.lead) ORDER BY l.row"""
    return tuple(
        With(one["id"], one["number"], one["name"], one["company"], one["badge_id"])
        for one in store.rows(sql, (row,))
    )
