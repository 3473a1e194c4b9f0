"""The Today page on the real program: figures that lead to their leads, the goal, days, and the laptop."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from boothapp import words
from boothapp.actions import capture, shows, today
from boothapp.actions.laptop import Laptop
from boothapp.actions.printer import Queue
from boothapp.app import Program
from boothapp.domain.draft import Draft
from boothapp.domain.visitor import Visitor
from boothapp.paths import Home
from boothapp.store.database import Store
from boothapp.store.lists import Query, total
from boothapp.ui.laptop import LaptopWatch, Look
from boothapp.ui.laptop_signs import told
from boothapp.ui.locale import NO_BREAK
from boothapp.ui.pages.leads import LeadsPage
from boothapp.ui.pages.today.page import TodayPage
from tests.ui.program import click, enter, key, start, stored, type_text, with_demo_show
from tests.ui.seen import name
from tests.ui.stand import Stand, stand

FULL = Look(Laptop(80, False, 50_000_000_000), Queue("desk", ("desk",)))
DAY = "2026-11-18"


@pytest.fixture
def here(qtbot: QtBot, home: Home) -> Iterator[Stand]:
    with stand(qtbot, home, 120) as made:
        made.desk.laptop.see = lambda _printer: FULL
        yield made


@pytest.fixture
def page(here: Stand) -> TodayPage:
    """The second day of the demo show, with 30 leads."""
    made = TodayPage(here.desk)
    made.now = lambda: datetime(2026, 11, 18, 14, 32).astimezone()  # type: ignore[method-assign]
    here.visit(made)
    here.qtbot.waitUntil(lambda: made.figures.day == DAY and made.figures.counts.leads > 0)
    return made


def wanted(here: Stand) -> list[Any]:
    """The filters that were asked for, as they come."""
    heard: list[Any] = []
    here.desk.leads_wanted.connect(heard.append)
    return heard


def test_the_figures_are_written_and_said(here: Stand, page: TodayPage) -> None:
    counts = here.store(lambda store: today.figures(store, "ad26", DAY))
    tile = page.tiles["leads"]
    assert tile.shown.figure == "30 of 30"
    assert (name(tile), tile.accessibleDescription()) == ("30 of 30 leads", "The goal is reached")
    assert page.tiles["hot"].shown.figure == str(sum(counts.hot_waiting.values()))
    assert sum(bar.bar.value for bar in page.hours.bars) == 30
    assert [(bar.bar.key, bar.bar.value) for bar in page.ratings.bars] == [
        (level, counts.levels.get(level, 0)) for level in ("hot", "warm", "cold")
    ]
    assert {bar.bar.name for bar in page.staff.bars} == {"Mira Lange", "Тарас Бондар"}
    busiest = max(page.hours.bars, key=lambda bar: bar.bar.value)
    hour = int(busiest.bar.key)
    assert name(busiest) == f"{hour}:00 to {hour + 1}:00: {busiest.bar.value} leads"


def test_every_figure_opens_as_many_leads_as_it_says(here: Stand, page: TodayPage) -> None:
    heard = wanted(here)
    said: list[int] = []
    bars = [*page.hours.bars, *page.ratings.bars, *page.staff.bars]
    for bar in bars:
        if bar.isEnabled():
            said.append(bar.bar.value)
            bar.click()
    for tile in ("leads", "hot"):
        said.append(int(page.tiles[tile].shown.figure.split()[0]))
        page.tiles[tile].click()
    assert len(said) > 12
    found = [here.store(lambda store, filters=filters: _found(store, filters)) for filters in heard]
    assert found == said


def _found(store: Store, filters: Any) -> int:
    return total(store, Query(show="ad26", filters=filters))


def test_what_counts_nothing_leads_nowhere(here: Stand, page: TodayPage) -> None:
    assert page.figures.counts.printed == 0
    assert not page.tiles["printed"].isEnabled()
    assert [bar.isEnabled() for bar in page.hours.bars] == [bar.bar.value > 0 for bar in page.hours.bars]


def test_a_save_counts_at_once_and_only_while_somebody_looks(here: Stand, page: TodayPage) -> None:
    at = datetime(2026, 11, 18, 14, 40).astimezone()
    asked: list[object] = []
    page._asking.ask = _noting(page._asking.ask, asked)  # type: ignore[method-assign]
    draft = Draft(visitor=Visitor(full_name="Ada Byron"), staff="lange")
    here.tasks.change(lambda store: capture.save(store, draft, at))
    here.qtbot.waitUntil(lambda: page.figures.counts.leads == 31)
    assert page.tiles["leads"].shown.remark == "1 above the goal"
    page.hide()
    here.tasks.settle()
    asked.clear()
    other = Draft(visitor=Visitor(full_name="Bo"))
    here.tasks.change(lambda store: capture.save(store, other, at))
    here.tasks.settle()
    assert asked == []
    assert not page._minute.isActive()


def _noting(ask: Any, asked: list[object]) -> Any:
    def note(*what: object) -> object:
        asked.append(what)
        return ask(*what)

    return note


def test_the_goal_is_typed_kept_and_undone(here: Stand, page: TodayPage) -> None:
    page.goal_button.click()
    field = page.goal_form.field.input
    assert field.hasFocus()
    assert page.goal_form.field.text() == "30"
    QTest.keyClicks(field, "4x0")
    key(Qt.Key.Key_Return)
    here.qtbot.waitUntil(lambda: page.tiles["leads"].shown.figure == "30 of 40")
    assert here.said[-1] == "The goal is 40 leads a day."
    assert not page.goal_form.isVisible()
    assert page.goal_button.hasFocus()
    assert here.store(shows.current).goal == 40
    undo = here.undo[-1]
    assert undo is not None
    undo()
    here.qtbot.waitUntil(lambda: page.tiles["leads"].shown.figure == "30 of 30")
    page.goal_button.click()
    page.goal_form.field.set_text("")
    page.goal_form.keep_button.click()
    here.qtbot.waitUntil(lambda: page.tiles["leads"].shown.figure == "30")
    assert page.tiles["leads"].shown.share is None
    assert page.goal_button.text() == "Set a goal"
    page.goal_button.click()
    key(Qt.Key.Key_Escape)
    assert not page.goal_form.isVisible()


def test_other_days_are_looked_at_and_an_empty_one_says_so(here: Stand, page: TodayPage) -> None:
    assert [page.days.itemText(at) for at in range(page.days.count())] == [
        "Today",
        *(f"{day}{NO_BREAK}Nov · 30 leads" for day in (20, 19, 17)),
    ]
    page.show_day("2026-11-17")
    here.qtbot.waitUntil(lambda: page.figures.day == "2026-11-17")
    assert page.days.value() == "2026-11-17"
    assert not any(bar.bar.strong for bar in page.hours.bars)
    page.now = lambda: datetime(2026, 11, 21, 8, 5).astimezone()  # type: ignore[method-assign]
    page.show_day("")
    here.qtbot.waitUntil(lambda: page.figures.day == "2026-11-21")
    assert page.middle.currentWidget() is page.empty
    assert page.empty.sentence.text() == "No leads yet today"
    assert page.empty.other_button is not None
    click(page.empty.other_button)
    here.qtbot.waitUntil(lambda: page.figures.day == "2026-11-20")
    assert page.middle.currentWidget() is page.charts


def test_past_midnight_a_new_day_begins_by_itself(here: Stand, page: TodayPage) -> None:
    page.now = lambda: datetime(2026, 11, 19, 0, 0, 1).astimezone()  # type: ignore[method-assign]
    page._minute.timeout.emit()
    here.qtbot.waitUntil(lambda: page.figures.day == "2026-11-19")
    assert page._minute.isActive()
    assert page._minute.interval() == 59_000


def test_a_whole_night_fits_into_the_chart(here: Stand, page: TodayPage) -> None:
    for hour in (0, 23):
        at = datetime(2026, 11, 18, hour, 30).astimezone()
        draft = Draft(visitor=Visitor(full_name=f"Visitor {hour}"))
        here.tasks.change(lambda store, draft=draft, at=at: capture.save(store, draft, at))
    here.qtbot.waitUntil(lambda: len(page.hours.bars) == 24)
    for bar in page.hours.bars:
        assert bar.fontMetrics().horizontalAdvance(bar.bar.name) <= bar.width()
        assert page.hours.rect().contains(bar.geometry())
    assert page.staff.bars[-1].bar.name == "Nobody signed in"


def test_language_changes_every_figure(here: Stand, page: TodayPage) -> None:
    words.use("uk")
    page.retranslate()
    assert page.tiles["leads"].shown.figure == "30 з 30"
    assert [bar.bar.name for bar in page.ratings.bars] == ["Гарячий", "Теплий", "Холодний"]
    words.use("de")
    page.retranslate()
    assert page.tiles["leads"].shown.name == "Leads"
    assert [bar.bar.name for bar in page.ratings.bars] == ["Heiß", "Warm", "Kalt"]


LITTLE, MUCH = 900_000_000, 10**12
LOOKS = (
    (FULL, {"printer": "muted", "disk": "muted", "battery": "muted"}),
    (Look(Laptop(None, True, 0), Queue("")), {"printer": "muted", "disk": "error"}),
    (
        Look(Laptop(20, False, 900_000_000), Queue("", ("a", "b"))),
        {"printer": "warning", "battery": "warning"},
    ),
    (
        Look(Laptop(3, False, 10**12), Queue("a", ("a",), "out of paper")),
        {"printer": "error", "battery": "error"},
    ),
    (Look(Laptop(3, True, 10**12), Queue("", stopped="silent")), {"printer": "error", "battery": "muted"}),
)


@pytest.mark.parametrize(("look", "tones"), LOOKS)
def test_the_laptop_is_told_with_what_to_do(here: Stand, look: Look, tones: dict[str, str]) -> None:
    watch = here.desk.laptop
    watch.see = lambda _printer: look
    with here.qtbot.waitSignal(watch.changed):
        watch.look()
    shown = told(watch)
    assert {place: shown[place].tone for place in tones} == tones
    assert all(one.step for one in shown.values() if one.tone in ("warning", "error"))
    assert ("battery" in shown) == (look.laptop.battery is not None)
    assert shown["copy"].tone == "warning"


def test_the_printer_is_asked_less_often_than_the_battery(here: Stand) -> None:
    watch = here.desk.laptop
    asked: list[bool] = []
    watch.see = lambda printer: (asked.append(printer), FULL)[1]  # type: ignore[func-returns-value]
    for _ in range(6):
        watch._look_again()
    here.tasks.settle()
    here.qtbot.waitUntil(lambda: len(asked) == 6)
    assert sorted(asked) == [False] * 4 + [True] * 2


def test_a_real_look_at_this_machine(here: Stand) -> None:
    watch = LaptopWatch(here.tasks, here.desk.home)
    with here.qtbot.waitSignal(watch.changed):
        watch.look()
    assert watch.laptop is not None
    assert watch.laptop.free > 0
    assert watch.queue is not None


def test_the_line_of_state_tells_of_the_laptop_and_leads_to_today(qtbot: QtBot, home: Home) -> None:
    with_demo_show(home)
    program = start(qtbot, home)
    worn = Look(Laptop(9, False, 100_000_000), Queue("desk", ("desk",), "out of paper"))
    program.desk.laptop.see = lambda _printer: worn
    enter(qtbot, program)
    items = program.window.state.items
    qtbot.waitUntil(items["battery"].isVisible)
    assert items["battery"].text() == "Battery 9\u00a0%"
    assert items["disk"].text() == "100 MB free"
    assert items["printer"].text() == "Printer stopped"
    assert items["copy"].text() == "No second copy"
    assert not items["clock"].isVisible()
    program.tasks.in_store(_set_the_clock_ahead)
    program.desk.laptop.look()
    qtbot.waitUntil(items["clock"].isVisible)
    assert items["clock"].text() == "Clock set back"
    program.desk.laptop.see = lambda _printer: FULL
    program.desk.laptop.look()
    qtbot.waitUntil(lambda: items["disk"].isHidden())
    assert items["printer"].text() == "Printer ready"
    click(items["battery"])
    assert program.window.here() == "today"
    program.end()


def _set_the_clock_ahead(store: Store) -> None:
    """As if the show had been opened two days from now, before the clock went back."""
    ahead = datetime.now().astimezone() + timedelta(days=2)
    with store.transaction():
        store.run("UPDATE shows SET opened_at = ?", (ahead.isoformat(),))


def test_from_a_save_to_its_figure_and_back_to_the_lead(qtbot: QtBot, program: Program) -> None:
    capturing = enter(qtbot, program)
    capturing.talk.person.fields["full_name"].input.setFocus()
    type_text("Ada Byron")
    capturing.save_button.click()
    shown: Any = program.window.go("today")
    qtbot.waitUntil(lambda: shown.figures.counts.leads == 1)
    assert shown.tiles["leads"].hasFocus()
    key(Qt.Key.Key_Return)
    leads: Any = program.window.pages()["leads"]
    assert isinstance(leads, LeadsPage)
    assert program.window.here() == "leads"
    qtbot.waitUntil(lambda: leads.lines.total == 1 and leads.detail.lead() != "")
    assert leads.sifting.chosen == {"day": (shown.figures.day,)}
    for bar in (next(one for one in shown.hours.bars if one.bar.value), shown.staff.bars[0]):
        program.window.go("today")
        bar.click()
        qtbot.waitUntil(lambda: leads.lines.total == 1)
        on = [chip.text() for chip in leads.chips._chips if chip.isChecked()]
        assert len(on) == 1
        assert leads.state() == "1 lead found"
    assert stored(program, lambda store: store.value("SELECT count(*) FROM leads")) == 1


def test_another_show_has_its_own_day(here: Stand, page: TodayPage) -> None:
    show = here.desk.show
    assert show is not None
    here.store(lambda store: shows.start_new(store, "Next", replace(show, goal=0)))
    here.desk.open_show(here.store(shows.current))
    here.qtbot.waitUntil(lambda: page.figures.counts.leads == 0)
    assert page.figures.days == {}
    assert page.days.isHidden()
    assert page.empty.other_button is not None
    assert page.empty.other_button.isHidden()
