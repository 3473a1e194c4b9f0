"""The scanner of this laptop: how it was set up, and what arrives from it before anything is read."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal

from boothapp.settings import Settings

if TYPE_CHECKING:
    from boothapp.badge.calibration import Stroke, Taught
    from boothapp.badge.clues import Clues, Habit, Knows
    from boothapp.badge.layouts import Layout
    from boothapp.badge.serial_line import Framing, LineState, SerialLine
    from boothapp.ui.scan_keys import HeldKey

# Between the names of keys in a setting; no key's name has a blank in it.
_BETWEEN = " "
_SPACE = "Space"


class Arrival(NamedTuple):
    """One scan as it came; pace: milliseconds from key to key; whole: False where the suffix stayed out.

    text: as the keyboard gave it; raw: the bytes of a serial scanner, b"" from a keyboard.
    """

    text: str
    strokes: "tuple[Stroke, ...]" = ()
    pace: float = 0.0
    whole: bool = True
    raw: bytes = b""

    @property
    def serial(self) -> bool:
        """Whether it came as bytes, not as keys."""
        return bool(self.raw)


class Scanner(QObject):
    """Keeps what the set-up code taught, and reads the serial port where one is chosen.

    arrived carries each Arrival; received the bytes of a serial scan; changed tells of a new set-up;
    line_changed of the serial line's LineState, None without one.
    """

    arrived = Signal(object)
    received = Signal(bytes)
    changed = Signal()
    line_changed = Signal(object)
    _came = Signal(bytes)
    _stood = Signal(object)

    def __init__(self, settings: Settings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._habit: Habit | None = None
        self._keyboard: tuple[str, ...] = ()
        self._marked = False
        self._lock: str | None = None
        self._line: SerialLine | None = None
        self.line_state: LineState | None = None
        # The line's thread speaks here; everything else happens in the window's.
        self._came.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._stood.connect(self._stand, Qt.ConnectionType.QueuedConnection)

    @property
    def layout(self) -> "Layout | None":
        """The keyboard layout learnt on this laptop."""
        if not (learnt := self._get("scanner_layout")):
            return None
        from boothapp.badge import calibration

        return calibration.read(learnt)

    def pressed(self, keys: "Sequence[HeldKey]", marked: bool = False) -> None:
        """These keys typed the scan that is given on next; marked: between the keys taught for that."""
        from boothapp.ui import pressed_keys

        self._keyboard, self._marked = pressed_keys.layouts(keys, self.layout), marked
        self._lock = pressed_keys.lock(keys)

    def clues(self, sure: bool, knows: "Knows | None" = None) -> "Clues":
        """What is known of the scan given on now; sure: no person typed it; knows: the show's ids."""
        from boothapp.badge.clues import Clues, Habit

        self._habit = self._habit or Habit()
        lock = self._lock if sure else None
        return Clues(self.layout, sure, knows, self._habit, self._keyboard, sure and self._marked, lock)

    @property
    def prefix(self) -> tuple[str, ...]:
        """The keys that begin a scan, by name; () where a scan is told by its pace."""
        return _names(self._get("scanner_prefix"))

    @property
    def suffix(self) -> tuple[str, ...]:
        """The keys that end a scan, by name."""
        return _names(self._get("scanner_suffix"))

    def learn(self, taught: "Taught") -> None:
        """From now on scans are told and read as the set-up code has taught."""
        from boothapp.badge import calibration

        self._choose("scanner_layout", calibration.written(taught.layout))
        self._choose("scanner_prefix", _line(taught.prefix))
        self._choose("scanner_suffix", _line(taught.suffix))
        self._habit = None
        self.changed.emit()

    def forget(self) -> None:
        """Back to telling scans by their pace, on layouts that are known to everybody."""
        for name in ("scanner_layout", "scanner_prefix", "scanner_suffix"):
            self._choose(name, "")
        self._habit = None
        self.changed.emit()

    def is_taught(self) -> bool:
        """Whether a set-up code has been scanned on this laptop."""
        return self.layout is not None

    @property
    def port(self) -> str:
        """The serial port chosen, "" for a scanner that types."""
        return self._get("scanner_port")

    @property
    def framing(self) -> "Framing":
        """How a serial scan ends."""
        from boothapp.badge.serial_line import Framing

        return Framing(self._get("scanner_framing") or Framing.GAP.value)

    def use_port(self, port: str, framing: "Framing") -> None:
        """From now on this port is read, on this laptop; "" for none."""
        self._choose("scanner_port", port)
        self._choose("scanner_framing", framing.value)
        self.begin()

    def begin(self) -> None:
        """Reads the chosen port from now on; a port that is away is awaited."""
        self.close()
        if self.port:
            from boothapp.badge.serial_line import SerialLine

            self._line = SerialLine(self.port, self.framing, self._came.emit, self._stood.emit)
            self._line.open()
        else:
            self._stand(None)

    def close(self) -> None:
        """Reads no port any more."""
        if self._line is not None:
            self._line.close()
        self._line = None

    def _take(self, raw: bytes) -> None:
        self.arrived.emit(Arrival(raw.decode("utf-8", "replace"), raw=raw))
        self.received.emit(raw)

    def _stand(self, state: "LineState | None") -> None:
        self.line_state = state if self._line is not None else None
        self.line_changed.emit(self.line_state)

    def _get(self, name: str) -> str:
        return self._settings.get(name) if self._settings else ""

    def _choose(self, name: str, value: str) -> None:
        if self._settings:
            self._settings.choose(name, value)


def _names(line: str) -> tuple[str, ...]:
    return tuple(" " if name == _SPACE else name for name in line.split())


def _line(names: Sequence[str]) -> str:
    return _BETWEEN.join(_SPACE if name == " " else name for name in names)
