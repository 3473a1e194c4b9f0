"""What every head-office CRM has to keep, whichever it is; a subclass brings the real one as fixtures.

Fixtures to bring:
- target: a Target; line: the BadLine it goes through; away_target: one where nobody listens
- rep: somebody at head office, with the verbs of `tests.real.tryton.SalesRep`
- writes: parts of the bodies of the calls that store something, in their order
- bad_record: one the CRM refuses, and the field it refuses it for
"""

from dataclasses import replace
from decimal import Decimal

from boothapp.crm import outcomes
from boothapp.crm.delivery import LOST_REPLY_WAIT, deliver
from boothapp.crm.outcomes import Standing
from boothapp.crm.target import Away, LeadRecord, RemoteOutcome, Result, Target
from tests.real.bad_line import BadLine, Trouble
from tests.unit.crm.records import bare, record, records, with_visitor


def keys(leads: list[LeadRecord]) -> list[str]:
    return [lead.key for lead in leads]


def again(leads: list[LeadRecord], results: tuple[Result, ...]) -> list[LeadRecord]:
    """The same leads at the next push: with what the store kept of the last one."""
    return [replace(lead, sent=dict(result.sent)) for lead, result in zip(leads, results, strict=True)]


def pulled(target: Target, cursor: str, leads: list[LeadRecord]) -> tuple[list[RemoteOutcome], str]:
    """All rows of these leads since the cursor, and the next cursor."""
    rows = []
    for page, following in outcomes.pull(target, cursor):
        rows += [row for row in page if row.key in keys(leads)]
        cursor = following
    return rows, cursor


