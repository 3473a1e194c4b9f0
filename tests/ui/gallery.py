"""Every control and frame of the window as a picture: python -m tests.ui.gallery FOLDER.

Written for each look and language, off screen, for a person to look at.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

from boothapp import words
from boothapp.ui import theme, tokens
from boothapp.ui.widgets.buttons import Button, IconButton
from boothapp.ui.widgets.card import Card, Scroll, column, row
from boothapp.ui.widgets.chips import ChipItem, Chips
from boothapp.ui.widgets.choice import Choice
from boothapp.ui.widgets.empty import Empty
from boothapp.ui.widgets.field import Field, NoteField
from boothapp.ui.widgets.foot import Foot
from boothapp.ui.widgets.page_header import PageHeader
from boothapp.ui.widgets.rating import RatingBadge, RatingPanel, RatingShown
from boothapp.ui.widgets.scan_field import ScanField
from boothapp.ui.widgets.segments import AnswerRow, Option, chain
from boothapp.ui.widgets.speech import Words
from boothapp.ui.widgets.tick import Tick
from boothapp.ui.window import Place, Window
from tests.ui.gallery_words import say

BANT = ("budget", "authority", "need", "timing")
STATES = (("network", "wifi-off", "muted"), ("unsent", "inbox", "muted"), ("copy", "shield-check", "ok"))
STATES_RIGHT = (("printer", "printer", "warning"), ("who", "user-round", "muted"))


def answers(question: str) -> list[Option]:
    """The four ready answers of a BANT question."""
    return [Option(str(n), say(f"{question}{n}")) for n in range(1, 5)]


def chips(name: str, keys: str, on: list[str], counts: bool = False) -> Chips:
    """A group of chips with some on."""
    items = [ChipItem(key, say(key), 7 * n if counts else None) for n, key in enumerate(keys.split())]
    group = Chips(say(name), items)
    group.set_value(on)
    return group


def rating() -> RatingShown:
    """A warm visitor with everything the panel can show."""
    reasons = [(say("reason1"), 3), (say("reason2"), 3), (say("reason3"), 2), (say("reason4"), -1)]
    return RatingShown("warm", 7, reasons, [say("ask1"), say("ask2")], say("scorecard"))


def person() -> Card:
    """The visitor's fields, two a row."""
    card = Card()
    for keys in (("name", "company", "role"), ("mail", "phone", "country")):
        line = row(12)
        for key in keys:
            field = Field(say(key), check=lambda text: say("mailwarning") if "gmial" in text else "")
            field.set_text(say(f"{key}value"))
            field.left.emit("")
            line.addWidget(field, 1)
        card.body.addLayout(line)
    return card


def bant() -> Card:
    """The four rows with answers in every state."""
    card = Card()
    card.body.setSpacing(4)
    rows = [AnswerRow(say(question), answers(question)) for question in BANT]
    for line, value in zip(rows, ("3", "2", "", "1"), strict=True):
        line.answers.set_value(value)
        card.body.addWidget(line)
    chain(rows)
    return card


def capture(parent: QWidget) -> QWidget:
    """A page in the manner of the capture page."""
    page = QWidget(parent)
    left, right = column(12), column(12)
    left.addWidget(ScanField())
    left.addWidget(person())
    left.addWidget(bant())
    left.addWidget(chips("interests", "chip1 chip2 chip3 chip4 chip5", ["chip2"]))
    panel = RatingPanel()
    panel.show_rating(rating())
    right.addWidget(panel)
    right.addStretch(1)
    left.addStretch(1)
    inner = QWidget()
    sides = row(16)
    sides.addLayout(left, 2)
    sides.addLayout(right, 1)
    inner.setLayout(sides)
    sides.setContentsMargins(24, 4, 24, 8)
    foot = Foot()
    foot.left.addWidget(Tick(say("consent")))
    foot.right.addWidget(Button(say("saveprint"), "secondary", "printer", "Ctrl+P"))
    foot.right.addWidget(Button(say("save"), "primary", "check", "Ctrl+Return"))
    whole = column(0)
    header = PageHeader(say("capture"), say("capturestate"), low=True)
    header.layout().setContentsMargins(24, 12, 24, 8)
    whole.addWidget(header)
    whole.addWidget(Scroll(inner), 1)
    whole.addWidget(foot)
    page.setLayout(whole)
    return page


def empty(parent: QWidget) -> QWidget:
    """A page with nothing on it yet."""
    page = QWidget(parent)
    whole = column(8, tokens.size("page"))
    header = PageHeader(say("leads"), say("leadsstate"))
    header.right.addWidget(Button(say("export"), "secondary", "download"))
    whole.addWidget(header)
    whole.addWidget(Empty("users", say("emptysentence"), say("emptymore"), say("emptyaction")), 1)
    page.setLayout(whole)
    return page


def window(width: int, height: int, place: str) -> Window:
    """The whole frame with a page, states and a message."""
    places = [
        Place("capture", say("capture"), "user-plus", capture),
        Place("leads", say("leads"), "users", empty),
        Place("send", say("send"), "send", empty),
        Place("settings", say("settings"), "settings", empty),
    ]
    frame = Window(places)
    frame.resize(width, height)
    for key, icon, tone in STATES + STATES_RIGHT:
        frame.state.tell(key, say(f"state_{key}"), icon, tone)
    frame.go(place)
    return frame


