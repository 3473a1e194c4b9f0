"""What is Tryton's own: its refusals, its sign-in, its address, its workflow."""

import random
from dataclasses import replace
from decimal import Decimal

import pytest

from boothapp.crm import outcomes
from boothapp.crm.delivery import deliver
from boothapp.crm.outcomes import Standing
from boothapp.crm.tryton import TrytonTarget
from boothapp.domain.visitor import Phone
from tests.real.bad_line import BadLine, Trouble
from tests.real.tryton import Head, SalesRep
from tests.unit.crm.records import record, records, with_visitor

REFUSAL = b'{"id": 1, "error": ["UserError", ["We do not look for such people.", "", null]]}'


def test_a_record_that_cannot_even_be_looked_up_does_not_hold_back_the_others(
    target: TrytonTarget, line: BadLine, sales_rep: SalesRep
) -> None:
    leads = records(9)
    line.troubles.append(
        Trouble(leads[4].visitor.email.encode(), times=10**6, forward=False, answer=(200, {}, REFUSAL))
    )
    delivered = deliver(target, leads)
    (refused,) = delivered.of("rejected")
    assert (refused.key, refused.message) == (leads[4].key, "We do not look for such people.")
    assert len(delivered.of("created")) == sales_rep.count_leads([lead.key for lead in leads]) == 8


ODD_LETTERS = [chr(code) for code in range(0x300)] + list(
    "三菱ёїأبج\u200b\u200e\u2028\u2029\ufeff\U0001f600\ud800\udfff\uffff%_"
)


def test_any_text_at_all_arrives_and_arrives_once(target: TrytonTarget, sales_rep: SalesRep) -> None:
    chance = random.Random(7)

    def text(longest: int) -> str:
        return "".join(chance.choices(ODD_LETTERS, k=chance.randint(0, longest)))

    texts = (
        "given_name",
        "family_name",
        "company",
        "street",
        "postal_code",
        "city",
        "country",
        "website",
        "note",
    )
    leads = [
        with_visitor(
            record(show=text(9), notes=(text(40),)),
            **{name: text(12) for name in texts},
            phones=(Phone(text(9)),),
        )
        for _ in range(60)
    ]
    first = deliver(target, leads)
    assert len(first.of("created")) == 60
    second = deliver(
        target, [replace(lead, sent=dict(r.sent)) for lead, r in zip(leads, first.results, strict=True)]
    )
    assert len(second.of("unchanged")) == sales_rep.count_leads([lead.key for lead in leads]) == 60


def test_an_amount_the_server_refuses_leaves_no_contact_behind(
    target: TrytonTarget, sales_rep: SalesRep
) -> None:
    leads = [*records(9), record(amount=Decimal("12.505"))]
    delivered = deliver(target, leads)
    (refused,) = delivered.of("rejected")
    assert (refused.key, refused.field) == (leads[-1].key, "amount")
    assert "12.505" in refused.message
    assert sales_rep.count_contacts([lead.key for lead in leads]) == 9
    assert deliver(target, [replace(leads[-1], amount=Decimal("12.50"))]).results[0].status == "created"


def test_a_user_who_may_not_delete_still_hears_why_a_lead_was_refused(
    target: TrytonTarget, line: BadLine, sales_rep: SalesRep
) -> None:
    refusal = b'{"id": 1, "error": ["UserError", ["You are not allowed to delete that.", "", null]]}'
    line.troubles.append(Trouble(b"party.party.delete", forward=False, answer=(200, {}, refusal)))
    lead = record(amount=Decimal("12.505"))
    refused = deliver(target, [lead]).results[0]
    assert (refused.status, refused.field) == ("rejected", "amount")
    assert "12.505" in refused.message
    assert deliver(target, [replace(lead, amount=Decimal("12.50"))]).results[0].status == "created"
    assert sales_rep.count_contacts([lead.key]) == 1


def test_the_test_of_the_connection_says_that_contacts_may_stay(target: TrytonTarget, line: BadLine) -> None:
    nothing = b'{"id": 1, "result": {"party.party": {"read": true, "write": true, "create": true}}}'
    assert target.check().warnings == ()
    line.troubles.append(Trouble(b'get_access","params":[["party.party"]', 9, False, (200, {}, nothing)))
    health = target.check()
    assert health.ok
    assert "may not delete contacts" in health.warnings[0]


