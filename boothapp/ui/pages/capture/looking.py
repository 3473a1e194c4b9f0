"""One calm line while a picture takes its time, with what ends the waiting."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.card import row
from boothapp.ui.widgets.field import Message
from boothapp.words import mark, plural

CANCEL = mark("Cancel")
# A short look is over before anybody could read a line (ms).
SOON = 700


class Looking(QWidget):
    """Shown only while a look takes longer than SOON. Emits cancelled."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.message, self.cancel = Message(self), Button(CANCEL, "quiet", parent=self)
        self.soon = QTimer(self, singleShot=True, interval=SOON)
        self.soon.timeout.connect(self.show)
        self.cancel.clicked.connect(self.cancelled)
        whole = row(8)
        whole.addWidget(self.message, 1)
        whole.addWidget(self.cancel)
        self.setLayout(whole)
        self.hide()

    def count(self, looks: int) -> None:
        """So many pictures are looked at."""
        if not looks:
            self.soon.stop()
            self.hide()
            return
        self.message.say(
            plural(
                "{n} picture is being looked at; you can go on meanwhile.",
                "{n} pictures are being looked at; you can go on meanwhile.",
                looks,
            )
        )
        if self.isHidden() and not self.soon.isActive():
            self.soon.start()
