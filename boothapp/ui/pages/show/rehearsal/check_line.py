"""One check of the rehearsal: its sign, its name, what was found, and what to do."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from boothapp.ui.widgets.card import column, row
from boothapp.ui.widgets.sign import Sign
from boothapp.ui.widgets.speech import Words
from boothapp.words import mark

SIGNS: Mapping[str, tuple[str, str]] = {
    "waits": ("ellipsis", "text_muted"),
    "runs": ("refresh-cw", "accent"),
    "scan": ("scan-line", "accent"),
    "ok": ("circle-check", "ok"),
    "look": ("triangle-alert", "warning"),
    "wrong": ("circle-alert", "error"),
}
STATES: Mapping[str, str] = {
    "waits": mark("Not tried yet"),
    "runs": mark("Being tried…"),
    "scan": mark("Scan now"),
    "ok": mark("Ready"),
    "look": mark("Worth a look"),
    "wrong": mark("Not ready"),
}
NAME_WIDTH, STATE_WIDTH = 168, 104


class CheckLine(QWidget):
    """Shows a state of SIGNS; the state is a word too, never a colour alone."""

    def __init__(self, title: str, what: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state, self._what = "", what
        self.sign = Sign("ellipsis", "text_muted", 22)
        self.name, self.word = Words(title, "strong"), Words("", "label_strong")
        self.detail, self.step = Words("", "body"), Words("", "label", "muted")
        self._lay_out()
        self.tell("waits")

    def tell(self, state: str, detail: str = "", step: str = "") -> None:
        """Shows how it stands, in ready texts."""
        self.state = state
        icon, role = SIGNS[state]
        self.sign.show_icon(icon, role)
        self.word.say(STATES[state])
        self.word.set_tone(role if role in ("ok", "warning", "error") else "muted")
        self.detail.set_tone("muted" if state == "waits" else "")
        for words, text in ((self.detail, detail or self._what), (self.step, step)):
            words.say(text)
            words.setVisible(bool(text))

    def _lay_out(self) -> None:
        texts, whole = column(2), row(12)
        for words in (self.name, self.word, self.detail, self.step):
            words.setWordWrap(True)
        self.name.setFixedWidth(NAME_WIDTH)
        self.word.setFixedWidth(STATE_WIDTH)
        # The smaller letters stand on the same base line as the name.
        self.word.setContentsMargins(0, 2, 0, 0)
        for words in (self.detail, self.step):
            texts.addWidget(words)
        texts.addStretch(1)
        for part in (self.sign, self.name, self.word):
            whole.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(texts, 1)
        self.setLayout(whole)
