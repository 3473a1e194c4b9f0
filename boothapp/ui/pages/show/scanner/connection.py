"""How the scanner is connected: it types, or it sends bytes on a serial port; and how that stands."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from boothapp.badge.serial_line import Framing, LineState, Port
from boothapp.ui.scanner import Scanner
from boothapp.ui.widgets.card import Card
from boothapp.ui.widgets.choice import Choice
from boothapp.ui.widgets.field import Message
from boothapp.ui.widgets.speech import Words
from boothapp.words import mark, tr

TITLE = mark("Connection")
BY_KEYBOARD = mark("It types like a keyboard")
HOW, ENDS = mark("How this scanner is connected"), mark("Where a scan ends")
FRAMINGS: Mapping[Framing, str] = {
    Framing.GAP: mark("at a pause"),
    Framing.LINE: mark("at the end of a line"),
    Framing.ETX: mark("at the sign ETX"),
}
STATES: Mapping[LineState | None, tuple[str, str]] = {
    None: (mark("Nothing to set up: plug it in and scan."), "muted"),
    LineState.OPENING: (mark("Looking for the scanner…"), "muted"),
    LineState.READY: (mark("The scanner is connected."), "ok"),
    LineState.AWAY: (mark("The scanner is not there. Plug it in, and it goes on by itself."), "warning"),
    LineState.REFUSED: (
        mark("Another program has this port, or this account may not use it. It is tried again."),
        "warning",
    ),
}


class Connection(Card):
    """Chooses the port and its framing; the scanner keeps both on this laptop."""

    def __init__(self, scanner: Scanner, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, parent, dense=True)
        self._scanner, self._ports = scanner, tuple[Port, ...]()
        self.how, self.ends = Choice(tr(HOW)), Choice(tr(ENDS))
        self.ends_label, self.state = Words(ENDS, "label", "muted"), Message()
        for part in (self.how, self.ends_label, self.ends, self.state):
            self.body.addWidget(part)
        self.show_ports(())
        self.how.activated.connect(self._choose)
        self.ends.activated.connect(self._choose)
        scanner.line_changed.connect(self._tell)

    def show_ports(self, ports: tuple[Port, ...]) -> None:
        """Offers these ports; the one chosen stays, even while it is unplugged."""
        self._ports = ports
        items = [("", tr(BY_KEYBOARD)), *((port.device, port.name) for port in ports)]
        if self._scanner.port and self._scanner.port not in (key for key, _ in items):
            items.append((self._scanner.port, self._scanner.port))
        self.how.set_items(tr(HOW), items)
        self.how.set_value(self._scanner.port)
        self.ends.set_items(tr(ENDS), [(one.value, tr(text)) for one, text in FRAMINGS.items()])
        self.ends.set_value(self._scanner.framing.value)
        self._tell(self._scanner.line_state)

    def retranslate(self) -> None:
        """The same in another language."""
        self.show_ports(self._ports)

    def _choose(self) -> None:
        self._scanner.use_port(self.how.value(), Framing(self.ends.value()))

    def _tell(self, state: LineState | None) -> None:
        serial = bool(self._scanner.port)
        self.ends.setVisible(serial)
        self.ends_label.setVisible(serial)
        text, tone = STATES[state if serial else None]
        self.state.say(tr(text), tone)
