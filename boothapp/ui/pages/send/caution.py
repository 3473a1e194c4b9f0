"""The question before invented leads go to a real CRM, asked in place and once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from boothapp.actions.office import Office
from boothapp.ui import tokens
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.card import row
from boothapp.ui.widgets.field import Message
from boothapp.words import mark, plural, tr

ANYWAY, KEEP = mark("Send anyway"), mark("Don't send")


class Caution(QFrame):
    """Stands above the foot while it asks. Emits agreed(); asks once for each target."""

    agreed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._agreed: set[str] = set()
        self._target = ""
        self.question = Message()
        self.keep_button, self.anyway_button = Button(KEEP), Button(ANYWAY, "danger", "send")
        whole = row(12)
        page = tokens.size("page")
        whole.setContentsMargins(page, 8, page, 8)
        whole.addWidget(self.question, 1, Qt.AlignmentFlag.AlignVCenter)
        whole.addWidget(self.keep_button)
        whole.addWidget(self.anyway_button)
        self.setLayout(whole)
        self.hide()
        self.keep_button.clicked.connect(self.hide)
        self.anyway_button.clicked.connect(self._agree)

    def asks(self, office: Office) -> bool:
        """Asks where invented leads would go to this office for the first time; False where none would."""
        if not office.invented or office.pretended or office.entry.name in self._agreed:
            return False
        self._target = office.entry.name
        self.question.keep_saying(lambda: (_question(office), "warning"))
        self.show()
        self.keep_button.setFocus()
        return True

    def _agree(self) -> None:
        self._agreed.add(self._target)
        self.hide()
        self.agreed.emit()


def _question(office: Office) -> str:
    n = plural(
        "{n} of these leads is the demo's: its visitor is invented.",
        "{n} of these leads are the demo's: their visitors are invented.",
        office.invented,
    )
    return " ".join((n, tr("Send them to {name}?").format(name=office.entry.name)))
