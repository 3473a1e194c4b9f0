"""A day to come and, where one was agreed, a time of day, as two drop-downs."""

from datetime import date, time, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from boothapp.ui import locale
from boothapp.ui.widgets.card import row
from boothapp.ui.widgets.choice import Choice
from boothapp.words import mark, tr

DAY, TIME = mark("Due day"), mark("Time of day")
ANY_TIME = mark("Any time")
NEAR = (mark("Today"), mark("Tomorrow"))
DAYS_AHEAD = 21
"""Three weeks: the longest usual step is a week, the latest promise at a stand two or three."""
HOURS = range(7, 21)


class When(QWidget):
    """Emits changed() when a person chose; a day or time that is not offered is added."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._due, self._at = date.today(), None
        self.day, self.time = Choice("", parent=self), Choice("", parent=self)
        line = row()
        line.addWidget(self.day, 1)
        line.addWidget(self.time, 1)
        self.setLayout(line)
        self.retranslate()
        for choice in (self.day, self.time):
            choice.activated.connect(lambda _at: self.changed.emit())

    def value(self) -> tuple[date, time | None]:
        """The day and the time of day."""
        clock = self.time.value()
        return date.fromisoformat(self.day.value()), time.fromisoformat(clock) if clock else None

    def set_value(self, due: date, at: time | None) -> None:
        """Shows this day and time."""
        self.retranslate(due, at)
        self.day.set_value(due.isoformat())
        self.time.set_value(f"{at:%H:%M}" if at else "")

    def retranslate(self, due: date | None = None, at: time | None = None) -> None:
        """Days and times again, with these among them; what is chosen stays."""
        chosen = self.value() if self.day.count() else (None, None)
        today = date.today()
        days = {today + timedelta(days=ahead) for ahead in range(DAYS_AHEAD)}
        days |= {one for one in (due, chosen[0]) if one}
        times = {time(hour, minute) for hour in HOURS for minute in (0, 30)}
        times |= {one for one in (at, chosen[1]) if one}
        self.day.set_items(tr(DAY), [(one.isoformat(), _day(one, today)) for one in sorted(days)])
        clocks = [f"{one:%H:%M}" for one in sorted(times)]
        self.time.set_items(tr(TIME), [("", tr(ANY_TIME)), *((clock, clock) for clock in clocks)])


def _day(one: date, today: date) -> str:
    ahead = (one - today).days
    if 0 <= ahead < len(NEAR):
        return tr(NEAR[ahead])
    return f"{locale.weekday(one)} {locale.day(one)}"
