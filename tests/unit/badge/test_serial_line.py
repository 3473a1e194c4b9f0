"""A serial scanner: framing, bytes as they are, and a plug that is pulled and put back."""

import os
import pty
from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import pytest

from boothapp.actions import badges
from boothapp.badge.serial_line import GAP, LOST, MOST, Framer, Framing, LineState, SerialLine, ports

CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Ґедзь;Оксана\r\nEND:VCARD\r\n".encode()
WAIT = 10


@pytest.mark.parametrize(
    ("framing", "sent", "scans"),
    [
        (Framing.GAP, [CARD], [CARD.strip()]),
        (Framing.GAP, [CARD[:20], CARD[20:]], [CARD.strip()]),
        (Framing.LINE, [b"AD1\r\nAD", b"2\rAD3\n"], [b"AD1", b"AD2", b"AD3"]),
        (Framing.LINE, [b"AD1"], [b"AD1"]),
        (Framing.ETX, [b"\x02AD1\x03\x02", CARD, b"\x03"], [b"AD1", CARD.strip()]),
        (Framing.ETX, [b"\x02AD1"], [b"AD1"]),
        (Framing.GAP, [b"\r\n", b"\x00"], []),
    ],
    ids=str,
)
def test_bytes_are_framed(framing: Framing, sent: list[bytes], scans: list[bytes]) -> None:
    framer = Framer(framing)
    found = [scan for at, data in enumerate(sent) for scan in framer.feed(data, at * GAP / 2)]
    assert [*found, *framer.rest(len(sent) * GAP / 2 + LOST)] == scans


def test_silence_parts_two_scans() -> None:
    framer = Framer(Framing.GAP)
    assert framer.feed(b"AD1\r\n", 0.0) == []
    assert framer.feed(b"AD2\r\n", GAP) == [b"AD1"]
    assert framer.rest(GAP * 1.5) == []


def test_a_line_that_never_ends_is_bounded() -> None:
    framer = Framer(Framing.ETX)
    found = [scan for at in range(100) for scan in framer.feed(b"x" * 4096, at / 1000)]
    assert max(map(len, found)) <= MOST + 4096


class Cable:
    """A pretended serial port: a pseudo terminal behind a name that stays."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.plug()

    def plug(self) -> None:
        self.master, self._slave = pty.openpty()
        self.place.symlink_to(os.ttyname(self._slave))

    def pull(self) -> None:
        self.place.unlink()
        os.close(self.master)
        os.close(self._slave)

    def send(self, data: bytes) -> None:
        os.write(self.master, data)


class Till:
    """A line on a cable, and what it told."""

    def __init__(self, cable: Cable, framing: Framing) -> None:
        self.scans: Queue[bytes] = Queue()
        self.states: Queue[LineState] = Queue()
        self.line = SerialLine(str(cable.place), framing, self.scans.put, self.states.put)
        self.line.open()

    def waits_for(self, state: LineState) -> None:
        while self.states.get(timeout=WAIT) is not state:
            pass


@pytest.fixture
def cable(tmp_path: Path) -> Iterator[Cable]:
    made = Cable(tmp_path / "scanner")
    yield made
    made.pull()


@pytest.fixture
def till(cable: Cable) -> Iterator[Till]:
    made = Till(cable, Framing.GAP)
    made.waits_for(LineState.READY)
    yield made
    made.line.close()


def test_a_card_arrives_as_its_bytes(cable: Cable, till: Till) -> None:
    cable.send(CARD)
    raw = till.scans.get(timeout=WAIT)
    assert raw == CARD.strip()
    assert badges.scan(raw).visitor.full_name == "Оксана Ґедзь"


def test_an_old_code_page_is_read_with_the_shows(cable: Cable, till: Till) -> None:
    cable.send("MECARD:N:Müller,Jürgen;;\r\n".encode("cp1252"))
    assert badges.scan(till.scans.get(timeout=WAIT)).visitor.family_name == "Müller"


def test_the_mark_of_a_symbology_is_taken_off(cable: Cable, till: Till) -> None:
    cable.send(b"]L2MECARD:N:Doe,Jane;;\r\n")
    reading = badges.scan(till.scans.get(timeout=WAIT))
    assert (reading.symbology, reading.visitor.family_name) == ("PDF417", "Doe")


def test_a_scanner_that_is_pulled_out_comes_back(cable: Cable, till: Till) -> None:
    cable.pull()
    till.waits_for(LineState.AWAY)
    cable.plug()
    till.waits_for(LineState.READY)
    cable.send(b"AD26000001\r\n")
    assert till.scans.get(timeout=WAIT) == b"AD26000001"


def test_a_port_that_is_not_there_is_awaited(tmp_path: Path) -> None:
    states: Queue[LineState] = Queue()
    line = SerialLine(str(tmp_path / "none"), Framing.GAP, print, states.put)
    line.open()
    assert [states.get(timeout=WAIT) for _ in range(2)] == [LineState.OPENING, LineState.AWAY]
    line.close()
    assert not line._thread.is_alive()


def test_the_ports_of_this_laptop_are_listed() -> None:
    assert all(port.device and port.name for port in ports())


def test_what_came_before_the_plug_was_pulled_is_read(cable: Cable) -> None:
    till = Till(cable, Framing.ETX)
    try:
        till.waits_for(LineState.READY)
        cable.send(b"\x02AD1\x03\x02AD26")
        assert till.scans.get(timeout=WAIT) == b"AD1"
        cable.pull()
        assert till.scans.get(timeout=WAIT) == b"AD26"
        cable.plug()
    finally:
        till.line.close()
