"""What comes in from a scanner, the clipboard or a file, read beside the window."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from boothapp.domain.show import Show
from boothapp.errors import UserError
from boothapp.ui import payloads
from boothapp.ui.gathering import FEWEST, Gathering
from boothapp.ui.pages.capture.turns import Turns
from boothapp.ui.scanner import Scanner
from boothapp.ui.tasks import Tasks
from boothapp.ui.widgets.scan_field import ScanField

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from boothapp.badge.clues import Clues
    from boothapp.badge.reading import Reading
    from boothapp.ui.scan_keys import HeldKey

PICTURES = frozenset({
    ".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif", ".tif", ".tiff", ".heic", ".heif", ".avif", ".pdf"
})  # fmt: skip
# A scanner types the lines of a card within milliseconds; after this the rest does not come any more.
REST = 700


def _badges() -> ModuleType:
    """The readers of badges, loaded beside the window by the first scan."""
    from boothapp.actions import badges

    return badges


class Scanning(QObject):
    """Reads beside. Emits read(Reading), or refused(UserError) where there is nothing to read.

    typed(text) carries what a person had typed before a scan came into the same field. These come in the
    order of the scans; picture(Path or QImage) is one that somebody has to look at.
    """

    read = Signal(object)
    typed = Signal(str)
    refused = Signal(object)
    picture = Signal(object)

    def __init__(
        self, tasks: Tasks, show: Callable[[], Show], field: ScanField, scanner: Scanner | None = None
    ) -> None:
        """`show` is asked at each scan: its badge format may have been learnt meanwhile."""
        super().__init__(field)
        self._show, self._field, self.turns, self._tasks = show, field, Turns(tasks, self), tasks
        self._scanner = scanner or Scanner(parent=self)
        self._card: list[str] = []
        # Lines that may be of a private document, each with what reads it alone.
        self._lines: list[tuple[str, Callable[[], None]]] = []
        self._keys: list[HeldKey] = []
        self._by_scanner = self._sure_now = True
        self._telling = False
        self._gathering = Gathering(self)
        self._gathering.whole.connect(self.take_text)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self._end_lines)
        field.scanned.connect(self._take_typed)
        field.installEventFilter(self)

    def take_line(self, line: str, sure: bool = False) -> None:
        """One line of a scanner; lines of one badge or document belong together. sure: no person typed it."""
        self._sure_now = sure
        inside = self._gathering.takes(sure=False)
        # Too few keys tell no pace: the line after them does.
        few = len(line.strip()) < FEWEST
        if inside or not self._holds(line, lambda: self._take_line(line, sure or (few and self._sure_now))):
            self._take_line(line, sure)

    def _take_line(self, line: str, sure: bool) -> None:
        inside = self._gathering.open and self._gathering.takes(sure)
        is_apart = self._card or (not inside and payloads.typed_before(line, self._scanner.layout)[0])
        if not is_apart and self._gathering.takes(sure):
            self._gathering.add(line, self._scanner.layout, sure)
            return
        self._gathering.end()
        self._by_scanner = sure and (self._by_scanner or not self._card)
        before, text = ("", line) if self._card else payloads.typed_before(line, self._scanner.layout)
        if before:
            self.turns.say(lambda: self.typed.emit(before))
        if not (self._card or payloads.begins_card(text, self._scanner.layout)):
            self.take_text(text, sure and not before)
            return
        self._card.append(text)
        if payloads.is_whole("\n".join((*self._card, "")), self._scanner.layout):
            self._card_is_whole()
        else:
            self._rest.start()

    def take_text(self, text: str, sure: bool = False) -> None:
        """The text of a badge or card; sure: no person typed it."""
        show, clues = self._show(), self._clues(sure)
        self._start(lambda: _badges().scan(text, show, clues=clues), sure)

    def take_scan(self, scan: str | bytes) -> None:
        """What the scanner typed or sent while the keyboard was elsewhere; nobody typed it by hand."""
        self._gathering.end()
        before = self._field.text().strip()
        if self._holds(payloads.text_of(scan), lambda: self._take_sure(scan)):
            return
        if before and not payloads.begins(before, self._scanner.layout):
            self._field.setText("")
            self.turns.say(lambda: self.typed.emit(before))
        self._take_sure(scan)

    def take_picture(self, picture: "QImage") -> None:
        """A picture with a code in it."""
        from PySide6.QtGui import QImage

        self.picture.emit(QImage(picture))

    def take_file(self, file: Path) -> None:
        """A picture, or a card as a file."""
        show = self._show()
        if file.suffix.lower() in PICTURES:
            self.picture.emit(file)
        else:
            self._start(lambda: _badges().scan_file(file, show))

    def can_take(self, data: QMimeData) -> bool:
        """Whether something dropped or pasted can be read."""
        return data.hasUrls() or data.hasImage() or data.hasText()

    def take(self, data: QMimeData) -> None:
        """Something dropped or pasted."""
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if files:
            for file in files:
                self.take_file(file)
        elif data.hasImage():
            self.take_picture(data.imageData())
        elif data.text().strip():
            self.take_text(data.text())

    def finish(self) -> None:
        """No more lines will come: what waits for them is read now."""
        self._end_lines()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A field of one line would lose the lines of a pasted card."""
        if watched is not self._field or not isinstance(event, QKeyEvent):
            return False
        if event.type() != QEvent.Type.KeyPress:
            return False
        if not event.matches(QKeySequence.StandardKey.Paste):
            self._note(event)
            return False
        data = QApplication.clipboard().mimeData()
        if data is None or not (data.hasUrls() or data.hasImage() or self._is_no_line(data.text())):
            return False
        self.take(data)
        return True

    def _is_no_line(self, text: str) -> bool:
        """Whether a field of one line would lose some of it."""
        return len(text) > self._field.maxLength() or "\n" in text.strip()

    def _note(self, event: QKeyEvent) -> None:
        # The tables of keys are loaded by the first key, not by the start.
        from boothapp.ui import scan_keys

        if scan_keys.is_plain(event) and not event.isAutoRepeat():
            self._keys.append(scan_keys.held(event))
            self._gathering.key()
            if self._rest.isActive():
                self._rest.start()

    def _holds(self, text: str, alone: Callable[[], None]) -> bool:
        """Keeps a line that may be one of a private document until the next ones have come."""
        before = "\n".join(line for line, _ in self._lines)
        if self._card or not payloads.may_be_document(text, before, self._scanner.layout):
            self._end_document()
            return False
        self._lines.append((text, alone))
        self._rest.start()
        return True

    def _end_lines(self) -> None:
        self._rest.stop()
        self._end_document()
        self._gathering.end()
        if self._card:
            self._card_is_whole()

    def _end_document(self) -> None:
        """The lines of a document are one scan; else each was a scan of its own."""
        lines, self._lines = self._lines, []
        whole = "\n".join(line for line, _ in lines)
        if len(lines) > 1 and payloads.is_document(whole, self._scanner.layout):
            self.take_text(whole)
            return
        for _, alone in lines:
            alone()

    def _card_is_whole(self) -> None:
        self._rest.stop()
        card, self._card = "\r\n".join(self._card), []
        self.take_text(card, self._by_scanner)

    def _take_typed(self, text: str) -> None:
        """What stood in the field at Enter, by a person or by a scanner: its pace tells."""
        from boothapp.ui import pressed_keys

        keys = self._keys
        self._scanner.pressed(keys)
        self.take_line(text, len(keys) >= len(text) and pressed_keys.by_a_scanner(keys[-len(text) :]))
        # Lines that wait are told by all their keys.
        self._keys = keys if self._gathering.open else []

    def _clues(self, sure: bool) -> "Clues":
        """What is known of the text that is read now; the show's list is asked where it is open."""
        show, run = self._show(), self._tasks.in_store
        return self._scanner.clues(sure, lambda id: _badges().is_listed(run, show, id))

    def _take_sure(self, scan: str | bytes) -> None:
        show, clues = self._show(), self._clues(sure=True)
        self._start(lambda: _badges().scan(scan, show, clues=clues), sure=True)

    def by_scanner(self) -> bool:
        """Whether what `read` carries just now came from a scanner, and no person typed it."""
        return self._telling

    def _start(self, work: "Callable[[], Reading]", sure: bool = False) -> None:
        self.turns.read(work, lambda reading: self._tell(reading, sure), self._refuse)

    def _tell(self, reading: "Reading", sure: bool) -> None:
        self._telling = sure
        self.read.emit(reading)
        self._telling = False

    def _refuse(self, error: UserError) -> None:
        self.refused.emit(error)


class DropPlace(QWidget):
    """A part of the window whose `scanning` reads what is dropped on it."""

    scanning: Scanning

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.scanning.can_take(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.scanning.take(event.mimeData())
        event.acceptProposedAction()


def readable(source: "Path | bytes | QImage") -> Path | bytes:
    """A picture for readers that know no Qt; what takes time, beside the window."""
    return source if isinstance(source, Path | bytes) else png(source)


def png(picture: "QImage") -> bytes:
    """The bytes of a picture's file, for readers that know no Qt."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice

    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, cast(bytes, "PNG"))  # Qt takes a str; its stubs say bytes
    return bytes(data.data())
