"""Scenes of what is said beside the first pass, for tests.ui.pictures."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from boothapp.actions import demo
from boothapp.domain.question import Option, Question
from boothapp.domain.voice import Remark, Voice
from boothapp.ui.widgets.card import Scroll

if TYPE_CHECKING:
    from tests.ui.pictures import Stage

SAID = Voice(
    (
        Remark("Is it strong enough for our castings? They weigh up to 40 kg and come in hot.", "doubt"),
        Remark("A tenth less would decide it.", "price"),
    ),
    ("day",),
    ("Aurora Arms", "Nordwind Automation"),
)
TOWNS = (
    "Aalborg", "Antwerpen", "Bilbao", "Brno", "Charkiw", "Dortmund", "Gdańsk", "Genova", "Göteborg", "Graz",
    "Jena", "Kaunas", "Leuven", "Linz", "Lyon", "Malmö", "Nantes", "Odense", "Ostrava", "Porto", "Riga",
    "Rostock", "Sofia", "Tampere", "Torino", "Turku", "Vigo", "Wien", "Zagreb", "Zürich",
)  # fmt: skip
PLANT = Question(
    id="plant",
    kind="several",
    text={"en": "Plant", "uk": "Завод", "de": "Werk"},
    options=tuple(Option(name.casefold(), {"en": name}) for name in TOWNS),
)


def talk(stage: "Stage") -> None:
    """Everything beside the first pass is open and filled in."""
    from tests.ui import pictures

    pictures.capture_warm(stage)
    page: Any = stage.window.pages()["capture"]
    answers = {**page.draft().answers, "material": ("steel",), "satisfied": ("2",), "robots": ("12",)}
    page.stand(replace(page.draft(), voice=SAID, answers=answers))
    down(stage, page)


def many(stage: "Stage") -> None:
    """A question with more answers than can be looked over, two of them chosen and one searched for."""
    show = demo.demo_show()
    asked = replace(show, questions=(*show.bant, PLANT), messages=(), competitors=())
    with patch.object(demo, "demo_show", lambda: asked):
        stage.enter_new()
    page: Any = stage.window.go("capture")
    page.talk.more.unfold(True)
    plants = page.talk.more.part.questions.rows["plant"].chips
    plants.set_value(["rostock", "wien"])
    plants.take_focus()
    down(stage, page)


def down(stage: "Stage", page: Any) -> None:
    """Scrolls as far as the last question."""
    stage.settle()
    side = next(side for side in page.findChildren(Scroll) if side.isAncestorOf(page.talk))
    side.verticalScrollBar().setValue(side.verticalScrollBar().maximum())


SCENES: Mapping[str, Callable[["Stage"], object]] = {"capture-talk": talk, "capture-many": many}
