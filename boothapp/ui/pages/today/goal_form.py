"""The goal of a day, typed where it is shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QWidget

from boothapp.domain.kit_check import HIGHEST_GOAL
from boothapp.ui.widgets.buttons import Button, enter_clicks
from boothapp.ui.widgets.card import Card, row
from boothapp.ui.widgets.field import Field
from boothapp.words import mark

LABEL = mark("Leads a day on this laptop")
HINT = mark("With several laptops at the stand, give each its share. Empty is no goal.")
FIELD = 160
"""Pixels: four digits, no more."""
KEEP, LEAVE = mark("Set the goal"), mark("Cancel")


class GoalForm(Card):
    """Emits kept(goal), 0 for none, and left()."""

    kept = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, dense=True)
        enter_clicks(self)
        self.field = Field(LABEL, HINT)
        self.keep_button, self.leave_button = Button(KEEP, "primary"), Button(LEAVE, "quiet")
        self.field.input.setValidator(QIntValidator(0, HIGHEST_GOAL, self))  # type: ignore[attr-defined]
        self.field.input.returnPressed.connect(self._keep)  # type: ignore[attr-defined]
        line = row(12)
        self.field.input.setMaximumWidth(FIELD)
        line.addWidget(self.field, 1)
        for button in (self.leave_button, self.keep_button):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(line)
        self.keep_button.clicked.connect(self._keep)
        self.leave_button.clicked.connect(self.left)
        self.hide()

    def begin(self, goal: int) -> None:
        """Asks for it, beginning with the goal there is."""
        self.field.set_text(str(goal) if goal else "")
        self.show()
        self.field.input.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.input.selectAll()  # type: ignore[attr-defined]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        self.kept.emit(int(self.field.text() or 0))
