"""Keeps a scanner that types from pressing buttons: its keys go to the capture page as one text.

Where its prefix is known, everything from there to its suffix is the scan, wherever the keyboard is. Else its
pace tells it: a scanner sends a key every 1 to 30 ms; a person's four keys in a row take far longer. When a
key was pressed is asked of the key itself, as a busy window gets many at once.
A single key waits GAP ms before it counts as a person's, too short to be noticed. Keys without Ctrl or Alt
never reach a QShortcut while the guard is on: a page takes such a key (a digit, "/") in its keyPressEvent.
In a field for text a quick typist is believed: only what looks like a badge is a scan there.
"""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QInputMethodEvent, QInputMethodQueryEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from boothapp.ui import bursts, key_target, key_times, payloads, scan_keys
from boothapp.ui.bursts import FEWEST
from boothapp.ui.scan_keys import HeldKey
from boothapp.ui.scan_marks import ScanMarks, Seen
from boothapp.ui.scanner import Scanner
from boothapp.ui.silence import Silence

GAP = 35
# A wireless scanner may stall before the end of its line, and between the lines of a card.
STALL = 150
# So long nothing comes after a prefix: the suffix is lost, and the keyboard is a person's again.
LOST = 700
# A key so shortly before a scan was its prefix, even where nobody has taught it.
BEFORE = 0.15
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
_TEXTS = (QLineEdit, QTextEdit, QPlainTextEdit)


