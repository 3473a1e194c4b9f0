"""What is kept as the show's badge format now, with the way to forget it."""

from PySide6.QtWidgets import QWidget

from boothapp.badge import profile_words
from boothapp.domain.badge_profile import BadgeProfile
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.card import Card, row
from boothapp.ui.widgets.speech import Words
from boothapp.words import mark


class Kept(Card):
    """One line in words; gone where the show has no format."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, dense=True)
        self._profile: BadgeProfile | None = None
        self.words = Words("", "body")
        self.words.setWordWrap(True)
        self.forget = Button(
            mark("Forget"), "secondary", "x", tip=mark("Read the badges as any others again")
        )
        line = row(16)
        line.addWidget(Words(mark("Kept for this show"), "strong"))
        line.addWidget(self.words, 1)
        line.addWidget(self.forget)
        self.body.addLayout(line)

    def show_profile(self, profile: BadgeProfile | None) -> None:
        """Tells this format, or hides the card."""
        self._profile = profile
        self.words.say(" ".join(profile_words.told(profile)) if profile else "")
        self.setVisible(profile is not None)

    def retranslate(self) -> None:
        """Tells it again in the language spoken now."""
        self.show_profile(self._profile)
