"""A picture or file that a person brings: pasted wherever the keyboard is, or opened."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from boothapp.settings import Settings
from boothapp.ui import keys
from boothapp.ui.pages.capture.scanning import PICTURES, Scanning
from boothapp.ui.widgets.scan_field import ScanField
from boothapp.words import mark, tr

OPEN = mark("Open a picture or file")
KIND = mark("Pictures, cards and badges")
ALL = mark("All files")
CARDS = ("*.vcf", "*.txt")
_TEXTS = (QLineEdit, QTextEdit, QPlainTextEdit)


class Bringing(QObject):
    """Follows the keyboard on a page, and gives what is brought to its scanning."""

    def __init__(self, settings: Settings, scanning: Scanning, scan: ScanField, page: QWidget) -> None:
        """scan: the field whose menu offers to open a file."""
        super().__init__(page)
        self._settings, self._scanning, self._page = settings, scanning, page
        self.action, self.ask_file = QAction(scan), self._ask
        self.action.setShortcut(keys.of("capture", "open"))
        self.action.triggered.connect(self._open)
        scan.addAction(self.action)
        self.retranslate()

    def begin(self) -> None:
        """From now on what is pasted on the page is read."""
        app = QGuiApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
            self._follow(None, app.focusWidget())

    def retranslate(self) -> None:
        """The menu's words again."""
        self.action.setText(tr(OPEN))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A text field pastes what is text; a picture or file is read wherever it is pasted."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not event.matches(QKeySequence.StandardKey.Paste):
            return False
        data = QGuiApplication.clipboard().mimeData()
        if data is None or not _is_brought(data, isinstance(watched, _TEXTS)):
            return False
        self._scanning.take(data)
        return True

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if before is not None:
            before.removeEventFilter(self)
        if now is not None and self._page.isAncestorOf(now):
            now.installEventFilter(self)

    def _open(self) -> None:
        if chosen := self.ask_file():
            self._scanning.take_file(Path(chosen))

    def _ask(self) -> str:
        from PySide6.QtWidgets import QFileDialog

        from boothapp.ui import save_dialog

        kinds = " ".join((*(f"*{ending}" for ending in sorted(PICTURES)), *CARDS))
        shown = f"{tr(KIND)} ({kinds});;{tr(ALL)} (*)"
        at = str(save_dialog.first_folder(self._settings))
        chosen = QFileDialog.getOpenFileName(self._page, tr(OPEN), at, shown)[0]
        if chosen:
            save_dialog.remember_folder(self._settings, Path(chosen))
        return chosen


def _is_brought(data: QMimeData, in_text: bool) -> bool:
    """Whether this is a picture or file; cells of a table come as both, and are text in a field for text."""
    files = any(url.isLocalFile() for url in data.urls())
    return files or (data.hasImage() and not (in_text and data.hasText()))
