"""The laptop itself, as the line of state shows it: battery, room on the disk, and the clock."""

import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from boothapp.domain.show import DEMO_SHOW
from boothapp.paths import Home
from boothapp.store import day
from boothapp.store.database import Store

Tone = Literal["ok", "warning", "error"]
MB = 1024 * 1024
LOW_DISK, FULL_DISK = 1000 * MB, 200 * MB
"""Free bytes below which somebody has to make room soon, and at once: a day of cards takes 200 MB."""
LOW_BATTERY, EMPTY_BATTERY = 25, 10
"""Percent without a cable: an hour or two are left, and a few minutes."""
SLACK = timedelta(minutes=2)
"""How far two looks at a right clock may differ: the network sets it by seconds."""


@dataclass(frozen=True, slots=True)
class Laptop:
    """battery: percent, None without one; plugged: on the mains; free: bytes left on the leads' disk."""

    battery: int | None
    plugged: bool
    free: int

    @property
    def battery_tone(self) -> Tone:
        """How urgent the battery is."""
        if self.battery is None or self.plugged or self.battery > LOW_BATTERY:
            return "ok"
        return "warning" if self.battery > EMPTY_BATTERY else "error"

    @property
    def disk_tone(self) -> Tone:
        """How urgent the room on the disk is."""
        if self.free >= LOW_DISK:
            return "ok"
        return "warning" if self.free >= FULL_DISK else "error"


def look(home: Home) -> Laptop:
    """How the laptop stands now; a battery that does not answer counts as none."""
    import psutil

    try:
        battery = psutil.sensors_battery()
    except (AttributeError, NotImplementedError, OSError, RuntimeError, ValueError):
        # Systems without batteries have no such function, and drivers answer in ways of their own.
        battery = None
    percent = None if battery is None else max(0, min(100, round(battery.percent)))
    plugged = battery is None or battery.power_plugged is not False
    return Laptop(percent, plugged, shutil.disk_usage(home.root).free)


def clock_behind(store: Store, now: datetime) -> datetime | None:
    """A moment that this laptop has noted and its clock has not reached again; None where it is right."""
    noted = day.newest(store, but=DEMO_SHOW)
    latest = datetime.fromisoformat(noted) if noted else now
    return latest if now < latest - SLACK else None
