"""Lines that a scanner types into the scan field, gathered to the badges they make."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from boothapp.ui import payloads

if TYPE_CHECKING:
    from boothapp.badge.layouts import Layout
    from boothapp.badge.lines import Lines

# After the last key: a badge that shows its own end may pause (ms); others are over soon.
PAUSE, SOON = 700, 150
# So many keys tell a scanner's pace.
FEWEST = 4


class Gathering(QObject):
    """Emits whole(text, sure) for each badge; a line that stands alone, such as an id, never waits.

    sure: no person typed any of it.
    """

    whole = Signal(str, bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Lines[str] | None = None
        self._sure = True
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self.end)

    @property
    def open(self) -> bool:
        """Whether lines wait for more."""
        return self._lines is not None and self._lines.open

    def takes(self, sure: bool) -> bool:
        """Whether a line belongs here: a scanner's, or any inside a badge that shows its own end."""
        return sure or (self._lines is not None and self._lines.ends_itself)

    def add(self, line: str, learnt: "Layout | None", sure: bool) -> None:
        """The next line; learnt: this laptop's own layout."""
        # The tables of layouts are loaded by the first scan, not by the start.
        from boothapp.badge import lines
        from boothapp.badge.clues import Clues

        if self._lines is None or not self._lines.open:
            self._lines, self._sure = lines.Lines(Clues(learnt, sure=True)), True
        self._sure = self._sure and (sure or len(line.strip()) < FEWEST)
        self._give(self._lines.add(line, line))
        self.key()

    def key(self) -> None:
        """A key came: the next line is on its way."""
        if self._lines is not None and self._lines.open:
            self._clock.start(PAUSE if self._lines.ends_itself else SOON)
        else:
            self._clock.stop()

    def end(self) -> None:
        """No more comes."""
        self._clock.stop()
        if self._lines is not None:
            self._give(self._lines.rest())

    def _give(self, badges: list[list[str]]) -> None:
        for badge in badges:
            self.whole.emit(payloads.whole(badge), self._sure)
