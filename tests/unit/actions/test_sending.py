"""Claims that last while leads are sent, rests that make sense, and pulls that stay short."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from boothapp.actions import capture, claims, demo, office, outcomes, shows, targets
from boothapp.actions.deliver import Sent
from boothapp.actions.lane import here
from boothapp.actions.outcomes import Pulled
from boothapp.crm.target import KEY_PREFIX, key_of
from boothapp.domain.delivery import Delivery
from boothapp.domain.draft import Draft
from boothapp.domain.visitor import Visitor
from boothapp.errors import WrongCall
from boothapp.paths import Home
from boothapp.store import leads, office_facts, outbox, secrets
from boothapp.store.database import Store
from tests import prepared
from tests.unit.crm.pretend_crm import PretendCrm
from tests.unit.crm.records import record

OFFICE = "office"
OPTIONS = {"database": "ci", "user": "boothapp"}


@pytest.fixture
def store(home: Home) -> Iterator[Store]:
    store = prepared.with_demo(home, "for this test")
    shows.start_new(store, "Autumn Dock", demo.demo_show())
    targets.add(store, OFFICE, "tryton", "http://127.0.0.1:9", OPTIONS)
    yield store
    store.close()


def met(store: Store, number: int = 0) -> tuple[str, int]:
    """A lead's id and row."""
    visitor = Visitor(full_name=f"Ada {number}", emails=(f"ada{number}@werft.example",))
    lead = capture.save(store, Draft(visitor=visitor)).lead
    row = leads.row_of(store, lead.id)
    assert row is not None
    return lead.id, row


def put(store: Store, row: int, delivery: Delivery) -> None:
    with store.transaction():
        outbox.put(store, row, delivery, datetime.now(UTC))


def standing(store: Store, row: int) -> Delivery:
    found = outbox.delivery(store, row, OFFICE)
    assert found is not None
    return found


def test_a_claim_is_renewed_at_each_call_until_the_result_is_kept(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claims, "RENEW_AFTER", -1.0)
    (first, row), (second, other) = met(store, 1), met(store, 2)
    crm = PretendCrm()
    watch = claims.Watch(here(store), OFFICE, crm)
    begun = claims.begin(store, OFFICE, (), False)
    watch.hold(claims.pack(store, begun, begun.rows))
    soon = datetime.now(UTC) + timedelta(seconds=1)
    with store.transaction():
        outbox.renew(store, OFFICE, begun.rows, soon)
    put(store, other, Delivery(second, OFFICE, "accepted", 1))
    crm.alive()
    until = standing(store, row).not_before
    assert until is not None
    assert until > soon + timedelta(seconds=60)
    assert standing(store, other).not_before is None
    assert standing(store, row).lead == first


def test_leads_that_rest_for_one_reason_are_told_once_with_how_many(store: Store) -> None:
    until = datetime.now(UTC) + timedelta(seconds=60)
    for number in range(5):
        lead, row = met(store, number)
        why, at = ("Lost.", until - timedelta(seconds=number)) if number else ("Away.", until)
        put(store, row, Delivery(lead, OFFICE, "sent", 1, message=why, not_before=at))
    resting = claims.begin(store, OFFICE, (), False).resting
    last, moment = until - timedelta(seconds=1), until.isoformat(timespec="seconds")
    assert sorted(Sent(OFFICE, resting=resting).remarks) == [
        f"1 lead rests until {moment}: Away.",
        f"4 leads rest until {last.isoformat(timespec='seconds')}: Lost.",
    ]


@pytest.mark.parametrize(
    ("name", "variable"),
    [("office", "OFFICE"), ("a b/../ü", "A_B_U"), ("Ünit", "UNIT"), ("Büro Süd 2", "BURO_SUD_2"),
     ("Straße", "STRASSE"), ("Офіс", "U041EU0424U0406U0421"), ("本社", "U672CU793E"), ("-x-", "X")],
)  # fmt: skip
def test_every_name_has_a_variable_that_any_shell_takes(name: str, variable: str) -> None:
    assert secrets.variable(name) == f"BOOTHAPP_TARGET_{variable}_SECRET"


def test_two_crms_never_share_a_password(store: Store) -> None:
    for name in ("Office", " office", "öffice"):
        with pytest.raises(WrongCall, match="BOOTHAPP_TARGET_OFFICE_SECRET"):
            targets.add(store, name, "tryton", "http://127.0.0.1:9", OPTIONS)
    for name in ("", " ", "../", "\t"):
        with pytest.raises(WrongCall, match="needs a name"):
            targets.add(store, name, "tryton", "http://127.0.0.1:9", OPTIONS)
    targets.add(store, "Офіс", "tryton", "http://127.0.0.1:9", OPTIONS)
    assert [entry.name for entry in outbox.targets(store) if entry.kind == "tryton"] == [OFFICE, "Офіс"]


