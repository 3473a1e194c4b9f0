"""A scanner on a serial or USB-COM line: bytes as they are in the code, framed, and no keyboard between.

The reader runs in a thread of its own and hands over by callbacks in that thread; it survives a scanner
that is pulled out and plugged in again.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from math import inf
from time import monotonic
from typing import Any

from boothapp.badge.lines import Lines
from boothapp.badge.payload import from_bytes

# Without a byte for so long a scan is whole: at 9,600 baud a byte takes 1 ms, a wireless base may pause.
GAP = 0.12
# A line that gets no end is read after this all the same.
LOST = 0.7
# How often a line that is away is tried again, and how long a read waits before it looks round.
RETRY, LOOK = 1.0, 0.1
# A code holds 2,953 bytes at most (ISO/IEC 18004); this is many of them with their ends lost.
MOST = 65_536
STX, ETX = b"\x02", b"\x03"


class Framing(Enum):
    """How the end of a scan is told."""

    GAP = "gap"
    LINE = "line"
    ETX = "etx"


class LineState(Enum):
    """How the line is."""

    OPENING = "opening"
    READY = "ready"
    AWAY = "away"
    REFUSED = "refused"


@dataclass(frozen=True)
class Port:
    """One serial port of this laptop: what it is opened by, and what it is called."""

    device: str
    name: str


class Framer:
    """Bytes into scans; feed with the moment in seconds, ask `rest` in silence."""

    def __init__(self, framing: Framing) -> None:
        self._framing, self._got, self._last = framing, bytearray(), 0.0
        self._lines: Lines[bytes] = Lines()

    def feed(self, data: bytes, now: float) -> list[bytes]:
        """The scans that these bytes end."""
        scans = self.rest(now)
        self._got += data
        self._last = now
        scans += self._cut()
        return [*scans, *self._all()] if len(self._got) > MOST else scans

    def rest(self, now: float) -> list[bytes]:
        """The scan that silence ends."""
        wait = GAP if self._framing is Framing.GAP else LOST
        if self._got:
            return self._all() if now - self._last >= wait else []
        wait = LOST if self._lines.ends_itself else GAP
        return _joined(self._lines.rest()) if self._lines.open and now - self._last >= wait else []

    def _all(self) -> list[bytes]:
        whole, self._got = bytes(self._got), bytearray()
        return [*self._gathered(_bare(whole)), *_joined(self._lines.rest())]

    def _cut(self) -> list[bytes]:
        if self._framing is Framing.GAP:
            return []
        *whole, rest = self._parts(bytes(self._got))
        self._got = bytearray(rest)
        return self._gathered([scan for part in whole for scan in _bare(part)])

    def _gathered(self, scans: list[bytes]) -> list[bytes]:
        """Lines of one badge are one scan, though each has an end of its own."""
        if self._framing is not Framing.LINE:
            return scans
        return [one for scan in scans for one in _joined(self._lines.add(scan, from_bytes(scan).text))]

    def _parts(self, data: bytes) -> list[bytes]:
        if self._framing is Framing.ETX:
            return data.split(ETX)
        return data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")


def _joined(badges: list[list[bytes]]) -> list[bytes]:
    return [b"\r\n".join(lines) for lines in badges]


def _bare(scan: bytes) -> list[bytes]:
    """The scan without the marks around it; none where nothing is left."""
    inner = scan.strip(b"\x00\r\n\t").removeprefix(STX).removesuffix(ETX).strip(b"\r\n\t")
    return [inner] if inner else []


class SerialLine:
    """Reads one port until `close`. scanned(bytes) and changed(LineState) are called in its thread."""

    def __init__(
        self,
        device: str,
        framing: Framing,
        scanned: Callable[[bytes], None],
        changed: Callable[[LineState], None],
    ) -> None:
        self._device, self._framing = device, framing
        self._scanned, self._changed = scanned, changed
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="scanner", daemon=True)

    def open(self) -> None:
        """Begins to read; how it goes is told by changed."""
        self._thread.start()

    def close(self) -> None:
        """Ends the reading and waits for it; nothing is told afterwards."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        self._tell(LineState.OPENING)
        while not self._stop.is_set():
            state = self._read_until_lost()
            if self._stop.is_set():
                return
            self._tell(state)
            self._stop.wait(RETRY)

    def _read_until_lost(self) -> LineState:
        """Reads as long as the line is there; why it is not."""
        from serial import Serial, SerialException

        try:
            with Serial(self._device, timeout=LOOK) as line:
                self._tell(LineState.READY)
                self._read(line)
        except PermissionError:
            return LineState.REFUSED
        except (SerialException, OSError, ValueError) as error:
            refused = getattr(error, "errno", None) in (13, 16) or "denied" in str(error).lower()
            return LineState.REFUSED if refused else LineState.AWAY
        return LineState.AWAY

    def _read(self, line: Any) -> None:
        framer = Framer(self._framing)
        try:
            while not self._stop.is_set():
                data = line.read(max(line.in_waiting, 1))
                now = monotonic()
                for scan in framer.feed(data, now) if data else framer.rest(now):
                    self._scanned(scan)
        finally:
            # Pulled out amid a scan: what came of it is read, as a card without its end is.
            if not self._stop.is_set():
                for scan in framer.rest(inf):
                    self._scanned(scan)

    def _tell(self, state: LineState) -> None:
        if not self._stop.is_set():
            self._changed(state)


def ports() -> list[Port]:
    """The serial ports of this laptop, those on USB first."""
    from serial.tools import list_ports

    found = sorted(list_ports.comports(), key=lambda port: (port.vid is None, port.device))
    return [Port(port.device, _name(port.device, port.description)) for port in found]


def _name(device: str, description: str | None) -> str:
    known = description and description != "n/a" and device not in description
    return f"{description} ({device})" if known else device
