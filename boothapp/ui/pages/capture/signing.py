"""Signing for what was allowed: a pad over the page, with the words that are signed above it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from boothapp.ui import tokens
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.card import column, row
from boothapp.ui.widgets.overlay import Overlay
from boothapp.ui.widgets.signature import NAME, SignaturePad
from boothapp.ui.widgets.speech import Words
from boothapp.words import mark

CLEAR, CANCEL, DONE = mark("Clear"), mark("Cancel"), mark("Done")
_HIGH = 220


class Signing(Overlay):
    """Emits signed(strokes); left() where it is closed without."""

    signed = Signal(str)
    left = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.title, self.wording = Words(NAME, "heading", parent=self), Words("", "body", parent=self)
        self.pad = SignaturePad(_HIGH, self)
        self.clear_button = Button(CLEAR, "quiet", parent=self)
        self.cancel_button = Button(CANCEL, parent=self)
        self.done_button = Button(DONE, "primary", "check", parent=self)
        self._lay_out()
        self.pad.changed.connect(lambda: self.done_button.setEnabled(bool(self.pad.value())))
        self.clear_button.clicked.connect(self.pad.clear)
        self.cancel_button.clicked.connect(self.leave)
        self.done_button.clicked.connect(self._sign)

    def ask(self, wordings: Sequence[str]) -> None:
        """Shows an empty pad below these words."""
        self.wording.say("\n".join(wordings))
        self.pad.clear()
        self.settle()
        self.show()
        self.raise_()
        self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """While it is open Tab goes round in it: the page behind waits."""
        from boothapp.ui import reading_order

        stop = reading_order.following(self, self.focusWidget(), forward)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason)
        return stop is not None

    def _sign(self) -> None:
        self.hide()
        self.signed.emit(self.pad.value())

    def leave(self) -> None:
        """Closes it without a signature."""
        self.hide()
        self.left.emit()

    def settle(self) -> None:
        """Stands in the middle."""
        room, gap = self.over.size(), tokens.size("card")
        width = min(self.pad.sizeHint().width() + 2 * gap + 2, room.width() - 2 * gap)
        layout = self.layout()
        high = layout.totalHeightForWidth(width) if layout else 0
        high = min(max(high, self.sizeHint().height()), room.height() - 2 * gap)
        self.setGeometry((room.width() - width) // 2, (room.height() - high) // 2, width, high)

    def _lay_out(self) -> None:
        self.wording.setWordWrap(True)
        whole, buttons = column(12, tokens.size("card")), row()
        buttons.addWidget(self.clear_button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.done_button)
        for part in (self.title, self.wording, self.pad):
            whole.addWidget(part)
        whole.addLayout(buttons)
        self.setLayout(whole)
