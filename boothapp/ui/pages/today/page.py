"""The Today page: leads against the goal, by hour, rating and person, and how the laptop stands."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from boothapp.actions import leads, today
from boothapp.actions.today import Figures
from boothapp.ui import locale
from boothapp.ui.desk import Desk
from boothapp.ui.latest import Latest
from boothapp.ui.pages.today import told
from boothapp.ui.pages.today.frame import TITLE, TodayFrame
from boothapp.words import mark, plural, tr

if TYPE_CHECKING:
    from boothapp.domain.changes import Changes
    from boothapp.store.database import Store
    from boothapp.ui.pages.leads.filters import Chosen

TOPICS = frozenset({"leads", "outbox", "targets", "shows", "outcomes"})
NONE_YET, NONE_THEN = mark("No leads yet today"), mark("No leads on {day}")
GOAL_GONE = mark("There is no goal any more.")
SET, CHANGE = mark("Set a goal"), mark("Change the goal")


class TodayPage(TodayFrame):
    """Reads the store when shown, when leads have changed, and when the hour is over; never otherwise."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._desk, self._asking = desk, Latest(desk.tasks)
        self._day, self._hour, self._came = "", -1, False
        self.figures = Figures(self.now().date().isoformat())
        self._minute = QTimer(self, singleShot=True)
        self._minute.timeout.connect(self._tick)
        self._connect()
        self.retranslate()

    def now(self) -> datetime:
        """The laptop's own time: its calendar day is the day."""
        return datetime.now().astimezone()

    def shown(self) -> None:
        """Called when the page comes to the front."""
        self._desk.laptop.look()
        self._tick()
        self._ask()
        self._came = True
        self.goal_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self, changes: "Changes") -> None:
        """Counts again what may have changed."""
        if TOPICS & changes.topics and self.isVisible():
            self._ask()

    def show_day(self, day: str) -> None:
        """Shows a day such as 2026-11-17; "" is always today."""
        self._day = "" if day == self.now().date().isoformat() else day
        self._ask()

    def retranslate(self) -> None:
        """Says everything in the language spoken now."""
        self._show()
        self.laptop.tell()

    def hideEvent(self, event: QHideEvent) -> None:
        self._minute.stop()
        super().hideEvent(event)

    def _connect(self) -> None:
        for key, tile in self.tiles.items():
            tile.clicked.connect(lambda _on, key=key: self._open_tile(key))
        self.hours.opened.connect(lambda hour: self._open(self.figures.of_hour(int(hour))))
        self.ratings.opened.connect(lambda level: self._open(self.figures.of_day(rating=level)))
        self.staff.opened.connect(lambda id: self._open(self.figures.of_staff(id)))
        self.days.activated.connect(lambda _at: self.show_day(self.days.value()))
        self.goal_button.clicked.connect(self._ask_goal)
        self.goal_form.kept.connect(self._set_goal)
        self.goal_form.left.connect(self._end_goal)
        for button, act in ((self.empty.button, self._capture), (self.empty.other_button, self._show_last)):
            if button is not None:
                button.clicked.connect(act)
        self._desk.show_opened.connect(lambda _show: self._opened())

    def _opened(self) -> None:
        self._day = ""
        if self.isVisible():
            self._ask()

    def _tick(self) -> None:
        """Once a minute while somebody looks: the time, and in a new hour the figures."""
        now = self.now()
        self.laptop.tell()
        if now.hour != self._hour:
            self._hour = now.hour
            self._ask()
        self._minute.start((60 - now.second) * 1000)

    def _ask(self) -> None:
        """First lists what is new, in turns: a save in between waits for one of them only."""

        def heard(more: bool) -> None:
            self._asking.ask(leads.list_some, heard) if more else self._count()

        self._asking.ask(leads.list_some, heard)

    def _count(self) -> None:
        show, day = self._desk.show, self._day or self.now().date().isoformat()
        if show is not None:
            self._asking.ask(lambda store: today.figures(store, show.id, day), self._counted)

    def _counted(self, figures: Figures) -> None:
        self.figures = figures
        self._show()
        if self._came and self.goal_button.hasFocus():
            first = self.tiles["leads"] if figures.counts.leads else self.empty.button
            (first or self.goal_button).setFocus(Qt.FocusReason.OtherFocusReason)
        self._came = False

    def _show(self) -> None:
        now, show, at = self.figures, self._desk.show, self.now()
        goal, is_today = show.goal if show else 0, now.day == at.date().isoformat()
        shown = {"leads": told.leads(now, goal), "hot": told.hot(now), "printed": told.printed(now),
                 "unsent": told.unsent(now)}  # fmt: skip
        for key, figure in shown.items():
            self.tiles[key].show_figure(figure)
        self.hours.show_bars(tr("By hour"), told.hours(now, at.hour if is_today else -1))
        self.ratings.show_bars(tr("By rating"), told.ratings(now), now.counts.leads)
        self.staff.show_bars(tr("By person"), told.staff(now, show), now.counts.leads)
        self.goal_button.say(CHANGE if goal else SET)
        self._show_days()
        self._show_empty(is_today)
        self.header.show_state(show.name if show else "")

    def _show_days(self) -> None:
        here = self.now().date().isoformat()
        texts = {day: self._day_text(day, n) for day, n in self.figures.days.items() if day != here}
        others = sorted(texts.items(), reverse=True)
        self.days.set_items(tr("Day"), [(here, tr(TITLE)), *others])
        self.days.setMinimumWidth(self.days.least_width())
        self.days.set_value(self.figures.day)
        self.days.setVisible(bool(others))

    def _day_text(self, day: str, n: int) -> str:
        return f"{locale.day(date.fromisoformat(day))} · {plural('{n} lead', '{n} leads', n)}"

    def _show_empty(self, is_today: bool) -> None:
        self.middle.setCurrentWidget(self.charts if self.figures.counts.leads else self.empty)
        day = locale.day(date.fromisoformat(self.figures.day))
        self.empty.sentence.say(tr(NONE_YET) if is_today else tr(NONE_THEN).format(day=day))
        last = self._last_day()
        if self.empty.other_button is not None:
            self.empty.other_button.setVisible(bool(last))
            if last:
                shown = locale.day(date.fromisoformat(last))
                self.empty.other_button.say(tr("Look at {day}").format(day=shown))

    def _last_day(self) -> str:
        """The latest other day with leads, "" where there is none."""
        return max((day for day in self.figures.days if day != self.figures.day), default="")

    def _show_last(self) -> None:
        self.show_day(self._last_day())

    def _capture(self) -> None:
        self._desk.place_wanted.emit("capture", "")

    def _open_tile(self, key: str) -> None:
        if key == "unsent":
            self._desk.place_wanted.emit("send", "")
        else:
            self._open(told.behind(self.figures)[key])

    def _open(self, filters: "Chosen") -> None:
        self._desk.leads_wanted.emit(filters)

    def _ask_goal(self) -> None:
        self.goal_form.begin(self._desk.show.goal if self._desk.show else 0)

    def _end_goal(self) -> None:
        self.goal_form.hide()
        self.goal_button.setFocus()

    def _set_goal(self, goal: int) -> None:
        show = self._desk.show
        if show is None:
            return
        before = show.goal

        def done(renewed: today.Renewed) -> None:
            self._end_goal()
            self._renew(renewed)
            said = plural("The goal is {n} lead a day.", "The goal is {n} leads a day.", goal)
            self._desk.say(
                said if goal else tr(GOAL_GONE),
                lambda: self._desk.tasks.change(_setting(show.id, before), self._renew),
            )

        self._desk.tasks.change(_setting(show.id, goal), done)

    def _renew(self, renewed: today.Renewed) -> None:
        self._desk.open_show(renewed.show)
        self._show()


def _setting(show: str, goal: int) -> "Callable[[Store], today.Renewed]":
    return lambda store: today.set_goal(store, show, goal)
