"""A German visitor's sheet speaks German, down to the words the program itself puts there."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from boothapp.actions import capture, sheets
from boothapp.actions.lane import here
from boothapp.domain.draft import Draft
from boothapp.domain.next_step import NextStep
from boothapp.domain.visitor import Visitor
from boothapp.paths import Home
from boothapp.store.database import Store
from tests import prepared
from tests.unit.sheets import pages

BIRGIT = Visitor(full_name="Birgit Lindemann", company="Elbe Verpackung GmbH", language="de")
PIECES = ("polar", "weld", "live", "try", "compare")
FIXED = {
    "Prepared for": "Zusammengestellt für",
    "What we talked about": "Worüber wir gesprochen haben",
    "Interested in": "Interessiert an",
    "Scan to open on your phone": "Mit dem Handy scannen und öffnen",
    "Brochure": "Broschüre",
    "Case study": "Fallstudie",
    "Demo": "Vorführung",
    "Free trial": "Testzugang",
    "Comparison": "Vergleich",
    "Your contact": "Ihr Kontakt",
    "Next step": "Nächster Schritt",
}
PROMISED = {
    "call": ("Wir rufen Sie am 3. März 2027 an.", "We call you"),
    "offer": ("Sie erhalten unser Angebot bis zum 3. März 2027.", "You get our offer"),
    "visit": ("Wir besuchen Sie am 3. März 2027.", "We visit you"),
    "material": ("Wir senden Ihnen die Unterlagen bis zum 3. März 2027.", "We send you"),
}


@pytest.fixture
def store(home: Home) -> Iterator[Store]:
    store = prepared.with_demo(home, "for this test")
    yield store
    store.close()


def sheet_text(store: Store, folder: Path, step: str, language: str = "") -> str:
    """What stands on the sheet of a German lead with this next step, in one line."""
    due = NextStep(step, date(2027, 3, 3))
    draft = Draft(
        visitor=BIRGIT, interests=("arm",), answers={"volume": ("large",)}, pieces=PIECES, next_step=due
    )
    lead = capture.save(store, draft).lead
    pdf = folder / "sheet.pdf"
    sheets.save(sheets.draw(here(store), lead.number, language), pdf, store.home)
    return " ".join(pages.text(pdf).split())


def test_its_fixed_words_are_german_and_none_is_english(store: Store, tmp_path: Path) -> None:
    shown = sheet_text(store, tmp_path, "call")
    assert [words for words in FIXED.values() if words not in shown] == []
    assert [words for words in FIXED if words in shown] == []


def test_asked_for_in_english_the_same_sheet_has_the_english_words(store: Store, tmp_path: Path) -> None:
    shown = sheet_text(store, tmp_path, "call", "en")
    assert [words for words in FIXED if words not in shown] == []


@pytest.mark.parametrize("step", PROMISED)
def test_the_promise_is_a_german_sentence(step: str, store: Store, tmp_path: Path) -> None:
    german, english = PROMISED[step]
    shown = sheet_text(store, tmp_path, step)
    assert german in shown
    assert english not in shown
