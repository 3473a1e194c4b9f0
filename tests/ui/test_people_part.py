"""The part People of the Show page on a real store: PINs, managers, the lock's minutes."""

import pytest
from PySide6.QtWidgets import QApplication

from boothapp import words
from boothapp.actions import people
from boothapp.ui.pages.show.people.panel import FREE, GUARDED, NO_MANAGER, PeoplePanel
from tests.ui.seen import beyond, name, tab_stops
from tests.ui.stand import Stand

COUNT = 1


@pytest.fixture
def panel(here: Stand) -> PeoplePanel:
    made = PeoplePanel(here.desk)
    here.visit(made)
    here.qtbot.waitUntil(lambda: bool(made.lock.recovery.text()))
    return made


def type_twice(panel: PeoplePanel, pin: str, again: str | None = None) -> None:
    panel.form.new._line().setText(pin)
    panel.form.again._line().setText(pin if again is None else again)
    panel.form.keep.click()


def set_pin(here: Stand, panel: PeoplePanel, id: str, pin: str) -> None:
    """As a person does it, until the store has it."""
    panel.rows[id].pin_button.click()
    type_twice(panel, pin)
    here.qtbot.waitUntil(lambda: here.desk.signed_in.roster.has_pin(id))


def test_everybody_of_the_kit_stands_there_with_the_managers_of_the_kit(panel: PeoplePanel) -> None:
    assert list(panel.rows) == ["lange", "bondar", "weber", "koval"]
    assert [id for id, line in panel.rows.items() if line.manager.isChecked()] == ["lange"]
    assert panel.standing.text() == FREE
    assert panel.lock.minutes.currentText() == "Never by itself"


def test_a_pin_is_set_changed_and_taken_away(here: Stand, panel: PeoplePanel) -> None:
    set_pin(here, panel, "bondar", "161803")
    assert panel.message.text() == "The PIN of Тарас Бондар is set."
    assert panel.standing.text() == NO_MANAGER
    assert panel.lock.minutes.currentText() == "After 10 idle minutes"
    assert here.store(lambda store: people.enter(store, "bondar", "161803")).right
    panel.rows["bondar"].pin_button.click()
    assert panel.form.present.isVisible()
    panel.form.present._line().setText("161803")
    type_twice(panel, "314159")
    here.qtbot.waitUntil(lambda: not panel.form.isVisible())
    assert here.store(lambda store: people.enter(store, "bondar", "314159")).right
    panel.rows["bondar"].pin_button.click()
    panel.form.present._line().setText("314159")
    panel.form.take_away.click()
    here.qtbot.waitUntil(lambda: not here.desk.signed_in.roster.pins)
    assert panel.message.text() == "Тарас Бондар signs in without a PIN."


@pytest.mark.parametrize(
    ("pin", "again", "said"),
    [
        ("123", "123", "A PIN has 4 to 12 digits."),
        ("12345678901234", "12345678901234", "A PIN has 4 to 12 digits."),
        ("12ab", "12ab", "A PIN has 4 to 12 digits."),
        ("1234", "1243", "The two are not the same."),
    ],
)
def test_what_is_no_pin_is_said_at_its_field(
    here: Stand, panel: PeoplePanel, pin: str, again: str, said: str
) -> None:
    panel.rows["bondar"].pin_button.click()
    type_twice(panel, pin, again)
    assert said in (panel.form.new.message.text(), panel.form.again.message.text())
    assert here.store(people.roster).pins == frozenset()


def test_a_wrong_present_pin_changes_nothing_and_says_how_long_to_wait(
    here: Stand, panel: PeoplePanel
) -> None:
    set_pin(here, panel, "bondar", "161803")
    panel.rows["bondar"].pin_button.click()
    panel.form.present._line().setText("999999")
    type_twice(panel, "314159")
    here.qtbot.waitUntil(lambda: "The next try in" in panel.form.message.text())
    assert panel.form.isVisible()
    assert panel.form.present.hasFocus() or panel.form.present.input.hasFocus()


def test_whoever_has_just_set_a_managers_pin_goes_on_as_a_manager(here: Stand, panel: PeoplePanel) -> None:
    set_pin(here, panel, "lange", "271828")
    assert panel.standing.text() == GUARDED
    assert here.desk.signed_in.raised
    set_pin(here, panel, "bondar", "161803")
    here.desk.choose_staff("weber")
    assert not here.desk.signed_in.raised


def test_once_a_manager_has_a_pin_others_are_asked_for_it(here: Stand, panel: PeoplePanel) -> None:
    set_pin(here, panel, "lange", "271828")
    here.desk.choose_staff("weber")
    asked: list[str] = []
    here.desk.signed_in.manager_wanted.connect(lambda deed, _act: asked.append(deed))
    panel.rows["bondar"].pin_button.click()
    panel.rows["bondar"].manager.click()
    panel.lock.minutes.set_value("0")
    panel.lock.minutes.activated.emit(0)
    assert asked == ["people"] * 3
    assert not panel.form.isVisible()
    assert not panel.rows["bondar"].manager.isChecked()
    assert panel.lock.minutes.value() == "10"
    assert here.store(people.roster).minutes == 10


def test_managers_are_marked_and_the_minutes_are_chosen(here: Stand, panel: PeoplePanel) -> None:
    panel.rows["bondar"].manager.click()
    here.qtbot.waitUntil(lambda: panel.rows["bondar"].manager.isChecked())
    panel.lock.minutes.set_value("5")
    panel.lock.minutes.activated.emit(0)
    here.qtbot.waitUntil(lambda: here.desk.signed_in.roster.minutes == 5)
    assert panel.lock.minutes.currentText() == "After 5 idle minutes"
    assert here.store(people.roster).marks == {"bondar": True}


def test_a_forgotten_pin_is_asked_of_a_manager_or_the_recovery_key(here: Stand, panel: PeoplePanel) -> None:
    set_pin(here, panel, "bondar", "161803")
    acts: list[object] = []
    here.desk.signed_in.manager_wanted.connect(lambda _deed, act: acts.append(act))
    panel.rows["bondar"].pin_button.click()
    panel.form.forgot.click()
    (act,) = acts
    here.desk.signed_in.set_raised(True)
    act()  # type: ignore[operator]
    assert not panel.form.present.isVisible()
    type_twice(panel, "314159")
    here.qtbot.waitUntil(lambda: not panel.form.isVisible())
    assert here.store(lambda store: people.enter(store, "bondar", "314159")).right


@pytest.mark.parametrize("language", ["en", "uk", "de"])
@pytest.mark.parametrize("width", [1168, 640])
def test_it_fits_and_every_control_has_a_name_of_its_own(
    here: Stand, panel: PeoplePanel, language: str, width: int
) -> None:
    words.use(language) if language != "de" else setattr(words, "_current", "de")
    panel.resize(width, 560)
    panel.rows["bondar"].pin_button.click()
    panel.retranslate()
    QApplication.processEvents()
    stops = tab_stops(panel)
    assert [one for one in stops if not name(one)] == []
    assert len({name(line.pin_button) for line in panel.rows.values()}) == len(panel.rows)
    assert beyond(panel, panel.form) == []
