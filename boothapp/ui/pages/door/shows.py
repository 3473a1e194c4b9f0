"""The steps about the show: open the demo, start a new one, or take a kit."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal

from boothapp.ui import letters
from boothapp.ui.pages.door.step import Step
from boothapp.ui.pages.door.tile import Tile
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.field import Field
from boothapp.words import mark, plural, tr

MOST = 4
DEMO_SHOW = "ad26"


class ChooseShow(Step):
    """No show yet, or another one. Emits demo_asked(), new_asked(), kit_asked() and again_asked(show id)."""

    demo_asked = Signal()
    new_asked = Signal()
    kit_asked = Signal()
    again_asked = Signal(str)

    def __init__(self, known: Sequence[tuple[str, str, int]] = (), now: str = "") -> None:
        """`known` are (id, name, leads) of the shows of this laptop, the last opened first; `now` is open."""
        letters.load_other_scripts()
        super().__init__(
            "store",
            mark("Which show are you at?"),
            mark(
                "Leads belong to a show. You can look around in the demo first, "
                "and start your own at any time."
            ),
        )
        self.demo = Tile(
            "eye",
            mark("Open the demo show"),
            mark("An invented stand with staff, products, questions and 240 pretended leads."),
        )
        self.new = Tile(
            "plus",
            mark("Start a new show"),
            mark("Its name, your company, and the four BANT questions: ready for the first visitor."),
        )
        self.kit = Button(mark("Open a kit file"), "quiet", "package")
        self.body.setSpacing(8)
        self.known = {id: _tile(name, leads) for id, name, leads in known[:MOST] if id != now}
        for tile in (*self.known.values(), self.demo, self.new):
            self.body.addWidget(tile)
        # Made once more, the demo's visitors would stand there twice.
        self.demo.setVisible(DEMO_SHOW not in [id for id, _name, _leads in known])
        self.stay = Button(mark("Stay at this show"), "secondary")
        self.stay.setVisible(bool(now))
        self.buttons.addWidget(self.stay)
        self.stay.clicked.connect(lambda: self.again_asked.emit(now))
        for id, tile in self.known.items():
            tile.clicked.connect(lambda _on=False, id=id: self.again_asked.emit(id))
        self.buttons.insertWidget(0, self.kit)
        self.demo.clicked.connect(self.demo_asked)
        self.new.clicked.connect(self.new_asked)
        self.kit.clicked.connect(self.kit_asked)

    def shown(self) -> None:
        tiles = (*self.known.values(), self.demo, self.new)
        first = next(tile for tile in tiles if not tile.isHidden())
        first.setFocus(Qt.FocusReason.TabFocusReason)


def _tile(name: str, leads: int) -> Tile:
    return Tile("store", name, plural("{n} lead", "{n} leads", leads))


class NewShow(Step):
    """A new show needs its name and who exhibits. Emits started(name, company) and back()."""

    started = Signal(str, str)
    back = Signal()

    def __init__(self) -> None:
        super().__init__(
            "store",
            mark("Start a new show"),
            mark("Staff, products and your own questions can follow later with a kit."),
        )
        self.name = Field(mark("Name of the show"), placeholder=mark("Automation Days 2027"))
        self.company = Field(mark("Your company"), mark("Visitors read it where they give their consent"))
        self.cancel, self.go_on = Button(mark("Back"), "secondary"), Button(mark("Start"), "primary")
        for field in (self.name, self.company):
            self.body.addWidget(field)
        for button in (self.cancel, self.go_on):
            self.buttons.addWidget(button)
        self.name._line().returnPressed.connect(self.company.setFocus)
        self.company._line().returnPressed.connect(self._start)
        self.go_on.clicked.connect(self._start)
        self.cancel.clicked.connect(self.back)

    def shown(self) -> None:
        self.name.setFocus(Qt.FocusReason.TabFocusReason)

    def _start(self) -> None:
        self.name.complain("" if self.name.text() else tr("The show needs a name."), "error")
        self.company.complain(
            "" if self.company.text() else tr("The consent has to name your company."), "error"
        )
        if self.name.text() and self.company.text() and self.go_on.isEnabled():
            self.busy(True)
            self.started.emit(self.name.text(), self.company.text())
