"""The Show page: at the left what is set up for the show, at the right the part that is open."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QWidget

from boothapp.domain.changes import Changes
from boothapp.ui import tokens
from boothapp.ui.desk import Desk
from boothapp.ui.pages.show.part_button import PartButton
from boothapp.ui.pages.show.parts import PARTS, Part
from boothapp.ui.widgets.card import column, row
from boothapp.ui.widgets.page_header import PageHeader
from boothapp.ui.widgets.roving import Roving
from boothapp.words import mark

TITLE = mark("Show")
# The list with its sentences, and with its titles alone where the page is narrower than NARROW (px).
LIST_WIDTH, SHORT_WIDTH, NARROW = 280, 208, 1080
MESSAGE_WIDTH = 640


class ShowPage(QWidget):
    """One part open at a time; the first one at the first visit."""

    def __init__(self, desk: Desk, parts: Sequence[Part] = PARTS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._parts = desk, {part.key: part for part in parts}
        self.panels: dict[str, QWidget] = {}
        self.open = ""
        self.header, self.stack = PageHeader(TITLE, self._state(), low=True), QStackedWidget()
        self.buttons = {part.key: PartButton(part) for part in parts}
        self._group, self._roving, self._list = QButtonGroup(self), Roving(self), QWidget()
        self._lay_out()
        self.open_part(parts[0].key)

    def open_part(self, key: str) -> QWidget:
        """Shows a part's panel, building it at the first visit; returns the panel."""
        panel = self.panels.get(key) or self._build(key)
        self.open = key
        self.stack.setCurrentWidget(panel)
        self.buttons[key].setChecked(True)
        self._roving.settle()
        _call(panel, "shown")
        return panel

    def take_scan(self, text: str) -> bool:
        """Gives a scan to the open panel; False where it has no use for it."""
        panel = self.panels[self.open]
        return hasattr(panel, "take_scan") and bool(panel.take_scan(text))

    def shown(self) -> None:
        """The page is in front."""
        _call(self.panels[self.open], "shown")

    def keys_page(self) -> str:
        """Which keys of keys.PAGES work now."""
        return f"show-{self.open}"

    def message_place(self) -> QRect:
        """Where a message covers no panel: over the show's name, right of the title."""
        page, header = tokens.size("page"), self.header.geometry()
        room = header.width() - 2 * page - self.header.title_width() - tokens.size("group")
        width = min(MESSAGE_WIDTH, room)
        return QRect(header.right() + 1 - page - width, header.y() + 2, width, header.height() - 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = event.size().width() < NARROW
        self._list.setFixedWidth(SHORT_WIDTH if narrow else LIST_WIDTH)
        for button in self.buttons.values():
            button.shorten(narrow)
        super().resizeEvent(event)

    def refresh(self, changes: Changes) -> None:
        """Tells the panels built so far what has changed."""
        self.header.show_state(self._state())
        for panel in self.panels.values():
            _call(panel, "refresh", changes)

    def retranslate(self) -> None:
        """Tells the panels built so far that the language is another."""
        for panel in self.panels.values():
            _call(panel, "retranslate")

    def _state(self) -> str:
        show = self._desk.show
        return " · ".join(filter(None, (show.name, show.place))) if show else ""

    def _build(self, key: str) -> QWidget:
        panel = self.panels[key] = self._parts[key].build(self._desk)
        self.stack.addWidget(panel)
        return panel

    def _lay_out(self) -> None:
        page, inner = tokens.size("page"), column(4)
        self.header.setContentsMargins(page, 12, page, 8)
        for key, button in self.buttons.items():
            self._group.addButton(button)
            button.clicked.connect(lambda _on, key=key: self.open_part(key))
            inner.addWidget(button)
        inner.addStretch(1)
        self._roving.hold(list(self.buttons.values()))
        self._list.setLayout(inner)
        sides = row(16)
        sides.setContentsMargins(page, 4, page, 16)
        sides.addWidget(self._list)
        sides.addWidget(self.stack, 1)
        whole = column(0)
        whole.addWidget(self.header)
        whole.addLayout(sides, 1)
        self.setLayout(whole)


def _call(panel: QWidget, name: str, *values: object) -> None:
    method = getattr(panel, name, None)
    if callable(method):
        method(*values)
