"""The line of state while the window is open: what waits to be sent, the laptop, and who is at the stand."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu

from boothapp.ui import icons, keys
from boothapp.ui.desk import Desk
from boothapp.ui.next_paint import after_next_paint
from boothapp.ui.widgets.buttons import shortcut, with_key
from boothapp.ui.widgets.state_line import StateLine
from boothapp.words import mark, plural, tr

if TYPE_CHECKING:
    from boothapp.domain.changes import Changes
    from boothapp.domain.show import Staff
    from boothapp.store.database import Store

NO_STAFF = mark("No staff in this show")
NO_STAFF_MORE = mark("This show has no staff yet: a kit brings them")
SOON = 500
"""Milliseconds after a change: counting 100,000 leads takes the store a while; a crowd is counted once."""
TOPICS = frozenset({"leads", "outbox", "targets"})


class Standing(QObject):
    """Keeps the line of state true; says nothing that the program can't know."""

    def __init__(self, desk: Desk, line: StateLine) -> None:
        super().__init__(line)
        self._desk, self._line, self._unsent = desk, line, 0
        self.soon = QTimer(self, singleShot=True, interval=SOON)
        self.soon.timeout.connect(self._count)
        # With the page in sight: nobody waits for the number.
        desk.show_opened.connect(lambda _show: after_next_paint(line, self._count))
        desk.staff_chosen.connect(lambda _id: self.retranslate())
        desk.signed_in.changed.connect(self.retranslate)
        self._keys = shortcut(line.items["who"], keys.WHO)
        desk.tasks.changed.connect(self._changed)
        desk.laptop.changed.connect(self._tell_laptop)
        line.items["who"].clicked.connect(self._open_menu)

    def count_again(self) -> None:
        """A place is visited: another program may have saved or sent meanwhile."""
        if self._desk.show is not None:
            self._count()

    def retranslate(self) -> None:
        """Shows everything again in the language spoken now."""
        if self._desk.show is None:
            return
        waits = plural("{n} waiting to be sent", "{n} waiting to be sent", self._unsent)
        self._line.tell("unsent", waits if self._unsent else tr("Nothing waits to be sent"), "inbox")
        person = self._desk.show.person(self._desk.staff)
        name = person.name if person else tr("Who is at the stand?")
        if not self._desk.show.staff:
            self._line.tell("who", tr(NO_STAFF), "user-round", "muted", tr(NO_STAFF_MORE))
        else:
            tip = with_key(tr("Choose who holds the conversations on this laptop"), self._keys)
            sign = "shield-check" if self._desk.signed_in.raised else "user-round"
            self._line.tell("who", name, sign, "muted" if person else "warning", tip)
        self._tell_laptop()

    def _tell_laptop(self) -> None:
        """What is well and rarely asked for stands on Today alone."""
        if self._desk.laptop.laptop is None:
            return
        from boothapp.ui import laptop_signs

        told = laptop_signs.told(self._desk.laptop)
        for place in laptop_signs.PLACES:
            one = told.get(place)
            if one is None or not (one.always or one.step):
                self._line.tell(place, "")
            else:
                tip = "\n".join(filter(None, (one.text, one.step)))
                self._line.tell(place, one.text, one.icon, one.tone, tip)

    def menu(self) -> QMenu:
        """Everybody of the show, those of the stand first, and the lock; one with a PIN has its sign."""
        menu, show = QMenu(self._line), self._desk.show
        menu.setProperty("kind", "people")
        for one in sorted(show.staff, key=lambda one: one.sales) if show else ():
            menu.addAction(self._person(one, menu))
        if menu.isEmpty():
            menu.addAction(tr(NO_STAFF_MORE)).setEnabled(False)
        menu.addSeparator()
        # Only shown: the key itself is the window's.
        lock = menu.addAction(f"{tr('Lock the window')}\t{keys.shown(keys.LOCK)}")
        lock.triggered.connect(lambda _on: self._desk.signed_in.lock_wanted.emit())
        return menu

    def _person(self, one: "Staff", menu: QMenu) -> QAction:
        here = one.id == self._desk.staff
        action = QAction(one.name, menu, checkable=True, checked=here)
        sign = "check" if here else "lock" if self._desk.signed_in.roster.has_pin(one.id) else ""
        if sign:
            action.setIcon(QIcon(icons.pixmap(sign, "accent" if here else "text_muted", menu, 18)))
        action.triggered.connect(lambda _on, id=one.id: self._desk.signed_in.choose(id))
        return action

    def _changed(self, changes: "Changes") -> None:
        if TOPICS & changes.topics and not self.soon.isActive():
            self.soon.start()

    def _count(self) -> None:
        self._desk.tasks.ask(_unsent, self._counted)

    def _counted(self, unsent: int) -> None:
        self._unsent = unsent
        self.retranslate()

    def _open_menu(self) -> None:
        menu, item = self.menu(), self._line.items["who"]
        at = item.mapToGlobal(item.rect().topLeft())
        at.setY(at.y() - menu.sizeHint().height())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)


def _unsent(store: "Store") -> int:
    from boothapp.store import outbox

    return outbox.unsent(store)
