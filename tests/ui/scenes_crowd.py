"""Scenes of a crowd at the stand, for tests.ui.pictures."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from boothapp.actions import capture, crowd
from boothapp.domain.capture import Capture
from boothapp.domain.draft import Draft
from boothapp.domain.visitor import Visitor
from tests.ui import scenes_drafts
from tests.ui.scenes_drafts import AT

if TYPE_CHECKING:
    from tests.ui.pictures import Stage

SCANNED = tuple(
    Draft(
        visitor=Visitor(full_name=name, company=company), capture=Capture(format="id", badge_id=id, raw=b"x")
    )
    for name, company, id in (
        ("Anna Vogel", "Werft Nord GmbH", "SB-21044"),
        ("Оксана Ґедзь", "Чорноморська верф", "SB-20417"),
        ("", "", "SB-23310"),
        ("Maximilian von Hohenlohe-Öhringen", "Technische Werke Ostwestfalen AG", "SB-22015"),
    )
)


def rapid(stage: "Stage") -> Any:
    """The mode is on, and nobody has been scanned yet."""
    stage.enter()
    page: Any = stage.window.go("capture")
    page.crowd.button.click()
    stage.until(stage.window.message.isVisible)
    stage.window.message.hide()
    return page


def queue(stage: "Stage") -> None:
    """Four have been scanned."""
    page = rapid(stage)
    for at, one in enumerate(SCANNED):
        moment = AT + timedelta(seconds=20 * at)
        stage.program.tasks.in_store(lambda store, one=one, moment=moment: crowd.scan(store, one, moment))
    page.crowd.count()
    stage.until(lambda: len(page.crowd.waiting) == len(SCANNED))


def queue_and_drafts(stage: "Stage") -> None:
    """Two dozen wait, and drafts too: the line above is as full as it gets."""
    scenes_drafts.listed(stage)
    page: Any = stage.window.pages()["capture"]
    for at in range(24):
        one = Draft(visitor=Visitor(full_name=f"Visitor {at}"), capture=Capture(badge_id=f"B{at}", raw=b"x"))
        stage.program.tasks.in_store(lambda store, one=one: crowd.scan(store, one))
    page.step_back()
    page.crowd.button.click()
    page.crowd.count()
    stage.until(lambda: len(page.crowd.waiting) == 24)


MET = (
    Visitor(full_name="Anna Vogel", company="Werft Nord GmbH", job_title="Einkaufsleiterin", country="DE"),
    Visitor(full_name="Anna Vogel", company="Tyne Fabrication", emails=("a.vogel@tyne.example",)),
    Visitor(full_name="Anna Vogelsang", company="Technische Werke Ostwestfalen AG"),
)


def met(stage: "Stage") -> None:
    """A name is typed that three of before have."""
    stage.enter()
    page: Any = stage.window.go("capture")
    for one in MET:
        stage.program.tasks.in_store(lambda store, one=one: capture.save(store, Draft(visitor=one), AT))
    page.talk.person.fields["full_name"].set_text("Anna Vogel")
    page.talk.person.fields["company"].set_text("Werft Nord GmbH")
    page.talk.person.changed.emit()
    stage.until(lambda: "panel" in vars(page.recognising) and len(page.recognising.panel.cards) == len(MET))


SCENES: Mapping[str, "Callable[[Stage], None]"] = {
    "crowd-none": rapid,
    "crowd-queue": queue,
    "seen-before": met,
}
