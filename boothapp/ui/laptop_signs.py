"""What is told of the laptop, in the line of state and on Today: sign, words, tone and next step by part."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from boothapp.ui import locale
from boothapp.ui.laptop import LaptopWatch
from boothapp.words import mark, number, tr

NO_COPY, NO_COPY_SHORT = mark("No second copy"), mark("None is set up")
NO_COPY_STEP = mark("Save a lead pack to a stick in the breaks.")
NO_PRINTER_STEP = mark("Sheets open, to be printed from there.")
LOW_DISK_STEP = mark("Make room on the disk for what comes.")
_MB, _GB = 1_000_000, 1_000_000_000


@dataclass(frozen=True)
class Told:
    """Ready texts: text says it alone, value under its name; step is what to do, "" if nothing.

    tone is muted, ok, warning or error; always: in the line of state also while all is well.
    """

    text: str
    value: str
    icon: str
    tone: str
    step: str = ""
    always: bool = False


def told(watch: LaptopWatch) -> dict[str, Told]:
    """What is known, by the place of the line of state; what is not known yet is left out."""
    found = {place: tell(watch) for place, tell in _TELL.items()}
    return {place: one for place, one in found.items() if one is not None}


def _copy(_: LaptopWatch) -> Told:
    return Told(tr(NO_COPY), tr(NO_COPY_SHORT), "copy", "warning", tr(NO_COPY_STEP), always=True)


def _printer(watch: LaptopWatch) -> Told | None:
    queue = watch.queue
    if queue is None:
        return None
    if queue.is_ready:
        return Told(tr("Printer ready"), queue.name, "printer", "muted", always=True)
    if queue.name or queue.stopped:
        text = tr("Printer stopped")
        reason = tr(queue.stopped)
        return Told(text, text, "printer", "error", f"{reason[:1].upper()}{reason[1:]}.", always=True)
    if queue.others:
        step = tr("Make one of them the default: {names}.").format(names=", ".join(queue.others))
        return Told(tr("No printer chosen"), tr("None is chosen"), "printer", "warning", step, always=True)
    return Told(tr("No printer"), tr("No printer"), "printer", "muted", tr(NO_PRINTER_STEP), always=True)


def _disk(watch: LaptopWatch) -> Told | None:
    if watch.laptop is None:
        return None
    free, tone = watch.laptop.free, watch.laptop.disk_tone
    unit, size = (tr("{n} GB free"), _GB) if free >= _GB else (tr("{n} MB free"), _MB)
    amount = unit.format(n=number(free // size))
    amount = amount[:1].upper() + amount[1:]
    if tone == "ok":
        return Told(amount, amount, "hard-drive", "muted")
    return Told(amount, amount, "hard-drive", tone, tr(LOW_DISK_STEP))


def _clock(watch: LaptopWatch) -> Told | None:
    if watch.behind is None:
        return None
    step = tr("It was {moment} here before: set date and time.")
    before = step.format(moment=locale.moment(watch.behind))
    return Told(tr("Clock set back"), tr("It was set back"), "clock", "error", before)


def _battery(watch: LaptopWatch) -> Told | None:
    laptop = watch.laptop
    if laptop is None or laptop.battery is None:
        return None
    percent = f"{laptop.battery}{locale.NO_BREAK}%"
    text = tr("Battery {percent}").format(percent=percent)
    if laptop.battery_tone != "ok":
        step = tr("Plug the laptop in.")
        return Told(text, percent, "battery-low", laptop.battery_tone, step, always=True)
    return Told(text, percent, "battery-charging" if laptop.plugged else "battery", "muted", always=True)


_TELL: Mapping[str, Callable[[LaptopWatch], Told | None]] = {
    "copy": _copy,
    "printer": _printer,
    "disk": _disk,
    "clock": _clock,
    "battery": _battery,
}
PLACES = tuple(_TELL)
"""The places of the line of state that are told here."""
