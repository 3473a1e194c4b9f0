"""The head of the detail: who it is, how hot, and how to reach them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget

from boothapp.domain.lead import Lead
from boothapp.ui import letters
from boothapp.ui.desk import Desk
from boothapp.ui.pages.capture.person import shown
from boothapp.ui.widgets.buttons import IconButton
from boothapp.ui.widgets.card import Card, column, row
from boothapp.ui.widgets.facts import breakable, value
from boothapp.ui.widgets.flow import Flow
from boothapp.ui.widgets.rating import RatingBadge
from boothapp.ui.widgets.sign import Sign
from boothapp.words import mark, tr

COPY = mark("Copy")
# Beside its sign and its button this fits into the narrowest detail.
_WIDEST = 340
_LONG_NAME = 80


class Head(Card):
    """Name, number, company and rating, then each way of contact with a button that copies it."""

    def __init__(self, desk: Desk, lead: Lead, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        visitor = lead.visitor
        top, texts = row(16), column(2)
        texts.addWidget(_name(lead.label))
        if work := ", ".join(part for part in (visitor.job_title, visitor.company) if part):
            texts.addWidget(value(breakable(work)))
        place = ", ".join(part for part in (visitor.city, shown(visitor, "country")) if part)
        where = " · ".join(part for part in (lead.number, place) if part)
        texts.addWidget(value(breakable(where), "muted", "label"))
        top.addLayout(texts, 1)
        badge = RatingBadge(lead.rating.level, lead.rating.points, large=True)
        top.addWidget(badge, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(top)
        self._add_contacts(desk, lead)

    def _add_contacts(self, desk: Desk, lead: Lead) -> None:
        mails = [("mail", mail) for mail in lead.visitor.emails]
        phones = [("phone", phone.text) for phone in lead.visitor.phones]
        lines = Flow()
        for icon, text in (*mails, *phones):
            lines.addWidget(Contact(desk, icon, text))
        if lines.count():
            self.body.addLayout(lines)


class Contact(QWidget):
    """One address or number; the button copies it."""

    def __init__(self, desk: Desk, icon: str, text: str) -> None:
        super().__init__()
        self._desk, self._text = desk, text
        self.copy = IconButton(COPY, "copy")
        self.copy.setAccessibleName(f"{tr(COPY)}: {text}")
        self.copy.clicked.connect(self._copied)
        line = row()
        line.addWidget(Sign(icon, "text_muted", 18))
        line.addWidget(_way(text))
        line.addWidget(self.copy)
        self.setLayout(line)

    def _copied(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self._desk.say(tr("Copied: {text}").format(text=self._text), None)


def _way(text: str) -> QLabel:
    """An address or a number; what is longer than the page is shown with its middle left out."""
    label = value(text, wraps=False)
    label.setText(label.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, _WIDEST))
    if label.text() != text:
        label.setToolTip(text)
    label.setAccessibleName(text)
    return label


def _name(text: str) -> QLabel:
    label = value(breakable(text))
    label.setAccessibleName(text)
    label.setFont(letters.font("title" if len(text) <= _LONG_NAME else "heading"))
    return label
