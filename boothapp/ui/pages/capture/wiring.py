"""What happens on the capture page goes to whoever it concerns."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

from boothapp.ui import keys
from boothapp.ui.desk import Desk

if TYPE_CHECKING:
    from boothapp.ui.pages.capture.page import CapturePage


def connect(page: "CapturePage", desk: Desk) -> None:
    """Once, when all parts of the page are made."""
    page.scanning.picture.connect(page.pictures.look_at)
    for reader in (page.scanning, page.pictures):
        reader.read.connect(page.taking.take)
        reader.refused.connect(lambda error: page.talk.notice.say(str(error), "warning"))
    page.scanning.typed.connect(page.taking.name)
    page.completing.chosen.connect(page.take_person)
    page.completing.met.connect(lambda lead: page.recognising.choose(lead))
    page.looking_back.met.connect(page.meet)
    # What is only good to know moves no field.
    page.looking_back.told.connect(desk.say)
    page.looking_back.warned.connect(page.talk.warn)
    page.looking_back.changed.connect(page.think)
    page.scan.textChanged.connect(lambda _text: page.drafts.journal.touch())
    page.scan.left.connect(page.taking.leave_scan)
    for part in (page.talk, page.pieces, page.consents, page.thinking.follow, page.pictures.cards):
        part.changed.connect(page.think)
    page.talk.person.left.connect(page.look_back)
    page.crowd_button.toggled.connect(lambda on: page.crowd.turn(on))
    page.save_button.clicked.connect(lambda: page.scanning.turns.say(page.save))
    page.print_button.clicked.connect(lambda: page.scanning.turns.say(partial(page.save, and_print=True)))
    for key, act in ((keys.of("capture", "scan"), page.step_back), ("Ctrl+Enter", page.save_button.click)):
        QShortcut(QKeySequence(key), page).activated.connect(act)
