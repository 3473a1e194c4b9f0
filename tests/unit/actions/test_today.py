"""The figures of a day: each is what the list of leads finds by the filters beside it."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from boothapp.actions import capture, demo, laptop, leads, sheets, shows, today
from boothapp.actions.today import Figures, Filters
from boothapp.domain.delivery import Delivery
from boothapp.domain.draft import Draft
from boothapp.domain.kit_check import HIGHEST_GOAL
from boothapp.domain.touch import Touch
from boothapp.domain.visitor import Visitor
from boothapp.errors import WrongCall
from boothapp.paths import Home
from boothapp.store import leads as kept
from boothapp.store import listed, lists, outbox
from boothapp.store.database import Store, open_store
from boothapp.store.lists import Query

DAY, NOON = "2027-04-20", datetime(2027, 4, 20, 12, 0, tzinfo=UTC)
HOT = {"budget": ("approved",), "authority": ("decides",), "need": ("urgent",), "timing": ("quarter",)}


@pytest.fixture
def in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Two hours before UTC in April."""
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def save(store: Store, name: str, at: datetime, staff: str = "lange", hot: bool = False) -> str:
    """One conversation; gives the lead's id."""
    mail = f"{name.casefold()}@visitor.example"
    draft = Draft(
        visitor=Visitor(full_name=name, emails=(mail,)), staff=staff, answers=HOT if hot else {},
        touches=(Touch("demo", "live", 1.0),) if hot else (),
    )  # fmt: skip
    return capture.save(store, draft, at).lead.id


def figures(store: Store, day: str = DAY) -> Figures:
    listed.catch_up(store)
    return today.figures(store, store.fact("show"), day)


def found(store: Store, filters: Filters) -> set[str]:
    return {line.id for line in lists.page(store, Query(show=store.fact("show"), filters=filters, limit=500))}


def test_each_figure_is_what_the_list_finds(store: Store) -> None:
    ada = save(store, "Ada", NOON)
    bo = save(store, "Bo", NOON + timedelta(hours=1), "bondar", hot=True)
    save(store, "Cy", NOON - timedelta(days=1), hot=True)
    save(store, "Ada", NOON + timedelta(hours=2), "bondar")
    day = figures(store).counts
    hour = NOON.astimezone().hour
    assert day.leads == 2
    assert day.hours == {hour: 1, hour + 1: 1, hour + 2: 1}
    assert day.staff == {"lange": 1, "bondar": 2}
    now = figures(store)
    assert now.levels == {"hot": 1, "cold": 1}
    assert sum(now.hot_waiting.values()) == 2
    assert list(now.days.items()) == [("2027-04-19", 1), (DAY, 2)]
    assert found(store, now.of_day()) == {ada, bo}
    assert found(store, now.of_day(rating="hot")) == {bo}
    assert found(store, now.of_hour(hour + 2)) == {ada}
    assert found(store, now.of_staff("bondar")) == {ada, bo}
    assert found(store, now.of_staff("lange")) == {ada}


def test_all_figures_of_many_leads_lead_to_as_many_leads(home: Home) -> None:
    store = open_store(home, "for this test")
    demo.make(store, 300)
    show = store.fact("show")
    listed.catch_up(store)
    for day in today.figures(store, show, "2026-11-17").days:
        now = today.figures(store, show, day)
        figure: list[tuple[int, Filters]] = [
            (now.counts.leads, now.of_day()),
            *((n, now.of_day(rating=level)) for level, n in now.levels.items()),
            *((n, now.of_hour(hour)) for hour, n in now.counts.hours.items()),
            *((n, now.of_staff(id)) for id, n in now.counts.staff.items()),
            (sum(now.hot_waiting.values()), now.of_hot_waiting()),
        ]
        assert len(figure) > 8
        for n, filters in figure:
            assert n == lists.total(store, Query(show=show, filters=filters)) > 0
    store.close()


def test_a_printed_sheet_counts_on_the_day_it_was_printed_though_the_lead_is_listed_already(
    store: Store,
) -> None:
    ada = save(store, "Ada", NOON)
    assert figures(store).counts.printed == 0
    sheet = sheets.draw(lambda work: work(store), ada)
    for action in ("filed", "printed", "printed"):
        sheets.note(lambda work: work(store), ada, action, sheet)  # type: ignore[arg-type]
    now = datetime.now(UTC).astimezone().date().isoformat()
    assert figures(store, now).counts.printed == 1
    assert found(store, figures(store, now).of_printed()) == {ada}
    assert figures(store).counts.printed == 0


def test_a_hot_lead_is_handed_over_once_head_office_has_it(store: Store) -> None:
    ada, bo = (save(store, name, NOON, hot=True) for name in ("Ada", "Bo"))
    row = kept.row_of(store, ada)
    assert row is not None
    for state, waiting in (("held", 2), ("needs correction", 2), ("accepted", 1)):
        with store.transaction():
            outbox.put_target(store, outbox.TargetEntry("office", "tryton", ""))
            outbox.put(store, row, Delivery("", "office", state, 1), NOON)  # type: ignore[arg-type]
        assert sum(figures(store).hot_waiting.values()) == waiting
    assert found(store, figures(store).of_hot_waiting()) == {bo}


@pytest.mark.usefixtures("in_berlin")
def test_a_conversation_counts_on_this_laptops_day_also_past_midnight(store: Store) -> None:
    before, after = datetime(2027, 4, 20, 21, 59, tzinfo=UTC), datetime(2027, 4, 20, 22, 1, tzinfo=UTC)
    save(store, "Ada", before)
    save(store, "Bo", after)
    assert figures(store).counts.hours == {23: 1}
    assert figures(store, "2027-04-21").counts.hours == {0: 1}


