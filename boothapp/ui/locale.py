"""Days, times and amounts as people in the window's language write them."""

from datetime import date, datetime
from decimal import Decimal

from PySide6.QtCore import QDate, QLocale

from boothapp import words
from boothapp.domain.next_step import NextStep

_PLACES = {"en": "en_GB", "uk": "uk_UA", "de": "de_DE"}
# German ends an ordinal number with a full stop (DIN 5008).
_DAYS = {"de": "d."}
NO_BREAK = "\u00a0"


def moment(at: datetime) -> str:
    """A time today as 14:32, else with its day, in this laptop's zone."""
    here = at.astimezone()
    clock = f"{here:%H:%M}"
    return clock if here.date() == date.today() else f"{day(here.date())}, {clock}"


def day(on: date) -> str:
    """A day such as 17 Nov, with the year where it is another one."""
    pattern = "d MMM" if on.year == date.today().year else "d MMM yyyy"
    return written(on, pattern).replace(" ", NO_BREAK)


def due(step: NextStep) -> str:
    """When a step is due, such as 24 Nov or 24 Nov, 10:00."""
    return f"{day(step.due)}, {step.clock}" if step.at else day(step.due)


def weekday(on: date) -> str:
    """The day of the week in short, such as Tue."""
    return _locale().dayName(on.isoweekday(), QLocale.FormatType.ShortFormat)


def written(on: date, pattern: str) -> str:
    """A day in Qt's pattern, such as "d MMMM"."""
    pattern = pattern.replace("d", _DAYS.get(words.language(), "d"))
    return _locale().toString(QDate(on.year, on.month, on.day), pattern)


def amount(value: Decimal, currency: str) -> str:
    """An amount such as 1.234,50 EUR, written as the language does; cents only where there are any."""
    here = _locale()
    signs = str.maketrans({",": here.groupSeparator(), ".": here.decimalPoint()})
    shown = f"{value:,.2f}".removesuffix(".00").translate(signs)
    return f"{shown}{NO_BREAK}{currency}".strip()


def _locale() -> QLocale:
    return QLocale(_PLACES.get(words.language(), words.language()))
