"""Who may have been here before: found by mail, phone, name and company, and marked where it differs."""

from collections.abc import Iterator

import pytest

from boothapp.actions import capture, crowd, demo, leads, met, shows, suggest, undo
from boothapp.domain.capture import Capture
from boothapp.domain.draft import Draft
from boothapp.domain.visitor import Phone, Visitor
from boothapp.paths import Home
from boothapp.store.database import Store, open_store

ANN = Visitor(
    full_name="Ann-Kathrin Müller",
    company="Werft Nord",
    job_title="Buyer",
    emails=("ann@werft.example",),
    phones=(Phone("+49 40 5550123", "+49405550123"),),
)


@pytest.fixture
def store(home: Home) -> Iterator[Store]:
    store = open_store(home, "for this test")
    demo.make(store, 3)
    capture.save(store, Draft(visitor=ANN))
    yield store
    store.close()


def found(store: Store, **known: object) -> list[str]:
    draft = Draft(visitor=Visitor(**known))  # type: ignore[arg-type]
    return [one.lead.visitor.name for one in met.candidates(store, draft)]


@pytest.mark.parametrize(
    "known",
    [
        {"full_name": "ann mull"},
        {"full_name": "Mueller Ann"},
        {"full_name": "Müll", "company": "Werft"},
        {"emails": ("ANN@werft.example",)},
        {"phones": (Phone("040 555 01 23"),)},
        {"full_name": "Bo Else", "phones": (Phone("0049 40 5550123"),)},
    ],
)
def test_a_visitor_is_found_by_what_is_known(store: Store, known: dict[str, object]) -> None:
    assert found(store, **known) == [ANN.name]


@pytest.mark.parametrize(
    "known",
    [
        {"full_name": "Ann"},
        {"company": "Werft Nord"},
        {"full_name": "Werft Nord"},
        {"full_name": "Ann Miller"},
        {"phones": (Phone("5550123"),), "full_name": "No"},
        {"phones": (Phone("040 555 01 24"),)},
        {},
    ],
)
def test_who_only_looks_alike_is_not_offered(store: Store, known: dict[str, object]) -> None:
    assert found(store, **known) == []


def test_at_most_three_the_likeliest_first(store: Store) -> None:
    for company in ("Alpha", "Beta", "Gamma", "Delta"):
        capture.save(store, Draft(visitor=Visitor(full_name="Ann Müller", company=company)))
    draft = Draft(visitor=Visitor(full_name="Ann Müller", company="Alpha"))
    likely = met.candidates(store, draft)
    assert [one.lead.visitor.company for one in likely] == ["Alpha", "Delta", "Gamma"]
    assert [sorted(one.differs) for one in likely] == [[], ["company"], ["company"]]


def test_only_fields_that_both_know_differ() -> None:
    typed = Visitor(
        full_name="Müller Ann-Kathrin", job_title="CEO", phones=(Phone("040 5550123"),), city="Kiel"
    )
    assert met.differing(typed, ANN) == {"job_title"}


def test_a_chosen_lead_gets_one_more_visit_and_it_is_taken_back(store: Store) -> None:
    [before] = met.candidates(store, Draft(visitor=Visitor(full_name="Ann Mueller")))
    draft = Draft(visitor=Visitor(full_name="Ann Mueller"), note="again", lead=before.lead.id)
    assert met.candidates(store, draft) == []
    assert capture.known(store, draft).lead == before.lead
    saved = capture.save(store, draft)
    assert (saved.lead.id, len(saved.lead.visits)) == (before.lead.id, 2)
    undo.take_back(store, saved, draft)
    assert len(leads.find(store, before.lead.id).visits) == 1


def test_nobody_is_offered_himself(store: Store) -> None:
    scanned = crowd.scan(store, Draft(visitor=Visitor(full_name="Bo Abel"), capture=Capture(badge_id="B1")))
    kept = crowd.take_up(store, scanned.visit).kept
    assert kept is not None
    assert met.candidates(store, kept.draft) == []


def test_leads_of_another_show_are_not_offered(store: Store) -> None:
    with store.transaction():
        store.run("INSERT INTO shows (id, name, kit) SELECT 's', name, kit FROM shows")
        store.run("UPDATE leads SET show = 's'")
    assert found(store, full_name="Ann Müller") == []


def test_a_company_brings_what_its_people_agree_on(store: Store) -> None:
    for city, name in (("Kiel", "Bo"), ("Kiel", "Cem"), ("", "Dana")):
        at = {"city": city, "country": "DE", "company": "Tyne GmbH"}
        capture.save(store, Draft(visitor=Visitor(full_name=name, **at)))
    show = shows.current(store)
    found = suggest.of_company(store, show, "Tyne GmbH")
    assert (found.company, found.city, found.country) == ("Tyne GmbH", "Kiel", "DE")
    capture.save(store, Draft(visitor=Visitor(full_name="Eva", company="Tyne GmbH", city="Ulm")))
    assert suggest.of_company(store, show, "Tyne GmbH").city == ""
    assert suggest.of_company(store, show, "Nobody Ltd").known() == {"company": "Nobody Ltd"}
