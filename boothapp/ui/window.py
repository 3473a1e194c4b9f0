"""The frame of the program: rail, pages built when first visited, line of state, message."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget
from shiboken6 import isValid

from boothapp import words
from boothapp.ui import icons, keys, small_screen, theme
from boothapp.ui.widgets.card import column, row
from boothapp.ui.widgets.message_line import MessageLine
from boothapp.ui.widgets.rail import Rail
from boothapp.ui.widgets.state_line import StateLine

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from boothapp.ui.key_panel import KeyPanel


class Place(NamedTuple):
    """One place of the rail; `build` makes its page at the first visit, inside what is given."""

    key: str
    text: str
    icon: str
    build: Callable[[QWidget], QWidget]


class Window(QMainWindow):
    """The main window. A page may have retranslate(), refresh(changes), shown() and state()."""

    language_chosen = Signal(str)
    look_chosen = Signal(str)
    size_chosen = Signal(str)
    show_wanted = Signal(str)
    kiosk_wanted = Signal()
    closing = Signal()
    # Whether one page has the window to itself: see keep_to.
    kept = False
    # One of text_size.SIZES.
    chosen_size = ""
    _scrolls = False

    def __init__(
        self,
        places: Sequence[Place],
        geometry: bytes = b"",
        remember: Callable[[bytes], None] | None = None,
        door: QWidget | None = None,
    ) -> None:
        """`door` stands before the places until `enter`; without one the first place opens at once."""
        super().__init__()
        self._places = {place.key: place for place in places}
        self._pages: dict[str, QWidget] = {}
        self._remember, self._door = remember, door
        self._behind: QWidget | None = None
        self._had: QWidget | None = None
        self.may_close: Callable[[], bool] = lambda: True
        # Everything is made inside what holds it: Qt styles a part again each time it is moved.
        frame = QWidget(self)
        self.rail = Rail([(place.key, place.text, place.icon) for place in places], frame)
        self.area, self.state = QWidget(frame), StateLine(frame)
        self.stack = QStackedWidget(self.area)
        # Bars between the page and the line of state, while they have something to say.
        self.bars = QWidget(frame)
        self.bars.setLayout(column(0))
        self._lay_out(frame)
        self.message = MessageLine(self.area, self.stack)
        self._keys: KeyPanel | None = None
        QShortcut(QKeySequence(keys.HELP), self).activated.connect(self.show_keys)
        self.rail.chosen.connect(self.go)
        self.rail.more.clicked.connect(self._open_menu)
        self.setMinimumSize(*small_screen.LEAST)
        self.resize(1280, 700)
        self.setWindowTitle("boothapp")
        self.setWindowIcon(icons.app_icon())
        if geometry:
            self.restoreGeometry(QByteArray(geometry))
        if door is None:
            self.go(places[0].key)
        else:
            self._bar(True)
            self.stack.addWidget(door)

    def enter(self, key: str) -> QWidget:
        """Leaves the door: from now on every place can be visited, beginning with this one."""
        self._bar(False)
        return self.go(key)

    def back_to_door(self) -> None:
        """Shows the door again; the pages stay as they are."""
        if self._door is not None:
            self._bar(True)
            self.stack.setCurrentWidget(self._door)

    def at_door(self) -> bool:
        """Whether the door is shown."""
        return self._door is not None and self.stack.currentWidget() is self._door

    def cover(self, page: QWidget) -> None:
        """Hides every place and message behind this page until `uncover`; each stays as it is."""
        self._hide_keys()
        if self._behind is None:
            self._behind, self._had = self.stack.currentWidget(), QApplication.focusWidget()
        self.message.hold(True)
        self._bar(True)
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)

    def uncover(self) -> None:
        """Brings back what was there before, the keyboard where it was."""
        behind, had = self._behind, self._had
        self._behind = self._had = None
        if behind is None:
            return
        self._bar(False)
        self.stack.setCurrentWidget(behind)
        # What had the keyboard may have been taken away meanwhile.
        if had is not None and isValid(had) and had.isVisible():
            had.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            _call(behind, "shown")
        self.message.hold(False)

    def keep_to(self, page: QWidget) -> None:
        """Shows nothing but this page until `give_back`: no rail, no menu, no keys, no lock."""
        self.kept = True
        self.rail.hide()
        self.cover(page)

    def give_back(self) -> None:
        """Shows everything again."""
        self.kept = False
        self.rail.show()
        self.uncover()

    def forget(self, key: str) -> None:
        """Builds this place's page anew at its next visit: it was made for another show."""
        if page := self._pages.pop(key, None):
            self.stack.removeWidget(page)
            page.hide()

    def go(self, key: str) -> QWidget:
        """Shows a place, building its page if this is the first visit; returns the page."""
        page = self._pages.get(key) or self._build(key)
        if self._behind is not None:
            self._behind = page
            self.rail.show_chosen(key)
            return page
        self.stack.setCurrentWidget(page)
        self.rail.show_chosen(key)
        _call(page, "shown")
        return page

    def here(self) -> str:
        """The key of the place shown."""
        return next(key for key, page in self._pages.items() if page is self.stack.currentWidget())

    def pages(self) -> dict[str, QWidget]:
        """The pages built so far, by key."""
        return dict(self._pages)

    def refresh(self, changes: object) -> None:
        """Tells every page built so far what has changed."""
        for page in self._pages.values():
            _call(page, "refresh", changes)

    def speak(self, language: str) -> None:
        """Changes the language of every text at once."""
        words.use(language)
        self._hide_keys()
        QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LanguageChange))
        for page in self._pages.values():
            _call(page, "retranslate")
        self.language_chosen.emit(words.language())

    def wear(self, mode: str) -> None:
        """Changes the look at once; a mode of theme.MODES."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.use(app, mode)
        self.look_chosen.emit(theme.mode())

    def menu(self) -> "QMenu":
        """The menu at the rail's foot: language, look and keys."""
        from boothapp.ui.rail_menu import rail_menu

        inside = self._is_inside()
        leave, kiosk = (self.show_wanted.emit, self.kiosk_wanted.emit) if inside else (None, None)
        grow = self.size_chosen.emit
        return rail_menu(self, self.speak, self.wear, self.show_keys, leave, kiosk, self.chosen_size, grow)

    def show_keys(self) -> None:
        """Shows the keys of the page in front, or takes them away again."""
        if self.kept:
            return
        from boothapp.ui.key_panel import KeyPanel

        if self._keys is None:
            self._keys = KeyPanel(self.area, self.stack)
        if self._keys.isVisible():
            self._keys.leave()
            return
        page = self.stack.currentWidget()
        inside = page in self._pages.values()
        named = getattr(page, "keys_page", self.here if inside else lambda: "door")
        self._keys.open(named(), len(self._places) if inside else 0)

    def _hide_keys(self) -> None:
        if self._keys is not None:
            self._keys.leave()

    def focusNextPrevChild(self, forward: bool) -> bool:
        from boothapp.ui import reading_order

        stop = reading_order.following(self, self.focusWidget(), forward)
        if stop is not None:
            reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
            stop.setFocus(reason)
            reading_order.bring_into_view(stop)
        return stop is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._scrolls and small_screen.is_small(self):
            self._scrolls = True
            small_screen.scrolled(self, self.message)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        if self._remember is not None and not self.kept:
            self._remember(bytes(self.saveGeometry().data()))
        # Nobody has to watch while the store is closed.
        self.hide()
        self.closing.emit()
        super().closeEvent(event)

    def _is_inside(self) -> bool:
        """At the door itself the shows are chosen in its steps; from the lock nobody gets anywhere."""
        return self._door is not None and not self.at_door() and self._behind is None

    def _bar(self, on: bool) -> None:
        """At the door there is nowhere to go and nothing to know yet."""
        self.rail.show_places(not on)
        for part in (self.bars, self.state):
            part.setVisible(not on)

    def _build(self, key: str) -> QWidget:
        page = self._pages[key] = self._places[key].build(self.stack)
        self.stack.addWidget(page)
        return page

    def _lay_out(self, frame: QWidget) -> None:
        right, inner = column(0), column(0)
        inner.addWidget(self.stack)
        self.area.setLayout(inner)
        right.addWidget(self.area, 1)
        right.addWidget(self.bars)
        right.addWidget(self.state)
        whole = row(0)
        whole.addWidget(self.rail)
        whole.addLayout(right, 1)
        frame.setLayout(whole)
        self.setCentralWidget(frame)

    def _open_menu(self) -> None:
        menu = self.menu()
        foot = self.rail.more
        at = foot.mapToGlobal(foot.rect().topRight())
        at.setY(at.y() + foot.height() - menu.sizeHint().height())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)


def _call(page: QWidget, name: str, *values: object) -> None:
    method = getattr(page, name, None)
    if callable(method):
        method(*values)
