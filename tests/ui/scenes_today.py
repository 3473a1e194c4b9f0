"""Scenes of the Today page and the rehearsal for tests.ui.pictures."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from boothapp.actions import sheets, shows, today
from boothapp.actions.laptop import Laptop
from boothapp.actions.printer import Queue
from boothapp.store import lists
from boothapp.store.database import Store
from boothapp.store.lists import Query
from boothapp.ui.laptop import Look

if TYPE_CHECKING:
    from tests.ui.pictures import Stage

# The second day of the demo show, in the afternoon.
NOW = datetime(2026, 11, 18, 14, 32).astimezone()
GB = 1_000_000_000


def usual_laptop(_printer: bool) -> Look:
    """A laptop without a printer, whichever machine paints the pictures."""
    return Look(Laptop(84, False, 62 * GB), Queue(""))


def worn_laptop(_printer: bool) -> Look:
    """One that needs a hand with everything."""
    return Look(Laptop(9, False, GB // 2), Queue("desk", ("desk",), "out of paper"))


def today_page(stage: "Stage") -> None:
    """A good day at the demo show, some visitors with a sheet in hand."""
    page = _page(stage)
    stage.program.tasks.in_store(_print_some)
    page.show_day("2026-11-18")
    stage.until(lambda: page.figures.counts.printed > 0)


def today_worn(stage: "Stage") -> None:
    """The goal is reached, and the laptop needs a hand."""
    today_page(stage)
    watch: Any = stage.program.desk.laptop
    watch.see = worn_laptop
    stage.program.tasks.in_store(_in_the_future)
    watch.look()
    page: Any = stage.window.go("today")
    page._set_goal(5)
    stage.until(
        lambda: (
            watch.laptop.battery == 9 and watch.behind is not None and page.tiles["leads"].shown.share >= 1
        )
    )
    stage.until(stage.window.message.isVisible)
    stage.window.message.hide()


def today_none(stage: "Stage") -> None:
    """The morning of a day without a lead."""
    page = _page(stage, datetime(2026, 11, 25, 8, 45).astimezone())
    page.show_day("")
    stage.until(lambda: page.figures.day == "2026-11-25")
    page.empty.button.setFocus()


def today_goal(stage: "Stage") -> None:
    """The goal is being typed."""
    today_page(stage)
    page: Any = stage.window.go("today")
    page.goal_button.click()
    page.goal_form.field.set_text("40")


def rehearsal_before(stage: "Stage") -> None:
    """Nothing was tried yet."""
    _panel(stage)


def rehearsal_done(stage: "Stage") -> None:
    """All tried, and a badge scanned."""
    panel = _panel(stage)
    panel.begin()
    stage.until(lambda: not panel.work.busy)
    panel.take_scan("MECARD:N:Gedz,Oksana;EMAIL:o.gedz@verf.example;;")
    stage.until(lambda: panel.lines["scanner"].state == "ok")


def rehearsal_wrong(stage: "Stage") -> None:
    """A clock set back, and no head office where one should be."""
    tasks = stage.program.tasks
    panel = _panel(stage)
    tasks.in_store(_in_the_future)
    panel.begin()
    stage.until(lambda: not panel.work.busy)


def _in_the_future(store: Store) -> None:
    with store.transaction():
        store.run("UPDATE shows SET opened_at = '2099-11-18T09:00:00+00:00'")


def _panel(stage: "Stage") -> Any:
    stage.enter()
    stage.program.tasks.in_store(_without_an_end)
    page: Any = stage.window.go("show")
    return page.open_part("rehearsal")


def _without_an_end(store: Store) -> None:
    """A show that is not over, whenever the picture is painted."""
    shows.take(store, replace(shows.current(store), ends=None))


def _page(stage: "Stage", now: datetime = NOW) -> Any:
    stage.enter()
    page: Any = stage.window.go("today")
    page.now = lambda: now
    stage.until(lambda: page.figures.days and stage.program.desk.laptop.laptop is not None)
    return page


def _print_some(store: Store) -> None:
    show = store.fact("show")
    for line in lists.page(store, Query(show=show, filters=today.Figures("2026-11-18").of_day(), limit=3)):
        sheet = sheets.draw(lambda work: work(store), line.id)
        sheets.note(lambda work: work(store), line.id, "printed", sheet)
    # As if it had been on the day of the picture.
    with store.transaction():
        store.run("UPDATE changes SET at = ? WHERE action = 'printed'", (NOW.isoformat(),))


SCENES: Mapping[str, "Callable[[Stage], None]"] = {
    "today": today_page,
    "today-worn": today_worn,
    "today-none": today_none,
    "today-goal": today_goal,
    "rehearsal": rehearsal_before,
    "rehearsal-done": rehearsal_done,
    "rehearsal-wrong": rehearsal_wrong,
}
