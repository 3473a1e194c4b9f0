"""Scenes of the keys that F1 shows for tests.ui.pictures."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from tests.ui import scenes_leads, scenes_people

if TYPE_CHECKING:
    from tests.ui.pictures import Stage


def keys_capture(stage: "Stage") -> None:
    """The keys of the Capture page."""
    stage.enter()
    stage.until(lambda: stage.program.standing._unsent > 0)
    stage.window.go("capture")
    stage.window.show_keys()


def keys_leads(stage: "Stage") -> None:
    """The keys of the Leads page."""
    scenes_leads.leads_list(stage)
    stage.window.show_keys()


def keys_lock(stage: "Stage") -> None:
    """The keys at the lock: those of the pages behind it do nothing."""
    scenes_people.lock_pin(stage)
    stage.window.show_keys()


SCENES: Mapping[str, "Callable[[Stage], None]"] = {
    "keys-capture": keys_capture,
    "keys-leads": keys_leads,
    "keys-lock": keys_lock,
}
