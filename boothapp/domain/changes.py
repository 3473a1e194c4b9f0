"""What an action changed, so that only the pages it touches refresh."""

from typing import Literal

from boothapp.domain.fact import fact

Topic = Literal[
    "leads", "shows", "outbox", "targets", "outcomes", "settings", "attendees", "drafts", "people"
]


@fact
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
