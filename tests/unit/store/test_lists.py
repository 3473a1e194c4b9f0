"""The list of leads in every order and with every filter, page by page, against the same worked out."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import product

import pytest

from boothapp.actions import capture, demo, edit, leads
from boothapp.domain.delivery import Delivery
from boothapp.domain.draft import Draft
from boothapp.domain.folding import fold
from boothapp.domain.lead import Lead
from boothapp.domain.visitor import Visitor
from boothapp.paths import Home
from boothapp.store import leads as kept
from boothapp.store import listed, lists, outbox, shows
from boothapp.store.database import Store, open_store
from boothapp.store.lists import SORTS, Query, Sort
from tests import prepared

COUNT = 120
NOW = datetime(2027, 4, 20, 9, 0, tzinfo=UTC)
FILTERS: dict[str, dict[str, tuple[str, ...]]] = {
    "all": {},
    "hot": {"rating": ("hot",)},
    "hot or cold of one owner": {"rating": ("hot", "cold"), "owner": ("koval",)},
    "to complete": {"flag": (listed.ANY,)},
    "one product or another": {"product": ("arm", "cell")},
    "waiting": {"delivery": ("waiting",)},
    "nobody's": {"owner": ("somebody else",)},
}
ORDER: dict[Sort, Callable[[Store, Lead], object]] = {
    "newest": lambda store, lead: -row(store, lead),
    "rating": lambda store, lead: (-lead.rating.points, -row(store, lead)),
    "name": lambda store, lead: (fold(lead.visitor.name), row(store, lead)),
    "company": lambda store, lead: (fold(lead.visitor.company), row(store, lead)),
    "owner": lambda store, lead: (lead.owner, row(store, lead)),
    "due": lambda store, lead: (lead.next_step.due, row(store, lead)) if lead.next_step else (),
}


def row(store: Store, lead: Lead) -> int:
    return leads.row_of(store, lead.id)


def facets_of(store: Store, lead: Lead) -> dict[str, set[str]]:
    """What a lead is to be found by, from the lead itself."""
    states = [one.state for one in outbox.of_lead(store, row(store, lead)) if one.revision >= lead.revision]
    return {
        "rating": {lead.rating.level},
        "owner": {lead.owner},
        "flag": {*lead.flags, *([listed.ANY] if lead.flags else [])},
        "product": set(lead.interests),
        "delivery": set(states or ["waiting"]),
        "station": {visit.station for visit in lead.visits},
        "day": {visit.at.astimezone().date().isoformat() for visit in lead.visits},
        "due": {lead.next_step.due.isoformat()}
        if lead.next_step and lead.next_step.kind != "none"
        else set(),
        "tag": set(lead.tags),
    }


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = open_store(Home(tmp_path_factory.mktemp("lists")), "for this test")
    demo.make(store, COUNT)
    yield store
    store.close()


@pytest.fixture(scope="module")
def every(filled: Store) -> list[Lead]:
    found = filled.rows("SELECT row FROM leads")
    return [kept.get(filled, one["row"]) for one in found]


def show_of(store: Store) -> str:
    return store.fact("show")


@pytest.mark.parametrize(("sort", "name", "text"), [*product(SORTS, FILTERS, ("", "ma"))])
def test_pages_follow_each_other_in_order(
    filled: Store, every: list[Lead], sort: Sort, name: str, text: str
) -> None:
    asked = FILTERS[name]
    wanted = [
        lead.id
        for lead in sorted(every, key=lambda lead: ORDER[sort](filled, lead))  # type: ignore[arg-type,return-value]
        if all(facets_of(filled, lead)[facet] & set(values) for facet, values in asked.items())
        and (not text or lead.id in {line.id for line in lists.page(filled, Query(text, limit=COUNT))})
    ]
    query = Query(text, show=show_of(filled), filters=asked, sort=sort, limit=7)
    found: list[str] = []
    while page := lists.page(filled, query):
        found += [line.id for line in page]
        query = replace(query, after=(page[-1].key, page[-1].row))
    assert found == wanted
    assert lists.total(filled, query) == len(wanted)
    whole = replace(query, after=None)
    if len(wanted) > 12:
        assert [line.id for line in lists.page(filled, replace(whole, skip=5))] == wanted[5:12]
        assert [line.id for line in lists.page(filled, replace(whole, skip=2, back=True))] == wanted[-9:-2]
        assert leads.before(filled, whole, wanted[9]) == 9


def test_every_chip_counts_what_it_leaves(filled: Store, every: list[Lead]) -> None:
    asked = {"rating": ("warm",), "owner": ("koval",)}
    counted = lists.facets(filled, Query(show=show_of(filled), filters=asked))
    for facet, values in counted.items():
        others = {name: set(some) for name, some in asked.items() if name != facet}
        left = [facets_of(filled, lead) for lead in every]
        left = [one for one in left if all(one[name] & some for name, some in others.items())]
        for value in {value for one in left for value in one[facet]} | set(values):
            assert values.get(value, 0) == sum(value in one[facet] for one in left), (facet, value)
    assert sum(counted["rating"].values()) > counted["rating"]["warm"] > 0


def test_all_days_before_one_are_one_filter(filled: Store, every: list[Lead]) -> None:
    due = sorted(day for lead in every for day in facets_of(filled, lead)["due"])
    day = due[len(due) // 2]
    wanted = {lead.id for lead in every if any(one < day for one in facets_of(filled, lead)["due"])}
    before = f"{lists.BEFORE}{day}"
    query = Query(show=show_of(filled), filters={"due": (before,)}, limit=COUNT)
    assert 0 < len(wanted) < COUNT
    assert {line.id for line in lists.page(filled, query)} == wanted
    assert lists.total(filled, query) == len(wanted)
    with_day = replace(query, filters={"due": (before, day)})
    assert lists.total(filled, with_day) == len(wanted) + due.count(day)
    for asked in (Query(show=show_of(filled)), query, with_day):
        counted = lists.facets(filled, asked, {"due": (day, before)})
        assert counted["due"] == {day: due.count(day), before: len(wanted)}


def test_a_search_narrows_the_counts(filled: Store) -> None:
    query = Query("ma", show=show_of(filled))
    assert lists.facets(filled, query)["rating"] == lists.counts(filled, query)
    assert lists.facets(filled, Query(".", show=show_of(filled)))["rating"] == {}
    assert lists.total(filled, Query(".", show=show_of(filled))) == 0


@pytest.fixture
def store(home: Home) -> Iterator[Store]:
    opened = prepared.with_demo(home, "for this test")
    capture.save(opened, Draft(visitor=Visitor(full_name="Ada", emails=("ada@firm.example",))))
    listed.catch_up(opened)
    yield opened
    opened.close()


def counted(store: Store) -> dict[str, dict[str, int]]:
    return {facet: dict(values) for facet, values in lists.facets(store, Query(show=show_of(store))).items()}


def test_a_new_lead_costs_the_list_nothing_until_it_is_read(store: Store) -> None:
    capture.save(store, Draft(visitor=Visitor(full_name="Bo")))
    assert store.value("SELECT count(*) FROM listed") == 1
    assert store.value("SELECT count(*) FROM list_stale") == 0
    assert lists.total(store, Query(show=show_of(store))) == 2


def test_a_second_conversation_adds_its_product_and_tag(store: Store) -> None:
    assert counted(store)["product"] == {}
    ada = leads.find(store, "A-0001").visitor
    capture.save(store, Draft(visitor=ada, interests=("arm",), consents=("mail",)))
    edit.correct(store, "A-0001", {"tags": "VIP"})
    now = counted(store)
    assert (now["product"], now["tag"], now["flag"]) == ({"arm": 1}, {"VIP": 1}, {})


def test_a_delivery_moves_the_lead_to_its_state(store: Store) -> None:
    lead = leads.find(store, "A-0001")
    with store.transaction():
        outbox.put_target(store, outbox.TargetEntry("office", "tryton", "http://127.0.0.1:1"))
        outbox.put(store, 1, Delivery(lead.id, "office", "held", 1), NOW)
    assert counted(store)["delivery"] == {"held": 1}
    edit.correct(store, "A-0001", {"owner": "koval"})
    with store.transaction():
        outbox.put(store, 1, Delivery(lead.id, "office", "accepted", 1), NOW)
    assert counted(store)["delivery"] == {"waiting": 1}


def test_a_lead_that_is_gone_leaves_nothing_behind(store: Store) -> None:
    with store.transaction():
        for table, column in (("outbox", "lead"), ("visits", "lead"), ("leads", "row")):
            store.run(f"DELETE FROM {table} WHERE {column} = 1")
    for table in ("listed", "list_facets", "list_stale"):
        assert store.value(f"SELECT count(*) FROM {table}") == 0
    capture.save(store, Draft(visitor=Visitor(full_name="Bo")))
    assert [line.name for line in lists.page(store, Query(show=show_of(store), sort="name"))] == ["Bo"]


def test_names_are_sorted_without_their_marks(store: Store) -> None:
    for name in ("Žofie", "zebra", "Ärzte", "Øster"):
        capture.save(store, Draft(visitor=Visitor(full_name=name)))
    found = [line.name for line in lists.page(store, Query(show=show_of(store), sort="name"))]
    assert found == ["Ada", "Ärzte", "Øster", "zebra", "Žofie"]


def test_a_kit_that_asks_for_signatures_from_now_on_lists_its_unsigned_consents(home: Home) -> None:
    store = open_store(home, "for this test")
    demo.make(store, 30)
    unsigned = Query(filters={"flag": ("no-signature",)}, limit=30)
    given = {line.id for line in lists.page(store, Query(limit=30)) if allowed_of(store, line.id)}
    assert given
    assert lists.page(store, unsigned) == []
    for asks in (True, False):
        with store.transaction():
            shows.put(store, replace(shows.current(store), signature=asks))
        assert {line.id for line in lists.page(store, unsigned)} == (given if asks else set())
    store.close()


def allowed_of(store: Store, id: str) -> tuple[str, ...]:
    return kept.get(store, kept.row_of(store, id)).allowed
