"""Seen before? Asked beside the window at each pause of typing; one chosen makes this a visit of it."""

from dataclasses import replace
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from boothapp.domain.capture import Capture
from boothapp.domain.draft import Draft
from boothapp.ui.desk import Desk
from boothapp.ui.latest import Latest
from boothapp.ui.pages.capture.frame import Side
from boothapp.words import mark, tr

if TYPE_CHECKING:
    from boothapp.actions.met import Met
    from boothapp.domain.lead import Lead
    from boothapp.domain.visitor import Visitor
    from boothapp.store.database import Store
    from boothapp.ui.pages.capture.met_panel import MetPanel
    from boothapp.ui.pages.capture.page import CapturePage

CHOSEN = mark("This conversation will be a visit of {lead}.")
PAUSE = 120
"""Milliseconds without a key after which the store is asked: shorter than a glance, longer than two keys."""


class Recognising(QObject):
    """Asks, offers what was found, and tells the page the lead that was chosen."""

    def __init__(self, desk: Desk, page: "CapturePage", thought: Side) -> None:
        """thought: the side whose first place the cards take."""
        super().__init__(page)
        self._desk, self._page, self._thought = desk, page, thought
        self._asking = Latest(desk.tasks)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._ask)
        page.talk.person.changed.connect(self._pause.start)
        page.talk.person.left.connect(self._pause.start)

    @cached_property
    def panel(self) -> "MetPanel":
        """The cards, at the side."""
        from boothapp.ui.pages.capture.met_panel import MetPanel

        panel = MetPanel(self._thought.inner)
        panel.chosen.connect(self._choose)
        self._thought.parts.insertWidget(0, panel)
        return panel

    def begin(self, draft: Draft) -> None:
        """Another conversation: what was found for the one before is no longer wanted."""
        self._asking.forget()
        self._pause.stop()
        self._offer([])
        if draft.visitor.known():
            self._pause.start()

    def retranslate(self) -> None:
        """The cards again."""
        if "panel" in vars(self):
            self.panel.offer(self.panel.met)

    def _ask(self) -> None:
        draft = self._page.in_form()
        if draft.visitor.known():
            self._asking.ask(partial(_candidates, draft=draft), self._offer)
        else:
            self._asking.forget()
            self._offer([])

    def _offer(self, found: "list[Met]") -> None:
        if found or "panel" in vars(self):
            self.panel.offer(found)

    def choose(self, lead: "Lead") -> None:
        """Somebody of before was chosen by name below a field: what is known wins over what was typed."""
        page = self._page
        self._join(lead, page.talk.person.visitor().updated(lead.visitor))

    def _choose(self, met: "Met") -> None:
        self._join(met.lead, met.lead.visitor.updated(self._page.talk.person.visitor()))
        self._page.talk.take_focus()

    def _join(self, lead: "Lead", visitor: "Visitor") -> None:
        """From now on this is a conversation of that lead, until Undo says otherwise."""
        page = self._page
        before, had, capture = page.talk.person.visitor(), page.chosen_lead, page.capture
        page.capture = replace(capture, badge_id=capture.badge_id or lead.badge_id)
        self._take(lead.id, visitor)
        undo = partial(self._choose_again, page.talk_id, had, before, capture)
        self._desk.say(tr(CHOSEN).format(lead=f"{lead.number} {lead.label}"), undo)

    def _choose_again(self, talk: str, had: str, before: "Visitor", capture: Capture) -> None:
        if talk == self._page.talk_id:
            self._page.capture = capture
            self._take(had, before)
            self._pause.start()

    def _take(self, lead: str, visitor: "Visitor") -> None:
        self._asking.forget()
        self._pause.stop()
        self._page.chosen_lead = lead
        self._offer([])
        self._page.talk.person.show_visitor(visitor)
        self._page.think()
        self._page.look_back()


def _candidates(store: "Store", draft: Draft) -> "list[Met]":
    from boothapp.actions import met

    return met.candidates(store, draft)
