"""The steps about the show: open the demo, start a new one, or take a kit."""

from PySide6.QtCore import Qt, Signal

from boothapp.ui.pages.door.step import Step
from boothapp.ui.pages.door.tile import Tile
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.field import Field
from boothapp.words import mark, tr


class ChooseShow(Step):
    """No show yet. Emits demo_asked(), new_asked() and kit_asked()."""

    demo_asked = Signal()
    new_asked = Signal()
    kit_asked = Signal()

    def __init__(self) -> None:
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
        for tile in (self.demo, self.new):
            self.body.addWidget(tile)
        self.buttons.insertWidget(0, self.kit)
        self.demo.clicked.connect(self.demo_asked)
        self.new.clicked.connect(self.new_asked)
        self.kit.clicked.connect(self.kit_asked)

    def shown(self) -> None:
        self.demo.setFocus(Qt.FocusReason.TabFocusReason)


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
