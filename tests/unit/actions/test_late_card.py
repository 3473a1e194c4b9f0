"""What is read after the save fills the lead it belongs to, and nobody else's."""

import pytest

from boothapp.actions import capture, late_card, leads
from boothapp.badge.reading import Reading
from boothapp.domain.capture import Capture
from boothapp.domain.draft import Draft
from boothapp.domain.visitor import Visitor
from boothapp.store.database import Store

ANN = Visitor(full_name="Ann Abel", emails=("ann@abel.example",))


def card(name: str, **known: str) -> Reading:
    return Reading("card", visitor=Visitor(full_name=name, **known))  # type: ignore[arg-type]


def test_empty_fields_are_filled_and_told_and_sent(store: Store) -> None:
    draft = Draft(visitor=ANN, staff="mira")
    capture.save(store, draft)
    added = late_card.add(store, draft.id, card("Ann Abel", company="Abel AG"), b"\xff\xd8card")
    assert added is not None
    assert added.fields == ("company",)
    whole = leads.whole(store, draft.id)
    assert (whole.lead.visitor.company, whole.lead.visitor.emails) == ("Abel AG", ANN.emails)
    assert [one.data for one in whole.pictures] == [b"\xff\xd8card"]
    assert (whole.history[-1].action, whole.history[-1].staff) == (late_card.COMPLETED, "mira")
    assert whole.lead.revision == 2
    assert store.value("SELECT revision FROM outbox") == 2


def test_the_second_visit_of_a_lead_is_found_too(store: Store) -> None:
    capture.save(store, Draft(visitor=ANN))
    again = Draft(visitor=ANN, picture=b"\xff\xd8front")
    lead = capture.save(store, again).lead
    added = late_card.add(store, again.id, card("Abel Ann", company="Abel AG"), b"\xff\xd8back")
    assert added is not None
    assert added.lead.id == lead.id
    kept = leads.whole(store, lead.id).pictures
    assert [(one.visit, one.data) for one in kept] == [
        (again.id, b"\xff\xd8front"),
        (again.id, b"\xff\xd8back"),
    ]


@pytest.mark.parametrize("other", [card("Otto Kranz", company="Kranz"), Reading("id", badge_id="B2")])
def test_another_name_or_badge_changes_nothing(store: Store, other: Reading) -> None:
    draft = Draft(visitor=ANN, capture=Capture(format="vcard", badge_id="B1"))
    before = capture.save(store, draft).lead
    assert late_card.add(store, draft.id, other, b"\xff\xd8card") is None
    whole = leads.whole(store, draft.id)
    assert (whole.lead, whole.pictures) == (before, ())


def test_a_conversation_that_is_not_saved_is_nobodys(store: Store) -> None:
    assert late_card.add(store, Draft().id, card("Ann Abel"), b"\xff\xd8card") is None


def test_the_same_twice_is_once(store: Store) -> None:
    draft = Draft(visitor=ANN)
    capture.save(store, draft)
    for _ in range(2):
        late_card.add(store, draft.id, card("Ann Abel", company="Abel AG"), b"\xff\xd8card")
    whole = leads.whole(store, draft.id)
    assert (whole.lead.revision, len(whole.pictures)) == (2, 1)