def buttons_card() -> Card:
    """Every kind of button, at rest, with the keyboard, off."""
    card = Card(say("buttons"))
    for kind, icon in (("primary", "check"), ("secondary", "printer"), ("quiet", "undo-2"), ("danger", "x")):
        line = row()
        rest, off = Button(say("save"), kind, icon), Button(say("save"), kind, icon)
        off.setEnabled(False)
        for button in (rest, Button(say("saveprint"), kind), off, IconButton(say("save"), icon, kind)):
            line.addWidget(button)
        line.addStretch(1)
        card.body.addLayout(line)
    badges = row()
    for level, points in (("hot", 11), ("warm", 7), ("cold", 2)):
        badges.addWidget(RatingBadge(level, points))
        badges.addWidget(RatingBadge(level, points, large=True))
    badges.addStretch(1)
    card.body.addLayout(badges)
    return card


def fields_card() -> Card:
    """Fields in every state."""
    card = Card(say("fields"))
    plain, hinted, wrong = Field(say("name")), Field(say("phone"), say("phonehint")), Field(say("mail"))
    bad = Field(say("company"))
    wrong.set_text("o.gedz@gmial.com")
    wrong.complain(say("mailwarning"))
    bad.complain(say("companyerror"), "error")
    note = NoteField(say("note"), 2, "", say("noteplaceholder"))
    choice = Choice(say("country"), [("ua", say("countryvalue")), ("de", "Deutschland")])
    for part in (plain, hinted, wrong, bad, note, choice):
        card.body.addWidget(part)
    ticks, ticked = column(0), Tick(say("consent2"))
    ticked.setChecked(True)
    ticks.addWidget(Tick(say("consent")))
    ticks.addWidget(ticked)
    card.body.addLayout(ticks)
    return card


def type_card() -> Card:
    """The type scale and the tones."""
    card = Card(say("type"))
    for role in ("title", "figure", "heading", "body", "strong", "label", "label_strong"):
        card.body.addWidget(Words(say("typesample"), role))
    tones = row(16)
    for tone in ("muted", "accent", "ok", "warning", "error"):
        tones.addWidget(Words(say("leads"), "body", tone))
    tones.addStretch(1)
    card.body.addLayout(tones)
    return card


def controls() -> QWidget:
    """One sheet with every control."""
    sheet = QWidget()
    left, right = column(16), column(16)
    for card in (buttons_card(), type_card()):
        left.addWidget(card)
    left.addWidget(chips("interests", "chip1 chip2 chip3 chip4 chip5", ["chip2", "chip4"], counts=True))
    left.addWidget(ScanField())
    left.addStretch(1)
    right.addWidget(fields_card())
    right.addStretch(1)
    whole = row(16, 24)
    whole.addLayout(left, 1)
    whole.addLayout(right, 1)
    sheet.setLayout(whole)
    sheet.resize(1180, 860)
    return sheet


def focused() -> QWidget:
    """Each control as it looks with the keyboard, side by side: grabbed one after the other."""
    sheet, stack = QWidget(), QVBoxLayout()
    parts = focusable()
    sheet.resize(760, 80 * len(parts))
    for part in parts:
        picture = QLabel()
        holder = holding(part)
        picture.setPixmap(holder.grab())
        stack.addWidget(picture)
        holder.close()
    sheet.setLayout(stack)
    return sheet


def focusable() -> list[QWidget]:
    """One of each control that takes the keyboard."""
    line = AnswerRow(say("authority"), answers("authority"))
    line.answers.set_value("2")
    return [
        Button(say("save"), "primary", "check"),
        Button(say("saveprint"), "secondary", "printer"),
        Button(say("save"), "quiet"),
        line,
        chips("interests", "chip1 chip2 chip3", ["chip1"]),
        Tick(say("consent")),
        Field(say("name")),
        ScanField(),
    ]


def holding(part: QWidget) -> QWidget:
    """A shown window around one control that has the keyboard."""
    holder = QWidget()
    layout = column(0, 8)
    layout.addWidget(part)
    holder.setLayout(layout)
    holder.resize(720, 60)
    holder.show()
    holder.activateWindow()
    stops = [w for w in (part, *part.findChildren(QWidget)) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert QTest.qWaitForWindowActive(holder)
    stops[0].setFocus(Qt.FocusReason.TabFocusReason)
    return holder


def message(frame: Window) -> None:
    """Lets the frame say that a lead was saved."""
    frame.message.say(say("saved"), lambda: None)


def pictures() -> dict[str, Callable[[], QWidget]]:
    """Name of each picture and what makes it."""
    return {
        "controls": controls,
        "focus": focused,
        "capture-1280": lambda: window(1280, 700, "capture"),
        "capture-1024": lambda: window(1024, 600, "capture"),
        "empty": lambda: window(1280, 700, "leads"),
    }


def paint(folder: Path, look: str, language: str) -> None:
    """Writes every picture in one look and language."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    words.use(language)
    theme.use(app, look)
    for name, make in pictures().items():
        widget = make()
        widget.show()
        if isinstance(widget, Window) and name == "empty":
            message(widget)
            widget.message._slide.stop()
            widget.message._settle()
        for _ in range(3):
            QApplication.processEvents()
        widget.grab().save(str(folder / f"{name}-{look}-{language}.png"))
        widget.close()
        widget.deleteLater()


def paint_menu(folder: Path, look: str, language: str) -> None:
    """Writes the menu at the rail's foot, which lives as long as its window."""
    frame = window(1024, 600, "leads")
    frame.menu().grab().save(str(folder / f"menu-{look}-{language}.png"))


def main(folder: str) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    Path(folder).mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    theme.begin(app, "light")
    for look in ("light", "dark"):
        for language in words.LANGUAGES:
            paint(Path(folder), look, language)
            paint_menu(Path(folder), look, language)


if __name__ == "__main__":
    main(sys.argv[1])
