"""What a first visit to a page needs is loaded beside the window while nobody waits; the visit builds."""

import gc
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

from boothapp.ui.tasks import Tasks

QUIET = 2500
"""Milliseconds after the first page is in sight: the first visitor's scan and the first look come before."""

PAGES = (
    "boothapp.ui.reading_order",
    "boothapp.ui.pages.leads.page",
    "boothapp.ui.pages.today.page",
    "boothapp.ui.pages.send.page",
    "boothapp.ui.pages.show.page",
    "boothapp.ui.pages.show.attendees.panel",
)
"""Each costs the window up to 40 ms where it has to load them itself."""


def load_ahead(tasks: Tasks, parent: QObject) -> None:
    """Loads the pages not visited yet, once it has been quiet for a while."""
    QTimer.singleShot(QUIET, parent, lambda: tasks.beside(load))


def load() -> None:
    """Loads them now, one after the other; what is loaded by then is never looked at by the collector again.

    It stays until the end: looking through all of it would stop the window for a tenth of a second.
    """
    for name in PAGES:
        import_module(name)
    gc.freeze()
