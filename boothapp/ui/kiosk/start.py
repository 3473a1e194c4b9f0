"""The first page of the kiosk: whose stand it is, and one large tile for each language."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from boothapp import words
from boothapp.domain.show import Show
from boothapp.ui.kiosk.controls import OWN_LANGUAGE, KioskMessage, LanguageTile
from boothapp.ui.widgets.card import column, row
from boothapp.ui.widgets.sign import Sign
from boothapp.ui.widgets.speech import Words
from boothapp.words import mark, tr

BEGIN = mark("Welcome. Touch here to leave us your details.")
BADGE = mark("Or show your badge to the scanner.")
_SIDE, _SIGN = 72, 32


class Start(QWidget):
    """Emits begun(language)."""

    begun = Signal(str)

    def __init__(self, show: Show, languages: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # The keyboard is here, where no key presses anything; Tab leads to the tiles.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._languages = tuple(languages)
        self.setAccessibleName(show.company or show.name)
        self.company, self.show_name = (
            Words(show.company or show.name, "display"),
            Words(show.name, "kiosk", "muted"),
        )
        if not show.company:
            self.show_name.hide()
        self.badge, self.message = Words(BADGE, "kiosk", "muted"), KioskMessage()
        self.tiles = {one: LanguageTile(words.LANGUAGES[one], tr(BEGIN, one)) for one in languages}
        for one, tile in self.tiles.items():
            tile.clicked.connect(lambda _on=False, one=one: self.begun.emit(one))
        self._lay_out()
        self._say_badge()

    def complain(self, text: str) -> None:
        """Says what is wrong with what was shown; "" says nothing."""
        self.message.say(text, "warning")

    def _say_badge(self) -> None:
        """In every language: nobody has chosen one yet."""
        self.badge.say("\n".join(tr(BADGE, one) for one in self._languages))
        self.badge.setProperty(OWN_LANGUAGE, self.badge.text())

    def _lay_out(self) -> None:
        for said in (self.company, self.show_name, self.badge):
            said.setWordWrap(True)
        whole, tiles, badge = column(8), row(16), row(16)
        whole.setContentsMargins(_SIDE, 0, _SIDE, 0)
        for tile in self.tiles.values():
            tiles.addWidget(tile)
        badge.addWidget(Sign("scan-line", "text_muted", _SIGN), 0, Qt.AlignmentFlag.AlignTop)
        badge.addWidget(self.badge, 1)
        whole.addStretch(2)
        whole.addWidget(self.company)
        whole.addWidget(self.show_name)
        whole.addSpacing(32)
        whole.addLayout(tiles)
        whole.addSpacing(24)
        whole.addLayout(badge)
        whole.addWidget(self.message)
        whole.addStretch(3)
        self.setLayout(whole)
