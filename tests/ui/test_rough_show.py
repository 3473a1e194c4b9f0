"""Shows with far too much in them, and with nothing at all: the pages stay usable on the smallest screen."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from boothapp.actions import demo, shows
from boothapp.domain.question import Option, Question
from boothapp.domain.show import KeyMessage, Product, Show, Staff
from boothapp.ui.kiosk.controls import KioskTick
from boothapp.ui.kiosk.products import Products
from boothapp.ui.pages.capture.page import CapturePage
from boothapp.ui.reading_order import stops
from boothapp.ui.widgets.many import FEW, Many
from tests.ui import busy, pictures, placed, scenes_people, texts
from tests.ui.pictures import Stage
from tests.ui.program import CONTROL, click, key, saved, type_text

KEY = Qt.Key
SMALL = (1024, 600)
KINDS = ("single", "several")
LONG = " of a family with a name that goes on and on" * 3


def overfull() -> Show:
    """300 interests, questions of 40 options, 60 messages, 200 competitors, 80 people, 120 pieces."""
    show = demo.demo_show()
    options = tuple(Option(f"o{at}", {"en": f"Answer number {at}"}) for at in range(40))
    own = [Question(id=kind, text={"en": f"Asked {kind}"}, kind=kind, options=options) for kind in KINDS]
    bant = (replace(show.bant[0], options=options), *show.bant[1:])
    return replace(
        show,
        products=tuple(
            Product(f"p{at}", {"en": f"Product {at} of a family with a name" * 3}) for at in range(300)
        ),
        questions=(*bant, *own),
        pieces=tuple(replace(show.pieces[at % 3], id=f"c{at}") for at in range(120)),
        messages=tuple(KeyMessage(f"m{at}", {"en": f"Message {at}"}) for at in range(60)),
        competitors=tuple(f"Rival {at}" for at in range(200)),
        staff=(*show.staff, *(Staff(f"s{at}", f"Person {at}", sales=True) for at in range(80))),
    )


MANAGER = (Staff("lange", "Mira Lange", manager=True),)
BARE = Show(id="bare", name="Bare")


@pytest.fixture
def with_show(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[Show], Stage]]:
    """The program inside this show, on the smallest screen."""
    monkeypatch.setattr(pictures, "SIZE", SMALL)
    monkeypatch.setenv("BOOTHAPP_PASSPHRASE", "")
    stage = Stage(tmp_path, "light", "en")

    def enter(show: Show) -> Stage:
        scenes_people._with_pins(stage)
        stage.program.tasks.in_store(lambda store: shows.take(store, show, demo.DEMO))
        stage.program.desk.open_show(show)
        stage.window.forget("capture")
        return stage

    yield enter
    stage.close()


def capture(stage: Stage) -> CapturePage:
    """The capture page with everything unfolded."""
    page = stage.window.go("capture")
    assert isinstance(page, CapturePage)
    page.talk.more.unfold(True)
    page.talk.person.unfold(True)
    stage.settle()
    return page


def wrong(stage: Stage) -> list[object]:
    stage.settle()
    window = stage.window
    return [*placed.overlapping(window), *texts.outside(window), *placed.unreached(window)]


def test_far_too_much_is_searched_and_nothing_of_it_is_lost(with_show: Callable[[Show], Stage]) -> None:
    stage = with_show(overfull())
    with busy.watched() as stretch:
        page = capture(stage)
        assert wrong(stage) == []
        interests = page.talk.interests
        assert isinstance(interests, Many)
        assert len(interests.chips.offered()) == FEW
        interests.take_focus()
        type_text("product 217")
        key(KEY.Key_Return)
        page.talk.questions.rows["budget"].take_focus()
        type_text("number 39")
        key(KEY.Key_Return)
        page.talk.person.fields["company"].set_text("Tyne")
        key(KEY.Key_Return, CONTROL)
    assert stretch.longest < 2 * busy.STALL
    lead = saved(stage.program)[-1]
    assert lead.interests == ("p217",)
    assert dict(lead.basis.answers) == {"budget": ("o39",)}
    for place in ("leads", "today"):
        stage.window.go(place)
        assert wrong(stage) == []


def test_a_show_with_nothing_in_it_takes_leads_and_asks_for_nothing_it_has_not(
    with_show: Callable[[Show], Stage],
) -> None:
    stage = with_show(BARE)
    page = capture(stage)
    assert wrong(stage) == []
    assert page.thinking.follow.owner.isHidden()
    said = [one.text for one in texts.said(stage.window)]
    assert [text for text in said if text in ("budget", "authority", "need", "timing")] == []
    page.talk.person.fields["company"].set_text("Tyne")
    page.talk.note.set_text("wants a call")
    key(KEY.Key_Return, CONTROL)
    lead = saved(stage.program)[-1]
    assert (lead.visitor.company, lead.notes, lead.owner) == ("Tyne", ("wants a call",), "")
    for place in ("leads", "send", "today", "show"):
        stage.window.go(place)
        assert wrong(stage) == []


@pytest.mark.parametrize("show", [overfull, lambda: replace(BARE, staff=MANAGER)], ids=["overfull", "bare"])
def test_visitors_at_the_kiosk_reach_everything(
    with_show: Callable[[Show], Stage], show: Callable[[], Show]
) -> None:
    stage = with_show(show())
    kiosk = stage.program.kiosk
    kiosk.whole_screen = False
    kiosk.start()
    kiosk.page.view().tiles["en"].click()
    entry = kiosk.page.view()
    assert wrong(stage) == []
    assert entry.person.products.isVisible() == bool(stage.program.desk.show.products)
    stage.window.kept = False


def test_a_visitor_finds_one_product_among_300(with_show: Callable[[Show], Stage]) -> None:
    stage = with_show(overfull())
    kiosk = stage.program.kiosk
    kiosk.whole_screen = False
    kiosk.start()
    kiosk.page.view().tiles["en"].click()
    entry = kiosk.page.view()
    products, scroll = entry.person.products, entry.steps.widget(0)
    assert len(offered(products)) == 12
    products.more.click()
    assert len(offered(products)) == 24
    products.ticks["p3"].click()
    products.search.only().setFocus()
    type_text("product 27")
    # What is ticked stays.
    assert offered(products) == ["p3", "p27", *(f"p27{at}" for at in range(10))]
    assert not products.more.isVisible()
    type_text("7")
    assert offered(products) == ["p3", "p277"]
    stage.settle()
    tick = products.ticks["p277"]
    low = tick.mapTo(scroll.viewport(), tick.rect().bottomLeft()).y()
    assert 0 < low < scroll.viewport().height()
    click(tick)
    products.search.only().setFocus()
    type_text("x")
    assert (offered(products), products.none.isVisible()) == (["p3", "p277"], True)
    assert wrong(stage) == []
    entry.person.fields["full_name"].set_text("Ada Byron")
    entry.go_on.click()
    assert entry.draft().interests == ("p3", "p277")
    stage.window.kept = False


def offered(products: Products) -> list[str]:
    """The products in sight or below, as they are read."""
    seen = [part for part in stops(products) if isinstance(part, KioskTick)]
    return [id for part in seen for id, tick in products.ticks.items() if tick is part]
