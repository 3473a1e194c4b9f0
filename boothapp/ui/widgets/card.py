"""Surfaces: the card with one hairline, the frameless scroll area, the plain row and column."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from boothapp.ui import tokens
from boothapp.ui.widgets.speech import Words


class Card(QFrame):
    """One hairline, radius 10, padding 16; put things into `body`, extras beside the title into `head`."""

    def __init__(self, title: str = "", parent: QWidget | None = None, dense: bool = False) -> None:
        """`dense` saves height on a page that has to show much at once."""
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.head, self.body = row(), column()
        padding = tokens.size("card")
        whole = column(tokens.size("gap") if dense else tokens.size("gap") + 4, padding)
        if dense:
            whole.setContentsMargins(padding, 10, padding, 10)
        if title:
            self.head.addWidget(Words(title, "strong" if dense else "heading", parent=self))
            self.head.addStretch(1)
            whole.addLayout(self.head)
        whole.addLayout(self.body)
        self.setLayout(whole)


class Scroll(QScrollArea):
    """A vertical scroll area with no frame around one widget."""

    def __init__(self, inner: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inner.setProperty("kind", "scrolled")
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def row(gap: int | None = None, margin: int = 0) -> QHBoxLayout:
    """Side by side, 8 px apart."""
    layout = QHBoxLayout()
    layout.setSpacing(tokens.size("gap") if gap is None else gap)
    layout.setContentsMargins(margin, margin, margin, margin)
    return layout


def column(gap: int | None = None, margin: int = 0) -> QVBoxLayout:
    """Below each other, 8 px apart."""
    layout = QVBoxLayout()
    layout.setSpacing(tokens.size("gap") if gap is None else gap)
    layout.setContentsMargins(margin, margin, margin, margin)
    return layout


def centred(block: QWidget) -> QVBoxLayout:
    """The block a little above the middle of a page, where the eye looks first."""
    line, whole = row(0), column(0, tokens.size("page"))
    line.addStretch(1)
    line.addWidget(block, 100)
    line.addStretch(1)
    whole.addStretch(2)
    whole.addLayout(line)
    whole.addStretch(3)
    return whole


def emptied(layout: QLayout) -> None:
    """Takes everything out of a layout and out of those inside it, for good."""
    while item := layout.takeAt(0):
        if inner := item.layout():
            emptied(inner)
        if old := item.widget():
            # What is deleted only later would be seen once more.
            old.hide()
            old.deleteLater()
