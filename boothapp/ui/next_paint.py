"""What can wait until people see something."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class _NextPaint(QObject):
    """Looks at one widget until it has been painted once."""

    def __init__(self, widget: QWidget, act: Callable[[], object]) -> None:
        super().__init__(widget)
        self._act = act
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._now)
        return False

    def _now(self) -> None:
        self.deleteLater()
        self._act()


def after_next_paint(widget: QWidget, act: Callable[[], object]) -> None:
    """Does it once, when the widget has been painted and nothing more is left to do."""
    _NextPaint(widget, act)
