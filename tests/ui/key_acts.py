"""What each key of the table does, tried on its page as a person does it."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, Qt
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from boothapp.actions import drafts
from boothapp.ui import keys
from tests.ui import (
    pictures,
    scenes_attendees,
    scenes_badge_format,
    scenes_drafts,
    scenes_leads,
    scenes_people,
    scenes_scanner,
    scenes_today,
)
from tests.ui.crowd_acts import CrowdActs
from tests.ui.pictures import Stage


def press(stage: Stage, key: str) -> None:
    """One key of a person, as the table writes it, to whatever has the keyboard."""
    both = QKeySequence(key)[0]
    focused = QApplication.focusWidget()
    if key == "/":
        QApplication.sendEvent(
            focused, QKeyEvent(QEvent.Type.KeyPress, both.key(), Qt.KeyboardModifier(0), key)
        )
    else:
        QTest.keyClick(focused, both.key(), both.keyboardModifiers())
    while stage.program.guard.holding():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


class Acts:
    """Each act of a page: brings the page where the key counts, presses it, and says whether it worked."""

    def __init__(self, stage: Stage, page: str) -> None:
        self.stage, self._page = stage, page

    def press(self, act: str) -> None:
        press(self.stage, keys.of(self._page, act))

    def came(self, condition: Callable[[], bool]) -> bool:
        """Waits until it holds; the stage gives up by itself."""
        self.stage.until(condition)
        return True


class CaptureActs(CrowdActs, Acts):
    def __init__(self, stage: Stage) -> None:
        super().__init__(stage, "capture")
        stage.enter()
        self.page: Any = stage.window.pages()["capture"]

    def save(self) -> bool:
        self.page.talk.person.fields["full_name"].set_text("Ada Byron")
        before = self.page.draft().id
        self.press("save")
        return self.page.draft().id != before and self.page.scan.hasFocus()

    def print(self) -> bool:
        said: list[bool] = []
        self.page.print_button.clicked.connect(lambda: said.append(True))
        self.press("print")
        return len(said) == 1

    def scan(self) -> bool:
        self.page.talk.person.fields["company"].input.setFocus()
        self.press("scan")
        return bool(self.page.scan.hasFocus())

    def answer(self) -> bool:
        budget, authority = (self.page.talk.questions.rows[id].answers for id in ("budget", "authority"))
        budget.take_focus()
        self.press("answer")
        return budget.value() == "approved" and authority.focus_index() >= 0

    def next(self) -> bool:
        self.page.talk.interests.take_focus()
        self.press("next")
        return bool(self.page.talk.own.rows["volume"].answers.focus_index() == 0)

    def consent(self) -> bool:
        self.page.talk.person.fields["company"].input.setFocus()
        self.press("consent")
        given = self.page.consents.value()
        press(self.stage, "Ctrl+M")
        press(self.stage, "F3")
        both = self.page.consents.value()
        press(self.stage, "Ctrl+M")
        self.press("consent")
        return (given, both, self.page.consents.value()) == (("mail",), ("mail", "phone"), ("phone",))

    def more(self) -> bool:
        self.press("more")
        opened = self.page.talk.more.part.isVisible()
        self.press("more")
        return bool(opened and self.page.talk.more.part.isHidden())

    def move(self) -> bool:
        need = self.page.talk.questions.rows["need"].answers
        need.take_focus()
        press(self.stage, "Right")
        there = need.focus_index()
        press(self.stage, "Left")
        return (there, need.focus_index()) == (1, 0)

    def camera(self) -> bool:
        self.press("camera")
        opened = self.page.pictures.camera.isVisible()
        self.press("camera")
        return opened and not self.page.pictures.camera.isVisible()

    def open(self) -> bool:
        asked: list[bool] = []
        self.page.bringing.ask_file = lambda: asked.append(True) or ""
        self.page.scan.setFocus()
        self.press("open")
        return asked == [True]

    def paste(self) -> bool:
        looked: list[object] = []
        self.page.scanning.picture.connect(looked.append)
        QApplication.clipboard().setImage(QImage(40, 40, QImage.Format.Format_RGB32))
        self.page.talk.person.fields["company"].input.setFocus()
        self.press("paste")
        return self.came(lambda: len(looked) == 1)

    def drafts(self) -> bool:
        waits = scenes_drafts.OTHERS[0]
        self.stage.program.tasks.in_store(lambda store: drafts.keep(store, waits, aside=True))
        self.page.drafts._count()
        self.came(lambda: len(self.page.drafts.waiting) == 1 and self.page.drafts.button.isVisible())
        self.press("drafts")
        opened = self.page.drafts.panel.lines[0].go_on.hasFocus()
        self.press("drafts")
        return bool(opened and self.page.drafts.panel.isHidden())


class LeadsActs(Acts):
    def __init__(self, stage: Stage) -> None:
        super().__init__(stage, "leads")
        scenes_leads.leads_list(stage)
        self.page: Any = stage.window.pages()["leads"]

    def search(self) -> bool:
        reached = []
        for key in keys.PAGES["leads"]["search"].keys:
            self.page.list.setFocus()
            press(self.stage, key)
            reached.append(self.page.search.hasFocus() and not self.page.search.text())
        return reached == [True, True]

    def list(self) -> bool:
        self.page.search.setFocus()
        press(self.stage, "Down")
        at = self.page.list.currentIndex().row()
        press(self.stage, "Up")
        return bool(self.page.list.hasFocus()) and (at, self.page.list.currentIndex().row()) == (1, 0)

    def lead(self) -> bool:
        self.page.list.setFocus()
        self.press("lead")
        return bool(self.page.detail.hasFocus())

    def back(self) -> bool:
        self.page.list.setFocus()
        self.page.search.setText("Zof")
        self.press("back")
        reached = self.page.search.hasFocus()
        self.press("back")
        return bool(reached) and not self.page.search.text()

    def complete(self) -> bool:
        lead = self.page.detail.lead()
        self.press("complete")
        there: Any = self.stage.window.pages()["capture"]
        came = self.came(lambda: there.chosen_lead == lead and there.isVisible())
        there.fresh()
        self.stage.window.go("leads")
        return came

    def edit(self) -> bool:
        self.press("edit")
        opened = self.page.is_editing()
        press(self.stage, keys.of("leads-edit", "cancel"))
        return bool(opened)

    def print(self) -> bool:
        done: list[object] = []
        self.page.paper.print_sheet = done.append
        self.press("print")
        return len(done) == 1

    def pdf(self) -> bool:
        done: list[object] = []
        self.page.paper.save_sheet = done.append
        self.press("pdf")
        return len(done) == 1

    def delete(self) -> bool:
        before = self.page.detail.lead()
        self.press("delete")
        self.came(self.stage.window.message.isVisible)
        self.came(lambda: self.page.detail.lead() not in ("", before))
        press(self.stage, keys.UNDO)
        return self.came(lambda: self.page.detail.lead() == before)


class EditActs(Acts):
    def __init__(self, stage: Stage) -> None:
        super().__init__(stage, "leads-edit")
        scenes_leads.leads_edit(stage)
        self.page: Any = stage.window.pages()["leads"]

    def cancel(self) -> bool:
        self.press("cancel")
        return not self.page.is_editing()

    def save(self) -> bool:
        if not self.page.is_editing():
            self.page.edit()
        self.page.side.currentWidget().person.fields["company"].set_text("Analytical Engines")
        self.press("save")
        self.came(lambda: not self.page.is_editing())
        return self.came(lambda: any("Analytical Engines" in text for text in labels(self.page.detail)))


class SendActs(Acts):
    def __init__(self, stage: Stage) -> None:
        super().__init__(stage, "send")
        scenes_leads.send_waiting(stage)
        self.page: Any = stage.window.pages()["send"]

    def send(self) -> bool:
        self.press("send")
        asked = self.page.caution.isVisible()
        self.page.caution.keep_button.click()
        return bool(asked)

    def enter(self) -> bool:
        self.page.card.change_button.setFocus()
        self.press("enter")
        return bool(self.page.form.isVisible())


class PartActs(Acts):
    """What the parts of the Show page have in common."""

    def __init__(self, stage: Stage, part: str, scene: Callable[[Stage], object]) -> None:
        super().__init__(stage, f"show-{part}")
        scene(stage)
        self._part, self.page = part, stage.window.pages()["show"]
        self.panel: Any = self.page.panels[part]  # type: ignore[attr-defined]

    def part(self) -> bool:
        buttons = self.page.buttons  # type: ignore[attr-defined]
        names = list(buttons)
        buttons["badge_format"].setFocus()
        press(self.stage, "Down")
        below = buttons[names[names.index("badge_format") + 1]].hasFocus()
        press(self.stage, "Up")
        return bool(below and buttons["badge_format"].hasFocus())


class AttendeeActs(PartActs):
    def __init__(self, stage: Stage) -> None:
        super().__init__(stage, "attendees", scenes_attendees.none)

    def enter(self) -> bool:
        self.panel.none.other_button.setFocus()
        self.press("enter")
        return self.came(self.panel.pretix.isVisible)


class BadgeFormatActs(PartActs):
    def __init__(self, stage: Stage) -> None:
        super().__init__(stage, "badge_format", scenes_badge_format.learnt)

    def scan(self) -> bool:
        self.panel.proposal.again.setFocus()
        self.press("scan")
        return bool(self.panel.scan.hasFocus())

    def keep(self) -> bool:
        self.press("keep")
        return self.came(self.panel.kept.isVisible)


class ScannerActs(PartActs):
    def __init__(self, stage: Stage) -> None:
        super().__init__(stage, "scanner", scenes_scanner.scanner_ready)

    def enter(self) -> bool:
        asked: list[str] = []
        self.panel.ask_file = lambda proposed: asked.append(proposed) or ""
        self.panel.teaching.save_button.setFocus()
        self.press("enter")
        return len(asked) == 1


class PeopleActs(PartActs):
    def __init__(self, stage: Stage) -> None:
        super().__init__(stage, "people", scenes_people.people_part)

    def enter(self) -> bool:
        self.panel.rows["bondar"].pin_button.setFocus()
        self.press("enter")
        return bool(self.panel.form.isVisible())


class RehearsalActs(PartActs):
    def __init__(self, stage: Stage) -> None:
        super().__init__(stage, "rehearsal", scenes_today.rehearsal_before)

    def begin(self) -> bool:
        self.press("begin")
        begun = self.panel.work.busy
        self.came(lambda: not self.panel.work.busy)
        return bool(begun) and self.panel.lines["disk"].state == "ok"


class TodayActs(Acts):
    def __init__(self, stage: Stage) -> None:
        super().__init__(stage, "today")
        scenes_today.today_page(stage)
        self.page: Any = stage.window.pages()["today"]

    def figure(self) -> bool:
        self.page.tiles["leads"].setFocus()
        self.press("figure")
        opened = self.stage.window.here()
        self.stage.window.go("today")
        return opened == "leads"

    def move(self) -> bool:
        first, second = self.page.hours.bars[:2]
        first.setFocus()
        press(self.stage, "Right")
        beside = second.hasFocus()
        press(self.stage, "Left")
        return bool(beside and first.hasFocus())

    def goal(self) -> bool:
        self.press("goal")
        return bool(self.page.goal_form.field.input.hasFocus())


class LockActs(Acts):
    def __init__(self, stage: Stage) -> None:
        super().__init__(stage, "lock")
        scenes_people.lock_pin(stage)
        self.page: Any = stage.program.lock.page

    def names(self) -> bool:
        first, second = list(self.page.people.values())[:2]
        first.setFocus()
        press(self.stage, "Down")
        below = second.hasFocus()
        press(self.stage, "Up")
        return bool(below and first.hasFocus())

    def enter(self) -> bool:
        self.page.pad.field.set_pin(scenes_people.MANAGER[1])
        self.page.pad.field.setFocus()
        self.press("enter")
        return self.came(lambda: not self.stage.program.lock.asks)


class DoorActs(Acts):
    def __init__(self, stage: Stage) -> None:
        super().__init__(stage, "door")
        pictures.door_new(stage)

    def enter(self) -> bool:
        door: Any = self.stage.program.door
        before = door.step
        next(b for b in before.findChildren(QWidget) if b.property("text") == "Back").setFocus()
        self.press("enter")
        return self.came(lambda: door.step is not before)


PAGES: Mapping[str, Callable[[Stage], Acts]] = {
    "capture": CaptureActs,
    "leads": LeadsActs,
    "leads-edit": EditActs,
    "send": SendActs,
    "show-attendees": AttendeeActs,
    "show-badge_format": BadgeFormatActs,
    "show-scanner": ScannerActs,
    "show-people": PeopleActs,
    "show-rehearsal": RehearsalActs,
    "today": TodayActs,
    "lock": LockActs,
    "door": DoorActs,
}


def labels(part: QWidget) -> list[str]:
    """What the labels of a part say."""
    return [label.text() for label in part.findChildren(QLabel)]
