"""What an action changed, so that only the pages it touches refresh."""

from dataclasses import dataclass
from typing import Literal

Topic = Literal[
    "leads", "shows", "outbox", "targets", "outcomes", "settings", "attendees", "drafts", "people"
]


@dataclass(frozen=True, slots=True)
class Changes:
    """Topics touched, and the leads where they are few enough to name."""

    topics: frozenset[Topic] = frozenset()
    leads: tuple[str, ...] = ()

    def __or__(self, other: "Changes") -> "Changes":
        return Changes(self.topics | other.topics, (*self.leads, *other.leads))

    def __bool__(self) -> bool:
        return bool(self.topics)


def changed(*topics: Topic, leads: tuple[str, ...] = ()) -> Changes:
    """Changes of these topics."""
    return Changes(frozenset(topics), leads)