@pytest.mark.parametrize(("ahead", "free"), [(-5, True), (60, False), (24 * 3600, False), (10**8, True)])
def test_a_rest_longer_than_any_crm_asks_for_is_a_wrong_clocks(store: Store, ahead: int, free: bool) -> None:
    lead, row = met(store)
    until = datetime.now(UTC) + timedelta(seconds=ahead)
    put(store, row, Delivery(lead, OFFICE, "sent", 1, message="Away.", not_before=until))
    for release in ((), (lead,)):
        begun = claims.begin(store, OFFICE, release, False)
        assert (begun.rows == [row], [one.message for one in begun.resting]) == (
            free, [] if free else ["Away."]
        )  # fmt: skip


def test_a_pull_asks_for_some_of_the_leads_and_the_next_pull_for_the_next(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outcomes, "LOOKED_AT", 2)
    crm = PretendCrm()
    for number in range(5):
        lead, row = met(store, number)
        put(store, row, Delivery(lead, OFFICE, "accepted", 1, {"lead": str(number)}, {"name": "x"}))
        crm.stored[key_of(lead)] = record()
    gone = list(crm.stored)[3]
    del crm.stored[gone]
    found = []
    for _ in range(3):
        pulled = Pulled(OFFICE)
        outcomes._look(here(store), OFFICE, crm, pulled)
        found.append([change.key for change in pulled.changes_found])
    assert found == [[], [gone], []]
    assert crm.finds == 3
    crm.stored[gone] = record()
    for _ in range(3):
        outcomes._look(here(store), OFFICE, crm, Pulled(OFFICE))
    assert outbox.states(store, OFFICE) == {"accepted": 5}


def test_a_deleted_lead_needs_a_look_and_says_why(store: Store) -> None:
    lead, row = met(store)
    put(store, row, Delivery(lead, OFFICE, "accepted", 1, {"lead": "7"}, {"name": "x"}))
    outcomes._look(here(store), OFFICE, PretendCrm(), Pulled(OFFICE))
    (shown,) = office.standing(store).offices[0].stuck
    assert (shown.delivery.lead, shown.delivery.state) == (lead, "gone")
    assert "deleted this lead" in shown.delivery.message


@pytest.mark.parametrize(
    ("state", "sent", "counts"),
    [("waiting", {}, False), ("held", {}, False), ("needs correction", {}, False), ("review", {}, False),
     ("sent", {}, True), ("accepted", {}, True), ("gone", {}, True), ("waiting", {"name": "x"}, True)],
)  # fmt: skip
def test_only_what_may_have_arrived_ties_a_name_to_a_crm(
    store: Store, state: str, sent: dict[str, str], counts: bool
) -> None:
    lead, row = met(store)
    put(store, row, Delivery(lead, OFFICE, state, 1, sent=sent))
    if counts:
        with pytest.raises(WrongCall, match="already sent"):
            targets.add(store, OFFICE, "tryton", "http://127.0.0.1:9", {**OPTIONS, "database": "other"})
        with pytest.raises(WrongCall, match="already sent"):
            targets.remove(store, OFFICE)
        return
    targets.add(store, OFFICE, "tryton", "http://127.0.0.1:9", {**OPTIONS, "database": "other"})
    targets.remove(store, OFFICE)
    assert OFFICE not in [entry.name for entry in outbox.targets(store)]
    assert outbox.delivery(store, row, OFFICE) is None


def test_another_address_is_asked_about_while_nothing_tells_one_crm_from_another(store: Store) -> None:
    lead, row = met(store)
    put(store, row, Delivery(lead, OFFICE, "accepted", 1))
    with pytest.raises(WrongCall, match="--moved"):
        targets.add(store, OFFICE, "tryton", "http://127.0.0.2:9", OPTIONS)
    targets.recognise(here(store), OFFICE, PretendCrm())
    targets.add(store, OFFICE, "tryton", "http://127.0.0.2:9", OPTIONS)
    assert office_facts.recall(store, "mark", OFFICE) == "pretended"


def test_outcomes_kept_for_later_belong_to_their_target_alone(store: Store) -> None:
    with store.transaction():
        for name in ("a", "a:1", "b"):
            office_facts.keep_strays(store, name, {"1": name, "2:3": name})
        office_facts.drop_strays(store, "a", ["1"])
    assert dict(office_facts.strays(store, "a")) == {"2:3": "a"}
    assert dict(office_facts.strays(store, "a:1")) == {"1": "a:1", "2:3": "a:1"}
    assert key_of("x") == f"{KEY_PREFIX}x"
