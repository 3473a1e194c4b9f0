"""Scenes of the badge format on the Show page for tests.ui.pictures."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from boothapp.ui.pages.show.badge_format.panel import BadgeFormatPanel

if TYPE_CHECKING:
    from tests.ui.pictures import Stage

BADGES = (
    "NW26^104417^Ґедзь^Оксана^Чорноморська верф^o.gedz@verf.example^+380 44 555 01 23",
    "NW26^104502^O'Brien^Sean^Harland Tooling Ltd^sean@harland.example^+353 1 555 0140",
    "NW26^104391^Lindqvist^Maja^Nordlicht AB^^+46 8 555 010 22",
)
SAID = (
    {
        "badge_id": "104417", "given_name": "Оксана", "family_name": "Ґедзь", "company": "Чорноморська верф",
        "emails": "o.gedz@verf.example", "phones": "+380 44 555 01 23",
    },
    {"badge_id": "104502", "given_name": "Sean", "family_name": "O'Brien", "company": "Harland Tooling ltd"},
    {"badge_id": "104391", "given_name": "Maja", "family_name": "Lindqvist"},
)  # fmt: skip


def panel(stage: "Stage") -> BadgeFormatPanel:
    """The panel, open."""
    page: Any = stage.window.go("show")
    found = page.open_part("badge_format")
    assert isinstance(found, BadgeFormatPanel)
    return found


def nothing(stage: "Stage") -> None:
    """No badge yet."""
    stage.enter()
    panel(stage)


def learnt(stage: "Stage", last: Mapping[str, str] = SAID[2]) -> BadgeFormatPanel:
    """Three badges, and the format they show."""
    stage.enter()
    here = panel(stage)
    for text, fields in zip(BADGES, (*SAID[:2], last), strict=True):
        here.samples.add(text, fields)
    here.learn()
    stage.until(lambda: here.proposal.proposal is not None)
    return here


def missed(stage: "Stage") -> None:
    """One badge says otherwise."""
    learnt(stage, {**SAID[2], "given_name": "Anna"})


def kept(stage: "Stage") -> None:
    """The format is kept."""
    here = learnt(stage)
    here.keep()
    stage.until(here.kept.isVisible)


def hopeless(stage: "Stage") -> None:
    """What should come out is not in the badge."""
    stage.enter()
    here = panel(stage)
    here.samples.add("9f8a7d6f8a7sd6f5512ab", {"given_name": "Maja", "family_name": "Lindqvist"})
    here.learn()
    stage.until(here.proposal.advice.isVisible)


SCENES: Mapping[str, "Callable[[Stage], object]"] = {
    "badge-format": learnt,
    "badge-format-none": nothing,
    "badge-format-missed": missed,
    "badge-format-kept": kept,
    "badge-format-hopeless": hopeless,
}
