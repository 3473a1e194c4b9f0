"""The receipt of a lead: who allowed what, in which words, and what is kept of it as proof."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from boothapp.actions import capture, consents, leads, receipt_text, receipts, shows
from boothapp.actions.lane import here
from boothapp.domain.draft import Draft
from boothapp.domain.signature import packed
from boothapp.domain.visitor import Visitor
from boothapp.errors import WrongCall
from boothapp.paths import Home
from boothapp.store.database import Store
from tests.unit.sheets import pages

AT = datetime(2026, 11, 17, 10, 32, tzinfo=UTC)
ANN = Draft(
    visitor=Visitor(full_name="Ann Abel", company="Abel Ltd", emails=("ann@abel.example",)),
    consents=("mail", "phone"),
    language="de",
    staff="lange",
    signature=packed((((100, 100), (700, 300)),)),
)


@pytest.fixture
def lead(store: Store) -> str:
    return capture.save(store, ANN, AT).lead.number


def text(receipt: receipts.Receipt, folder: Path) -> str:
    pdf = folder / "receipt.pdf"
    pdf.write_bytes(receipt.pdf)
    return " ".join(pages.text(pdf).split())


def test_it_says_who_allowed_what_in_which_words_and_how_to_take_it_back(
    store: Store, lead: str, tmp_path: Path
) -> None:
    consents.withdraw(store, lead, ["phone"], "bondar")
    show, made = shows.current(store), receipts.draw(here(store), lead)
    told = text(made, tmp_path)
    for part in (
        "Ann Abel", "ann@abel.example", show.consent["mail"]["de"], show.consent["phone"]["de"],
        show.wording_version("mail"), "17. November 2026", "Mira Lange", "Тарас Бондар",
        show.withdrawal["de"], lead,
    ):  # fmt: skip
        assert part in told
    assert (made.language, made.purposes) == ("de", ("mail", "phone"))


def test_its_code_says_the_same_without_a_network(store: Store, lead: str, tmp_path: Path) -> None:
    made = receipts.draw(here(store), lead)
    (tmp_path / "receipt.pdf").write_bytes(made.pdf)
    assert pages.codes(tmp_path / "receipt.pdf") == [made.text]
    for part in ("Ann Abel", lead, shows.current(store).wording_version("mail"), "privacy@nordlicht.example"):
        assert part in made.text


def test_the_wording_of_that_day_stands_there_after_a_newer_kit(
    store: Store, lead: str, tmp_path: Path
) -> None:
    show = shows.current(store)
    shows.take(store, replace(show, consent={**show.consent, "mail": {"de": "Etwas anderes."}}))
    told = text(receipts.draw(here(store), lead), tmp_path)
    assert show.consent["mail"]["de"] in told
    assert "Etwas anderes." not in told


def test_another_language_leaves_what_was_read_as_it_was_read(
    store: Store, lead: str, tmp_path: Path
) -> None:
    told = text(receipts.draw(here(store), lead, "en"), tmp_path)
    assert "Consent receipt" in told
    assert shows.current(store).consent["mail"]["de"] in told


def test_the_history_keeps_it_as_proof(store: Store, lead: str, home: Home) -> None:
    made = receipts.draw(here(store), lead)
    receipts.note(here(store), lead, "receipt filed", made, "lange")
    (line,) = leads.whole_json(store, lead)["receipts"]
    assert (line["by"], line["purposes"], line["text"]) == ("lange", ["mail", "phone"], made.text)
    assert line["sha256"] == hashlib.sha256(made.pdf).hexdigest()
    assert receipts.draw(here(store), lead).pdf == made.pdf


def test_a_show_that_names_nobody_is_told_by_its_number(store: Store, lead: str) -> None:
    show, found = shows.current(store), leads.find(store, lead)
    nobody = replace(show, withdrawal={}, staff=())
    assert lead in receipt_text.how_to_withdraw(nobody, found, "en")
    assert "jonas.weber@" in receipt_text.how_to_withdraw(replace(show, withdrawal={}), found, "en")


def test_the_code_of_the_kiosk_says_nothing_that_the_visitor_has_not_typed(store: Store, lead: str) -> None:
    draft = Draft(
        visitor=Visitor(full_name="Ann Abel", emails=("ann@abel.example",)),
        consents=("mail",), language="en", method="self",
    )  # fmt: skip
    saved = capture.save(store, draft)
    assert saved.seen_before
    given = [one for one in saved.lead.consents if one.at == saved.lead.visits[-1].at]
    told = receipt_text.of_now(shows.current(store), saved.lead, "Ann Abel", given, "en")
    assert "by the visitor" in told
    assert "Phone" not in told
    assert "Abel Ltd" not in told
    assert "Mira" not in told


def test_a_name_without_letters_on_paper_is_told(store: Store) -> None:
    saved = capture.save(store, replace(ANN, visitor=Visitor(full_name="𒀀𒁀")))
    made = receipts.draw(here(store), saved.lead.number)
    assert saved.lead.number in made.warnings[0]


def test_nothing_allowed_has_no_receipt(store: Store) -> None:
    lead = capture.save(store, replace(ANN, consents=(), signature="")).lead.number
    with pytest.raises(WrongCall):
        receipts.draw(here(store), lead)
    with pytest.raises(WrongCall):
        receipts.draw(here(store), "A-0099")
