"""Whatever answers in Tryton's place, in whatever shape: a sentence, never our bug, and no endless pull."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boothapp.actions import capture, deliver, demo, outcomes, shows, targets
from boothapp.actions.lane import here
from boothapp.crm import tagged_json
from boothapp.crm.delivery import deliver as push
from boothapp.crm.rpc import Rpc
from boothapp.crm.target import NotThisCrm, ReplyLost, TargetFault
from boothapp.crm.transport import Reply, Transport
from boothapp.crm.tryton import TrytonTarget
from boothapp.domain.draft import Draft
from boothapp.domain.visitor import Visitor
from boothapp.paths import Home
from boothapp.store import outbox
from boothapp.store.database import Store
from tests import prepared
from tests.unit.crm.records import records

OFFICE, URL = "office", "http://127.0.0.1:9"
OPTIONS = {"database": "ci", "user": "boothapp"}
MOMENT = datetime(2026, 3, 17, 10, 42, tzinfo=UTC)
ANSWERS = [
    *(
        [],
        0,
        None,
        "x",
        {},
        [None],
        [[1]],
        True,
        1.5,
        ["x"],
        [{}],
        -1,
        "",
        False,
        [1, 2],
        [1, 1],
        [[]],
        [[None]],
    ),
    *({"id": 1}, [{"id": None}], [{"id": "1"}], {"company": []}, {"x": {"y": []}}, 10**40, float("nan")),
]
NEW, OLD = records(2)
KNOWN = replace(OLD, sent={"name": "Ada", "comment": "before"}, remote_id="7")
GOOD: dict[str, Any] = {
    "id": 7, "reference": OLD.key, "state": "lead", "state:string": "Lead", "comment": None,
    "amount": Decimal("5.50"), "party": 7, "_timestamp": "1", "name": "Ada", "street": None, "city": "Kiel",
    "postal_code": "1", "country": None, "country.": {"id": 1, "code": "DE"}, "type": "email",
    "value": OLD.key, "party.": {"id": 7, "name": "Ada"}, "create_date": MOMENT, "write_date": None,
    "end_date": MOMENT.date(), "lost_reason": "", "currency.": {"id": 1, "code": "EUR"}, "rec_name": "Ada",
    "party_name": "", "code": "DE", "description": "",
}  # fmt: skip
ODD = [
    *(None, 0, -3, True, 1.5, "x", "", [], [1], {}, {"id": 1}, {"code": 7}, b"x", MOMENT, MOMENT.date()),
    *(datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, tzinfo=UTC), 10**30, "\ud800", "\0"),
    *(Decimal("NaN"), Decimal("sNaN"), Decimal("Infinity"), Decimal("1E+999999"), Decimal("-1E-99999")),
]
Answer = Callable[[str, list[Any]], Any]


def well(method: str, params: list[Any]) -> Any:
    """A Tryton with nothing in it, which takes what comes."""
    fresh = count(1)
    if method.endswith(".create"):
        return [next(fresh) for _ in params[0]]
    if method.endswith(".get_access"):
        return {params[0][0]: {"read": True}}
    return {
        "common.server.version": "8.0.1",
        "common.db.login": [1, "token"],
        "model.res.user.get_preferences": {"company": 1, "language": "en"},
        "model.sale.opportunity.search_count": 0,
    }.get(method, [])


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Callable[[Answer], None]:
    """Lets a function answer every call."""

    def answer_with(answer: Answer) -> None:
        def post(self: Transport, url: str, body: bytes, headers: object) -> Reply:
            call = tagged_json.loads(body)
            result = answer(call["method"], call["params"])
            return Reply(200, tagged_json.dumps({"id": 1, "result": result}))

        monkeypatch.setattr(Transport, "post", post)

    return answer_with


def verbs(target: TrytonTarget) -> list[TargetFault]:
    """The faults of everything that can be asked of a target; anything else that goes wrong is our bug."""
    faults = []
    for verb in (
        target.check,
        target.mark,
        lambda: target.find([OLD.key, NEW.key], {NEW.key: "8"}),
        lambda: target.pull_outcomes(""),
        lambda: target.link(OLD.key),
    ):
        try:
            verb()
        except TargetFault as fault:
            faults.append(fault)
    if stopped := push(target, [NEW, KNOWN]).stopped:
        faults.append(stopped)
    return faults


def tryton() -> TrytonTarget:
    return TrytonTarget(Rpc(URL, "ci", "boothapp", "secret"))


def test_a_well_behaved_one_has_no_faults(answers: Callable[[Answer], None]) -> None:
    answers(well)
    assert verbs(tryton()) == []


METHODS = (
    *("common.server.version", "common.db.login", "model.res.user.get_preferences"),
    *("model.ir.model.access.get_access", "model.company.company.search_read"),
    *("model.sale.opportunity.search_read", "model.party.contact_mechanism.search_read"),
    *("model.country.country.search_read", "model.party.party.create", "model.sale.opportunity.create"),
)


@pytest.mark.parametrize("method", METHODS)
def test_one_method_that_answers_anything(answers: Callable[[Answer], None], method: str) -> None:
    for given_back in ANSWERS:
        answers(lambda asked, params, odd=given_back: odd if asked == method else well(asked, params))
        for fault in verbs(tryton()):
            assert isinstance(fault, NotThisCrm | ReplyLost), (given_back, fault)


def test_a_lead_that_is_there_is_brought_up_to_date(answers: Callable[[Answer], None]) -> None:
    answers(lambda asked, params: [GOOD] if asked.endswith("read") else well(asked, params))
    assert verbs(tryton()) == []
    assert [result.status for result in push(tryton(), [NEW, KNOWN]).results] == ["created", "updated"]


@pytest.mark.parametrize("name", GOOD)
def test_one_field_of_every_row_that_is_anything(answers: Callable[[Answer], None], name: str) -> None:
    for odd in ODD:
        row = {**GOOD, name: odd}
        answers(lambda asked, params, row=row: [row] if asked.endswith("read") else well(asked, params))
        verbs(tryton())
    missing = {key: value for key, value in GOOD.items() if key != name}
    answers(lambda asked, params: [missing] if asked.endswith("read") else well(asked, params))
    verbs(tryton())


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*GOOD, "__class__", "decimal", "year"]), inner, max_size=4)
    ),
    max_leaves=8,
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(JSON, st.sampled_from(METHODS))
def test_any_json_at_any_place(answers: Callable[[Answer], None], found: Any, method: str) -> None:
    answers(lambda asked, params: found if asked == method else well(asked, params))
    verbs(tryton())


def test_pages_that_never_end_are_no_tryton(answers: Callable[[Answer], None]) -> None:
    page = [{**GOOD, "id": number} for number in range(1, 201)]
    answers(lambda asked, params: page if asked.endswith("opportunity.search_read") else well(asked, params))
    target = tryton()
    _, cursor, more = target.pull_outcomes("")
    assert more
    with pytest.raises(NotThisCrm, match="not Tryton"):
        target.pull_outcomes(cursor)


def test_half_a_letter_can_be_kept(answers: Callable[[Answer], None]) -> None:
    body = json.dumps({"a\ud800": ["\udfff", "\U0001f600"]}).encode()
    assert tagged_json.loads(body) == {
        "a\N{REPLACEMENT CHARACTER}": ["\N{REPLACEMENT CHARACTER}", "\U0001f600"]
    }


@pytest.fixture
def store(home: Home, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("BOOTHAPP_TARGET_OFFICE_SECRET", "secret")
    store = prepared.with_demo(home, "for this test")
    shows.start_new(store, "Autumn Dock", demo.demo_show())
    targets.add(store, OFFICE, "tryton", URL, OPTIONS)
    capture.save(store, Draft(visitor=Visitor(full_name="Ada", emails=("ada@werft.example",))))
    yield store
    store.close()


@pytest.mark.parametrize("answer", ANSWERS, ids=repr)
def test_what_is_no_tryton_is_said_and_the_leads_are_free_again(
    answers: Callable[[Answer], None], store: Store, answer: Any
) -> None:
    signs_in = ("common.db.login", "common.server.version")
    answers(lambda method, params: well(method, params) if method in signs_in else answer)
    for ask in (targets.try_out, outcomes.pull):
        with pytest.raises(NotThisCrm, match="not Tryton"):
            ask(here(store), OFFICE)
    sent = deliver.sync(here(store), OFFICE)
    assert "not Tryton" in sent.problem
    assert not sent.complete
    assert outbox.states(store, OFFICE) == {"waiting": 1}
    targets.add(store, OFFICE, "tryton", "http://127.0.0.1:8", {**OPTIONS, "database": "other"})
    answers(well)
    assert deliver.sync(here(store), OFFICE).count("created") == 1
