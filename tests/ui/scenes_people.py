"""Scenes of the people, their PINs and the lock for tests.ui.pictures."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from boothapp.actions import people
from boothapp.store.database import Store

if TYPE_CHECKING:
    from tests.ui.pictures import Stage

MANAGER, STAFF = ("lange", "271828"), ("bondar", "161803")


def people_part(stage: "Stage") -> None:
    """The part People of the Show page, two have a PIN."""
    _part(stage)


def people_form(stage: "Stage") -> None:
    """A PIN is changed by whoever knows the present one."""
    page = _part(stage)
    panel = page.panels["people"]
    panel.rows["bondar"].pin_button.click()
    panel.form.present.set_text("161803")
    panel.form.new.set_text("12")
    panel.form._keep()


def people_menu(stage: "Stage") -> None:
    """The switch: everybody by name, in a menu over the line of state."""
    _with_pins(stage)
    standing: Any = stage.program.standing
    menu = standing.menu()
    menu.ensurePolished()
    menu.adjustSize()
    menu.setActiveAction(menu.actions()[1])
    stage.pasted = menu


def lock_pin(stage: "Stage") -> None:
    """Locked; whoever was signed in has a PIN, some digits are typed, and a scan has come."""
    _with_pins(stage)
    stage.program.lock.lock()
    stage.program.lock.hold("AD26000001")
    _page(stage).pad.field.set_pin("27182")


def lock_name(stage: "Stage") -> None:
    """Locked; a tap on the name is enough."""
    stage.enter()
    stage.program.lock.lock()


def lock_wrong(stage: "Stage") -> None:
    """Wrong PINs: the next try has to wait."""
    _with_pins(stage)
    stage.program.lock.lock()
    page = _page(stage)
    page.wait(7.9, wrong=True)
    page._clock.stop()


def lock_manager(stage: "Stage") -> None:
    """A manager's PIN is asked before leads are packed."""
    _with_pins(stage)
    stage.program.desk.choose_staff("weber")
    page: Any = stage.window.go("send")
    stage.until(page.form.isVisible)
    page.pack_button.click()


def lock_recovery(stage: "Stage") -> None:
    """A PIN was forgotten."""
    _with_pins(stage)
    stage.program.lock.lock()
    page = _page(stage)
    page.forgot.click()
    stage.until(lambda: page.asking.secret)


def _part(stage: "Stage") -> Any:
    _with_pins(stage)
    page: Any = stage.window.go("show")
    page.buttons["people"].setFocus()
    panel = page.open_part("people")
    stage.until(lambda: bool(panel.lock.recovery.text()))
    return page


def _with_pins(stage: "Stage") -> None:
    stage.enter()
    stage.program.tasks.change(_set_pins)
    stage.until(lambda: len(stage.program.desk.signed_in.roster.pins) == 2)


def _set_pins(store: Store) -> Any:
    people.set_pin(store, *MANAGER, manager=True)
    return people.set_pin(store, *STAFF, manager=False, raised=True)


def _page(stage: "Stage") -> Any:
    return stage.program.lock.page


SCENES: Mapping[str, "Callable[[Stage], None]"] = {
    "people": people_part,
    "people-form": people_form,
    "people-menu": people_menu,
    "lock": lock_pin,
    "lock-name": lock_name,
    "lock-wrong": lock_wrong,
    "lock-manager": lock_manager,
    "lock-recovery": lock_recovery,
}
