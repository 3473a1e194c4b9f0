"""What stands where on the Send page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from boothapp.ui import keys, tokens
from boothapp.ui.desk import Desk
from boothapp.ui.pages.send.came_list import CameList
from boothapp.ui.pages.send.caution import Caution
from boothapp.ui.pages.send.office_card import OfficeCard
from boothapp.ui.pages.send.target_form import TargetForm
from boothapp.ui.widgets.buttons import Button, enter_clicks
from boothapp.ui.widgets.card import Scroll, column, row
from boothapp.ui.widgets.empty import Empty
from boothapp.ui.widgets.foot import Foot
from boothapp.ui.widgets.page_header import PageHeader
from boothapp.ui.widgets.work import Work, WorkLine
from boothapp.words import mark

TITLE, SEND, FETCH, PACK = mark("Send"), mark("Send"), mark("Fetch outcomes"), mark("Save lead pack…")
NO_OFFICE = mark("No head office yet")
NO_OFFICE_MORE = mark(
    "Say once where your CRM is; from then on one press sends the leads there. Until then they wait safely "
    "on this laptop, and a lead pack hands them to sales as files."
)
QUIET = mark("Nothing needs you here")
QUIET_MORE = mark(
    "Leads that are held back or refused stand here with the reason, and so does what comes back."
)
UNSURE = mark("The last try did not work")
UNSURE_MORE = mark("What stood in the way is said at the left. Every lead is kept on this laptop.")
CARD_WIDTH = 372


class SendFrame(QWidget):
    """Office left, what came back right, the work at the foot; or the form that sets an office up."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        enter_clicks(self)
        self.work = Work(desk.tasks, self)
        self.header, self.line = PageHeader(TITLE, low=True), WorkLine(self.work)
        self.pack_button = Button(PACK, "secondary", "package")
        self.fetch_button = Button(FETCH, "secondary", "download")
        self.send_button = Button(SEND, "primary", "send", keys.of("send", "send"))
        self.card, self.came, self.form = OfficeCard(), CameList(), TargetForm()
        self.caution = Caution()
        self.quiet = Empty("circle-check", QUIET, QUIET_MORE)
        self.unsure = Empty("inbox", UNSURE, UNSURE_MORE)
        self.none = Empty("building-2", NO_OFFICE, NO_OFFICE_MORE)
        self.foot, self.right, self.body = Foot(), QStackedWidget(), QStackedWidget()
        self.offices, self.setting_up = self._offices(), self._setting_up()
        self._lay_out()

    def show_form(self, first: bool) -> None:
        """Shows the form; `first` where there is no office yet, and so nothing to go back to."""
        self.body.setCurrentWidget(self.setting_up)
        self.none.setVisible(first)
        self.form.cancel_button.setVisible(not first)
        self.foot.hide()
        self.caution.hide()

    def show_offices(self) -> None:
        """Shows the office and what came back."""
        self.body.setCurrentWidget(self.offices)
        self.foot.show()

    def take_keyboard(self) -> None:
        """Gives the keyboard to what is done first here."""
        if self.body.currentWidget() is self.setting_up:
            first: QWidget = self.form.first()
        else:
            buttons = (self.send_button, self.fetch_button, self.pack_button)
            first = next((button for button in buttons if button.isEnabled()), self.pack_button)
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        page = tokens.size("page")
        self.header.right.addWidget(self.pack_button)
        self.header.setContentsMargins(page, 12, page, 8)
        self.body.addWidget(self.offices)
        self.body.addWidget(self.setting_up)
        self.foot.left.addWidget(self.line)
        self.foot.left.addStretch(1)
        self.foot.right.addWidget(self.fetch_button)
        self.foot.right.addWidget(self.send_button)
        whole = column(0)
        whole.addWidget(self.header)
        whole.addWidget(self.body, 1)
        whole.addWidget(self.caution)
        whole.addWidget(self.foot)
        self.setLayout(whole)

    def _offices(self) -> QWidget:
        page, sides = QWidget(), row(16)
        self.card.setFixedWidth(CARD_WIDTH)
        self.right.addWidget(self.quiet)
        self.right.addWidget(self.unsure)
        self.right.addWidget(self.came)
        sides.addWidget(self.card)
        sides.addWidget(self.right, 1)
        sides.setContentsMargins(tokens.size("page"), 4, tokens.size("page"), 16)
        page.setLayout(sides)
        return page

    def _setting_up(self) -> QWidget:
        inner, sides, right = QWidget(), row(16), column(0)
        self.form.setMaximumWidth(620)
        right.addStretch(2)
        right.addWidget(self.form)
        right.addStretch(3)
        sides.addWidget(self.none, 4)
        sides.addLayout(right, 5)
        sides.setContentsMargins(tokens.size("page"), 4, tokens.size("page"), 16)
        inner.setLayout(sides)
        return Scroll(inner)
