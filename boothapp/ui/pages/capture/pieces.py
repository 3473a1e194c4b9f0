"""What was shown and handed over: the pieces that fit first, the demo whole or half."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QWidget

from boothapp.domain.collateral import PIECE_KINDS, Piece
from boothapp.domain.show import Show
from boothapp.domain.touch import Touch
from boothapp.domain.wording import said
from boothapp.ui import letters
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.card import Card, column
from boothapp.ui.widgets.segments import Option, Segments
from boothapp.ui.widgets.speech import Words
from boothapp.ui.widgets.tick import Tick
from boothapp.words import language, mark, plural, tr

SHARES = {"half": 0.5, "whole": 1.0}
HALF, WHOLE = mark("Half of it"), mark("The whole demo")
FEWER = mark("Only what fits")
_LOW = 30


class Demo(QWidget):
    """One demo: not shown, half of it, or the whole."""

    changed = Signal()

    def __init__(self, piece: Piece, parent: QWidget) -> None:
        super().__init__(parent)
        self.piece, self.title = piece, Words(said(piece.title, language()), "body", parent=self)
        self.title.setWordWrap(True)
        self.share = Segments(said(piece.title, language()), _shares(), self)
        self.share.chosen.connect(self.changed)
        whole = column(4)
        whole.addWidget(self.title)
        whole.addWidget(self.share)
        self.setLayout(whole)

    def retranslate(self) -> None:
        """Title and shares again."""
        self.title.say(said(self.piece.title, language()))
        self.share.set_options(said(self.piece.title, language()), _shares())


class Pieces(Card):
    """Ticks for what is handed over; the first that are shown are about the visitor's interests."""

    changed = Signal()

    def __init__(self, show: Show, parent: QWidget | None = None) -> None:
        super().__init__(mark("Shown and handed over"), parent, dense=True)
        self._show, self._all = show, False
        self._interests: tuple[str, ...] = ()
        self.demos = {piece.id: Demo(piece, self) for piece in show.pieces if piece.kind == "demo"}
        others = [piece for piece in show.pieces if piece.kind != "demo"]
        self.ticks = {piece.id: Tick(_title(piece), self, flush=True) for piece in others}
        self.every = Button("", "quiet", parent=self)
        self.every.setFixedHeight(_LOW)
        self.body.setSpacing(0)
        for demo in self.demos.values():
            demo.changed.connect(self.changed)
            self.body.addWidget(demo)
        for tick in self.ticks.values():
            tick.setFont(letters.font("label"))
            tick.toggled.connect(self.changed)
            self.body.addWidget(tick)
        # On a small window the column would be as wide as title and button, and what stands above it is cut.
        title = self.findChild(Words, options=Qt.FindChildOption.FindDirectChildrenOnly)
        assert title is not None  # a card with a title
        title.setWordWrap(True)
        self.head.addWidget(self.every)
        self.every.clicked.connect(self._unfold)
        self.suggest(())
        if not show.pieces:
            self.hide()

    def suggest(self, interests: Sequence[str]) -> None:
        """Shows the pieces about these products; what is ticked stays in sight."""
        self._interests = tuple(interests)
        fitting = {piece.id for piece in self._show.suggested(interests)}
        for id, tick in self.ticks.items():
            tick.setVisible(self._all or id in fitting or tick.isChecked())
        self._name_rest()

    def value(self) -> tuple[str, ...]:
        """The pieces handed over, which the sheet names."""
        return tuple(id for id, tick in self.ticks.items() if tick.isChecked())

    def touches(self) -> tuple[Touch, ...]:
        """What was done with them, which the rating counts."""
        shown = [(id, SHARES[demo.share.value()]) for id, demo in self.demos.items() if demo.share.value()]
        handed = [Touch(_touch(self._show, id), id) for id in self.value()]
        return (*(Touch("demo", id, share) for id, share in shown), *handed)

    def set_value(self, pieces: Sequence[str], touches: Sequence[Touch]) -> None:
        """Shows what was handed over and shown; nobody has chosen it just now."""
        shown = {
            touch.piece: "whole" if touch.share >= 1 else "half" for touch in touches if touch.kind == "demo"
        }
        with QSignalBlocker(self):
            for id, demo in self.demos.items():
                demo.share.set_value(shown.get(id, ""))
            for id, tick in self.ticks.items():
                tick.setChecked(id in pieces)
        self.suggest(self._interests)

    def retranslate(self) -> None:
        """Every title again."""
        for demo in self.demos.values():
            demo.retranslate()
        for id, tick in self.ticks.items():
            piece = self._show.piece(id)
            tick.say(_title(piece) if piece else id)
            tick.setToolTip(tr(PIECE_KINDS[piece.kind]) if piece else "")
        self._name_rest()

    def _name_rest(self) -> None:
        """What the button shows: all pieces, or only those that fit."""
        count = len(self._show.pieces)
        self.every.say(FEWER if self._all else plural("{n} piece", "All {n} pieces", count))
        self.every.setVisible(self._all or any(not tick.isVisibleTo(self) for tick in self.ticks.values()))

    def _unfold(self) -> None:
        self._all = not self._all
        self.suggest(self._interests)


def _title(piece: Piece) -> str:
    return said(piece.title, language())


def _touch(show: Show, id: str) -> str:
    piece = show.piece(id)
    return "trial" if piece and piece.kind == "trial" else "handed"


def _shares() -> list[Option]:
    return [Option("half", tr(HALF)), Option("whole", tr(WHOLE))]
