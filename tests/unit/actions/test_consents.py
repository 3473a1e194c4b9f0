"""Consent: given in a wording that is kept, signed, taken back, and heard of at head office."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from boothapp.actions import capture, consents, demo, leads, shows, targets, undo
from boothapp.domain.delivery import Delivery
from boothapp.domain.draft import Draft
from boothapp.domain.lead import Lead
from boothapp.domain.signature import packed, unpacked
from boothapp.domain.visitor import Visitor
from boothapp.errors import WrongCall
from boothapp.store import leads as rows
from boothapp.store import outbox, proofs
from boothapp.store.database import Store

ANN = Draft(
    visitor=Visitor(full_name="Ann Abel", emails=("ann@abel.example",)),
    consents=("mail", "phone"),
    language="de",
    staff="lange",
)
STROKES = (((100, 100), (400, 300)), ((10, 10),))
SIGNED = replace(ANN, signature=packed(STROKES))
AT = datetime(2026, 11, 17, 10, 32, tzinfo=UTC)


def save(store: Store, draft: Draft = ANN, at: datetime = AT) -> Lead:
    return capture.save(store, draft, at).lead


def test_what_was_said_to_whom_and_how_is_kept(store: Store) -> None:
    show = shows.current(store)
    mail, phone = save(store).consents
    assert (mail.purpose, mail.given, mail.at, mail.language) == ("mail", True, AT, "de")
    assert (mail.staff, mail.method) == ("lange", "spoken")
    assert (mail.wording, phone.wording) == (show.wording_version("mail"), show.wording_version("phone"))


def test_the_wording_stays_known_when_a_newer_kit_says_it_otherwise(store: Store) -> None:
    show, lead = shows.current(store), save(store)
    newer = {**show.consent, "mail": {"en": "Something else."}}
    shows.take(store, replace(show, consent=newer))
    said = consents.proofs_of(store, lead).wordings
    assert said[lead.consents[0].wording] == show.consent["mail"]
    again = save(store, replace(ANN, id="another"))
    assert again.consents[-2].wording != lead.consents[0].wording
    assert consents.proofs_of(store, again).wordings[again.consents[-2].wording] == {"en": "Something else."}


def test_a_store_that_put_no_wordings_aside_knows_those_of_its_show(store: Store) -> None:
    lead = save(store)
    with store.transaction():
        store.run("DELETE FROM wordings")
    said = consents.proofs_of(store, lead).wordings
    assert said[lead.consents[0].wording] == shows.current(store).consent["mail"]


def test_a_signature_is_kept_with_the_consents_of_its_moment(store: Store) -> None:
    lead = save(store, SIGNED)
    assert {one.method for one in lead.consents} == {"signed"}
    assert consents.proofs_of(store, lead).signatures == {AT: STROKES}
    assert [one["signature"] for one in leads.whole_json(store, lead.id)["consent"]] == [True, True]
    assert unpacked(leads.whole(store, lead.id).signatures[AT]) == STROKES


def test_a_signature_under_nothing_is_not_kept(store: Store) -> None:
    lead = save(store, replace(SIGNED, consents=()))
    assert consents.proofs_of(store, lead).signatures == {}


def test_one_purpose_is_taken_back(store: Store) -> None:
    before = save(store, SIGNED)
    later = AT + timedelta(days=9)
    done = consents.withdraw(store, before.number, ["mail"], "bondar", later)
    assert (done.purposes, done.lead.allowed) == (("mail",), ("phone",))
    last = leads.find(store, before.id).consents[-1]
    assert (last.purpose, last.given, last.at, last.staff) == ("mail", False, later, "bondar")
    assert last.wording == before.consents[0].wording
    assert done.changes.leads == (before.id,)
    again = consents.withdraw(store, before.number, ["mail"])
    assert (again.purposes, bool(again.changes)) == ((), False)
    assert leads.find(store, before.id).revision == done.lead.revision


def test_everything_is_taken_back_where_nothing_is_named(store: Store) -> None:
    lead = save(store)
    assert consents.withdraw(store, lead.id).lead.allowed == ()


def test_a_clock_that_was_set_back_takes_back_all_the_same(store: Store) -> None:
    lead = save(store)
    assert consents.withdraw(store, lead.id, at=AT - timedelta(days=400)).lead.allowed == ()


def test_head_office_hears_of_it(store: Store) -> None:
    targets.add(store, "office", "tryton", "http://127.0.0.1:9", {"database": "ci", "user": "boothapp"})
    lead = save(store)
    row = rows.row_of(store, lead.id)
    assert row is not None
    with store.transaction():
        delivered = Delivery(lead.id, "office", "accepted", lead.revision)
        outbox.put(store, row, delivered, AT)
    assert outbox.waiting(store, "office") == 0
    done = consents.withdraw(store, lead.id, ["mail"])
    assert (outbox.waiting(store, "office"), done.lead.revision) == (1, lead.revision + 1)


def test_a_withdrawal_by_mistake_is_undone_and_the_history_says_so(store: Store) -> None:
    lead = save(store)
    done = consents.withdraw(store, lead.id, ["mail"], "lange")
    changes = consents.put_back(store, lead.id, done.consents, "lange")
    after = leads.find(store, lead.id)
    assert (after.consents, after.revision) == (lead.consents, lead.revision + 2)
    assert changes.leads == (lead.id,)
    last = leads.whole(store, lead.id).history[-1]
    assert (last.action, last.detail, last.staff) == (consents.UNDONE, {"purposes": ["mail"]}, "lange")
    assert not consents.put_back(store, lead.id, done.consents)


@pytest.mark.parametrize(("lead", "purposes", "staff"), [
    ("A-0099", [], ""), ("A-0001", ["fax"], ""), ("A-0001", ["mail"], "nobody"),
])  # fmt: skip
def test_what_is_not_there_is_refused(store: Store, lead: str, purposes: list[str], staff: str) -> None:
    before = save(store)
    with pytest.raises(WrongCall):
        consents.withdraw(store, lead, purposes, staff)
    assert leads.find(store, before.id) == before


def test_a_save_taken_back_takes_its_signature_along(store: Store) -> None:
    first = save(store)
    saved = capture.save(store, replace(SIGNED, id="second"), AT + timedelta(hours=1))
    assert saved.lead.id == first.id
    undo.take_back(store, saved, replace(SIGNED, id="second"))
    assert consents.proofs_of(store, leads.find(store, first.id)).signatures == {}
    only = capture.save(store, replace(SIGNED, id="third", visitor=Visitor(full_name="Ben")), AT)
    back = undo.take_back(store, only, replace(SIGNED, id="third"))
    assert back.draft.signature == SIGNED.signature
    assert store.value("SELECT count(*) FROM signatures") == 0


def test_a_deleted_lead_comes_back_with_its_signature(store: Store) -> None:
    from boothapp.actions import delete

    lead = save(store, SIGNED)
    delete.delete(store, lead.id)
    assert store.value("SELECT count(*) FROM signatures") == 0
    delete.put_back(store, lead.id)
    row = rows.row_of(store, lead.id)
    assert row is not None
    assert proofs.signatures(store, row) == {AT: SIGNED.signature}


def test_the_demo_show_proves_what_its_leads_allowed(store: Store) -> None:
    demo.make(store, 12)
    every = [leads.find(store, line.id) for line in leads.listed(store, leads.Query())]
    given = [lead for lead in every if lead.consents]
    assert given
    for lead in given:
        assert all(consents.proofs_of(store, lead).wordings.values())