def test_in_another_time_zone_the_days_are_counted_anew(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(store, "Ada", datetime(2027, 4, 20, 22, 30, tzinfo=UTC))
    try:
        for zone, day, hour in (("UTC", DAY, 22), ("Asia/Tokyo", "2027-04-21", 7), ("UTC", DAY, 22)):
            monkeypatch.setenv("TZ", zone)
            time.tzset()
            assert figures(store, day).counts.hours == {hour: 1}
            assert figures(store).days == {day: 1}
    finally:
        monkeypatch.undo()
        time.tzset()


def test_what_an_older_boothapp_has_listed_is_listed_anew(store: Store) -> None:
    save(store, "Ada", NOON)
    listed.catch_up(store)
    with store.transaction():
        store.run("DELETE FROM facts WHERE name = ?", (listed.KNOWN,))
        store.run("DELETE FROM list_facets WHERE value IN (SELECT id FROM list_values WHERE facet = 'hour')")
        store.run("UPDATE listed SET facets = '[]'")
        store.run("DELETE FROM list_facets")
    assert figures(store).counts.leads == sum(figures(store).counts.hours.values()) == 1


def test_a_show_without_leads_and_a_day_without_leads(store: Store) -> None:
    assert figures(store) == Figures(DAY)
    save(store, "Ada", NOON)
    none = figures(store, "2027-04-21")
    assert (none.counts.leads, none.levels, none.days) == (0, {}, {DAY: 1})


def test_another_shows_leads_are_not_counted(store: Store) -> None:
    save(store, "Ada", NOON, hot=True)
    listed.catch_up(store)
    shows.start_new(store, "Next", demo.demo_show())
    now = figures(store)
    assert (now.counts.leads, now.hot_waiting, now.days) == (0, {}, {})
    # What waits to be sent is the laptop's, as the line of state has it.
    assert now.unsent == 1


def test_the_goal_is_kept_in_the_show_and_survives_a_newer_kit(store: Store) -> None:
    show = shows.current(store)
    assert today.set_goal(store, show.id, 55).show == replace(show, goal=55)
    shows.take(store, replace(show, goal=0))
    assert shows.current(store).goal == 55
    shows.take(store, replace(show, goal=70))
    assert shows.current(store).goal == 70
    today.set_goal(store, show.id, 0)
    assert shows.current(store).goal == 0


@pytest.mark.parametrize("goal", [-1, HIGHEST_GOAL + 1])
def test_a_goal_that_makes_no_sense_is_refused(store: Store, goal: int) -> None:
    with pytest.raises(WrongCall, match="A goal is a number"):
        today.set_goal(store, store.fact("show"), goal)


def test_a_clock_that_was_set_back_is_noticed_by_what_was_saved(store: Store) -> None:
    opened = datetime.fromisoformat(store.value("SELECT max(opened_at) FROM shows"))
    assert laptop.clock_behind(store, opened - timedelta(hours=1)) == opened
    assert laptop.clock_behind(store, opened + timedelta(hours=1)) is None
    # The demo's own leads have pretended times; those of any other show are real.
    save(store, "Ada", opened + timedelta(days=2))
    assert laptop.clock_behind(store, opened + timedelta(hours=1)) is None
    shows.start_new(store, "Next", demo.demo_show())
    save(store, "Bo", opened + timedelta(days=2))
    assert laptop.clock_behind(store, opened + timedelta(days=1)) == opened + timedelta(days=2)
    assert laptop.clock_behind(store, opened + timedelta(days=2, seconds=-30)) is None


def test_the_laptop_says_how_it_stands(home: Home, store: Store) -> None:
    stands = laptop.look(home)
    assert stands.free > 0
    assert stands.battery is None or 0 <= stands.battery <= 100
    for percent, plugged, tone in (
        (80, False, "ok"),
        (20, False, "warning"),
        (9, False, "error"),
        (9, True, "ok"),
    ):
        assert laptop.Laptop(percent, plugged, laptop.LOW_DISK).battery_tone == tone
    for free, tone in (
        (laptop.LOW_DISK, "ok"),
        (laptop.LOW_DISK - 1, "warning"),
        (laptop.FULL_DISK - 1, "error"),
    ):
        assert laptop.Laptop(None, True, free).disk_tone == tone


def test_the_figures_are_read_without_reading_leads(store: Store, tmp_path: Path) -> None:
    save(store, "Ada", NOON, hot=True)
    leads.list_some(store)
    steps = [
        step
        for sql in _asked(store)
        for (_, _, _, step) in store.tuples(f"EXPLAIN QUERY PLAN {sql[0]}", sql[1])
    ]
    assert steps
    assert [step for step in steps if step.startswith(("SCAN leads", "SCAN l ", "SCAN visits"))] == []


def _asked(store: Store) -> list[tuple[str, tuple[object, ...]]]:
    """Every question that the figures ask, with its values."""
    noted: list[tuple[str, tuple[object, ...]]] = []
    ask = store.tuples

    def note(sql: str, values: tuple[object, ...] = ()) -> object:
        noted.append((sql, tuple(values)))
        return ask(sql, values)

    store.tuples = note  # type: ignore[assignment]
    figures(store)
    store.tuples = ask  # type: ignore[method-assign]
    return [one for one in noted if one[0].lstrip().startswith("SELECT")]
