"""Scenes of conversations that are not saved, for tests.ui.pictures."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractAnimation

from boothapp.actions import drafts
from boothapp.domain.draft import Draft
from boothapp.domain.touch import Touch
from boothapp.domain.visitor import Phone, Visitor

if TYPE_CHECKING:
    from tests.ui.pictures import Stage

# The clock of a picture must not change with the hour it is made at.
AT = datetime(2026, 11, 3, 9, 42, tzinfo=UTC)
BEGUN = Draft(
    visitor=Visitor(
        full_name="Anna Vogel",
        company="Werft Nord GmbH",
        job_title="Einkaufsleiterin",
        emails=("a.vogel@werft-nord.example",),
        phones=(Phone("+49 40 555 01 23", "+49405550123"),),
        country="DE",
    ),
    answers={"budget": ("planned",), "need": ("urgent",)},
    interests=("cell",),
    touches=(Touch("demo", "live", 0.5),),
    staff="lange",
)
OTHERS = (
    Draft(visitor=Visitor(full_name="Оксана Ґедзь", company="Чорноморська верф"), staff="bondar"),
    Draft(note="Asked for the price list of the welding cell, comes back after lunch", staff="lange"),
    Draft(visitor=Visitor(company="Tyne Fabrication")),
)


def came_back(stage: "Stage") -> None:
    """The laptop died in the middle of a conversation."""
    stage.enter()
    page: Any = stage.window.go("capture")
    stage.program.tasks.in_store(lambda store: drafts.keep(store, BEGUN, at=AT))
    page.drafts._look()
    stage.until(lambda: bool(page.talk.person.visitor().name))


def listed(stage: "Stage") -> None:
    """Several wait, and the list is open."""
    stage.enter()
    page: Any = stage.window.go("capture")
    for one in OTHERS:
        stage.program.tasks.in_store(lambda store, one=one: drafts.keep(store, one, aside=True, at=AT))
    page.drafts._count()
    stage.until(lambda: len(page.drafts.waiting) == len(OTHERS))
    page.drafts.toggle()


def saved(stage: "Stage") -> None:
    """A lead is saved, and Undo takes it back."""
    stage.enter()
    page: Any = stage.window.go("capture")
    page.stand(BEGUN)
    page.save()
    _with_message(stage)


def taken_back(stage: "Stage") -> None:
    """Undo was pressed."""
    saved(stage)
    page: Any = stage.window.go("capture")
    stage.window.message.undo_button.click()
    stage.until(lambda: page.draft().id == BEGUN.id)
    _with_message(stage)


def deleted(stage: "Stage") -> None:
    """A lead was deleted on the Leads page."""
    stage.enter()
    page: Any = stage.window.go("leads")
    stage.until(lambda: bool(page.detail.lead()))
    page.delete_button.click()
    _with_message(stage)
    stage.until(lambda: page.detail.lead() == page.list.lead())


def _with_message(stage: "Stage") -> None:
    """It stands still, and stays."""
    message = stage.window.message
    stage.until(message.isVisible)
    stage.until(lambda: message._slide.state() == QAbstractAnimation.State.Stopped)
    message.clock.stop()


SCENES: Mapping[str, "Callable[[Stage], None]"] = {
    "draft-came-back": came_back,
    "drafts": listed,
    "capture-saved": saved,
    "capture-taken-back": taken_back,
    "leads-deleted": deleted,
}
