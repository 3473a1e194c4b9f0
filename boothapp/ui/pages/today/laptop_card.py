"""The laptop in one row: battery, disk, clock, second copy and printer, each with what to do."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from boothapp.ui import laptop_signs, locale
from boothapp.ui.laptop import LaptopWatch
from boothapp.ui.laptop_signs import Told
from boothapp.ui.widgets.card import Card, column, row
from boothapp.ui.widgets.sign import Sign
from boothapp.ui.widgets.speech import Words
from boothapp.words import mark, tr

NAMES: Mapping[str, str] = {
    "battery": mark("Battery"),
    "disk": mark("Disk"),
    "clock": mark("Clock"),
    "copy": mark("Second copy"),
    "printer": mark("Printer"),
}
NO_BATTERY, LOOKING = mark("On the mains"), mark("Being looked at…")


class Part(QWidget):
    """One thing of the laptop: its sign, its name, how it stands, and what to do."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._sign = Sign("clock", "text_muted", 22)
        self.name, self.text, self.step = (
            Words(name, "label", "muted"), Words("", "strong"), Words("", "label", "muted"),
        )  # fmt: skip
        texts, whole = column(2), row(10)
        for words in (self.name, self.text, self.step):
            words.setWordWrap(True)
            texts.addWidget(words)
        texts.addStretch(1)
        whole.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(texts, 1)
        self.setLayout(whole)

    def tell(self, told: Told) -> None:
        """Shows how it stands."""
        tone = "" if told.tone == "muted" else told.tone
        self._sign.show_icon(told.icon, tone or "text_muted")
        self.text.say(told.value)
        self.text.set_tone(tone)
        self.step.say(told.step)
        self.step.setVisible(bool(told.step))


class LaptopCard(Card):
    """Shows what the watch has seen, and the time."""

    def __init__(self, watch: LaptopWatch, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, dense=True)
        self._watch = watch
        self.parts = {key: Part(name) for key, name in NAMES.items()}
        line = row(16)
        for part in self.parts.values():
            line.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(line)
        watch.changed.connect(self.tell)
        self.tell()

    def tell(self) -> None:
        """Everything again, in the language spoken now and at the present time."""
        told = laptop_signs.told(self._watch)
        for key, part in self.parts.items():
            part.tell(told.get(key) or self._otherwise(key))

    def _otherwise(self, key: str) -> Told:
        now = datetime.now().astimezone()
        if key == "clock":
            return _plain(f"{now:%H:%M}, {locale.day(now.date())}", "clock")
        if key == "battery" and self._watch.laptop is not None:
            return _plain(tr(NO_BATTERY), "battery-charging")
        return _plain(tr(LOOKING), "clock")


def _plain(text: str, icon: str) -> Told:
    return Told(text, text, icon, "muted")
