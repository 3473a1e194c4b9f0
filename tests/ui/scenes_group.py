"""Scenes of several people in one conversation, for tests.ui.pictures."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from boothapp.actions import together
from boothapp.domain.capture import Capture
from boothapp.domain.companion import Companion
from boothapp.domain.draft import Draft
from boothapp.domain.group import first_of, people_of, whole
from boothapp.domain.touch import Touch
from boothapp.domain.visitor import Visitor
from tests.ui.scenes_drafts import AT

if TYPE_CHECKING:
    from tests.ui.pictures import Stage

SHIPYARD = "Werft Nord GmbH"
TALK = Draft(
    visitor=Visitor(
        full_name="Anna Vogel",
        company=SHIPYARD,
        job_title="Einkaufsleiterin",
        emails=("a.vogel@werft.example",),
    ),
    capture=Capture(format="id", badge_id="SB-21044", raw=b"x"),
    answers={"budget": ("approved",), "authority": ("decides",), "need": ("clear",)},
    interests=("cell",),
    touches=(Touch("demo", "live"),),
    consents=("mail",),
    staff="lange",
)
OTHERS = tuple(
    Companion(
        visitor=Visitor(full_name=name, company=company),
        capture=Capture(format="id", badge_id=id, raw=id.encode()),
    )
    for name, company, id in (
        ("Оксана Ґедзь", SHIPYARD, "SB-20417"),
        ("Maximilian von Hohenlohe-Öhringen", "Technische Werke Ostwestfalen AG", "SB-22015"),
    )
)


def at_the_stand(stage: "Stage", *others: Companion) -> Any:
    """These stand in the conversation, the first one in the fields."""
    stage.enter()
    page: Any = stage.window.go("capture")
    page.stand(whole(TALK, (first_of(TALK), *others)))
    page.looking_back.begin("")
    return page


def three(stage: "Stage") -> None:
    """Three stand there; the last one is with another company."""
    page = at_the_stand(stage, *OTHERS)
    page.group.show(2)
    page.scan.setFocus()


def detail(stage: "Stage") -> None:
    """The lead of one of them."""
    stage.enter()
    draft = whole(TALK, (*people_of(TALK), *OTHERS))
    saved = stage.program.tasks.in_store(lambda store: together.save(store, draft, AT))
    page: Any = stage.window.go("leads")
    page.search.setText("Ґедзь Werft Nord")
    page.search.searched.emit(page.search.text())
    stage.until(lambda: page.lines.total == 1 and page.detail.lead() == saved.each[1].lead.id)


SCENES: Mapping[str, "Callable[[Stage], None]"] = {
    "group-three": three,
    "leads-together": detail,
}
