"""Several lines selected: what is shown of them beside the list, and what is done with them."""

from collections.abc import Set as AbstractSet
from dataclasses import replace

from PySide6.QtCore import QObject, Qt

from boothapp.actions import leads, several
from boothapp.errors import UserError
from boothapp.ui.desk import Desk
from boothapp.ui.latest import Latest
from boothapp.ui.pages.leads.frame import LeadsFrame
from boothapp.ui.pages.leads.together import Together


class Selecting(QObject):
    """Listens to the marks of a page's list."""

    def __init__(self, desk: Desk, page: LeadsFrame) -> None:
        super().__init__(page)
        self._desk, self._page, self._ranging = desk, page, Latest(desk.tasks)
        self._naming, self._asked, self._waits = Latest(desk.tasks), False, False
        self._together: Together | None = None
        page.list.marks.changed.connect(self._name)
        page.list.marks.changed.connect(self.show)
        page.list.ranged.connect(self._hold_range)

    def settle(self) -> None:
        """Shows beside the list the selected leads together, else the one lead."""
        if self._page.list.marks.any():
            self._page.show_beside(self._made())
        else:
            self._page.show_beside(self._page.detail)

    def show(self) -> None:
        """Follows the marks: how many they are, and nothing once there are none."""
        page = self._page
        if page.is_editing():
            return
        before = page.side.currentWidget()
        if page.list.marks.any():
            together = self._made()
            together.show_count(page.list.marks.count(page.lines.total))
            if before is not together:
                together.show_choices(self._desk.show)
                page.show_beside(together)
        elif before is self._together:
            page.show_beside(page.detail)

    def take_keyboard(self) -> bool:
        """Gives the keyboard to what is done with them; whether they are shown."""
        shown = self._together is not None and self._page.side.currentWidget() is self._together
        if self._together is not None and shown:
            self._together.take_keyboard()
        return shown

    def _made(self) -> Together:
        """Made when it is first wanted."""
        if self._together is None:
            self._together = Together(self._desk)
            self._together.left.connect(self._leave)
            self._together.apply_button.clicked.connect(self._apply)
        return self._together

    def _apply(self) -> None:
        if self._asked:
            self._waits = True
        else:
            self._made().apply(self._page.list.marks.selected(self._page.lines.query))

    def _name(self) -> None:
        """Asks which leads "all that are found" are at this moment: another program may save one more."""
        all = self._page.list.marks.are_all()
        if all and not self._asked:
            query = self._page.lines.query
            self._naming.ask(lambda store: several.found(store, query), self._named, self._not_named)
        elif not all:
            self._naming.forget()
            self._waits = False
        self._asked = all

    def _named(self, ids: AbstractSet[str] | None) -> None:
        self._asked, waits = False, self._waits
        if ids is not None:
            self._page.list.marks.name(ids)
        if waits:
            self._apply()

    def _not_named(self, error: UserError) -> None:
        self._asked = self._waits = False
        self._desk.tasks.unheard.emit(error)

    def _leave(self) -> None:
        self._page.list.marks.clear()
        self._page.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hold_range(self, first: int, last: int) -> None:
        query = replace(self._page.lines.query, skip=first, limit=last - first + 1)
        self._ranging.ask(lambda store: leads.ids(store, query), self._page.list.marks.hold)