class DeliveryContract:
    """Leads on their way there: once, whatever breaks."""

    def test_200_leads_arrive_once_however_often_they_are_sent(self, target, rep):
        leads = records(200)
        first = deliver(target, leads)
        assert first.stopped is None
        assert [result.key for result in first.results] == keys(leads)
        assert len(first.of("created")) == 200
        assert rep.count_leads(keys(leads)) == 200
        assert rep.count_contacts(keys(leads)) == 200
        with_memory = deliver(target, again(leads, first.results))
        assert len(with_memory.of("unchanged")) == 200
        without_memory = deliver(target, leads)
        assert len(without_memory.of("unchanged")) == 200
        assert [r.remote_ids for r in without_memory.results] == [r.remote_ids for r in first.results]
        assert rep.count_leads(keys(leads)) == 200
        assert rep.count_contacts(keys(leads)) == 200

    def test_one_bad_record_of_200_is_named_and_the_others_arrive(self, target, rep, bad_record):
        bad, field = bad_record
        leads = bare(200)
        leads[137] = bad
        delivered = deliver(target, leads)
        (refused,) = delivered.of("rejected")
        assert (refused.key, refused.field) == (bad.key, field)
        assert refused.message
        assert len(delivered.of("created")) == 199
        assert rep.count_leads(keys(leads)) == 199
        assert rep.count_contacts(keys(leads)) == 199

    def test_a_reply_lost_after_the_server_stored_it_makes_no_second_lead(
        self, target, rep, line: BadLine, writes
    ):
        leads = records(20)
        line.troubles.append(Trouble(writes[-1]))
        delivered = deliver(target, leads)
        assert line.troubles[0].times == 0
        assert delivered.stopped is None
        assert len(delivered.of("created")) == 20
        assert all(result.sent for result in delivered.results)
        assert rep.count_leads(keys(leads)) == 20
        assert rep.count_contacts(keys(leads)) == 20

    def test_a_reply_lost_half_way_leaves_them_in_doubt_and_the_next_sync_goes_on(
        self, target, rep, line: BadLine, writes
    ):
        leads = records(20)
        line.troubles.append(Trouble(writes[0]))
        cut = deliver(target, leads)
        assert line.troubles[0].times == 0
        assert {result.retry_after for result in cut.of("unknown")} == {LOST_REPLY_WAIT}
        assert len(cut.results) == len(cut.of("unknown"))
        assert len(deliver(target, leads).of("created")) == 20
        assert rep.count_leads(keys(leads)) == 20
        assert rep.count_contacts(keys(leads)) == 20

    def test_a_line_that_stays_broken_leaves_leads_in_doubt_until_the_next_sync(
        self, target, rep, line: BadLine, writes
    ):
        leads = records(20)
        line.troubles += [Trouble(writes[-1]), Trouble(b"", times=10**6, forward=False)]
        cut = deliver(target, leads)
        assert cut.stopped is not None
        assert len(cut.of("unknown")) == 20
        line.troubles.clear()
        assert len(deliver(target, leads).of("unchanged")) == 20
        assert rep.count_leads(keys(leads)) == 20
        assert rep.count_contacts(keys(leads)) == 20

    def test_a_crash_between_the_steps_leaves_no_orphan_after_the_next_sync(
        self, target, rep, line: BadLine, writes
    ):
        leads = [*records(10), *(with_visitor(lead, emails=()) for lead in records(10))]
        line.troubles += [Trouble(writes[-1], forward=False), Trouble(b"", times=10**6, forward=False)]
        cut = deliver(target, leads)
        assert line.troubles[0].times == 0
        assert len(cut.of("unknown")) == 20
        line.troubles.clear()
        assert rep.count_leads(keys(leads)) == 0
        assert len(deliver(target, leads).of("created")) == 20
        assert rep.count_leads(keys(leads)) == 20
        assert rep.count_contacts(keys(leads)) == 20

    def test_the_line_breaks_between_two_chunks_and_what_was_stored_is_kept(
        self, target, rep, line: BadLine, writes
    ):
        leads = records(20)
        kept: list[str] = []

        def keep(results):
            kept.extend(result.key for result in results)
            line.troubles.append(Trouble(b"", times=10**6, forward=False))

        cut = deliver(target, leads, chunk=10, keep=keep)
        assert kept == keys(leads[:10])
        assert [r.status for r in cut.results] == ["created"] * 10 + ["unknown"] * 10
        line.troubles.clear()
        assert len(deliver(target, again(leads, cut.results)).of("created")) == 10
        assert rep.count_leads(keys(leads)) == 20

    def test_a_busy_crm_is_left_alone_for_as_long_as_it_asks(self, target, rep, line: BadLine, writes):
        leads = records(5)
        line.troubles.append(Trouble(writes[-1], forward=False, answer=(429, {"Retry-After": "17"}, b"")))
        delivered = deliver(target, leads)
        assert [(r.status, r.retry_after) for r in delivered.results] == [("retry", 17.0)] * 5
        assert len(deliver(target, leads).of("created")) == 5
        assert rep.count_contacts(keys(leads)) == 5

    def test_an_edit_at_head_office_survives_an_update(self, target, rep):
        (lead,) = leads = records(1)
        first = deliver(target, leads)
        rep.edit_comment(lead.key, "Called on Monday, wants two.")
        rep.edit_contact_name(lead.key, "J. Weiss")
        hotter = replace(again(leads, first.results)[0], points=95, next_step="Visit on 2 April")
        second = deliver(target, [with_visitor(hotter, family_name="Weis", city="Esslingen")])
        assert second.results[0].status == "updated"
        assert set(second.results[0].kept) == {"name"}
        # Their text stays as it is; what is new at the stand stands below it, once.
        theirs, _, ours = rep.comment(lead.key).partition("\n\n")
        assert theirs == "Called on Monday, wants two."
        assert "95" in ours
        assert rep.contact_name(lead.key) == "J. Weiss"
        assert rep.city(lead.key) == "Esslingen"
        deliver(target, again([replace(hotter, points=96)], second.results))
        assert rep.comment(lead.key).count("Visit on 2 April") == 1

    def test_what_somebody_added_to_our_text_stays_when_our_part_is_renewed(self, target, rep):
        (lead,) = leads = records(1)
        first = deliver(target, leads)
        rep.edit_comment(lead.key, f"Wants two.\n\n{rep.comment(lead.key)}\n\nCall again in May.")
        second = deliver(target, [replace(again(leads, first.results)[0], points=95)])
        assert second.results[0].status == "updated"
        comment = rep.comment(lead.key)
        assert comment.startswith("Wants two.\n")
        assert comment.endswith("\nCall again in May.")
        assert "95" in comment
        assert "85 points" not in comment

    def test_an_update_writes_what_is_new_and_empty_erases_nothing(self, target, rep):
        leads = records(3)
        first = deliver(target, leads)
        newer = [replace(lead, points=95) for lead in again(leads, first.results)]
        newer[1] = with_visitor(again(leads, first.results)[1], city="", street="")
        second = deliver(target, newer)
        assert [r.status for r in second.results] == ["updated", "updated", "updated"]
        assert "95" in rep.comment(leads[0].key)
        assert rep.city(leads[1].key) == "Stuttgart"
        third = deliver(target, again(newer, second.results))
        assert len(third.of("unchanged")) == 3


