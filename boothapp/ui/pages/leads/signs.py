"""What a line of the list says beside the name: how it was delivered, how it ended, who it belongs to."""

from collections.abc import Mapping
from dataclasses import dataclass

from boothapp.domain.delivery import STATE_WORDS
from boothapp.domain.outcome import STATUS_WORDS
from boothapp.domain.rating import LEVEL_WORDS
from boothapp.domain.show import Show
from boothapp.store.leads import Line
from boothapp.ui import locale
from boothapp.words import tr


@dataclass(frozen=True)
class Sign:
    """An icon in a colour role, with what it means as an English source."""

    icon: str
    tone: str
    text: str


DELIVERED: Mapping[str, Sign] = {
    state: Sign(icon, tone, STATE_WORDS[state])
    for state, icon, tone in (
        ("waiting", "clock", "text_muted"),
        ("sent", "send", "text_muted"),
        ("accepted", "circle-check", "ok"),
        ("held", "triangle-alert", "warning"),
        ("review", "eye", "warning"),
        ("needs correction", "circle-alert", "error"),
        ("gone", "x", "text_muted"),
    )
}
ENDED: Mapping[str, Sign] = {
    "won": Sign("badge-check", "ok", STATUS_WORDS["won"]),
    "lost": Sign("x", "text_muted", STATUS_WORDS["lost"]),
    "cancelled": Sign("x", "text_muted", STATUS_WORDS["cancelled"]),
}


def sign(line: Line) -> Sign:
    """The one sign of a line: what needs a person first, then the outcome, then the delivery."""
    delivered = DELIVERED[line.delivery]
    return delivered if delivered.tone in ("warning", "error") else ENDED.get(line.outcome, delivered)


def owner(line: Line, show: Show | None) -> str:
    """The representative by name."""
    person = show.person(line.owner) if show else None
    return person.name if person else line.owner


def title(line: Line) -> str:
    """The one line that names the lead."""
    return line.name or line.company or line.number


def spoken(line: Line, show: Show | None) -> str:
    """The whole line as a screen reader says it."""
    rated = f"{tr(LEVEL_WORDS[line.level])} {line.points}"
    at = locale.moment(line.captured_at)
    parts = (title(line), line.company, rated, owner(line, show), at, tr(sign(line).text), line.number)
    return ", ".join(part for part in parts if part)
