"""What stands where on the Leads page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QWidget

from boothapp.ui import keys, tokens
from boothapp.ui.desk import Desk
from boothapp.ui.pages.leads.detail import Detail
from boothapp.ui.pages.leads.line_list import LineList
from boothapp.ui.pages.leads.lines import LinesModel
from boothapp.ui.pages.leads.sifting import Sifting
from boothapp.ui.widgets.buttons import Button, enter_clicks
from boothapp.ui.widgets.card import column, row
from boothapp.ui.widgets.empty import Empty
from boothapp.ui.widgets.foot import Foot
from boothapp.ui.widgets.page_header import PageHeader
from boothapp.ui.widgets.search_field import CLEAR, SearchField
from boothapp.words import mark

TITLE, PRINT, SAVE = mark("Leads"), mark("Print sheet"), mark("Save as PDF")
HINT = mark("Name, company, mail, phone or number")
NONE = mark("No leads yet")
NONE_MORE = mark("Every visitor you capture stands here at once, and a few letters find each one again.")
FIRST = mark("Capture the first one")
DELETE, DELETE_TIP = mark("Delete"), mark("Delete this lead; it can be put back")
EDIT, EDIT_TIP = mark("Edit"), mark("Put this lead right")
COMPLETE, COMPLETE_TIP = mark("Complete"), mark("Add answers, interests or consent on Capture")
LIST_WIDTH, SCROLL_BAR = 452, 16


class LeadsFrame(QWidget):
    """Search and filter above, list left, detail right, paper at the foot; or one of two empty states."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        enter_clicks(self)
        self.search, self.sifting = SearchField(HINT), Sifting(self)
        self.chips = self.sifting.chips
        self.lines = LinesModel(desk.tasks, self)
        self.list, self.detail = LineList(self.lines), Detail(desk)
        self.header = PageHeader(TITLE, low=True)
        self.print_button = Button(PRINT, "primary", "printer", keys.of("leads", "print"))
        self.save_button = Button(SAVE, "secondary", "download", keys.of("leads", "pdf"))
        self.edit_button = Button(EDIT, "secondary", "", keys.of("leads", "edit"), tip=EDIT_TIP)
        self.go_on_button = Button(COMPLETE, "secondary", "", keys.of("leads", "complete"), tip=COMPLETE_TIP)
        self.delete_button = Button(DELETE, "quiet", "trash-2", keys.of("leads", "delete"), tip=DELETE_TIP)
        self.side = QStackedWidget()
        self._editing: QWidget | None = None
        self.none, self.nothing = Empty("users", NONE, NONE_MORE, FIRST), Empty("search", " ", " ", CLEAR)
        self.split, self.some, self.foot = self._split(), QWidget(), Foot()
        self.body, self.stack = QStackedWidget(), QStackedWidget()
        self._lay_out()

    def say_found(self, any_leads: bool, found: bool) -> None:
        """Shows the list, that nothing was found, or that there is nothing yet."""
        self.stack.setCurrentWidget(self.some if any_leads else self.none)
        self.body.setCurrentWidget(self.split if found else self.nothing)
        self.search.setVisible(any_leads)
        self.foot.setVisible(found and self.side.currentWidget() is self.detail)

    def is_editing(self) -> bool:
        """Whether a lead's fields stand in place of its detail."""
        return self._editing is not None

    def show_editing(self, editing: QWidget) -> None:
        """Shows a lead's fields; the list waits, so that nothing typed is lost by another choice."""
        self._editing = editing
        self.show_beside(editing)
        self._while_editing(True)

    def end_editing(self, keep: bool = False) -> None:
        """Takes the fields away again; keep: what is typed in them may be wanted back."""
        editing, self._editing = self._editing, None
        if editing is not None:
            self.side.removeWidget(editing)
            editing.setParent(None) if keep else editing.deleteLater()
        self._while_editing(False)

    def show_beside(self, part: QWidget) -> None:
        """Shows this beside the list; the foot is there for the detail only."""
        if self.side.indexOf(part) < 0:
            self.side.addWidget(part)
        self.side.setCurrentWidget(part)
        self.foot.setVisible(part is self.detail)

    def _while_editing(self, on: bool) -> None:
        for part in (self.search, self.chips, self.sifting.sort, self.sifting.button, self.list):
            part.setEnabled(not on)

    def _lay_out(self) -> None:
        page = tokens.size("page")
        self.header.right.addWidget(self.search)
        self.header.setContentsMargins(page, 12, page, 8)
        for part in (self.split, self.nothing):
            self.body.addWidget(part)
        self.foot.left.addWidget(self.delete_button)
        self.foot.left.addStretch(1)
        self.foot.right.addWidget(self.go_on_button)
        self.foot.right.addWidget(self.edit_button)
        self.foot.right.addWidget(self.save_button)
        self.foot.right.addWidget(self.print_button)
        inner, filled = column(12), column(0)
        # The detail's scroll bar stands in the margin, so that the cards end where the page does.
        inner.setContentsMargins(page, 0, page - SCROLL_BAR, 0)
        inner.addLayout(self._bar())
        inner.addWidget(self.body, 1)
        filled.addLayout(inner, 1)
        filled.addWidget(self.foot)
        self.some.setLayout(filled)
        self.stack.addWidget(self.some)
        self.stack.addWidget(self.none)
        whole = column(0)
        whole.addWidget(self.header)
        whole.addWidget(self.stack, 1)
        self.setLayout(whole)

    def _bar(self) -> QHBoxLayout:
        """The filters above the list; the scroll bar's room is left free here too."""
        bar, right = row(12), row()
        bar.addWidget(self.chips, 1)
        right.addWidget(self.sifting.button)
        right.addWidget(self.sifting.sort)
        bar.addLayout(right)
        bar.setAlignment(right, Qt.AlignmentFlag.AlignTop)
        bar.setContentsMargins(0, 0, SCROLL_BAR, 0)
        return bar

    def _split(self) -> QWidget:
        card, inside, sides = QFrame(), column(0, 6), row(16)
        card.setProperty("kind", "card")
        card.setMaximumWidth(LIST_WIDTH)
        inside.addWidget(self.list)
        card.setLayout(inside)
        sides.addWidget(card, 4)
        self.side.addWidget(self.detail)
        sides.addWidget(self.side, 5)
        sides.setContentsMargins(0, 0, 0, 16)
        split = QWidget()
        split.setLayout(sides)
        return split
