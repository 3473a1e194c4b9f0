"""The keys of the page, shown with F1 beside the work; Esc, F1 or any other place takes them away."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QGridLayout, QStackedWidget, QWidget

from boothapp.ui import tokens
from boothapp.ui.keys import EVERYWHERE, INSIDE, PAGES, PLACE, Key, shown
from boothapp.ui.widgets.buttons import IconButton
from boothapp.ui.widgets.card import Scroll, column, row
from boothapp.ui.widgets.overlay import Overlay
from boothapp.ui.widgets.speech import Words
from boothapp.words import mark, tr

TITLE, CLOSE, ANYWHERE = mark("Keys of this page"), mark("Close the keys"), mark("Everywhere")
NO_KEYS = mark("This page has no keys of its own.")
PLACES = mark("The places at the left, from the top")
_WIDTH = 440


class KeyPanel(Overlay):
    """Stands at the right over the pages, which fill its parent; the keyboard goes back where it was."""

    def __init__(self, over: QWidget, pages: QStackedWidget) -> None:
        super().__init__(over)
        self._before = QApplication.focusWidget()
        self.close_button = IconButton(CLOSE, "x", parent=self)
        self.title, self.rows = Words(TITLE, "heading", parent=self), QWidget()
        self.table = Scroll(self.rows, self)
        self._lay_out()
        self.close_button.clicked.connect(self.leave)
        pages.currentChanged.connect(self.hide)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def open(self, page: str, places: int) -> None:
        """Shows the keys of a page of keys.PAGES; places: how many of the rail can be visited, 0 outside."""
        self._before = QApplication.focusWidget()
        first, last = PLACE.format(number=1), PLACE.format(number=places)
        everywhere = [*EVERYWHERE.values()]
        everywhere += [*INSIDE.values(), Key(PLACES, (first,), last)] if places else []
        self._fill([*PAGES.get(page, {}).values()], everywhere)
        self.settle()
        self.show()
        self.raise_()
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Hides the keys and gives the keyboard back."""
        if not self.isVisible():
            return
        before, self._before = self._before, None
        self.hide()
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Whoever works on needs the room."""
        if self.isVisible() and now is not None and not self.isAncestorOf(now):
            self.hide()

    def settle(self) -> None:
        """Stands at the right."""
        gap, room = tokens.size("card"), self.over.size()
        width = min(_WIDTH, room.width() - 2 * gap)
        self.setGeometry(room.width() - width - gap, gap, width, room.height() - 2 * gap)

    def _fill(self, own: list[Key], everywhere: list[Key]) -> None:
        rows = QWidget()
        rows.setProperty("kind", "scrolled")
        inner = column(12)
        inner.setContentsMargins(10, 8, 10, 8)
        inner.addLayout(_grid(own, rows)) if own else inner.addWidget(Words(NO_KEYS, "body", "muted", rows))
        inner.addSpacing(tokens.size("gap"))
        inner.addWidget(Words(ANYWHERE, "label_strong", "muted", rows))
        inner.addLayout(_grid(everywhere, rows))
        inner.addStretch(1)
        rows.setLayout(inner)
        self.table.setWidget(rows)
        self.table.setAccessibleName(tr(TITLE))
        told = (f"{_told(key)}: {tr(key.does)}" for key in (*own, *everywhere))
        self.table.setAccessibleDescription(". ".join(told))

    def _lay_out(self) -> None:
        self.table.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.table.setProperty("kind", "stop")
        top, whole = row(), column(8, tokens.size("card"))
        top.addWidget(self.title, 1)
        top.addWidget(self.close_button)
        whole.addLayout(top)
        whole.addWidget(self.table, 1)
        self.setLayout(whole)


def _told(key: Key) -> str:
    return f"{shown(key.keys[0])} – {shown(key.to)}" if key.to else ", ".join(map(shown, key.keys))


def _grid(keys: list[Key], parent: QWidget) -> QGridLayout:
    """What a key does at the left, the key as a cap at the right."""
    grid = QGridLayout()
    grid.setVerticalSpacing(tokens.size("gap"))
    grid.setHorizontalSpacing(tokens.size("card"))
    grid.setColumnStretch(0, 1)
    for at, key in enumerate(keys):
        does = Words(key.does, "body", parent=parent)
        does.setWordWrap(True)
        grid.addWidget(does, at, 0)
        caps = row(4)
        caps.addStretch(1)
        for part in _caps(key):
            cap = _cap(part, parent) if part != "–" else Words("–", "label", "muted", parent)
            caps.addWidget(cap, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(caps, at, 1)
    return grid


def _caps(key: Key) -> list[str]:
    return [shown(key.keys[0]), "–", shown(key.to)] if key.to else [shown(one) for one in key.keys]


def _cap(text: str, parent: QWidget) -> Words:
    cap = Words(text, "label_strong", parent=parent)
    cap.setProperty("kind", "key")
    return cap
