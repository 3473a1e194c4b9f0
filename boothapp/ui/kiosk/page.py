"""The window while visitors have it: one view at a time, and a small way out for the staff."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from boothapp.ui.kiosk.controls import KioskMessage
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.card import column, row
from boothapp.ui.widgets.scan_field import ScanField
from boothapp.ui.widgets.speech import follows_language
from boothapp.words import mark, plural

STAFF, STAFF_MORE = mark("Staff"), mark("For the staff: ends the kiosk with a PIN")


class KioskPage(QWidget):
    """Holds the view of the moment; the one before is gone for good. Emits staff_wanted()."""

    staff_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.views = QStackedWidget(self)
        # Scans are read through a scan field; nobody sees it or types into it here.
        self.scan = ScanField(self)
        self.scan.hide()
        self.staff_button = Button(STAFF, "quiet", "lock", tip=STAFF_MORE)
        # Tab goes round among what is the visitors'.
        self.staff_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hurry, self._left = KioskMessage(), 0
        self._lay_out()
        self.staff_button.clicked.connect(self.staff_wanted)

    def show_view(self, view: QWidget) -> None:
        """Shows this, and takes the one before away with everything typed into it."""
        before = self.view()
        self.views.addWidget(view)
        self.views.setCurrentWidget(view)
        if before is not None:
            self.views.removeWidget(before)
            before.hide()
            before.deleteLater()

    def view(self) -> QWidget | None:
        """What is shown now."""
        return self.views.currentWidget()

    def warn(self, left: int) -> None:
        """Says how many seconds are left before everything typed is wiped; 0 says nothing."""
        self._left = left
        said = plural(
            "Still there? Everything is wiped in {n} second. Touch the screen to go on.",
            "Still there? Everything is wiped in {n} seconds. Touch the screen to go on.",
            left,
        )
        self.hurry.say(said if left else "", "warning")

    def keys_page(self) -> str:
        """No keys are told here."""
        return "kiosk"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No key leads anywhere: what nobody took ends here."""
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        if follows_language(event) and hasattr(self, "_left"):
            self.warn(self._left)
        super().changeEvent(event)

    def _lay_out(self) -> None:
        whole, foot = column(0), row(16)
        foot.setContentsMargins(24, 0, 16, 8)
        foot.addWidget(self.hurry, 1, Qt.AlignmentFlag.AlignVCenter)
        foot.addStretch(0)
        foot.addWidget(self.staff_button)
        whole.addWidget(self.views, 1)
        whole.addLayout(foot)
        self.setLayout(whole)
