from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from boothapp.crm import outcomes, tryton_outcomes
from boothapp.crm.outcomes import Standing
from boothapp.crm.target import RemoteOutcome
from tests.unit.crm.pretend_crm import PretendCrm
from tests.unit.crm.records import records

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
WON = Standing("won", Decimal("42000.00"), "EUR", date(2026, 5, 4))


def row(key: str = "boothapp:1", status: Any = "won", minutes: int = 0, **changes: Any) -> RemoteOutcome:
    values: dict[str, Any] = {
        "remote_ids": {"lead": "17"},
        "remote_modified": NOON + timedelta(minutes=minutes),
    }
    if status == "won":
        values |= {"amount": Decimal("42000.00"), "currency": "EUR", "closed_on": date(2026, 5, 4)}
    return RemoteOutcome(**{"key": key, "status": status, **values, **changes})


@pytest.mark.parametrize(
    ("before", "now", "kind"),
    [
        (Standing(), row(), "won"),
        (Standing(), row(status="lost", reason="Price"), "lost"),
        (Standing(), row(status="cancelled"), "cancelled"),
        (Standing(), row(status="open", stage="Opportunity"), None),
        (WON, row(), None),
        (WON, row(amount=Decimal("40000.00")), "amended"),
        (WON, row(amount=Decimal("42000")), None),
        (WON, row(status="open"), "reopened"),
        (WON, row(status="lost"), "lost"),
        (Standing("lost", reason=""), row(status="lost", reason="Price"), "amended"),
        (Standing("gone"), row(status="open"), "back"),
        (Standing("gone"), row(), "won"),
    ],
)
def test_what_a_row_means(before: Standing, now: RemoteOutcome, kind: str | None) -> None:
    changes = outcomes.read([now], {"boothapp:1": before}, {}).changes
    assert [change.kind for change in changes] == ([kind] if kind else [])


def test_the_latest_row_of_a_lead_counts_in_any_order() -> None:
    rows = [row(minutes=5), row(status="lost", minutes=9), row(status="open", minutes=1)]
    for order in (rows, rows[::-1]):
        reading = outcomes.read(order, {"boothapp:1": Standing()}, {})
        assert (reading.count("lost"), reading.count("won")) == (1, 0)


def test_a_row_of_nobody_is_unmatched_and_by_remote_id_it_is_found() -> None:
    stranger = row(key="boothapp:9")
    assert outcomes.read([stranger], {"boothapp:1": Standing()}, {}).unmatched == (stranger,)
    bare = row(key="")
    assert outcomes.read([bare], {"boothapp:1": Standing()}, {"17": "boothapp:1"}).count("won") == 1


def test_the_estimate_of_an_open_lead_is_no_outcome() -> None:
    assert outcomes.standing_of(row(status="open", amount=Decimal("50000"), currency="EUR")).amount is None


def test_gone_is_asked_in_chunks_and_only_once() -> None:
    leads = records(250)
    crm = PretendCrm(stored={lead.key: lead for lead in leads[1:]})
    known = {lead.key: Standing() for lead in leads}
    assert [change.key for change in outcomes.gone(crm, known)] == [leads[0].key]
    assert crm.finds == 3
    known[leads[0].key] = Standing("gone")
    assert outcomes.gone(crm, known) == ()
    crm.stored[leads[0].key] = leads[0]
    assert [(change.key, change.kind) for change in outcomes.gone(crm, known)] == [(leads[0].key, "back")]


@pytest.mark.parametrize(
    "text", ["", "{}", "null", "[]", "7", '{"since": "yesterday"}', '{"other": 1}', "{" * 99, '{"since": 5}']
)
def test_a_cursor_nobody_can_read_starts_again(text: str) -> None:
    assert tryton_outcomes.read_cursor(text) == tryton_outcomes.Cursor()