class ScanGuard(QObject):
    """Watches the whole program; `deliver` gets each scan that was typed outside the scan field."""

    def __init__(
        self, deliver: Callable[[str], None], parent: QObject | None = None, scanner: Scanner | None = None
    ) -> None:
        super().__init__(parent)
        self._deliver, self._scanner = deliver, scanner or Scanner(parent=self)
        self._held: list[HeldKey] = []
        self._marks = ScanMarks()
        self._before: deque[HeldKey] = deque(maxlen=FEWEST)
        self._down: set[int] = set()
        self._in_text = self._replaying = self._looked_twice = False
        self.watching = False
        self._last_key_at = 0.0
        self._clock = Silence(self)
        self._clock.over.connect(self._silence)
        self._scanner.changed.connect(self._set_marks)
        self._set_marks()

    def watch(self) -> None:
        """Looks at every key of the program from now on."""
        if app := QCoreApplication.instance():
            app.installEventFilter(self)
            self.watching = True
            key_times.watch(self)

    def rest(self) -> None:
        """Looks no more; a scan held back goes on its way, and other keys go where they were typed."""
        if self._held:
            self._end_marked(whole=False) if self._marks.open else self._decide()
        if app := QCoreApplication.instance():
            app.removeEventFilter(self)
            self.watching = False
            key_times.rest()
        self._let_go()

    def holding(self) -> bool:
        """Whether keys wait for the decision who sent them."""
        return bool(self._held) or self._marks.open

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._replaying or not isinstance(watched, QWidget):
            return False
        if self._held and not self._marks.open and event.type() == QEvent.Type.MouseButtonPress:
            self._let_go()
        if isinstance(event, QInputMethodQueryEvent):
            return self._marks.open and key_target.composes_nothing(event)
        if isinstance(event, QInputMethodEvent):
            return self._hold_composed(event)
        if not isinstance(event, QKeyEvent):
            return False
        self._hear(event)
        if event.key() in scan_keys.MODIFIERS:
            return self._wait_on()
        if scan_keys.is_alt_code(event) and self.holding():
            event.accept()
            self._wait_on()
            return True
        if self._marks.prefix and (seen := self._see(event)) is not None:
            return seen
        if not self._held and key_target.is_left_alone(watched):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            return self._keeps_from_shortcuts(event)
        return event.type() in _KEYS and self._hold(watched, event)

    def _hear(self, event: QKeyEvent) -> None:
        """Keys may have waited for a busy window: those before a pause are decided on before the next."""
        at, waited = key_times.hear(event)
        pause, self._last_key_at = (abs(at - self._last_key_at) - waited) * 1000, at
        if self._marks.open:
            if pause > LOST:
                self._end_marked(whole=False)
        elif self._held and pause > GAP and (not self._is_unfinished() or pause > GAP + STALL):
            self._decide()

    def _see(self, event: QKeyEvent) -> bool | None:
        """Takes a key that belongs to a scan with marks; None where it does not."""
        if event.type() == QEvent.Type.ShortcutOverride:
            mine = self._marks.open or self._marks.may_be(scan_keys.held(event).name())
            event.setAccepted(mine)
            return True if mine else None
        if event.type() == QEvent.Type.KeyRelease:
            return self._release(event) if self._marks.open else None
        if event.isAutoRepeat():
            return True if self._marks.open else None
        return self._see_press(scan_keys.held(event))

    def _see_press(self, key: HeldKey) -> bool | None:
        half = self._marks.half()
        seen = self._marks.see(key.name())
        if seen is Seen.NOTHING:
            if half:
                self._let_go()
            return None
        if not half and seen in (Seen.BEGINNING, Seen.BEGUN):
            self._let_go(forget=False)
        self._keep(key)
        if seen is Seen.BEGUN:
            key_target.ask_composer()
        if seen is Seen.ENDED and self._is_whole():
            self._end_marked(whole=True)
        else:
            self._clock.wait(LOST if self._marks.open else GAP)
        return True

    def _is_whole(self) -> bool:
        """Whether the suffix ends the scan: as a line's end it also stands inside a card."""
        text = bursts.text_of(self._marks.inside(self._presses())) + "\n"
        return self._marks.suffix != ("Return",) or payloads.is_whole(text, self._scanner.layout)

    def _presses(self) -> list[HeldKey]:
        return [key for key in self._held if key.pressed]

    def _end_marked(self, whole: bool) -> None:
        """The scan is over; without its suffix what came so far is kept and read."""
        self._clock.stop()
        presses, self._held = self._presses(), []
        inner = self._marks.inside(presses, whole)
        self._marks.forget()
        key_target.ask_composer()
        ended = whole or not self._marks.suffix
        self._scanner.pressed(inner, marked=ended)
        self._scanner.arrived.emit(bursts.arrival(presses, inner, ended))
        if (text := bursts.text_of(inner)).strip():
            self._deliver(text)

    def _set_marks(self) -> None:
        self._let_go()
        self._marks = ScanMarks(self._scanner.prefix, self._scanner.suffix)

    def _wait_on(self) -> bool:
        """A Shift between two keys is part of the burst, and harmless to whoever gets it."""
        if self._marks.open:
            self._clock.wait(LOST)
        elif self._held:
            self._restart()
        return self._marks.open

    def _keeps_from_shortcuts(self, event: QKeyEvent) -> bool:
        if scan_keys.is_plain(event) or (self._held and scan_keys.is_end(event)) or self._goes_on(event):
            event.accept()
            return True
        self._let_go()
        return False

    def _goes_on(self, event: QKeyEvent) -> bool:
        """A control character or F-key amid a burst is the scanner's too."""
        return len(self._presses()) >= FEWEST and scan_keys.is_code(event)

    def _hold(self, watched: QWidget, event: QKeyEvent) -> bool:
        """Holds a key back that may belong to a scan; any other key first lets the held ones go."""
        if event.type() == QEvent.Type.KeyRelease:
            return self._release(event)
        inside = bool(self._held) and (scan_keys.is_end(event) or self._goes_on(event))
        if event.isAutoRepeat() or not (inside or scan_keys.is_plain(event)):
            self._let_go()
            # An event that nobody takes comes again for each parent.
            if watched is key_target.target():
                self._before.append(scan_keys.held(event))
            return False
        if not self._held:
            self._in_text = isinstance(watched, _TEXTS)
        self._keep(scan_keys.held(event))
        self._restart()
        return True

    def _keep(self, key: HeldKey) -> None:
        self._held.append(key)
        self._down.add(key.key)

    def _release(self, event: QKeyEvent) -> bool:
        """The end of a key that was held back is held back too, and goes with its scan."""
        known = event.key() in self._down
        if not event.isAutoRepeat():
            self._down.discard(event.key())
        if self._held and not self._marks.open:
            self._held.append(scan_keys.held(event))
            self._restart()
        return known or self.holding()

    def _hold_composed(self, event: QInputMethodEvent) -> bool:
        """A letter of a dead key belongs to the keys around it; what people compose is theirs."""
        if not self.holding():
            return False
        if event.preeditString() or len(event.commitString()) != 1:
            if not self._marks.open:
                self._let_go()
            return False
        self._held.append(scan_keys.composed(event, self._last_key_at))
        self._clock.wait(LOST) if self._marks.open else self._restart()
        return True

    def _restart(self) -> None:
        self._looked_twice = False
        self._clock.wait(GAP)

    def _silence(self) -> None:
        """No key for a while: a scan, or a person."""
        if self._marks.open:
            self._end_marked(whole=False)
        elif self._is_unfinished() and not self._looked_twice:
            self._looked_twice = True
            self._clock.wait(STALL)
        else:
            self._decide()

    def _decide(self) -> None:
        """Gives what was held back to the capture page, or to whoever has the keyboard."""
        presses = self._presses()
        if not self._marks.half() and bursts.is_scan(presses, self._in_text, self._scanner.layout):
            self._end_burst(bursts.text_of(presses), presses)
        else:
            self._let_go()

    def _is_unfinished(self) -> bool:
        """Whether more of the scan may come; a person's last key before it goes where it was typed."""
        layout = self._scanner.layout
        if signs := payloads.typed_by_hand(bursts.text_of(self._held), layout):
            first, self._held = scan_keys.apart(self._held, signs)
            self._replay(first)
        return not self._marks.half() and bursts.is_unfinished(self._held, self._in_text, layout)

    def _end_burst(self, text: str, presses: list[HeldKey]) -> None:
        self._clock.stop()
        self._held.clear()
        before = [key for key in self._before if presses[0].at - key.at < BEFORE]
        self._before.clear()
        self._scanner.pressed(presses)
        self._scanner.arrived.emit(bursts.arrival([*before, *presses], presses))
        for scan in payloads.split(text, self._scanner.layout):
            self._deliver(scan)

    def _let_go(self, forget: bool = True) -> None:
        """Gives the keys held back to whoever has the keyboard now."""
        self._clock.stop()
        held, self._held = self._held, []
        self._down.clear()
        if forget and (self._marks.open or self._marks.half()):
            self._marks.forget()
            key_target.ask_composer()
        self._replay(held)

    def _replay(self, keys: list[HeldKey]) -> None:
        self._replaying = True
        try:
            key_target.give([key.again() for key in keys])
        finally:
            self._replaying = False