class OutcomeContract:
    """What comes back, and who is whom there."""

    def test_won_with_amount_lost_with_reason_and_open_again(self, target, rep):
        won, lost, _ = leads = records(3)
        deliver(target, leads)
        known = {key: Standing() for key in keys(leads)}
        rows, cursor = pulled(target, "", leads)
        assert outcomes.read(rows, known, {}).changes == ()
        rep.win(won.key, Decimal("42000.00"))
        rep.lose(lost.key, "Chose the cheaper pump")
        rows, cursor = pulled(target, cursor, leads)
        changes = {change.key: change for change in outcomes.read(rows, known, {}).changes}
        assert set(changes) == {won.key, lost.key}
        assert changes[won.key].kind == "won"
        assert (changes[won.key].standing.amount, changes[won.key].standing.currency) == (
            Decimal("42000.00"),
            "EUR",
        )
        assert changes[won.key].standing.closed_on is not None
        assert changes[lost.key].kind == "lost"
        assert changes[lost.key].standing.reason == "Chose the cheaper pump"
        rep.reopen(won.key)
        rep.reopen(lost.key)
        rows, _ = pulled(target, cursor, leads)
        known |= {key: change.standing for key, change in changes.items()}
        reading = outcomes.read(rows, known, {})
        assert {change.key: change.kind for change in reading.changes} == dict.fromkeys(
            (won.key, lost.key), "reopened"
        )

    def test_two_pulls_lose_nothing_and_repeat_nothing(self, target, rep):
        leads = bare(205)
        deliver(target, leads)
        rows, cursor = pulled(target, "", leads)
        assert sorted(row.key for row in rows) == sorted(keys(leads))
        assert pulled(target, cursor, leads)[0] == []
        rep.lose(leads[0].key, "No budget")
        more = records(2)
        deliver(target, more)
        rows, cursor = pulled(target, cursor, leads + more)
        assert sorted(row.key for row in rows) == sorted([leads[0].key, *keys(more)])
        assert pulled(target, cursor, leads + more)[0] == []

    def test_a_lead_deleted_at_head_office_is_reported_gone_and_not_made_again(self, target, rep):
        leads = records(2)
        first = deliver(target, leads)
        rep.delete(leads[0].key)
        known = {key: Standing() for key in keys(leads)}
        assert [(change.key, change.kind) for change in outcomes.gone(target, known)] == [
            (leads[0].key, "gone")
        ]
        second = deliver(target, again(leads, first.results))
        assert [(r.status, r.code) for r in second.results] == [("review", "gone"), ("unchanged", "")]
        assert rep.count_leads(keys(leads)) == 1

    def test_a_lead_whose_key_was_taken_off_is_found_by_its_id(self, target, rep):
        (lead,) = leads = records(1)
        (made,) = deliver(target, leads).results
        rep.take_key_off(lead.key)
        ids = {lead.key: made.remote_ids["lead"]}
        assert outcomes.gone(target, {lead.key: Standing()}, ids) == ()
        (sent,) = again(leads, (made,))
        (newer,) = deliver(target, [replace(sent, points=95, remote_id=ids[lead.key])]).results
        assert (newer.status, newer.remote_ids) == ("updated", made.remote_ids)
        assert rep.count_leads([lead.key]) == 0

    def test_a_new_conversation_about_a_closed_deal_is_kept_there_once_and_told(self, target, rep):
        (lead,) = leads = records(1)
        first = deliver(target, leads)
        rep.win(lead.key, Decimal("42000.00"))
        (back,) = again(leads, first.results)
        hotter = replace(back, points=99)
        assert deliver(target, [hotter]).results[0].status == "unchanged"
        talked = replace(hotter, notes=(*lead.notes, "Wants ten more."))
        second = deliver(target, [talked])
        assert [(r.status, r.code, bool(r.message)) for r in second.results] == [("updated", "closed", True)]
        third = deliver(target, again([talked], second.results))
        assert [(r.status, r.code) for r in third.results] == [("unchanged", "")]
        assert rep.comment(lead.key).count("Wants ten more.") == 1

    def test_the_mark_is_the_same_at_each_call(self, target):
        assert target.mark() == target.mark() != ""

    def test_every_call_is_told_before_it_is_made(self, target):
        told = []
        target.tell(lambda: told.append(1))
        deliver(target, records(2))
        assert len(told) > 2

    def test_the_same_person_is_linked_and_another_name_at_the_same_address_is_reviewed(self, target, rep):
        first = record(1)
        deliver(target, [first])
        same = with_visitor(record(2), **self._name_and_email(first))
        shouted = with_visitor(
            record(4), family_name=first.visitor.family_name.upper(), emails=(first.visitor.email.upper(),)
        )
        other = with_visitor(record(3), given_name="Olha", emails=first.visitor.emails)
        results = deliver(target, [same, other, shouted]).results
        assert [(r.status, r.code) for r in results] == [
            ("created", "linked"),
            ("review", "same_email"),
            ("created", "linked"),
        ]
        contacts = {rep.contact(lead.key) for lead in (first, same, shouted)}
        assert len(contacts) == 1
        assert rep.count_leads([other.key]) == 0
        assert first.visitor.family_name in results[1].message
        own = deliver(target, [replace(other, contact="new")]).results[0]
        assert own.status == "created"
        assert rep.contact(other.key) not in contacts

    def test_the_same_person_twice_in_one_batch_becomes_one_contact(self, target, rep):
        first = record(1)
        second = with_visitor(record(2), **self._name_and_email(first))
        assert len(deliver(target, [first, second]).of("created")) == 2
        assert rep.contact(first.key) == rep.contact(second.key)

    def test_find_and_link(self, target):
        leads = records(2)
        deliver(target, leads[:1])
        found = target.find(keys(leads))
        assert list(found) == [leads[0].key]
        assert target.link(leads[0].key) == found[leads[0].key].url != ""
        assert target.link(leads[1].key) == ""

    def test_check_says_what_may_be_done(self, target):
        health = target.check()
        assert health.ok
        assert health.version
        assert health.can

    def test_a_crm_that_is_away_costs_nothing(self, away_target):
        leads = records(3)
        delivered = deliver(away_target, leads)
        assert isinstance(delivered.stopped, Away)
        assert len(delivered.of("retry")) == 3

    @staticmethod
    def _name_and_email(lead: LeadRecord) -> dict[str, object]:
        visitor = lead.visitor
        return {
            "given_name": visitor.given_name,
            "family_name": visitor.family_name,
            "emails": visitor.emails,
        }


class CrmContract(DeliveryContract, OutcomeContract):
    """All of it; a subclass brings the fixtures of one CRM."""