def test_a_lead_that_was_stored_untold_and_then_renamed_is_not_made_again(
    target: TrytonTarget, sales_rep: SalesRep
) -> None:
    lead = record()
    made = deliver(target, [lead]).results[0]
    sales_rep.edit(lead.key, reference="HM-2026-18")
    (again,) = deliver(target, [lead]).results
    assert (again.status, again.remote_ids) == ("unchanged", made.remote_ids)
    assert sales_rep.count_contacts([lead.key]) == 1


def test_new_leads_take_two_writing_calls_however_many(target: TrytonTarget, line: BadLine) -> None:
    deliver(target, records(30))
    assert line.called(b".create") == 2


def test_the_lead_arrives_whole(target: TrytonTarget, tryton: Head) -> None:
    lead = record(owner="olena vertrieb")
    deliver(target, [lead])
    rpc = tryton.session("sales")
    fields = ["party.name", "description", "amount", "start_date", "employee.rec_name", "state"]
    (row,) = rpc.call(
        "model.sale.opportunity.search_read", [("reference", "=", lead.key)], 0, 1, None, fields
    )
    assert row["party."]["name"] == lead.visitor.name
    assert row["description"] == f"Hannover Messe 2026: Maschinenbau Süd GmbH, {lead.visitor.name}"
    assert (row["amount"], row["start_date"]) == (Decimal("50000.00"), lead.captured_at.date())
    assert (row["employee."]["rec_name"], row["state"]) == ("Olena Vertrieb", "lead")
    of_party = [("party", "=", row["party."]["id"])]
    mechanisms = rpc.call(
        "model.party.contact_mechanism.search_read", of_party, 0, None, None, ["type", "value_compact"]
    )
    assert {(one["type"], one["value_compact"]) for one in mechanisms} == {
        ("other", lead.key),
        ("email", lead.visitor.email),
        ("phone", "+497112345678"),
        ("mobile", "+491712345678"),
        ("website", "https://sued.example"),
    }
    fields = ["street", "postal_code", "city", "country.code", "party_name", "attn"]
    (address,) = rpc.call("model.party.address.search_read", of_party, 0, None, None, fields)
    assert (address["street"], address["postal_code"], address["city"]) == (
        "Hauptstraße 5",
        "70173",
        "Stuttgart",
    )
    assert (address["country."]["code"], address["party_name"]) == ("DE", "Maschinenbau Süd GmbH")
    rpc.close()


def test_what_the_badge_garbled_still_arrives(target: TrytonTarget, sales_rep: SalesRep) -> None:
    """Line breaks in names, control characters, half a surrogate pair, a country nobody has."""
    odd = with_visitor(
        record(), given_name="Jürgen\n\x00", family_name="W\ud800eiß\t", city="Köln\r\n", country="XX"
    )
    assert deliver(target, [odd]).results[0].status == "created"
    assert sales_rep.contact_name(odd.key) == "Jürgen Weiß"
    assert sales_rep.city(odd.key) == "Köln"


@pytest.mark.parametrize("odd", ["j_w", "100%", "o'neil", "j%_w", "a+b"])
def test_an_address_with_signs_of_a_pattern_matches_itself_and_nothing_else(
    target: TrytonTarget, odd: str
) -> None:
    first = record()
    first = with_visitor(first, emails=(odd + first.visitor.email,))
    plain = with_visitor(record(), emails=(first.visitor.email.replace("_", "x").replace("%", "xy"),))
    names = {"given_name": first.visitor.given_name, "family_name": first.visitor.family_name}
    same = with_visitor(record(), **names, emails=first.visitor.emails)
    assert [r.status for r in deliver(target, [first]).results] == ["created"]
    results = deliver(
        target, [same, plain] if plain.visitor.emails != first.visitor.emails else [same]
    ).results
    assert [(r.status, r.code) for r in results] == [("created", "linked"), ("created", "")][: len(results)]


def test_another_person_at_a_shared_mailbox_is_a_person_of_their_own(target: TrytonTarget) -> None:
    first, second = record(), record()
    mailbox = "info@" + first.visitor.email.replace("@", ".")
    pair = [with_visitor(lead, emails=(mailbox,)) for lead in (first, second)]
    results = deliver(target, pair).results
    assert [r.status for r in results] == ["created", "created"]
    assert results[0].remote_ids["contact"] != results[1].remote_ids["contact"]


