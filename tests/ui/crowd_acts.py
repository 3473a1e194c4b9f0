"""What the keys of a crowd and of visitors seen before do, as part of the Capture page's."""

from collections.abc import Callable
from typing import Any

from PySide6.QtTest import QTest

from boothapp.actions import capture, crowd
from boothapp.domain.draft import Draft
from boothapp.domain.visitor import Visitor
from tests.ui import scenes_crowd
from tests.ui.pictures import Stage


class CrowdActs:
    """Beside the acts of the page, which has the rest."""

    stage: Stage
    page: Any
    press: Callable[[str], None]
    came: Callable[[Callable[[], bool]], bool]

    def crowd(self) -> bool:
        self.press("crowd")
        opened = self.page.crowd.panel.isVisible() and self.page.crowd.button.isChecked()
        self.press("crowd")
        return bool(opened and self.page.crowd.panel.isHidden())

    def complete(self) -> bool:
        scanned = scenes_crowd.SCANNED[0]
        self.stage.program.tasks.in_store(lambda store: crowd.scan(store, scanned))
        self.page.crowd.count()
        self.came(lambda: len(self.page.crowd.waiting) == 1)
        self.press("complete")
        self.came(lambda: self.page.talk_id == scanned.id)
        self.page.save()
        return self.came(lambda: self.page.crowd.waiting == [])

    def group(self) -> bool:
        self.page.talk.person.fields["full_name"].set_text("Anna Vogel")
        self.page.talk.person.changed.emit()
        self.press("group")
        emptied = not self.page.talk.person.visitor().known()
        people = len(self.page.group.strip.chips)
        self.page.fresh()
        return bool(emptied and people == 2)

    def same(self) -> bool:
        met = Draft(visitor=Visitor(full_name="Nina Alt"))
        self.stage.program.tasks.in_store(lambda store: capture.save(store, met))
        field = self.page.talk.person.fields["full_name"]
        field.input.setFocus()
        field.input.selectAll()
        QTest.keyClicks(field.input, "Nina Alt")
        self.came(
            lambda: "panel" in vars(self.page.recognising) and len(self.page.recognising.panel.cards) == 1
        )
        self.press("same")
        chosen = self.page.draft().lead
        self.page.fresh()
        return bool(chosen == met.id)
