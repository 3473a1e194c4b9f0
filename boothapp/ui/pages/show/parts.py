"""What is set up for a show, in the order in which it is done; each part's panel is built when first opened.

A panel may have retranslate(), refresh(changes), shown() and take_scan(text), as a page may.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from boothapp.ui.desk import Desk
from boothapp.words import mark


@dataclass(frozen=True)
class Part:
    """One part: its key, icon, title and sentence (marked texts), and what builds its panel."""

    key: str
    icon: str
    title: str
    sentence: str
    build: Callable[[Desk], QWidget]


def _attendees(desk: Desk) -> QWidget:
    from boothapp.ui.pages.show.attendees.panel import AttendeesPanel

    return AttendeesPanel(desk)


def _badge_format(desk: Desk) -> QWidget:
    from boothapp.ui.pages.show.badge_format.panel import BadgeFormatPanel

    return BadgeFormatPanel(desk)


def _scanner(desk: Desk) -> QWidget:
    from boothapp.ui.pages.show.scanner.panel import ScannerPanel

    return ScannerPanel(desk)


def _people(desk: Desk) -> QWidget:
    from boothapp.ui.pages.show.people.panel import PeoplePanel

    return PeoplePanel(desk)


def _rehearsal(desk: Desk) -> QWidget:
    from boothapp.ui.pages.show.rehearsal.panel import RehearsalPanel

    return RehearsalPanel(desk)


PARTS: tuple[Part, ...] = (
    Part(
        "attendees",
        "users",
        mark("Attendee list"),
        mark("The organiser's list puts names to badge ids, offline."),
        _attendees,
    ),
    Part(
        "badge_format",
        "badge-check",
        mark("Badge format"),
        mark("Learnt from three badges of this show."),
        _badge_format,
    ),
    Part(
        "scanner",
        "scan-line",
        mark("Scanner"),
        mark("Test it, and set it up once for this laptop."),
        _scanner,
    ),
    Part(
        "people",
        "user-round",
        mark("People"),
        mark("PINs, managers, and when the window locks."),
        _people,
    ),
    Part(
        "rehearsal",
        "circle-check",
        mark("Rehearsal"),
        mark("Everything tried before the doors open."),
        _rehearsal,
    ),
)