def test_master_data_of_a_linked_customer_is_not_ours(target: TrytonTarget, sales_rep: SalesRep) -> None:
    first = record()
    deliver(target, [first])
    names = {"given_name": first.visitor.given_name, "family_name": first.visitor.family_name}
    second = with_visitor(record(), **names, emails=first.visitor.emails, city="Ulm")
    linked = deliver(target, [second]).results[0]
    moved = with_visitor(replace(second, sent=dict(linked.sent)), city="Bonn")
    deliver(target, [moved])
    assert sales_rep.city(second.key) == "Stuttgart"
    assert "Bonn" in sales_rep.comment(second.key)


def test_a_phone_number_somebody_took_out_does_not_come_back(
    target: TrytonTarget, sales_rep: SalesRep
) -> None:
    lead = record()
    first = deliver(target, [lead]).results[0]
    sales_rep.remove_mechanism(lead.key, "mobile")
    moved = replace(lead, sent=dict(first.sent), points=90)
    emails = (*lead.visitor.emails, "second." + lead.visitor.email)
    deliver(target, [with_visitor(moved, emails=emails)])
    assert sorted(sales_rep.mechanisms(lead.key)) == ["email", "email", "other", "phone", "website"]


def test_an_edit_between_our_look_and_our_write_wins(
    target: TrytonTarget, sales_rep: SalesRep, line: BadLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    lead = record()
    first = deliver(target, [lead]).results[0]
    sooner = _BeforeFirst(line, b"sale.opportunity.write", lambda: sales_rep.edit_comment(lead.key, "Mine."))
    monkeypatch.setattr(line, "trouble_for", sooner)
    result = deliver(target, [replace(lead, points=99, sent=dict(first.sent))]).results[0]
    assert sooner.done
    assert (result.status, result.code) == ("retry", "changed")
    assert sales_rep.comment(lead.key) == "Mine."
    later = deliver(target, [replace(lead, points=99, sent=dict(result.sent))]).results[0]
    assert (later.status, later.kept) == ("updated", ())
    theirs, _, ours = sales_rep.comment(lead.key).partition("\n\n")
    assert theirs == "Mine."
    assert "99" in ours


class _BeforeFirst:
    """Lets somebody else act just before the first call with this part goes through."""

    def __init__(self, line: BadLine, part: bytes, act) -> None:
        self.part, self.act, self.done = part, act, False

    def __call__(self, body: bytes) -> None:
        if self.part in body and not self.done:
            self.done = True
            self.act()


def test_a_sold_opportunity_is_left_alone(target: TrytonTarget, sales_rep: SalesRep) -> None:
    lead = record()
    first = deliver(target, [lead]).results[0]
    sales_rep.win(lead.key, Decimal("42000.00"))
    before = sales_rep.comment(lead.key)
    result = deliver(
        target, [replace(lead, points=20, amount=Decimal("1.00"), sent=dict(first.sent))]
    ).results[0]
    assert result.status == "unchanged"
    assert (sales_rep.comment(lead.key), sales_rep.lead(lead.key)["amount"]) == (before, Decimal("42000.00"))


def test_the_amount_after_the_win_may_change(target: TrytonTarget, sales_rep: SalesRep) -> None:
    lead = record()
    deliver(target, [lead])
    sales_rep.win(lead.key, Decimal("42000.00"))
    sales_rep.edit(lead.key, amount=Decimal("40000.00"))
    (row,) = [row for rows, _ in outcomes.pull(target, "") for row in rows if row.key == lead.key]
    known = {lead.key: Standing("won", Decimal("42000.00"), "EUR", row.closed_on)}
    (change,) = outcomes.read([row], known, {}).changes
    assert (change.kind, change.standing.amount) == ("amended", Decimal("40000.00"))


def test_an_outcome_without_our_key_is_matched_by_the_remote_lead(
    target: TrytonTarget, sales_rep: SalesRep
) -> None:
    lead = record()
    made = deliver(target, [lead]).results[0]
    _, cursor = list(outcomes.pull(target, ""))[-1]
    sales_rep.lose(lead.key, "Went silent")
    sales_rep.edit(lead.key, reference="HM-2026-17")
    rows = [row for page, _ in outcomes.pull(target, cursor) for row in page]
    (row,) = [row for row in rows if row.remote_ids["lead"] == made.remote_ids["lead"]]
    assert row.key == ""
    known = {lead.key: Standing()}
    reading = outcomes.read([row], known, {made.remote_ids["lead"]: lead.key})
    assert [(change.key, change.kind) for change in reading.changes] == [(lead.key, "lost")]
    assert outcomes.read([row], known, {}).unmatched == (row,)
