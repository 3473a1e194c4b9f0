"""The rehearsal on its page: line by line, again, stopped, with a scan, and nothing kept."""

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from boothapp import words
from boothapp.actions import rehearsal
from boothapp.app import Program
from boothapp.ui.pages.show.rehearsal.panel import RehearsalPanel
from tests.ui.program import CARD, burst, enter, saved, stored
from tests.unit.actions.printers import with_queue


@pytest.fixture
def panel(qtbot: QtBot, program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> RehearsalPanel:
    with_queue(tmp_path / "bin", "desk", ("desk",), "printer desk is idle.")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    enter(qtbot, program)
    place: Any = program.window.go("show")
    made: RehearsalPanel = place.open_part("rehearsal")
    return made


def run(qtbot: QtBot, panel: RehearsalPanel) -> dict[str, str]:
    """Rehearses to the end; the states of the lines."""
    panel.begin_button.click()
    qtbot.waitUntil(lambda: not panel.work.busy)
    return {key: line.state for key, line in panel.lines.items()}


def test_each_line_is_tried_and_the_whole_summed_up(qtbot: QtBot, panel: RehearsalPanel) -> None:
    assert [*panel.lines] == ["scanner", *rehearsal.CHECKS]
    assert {line.state for line in panel.lines.values()} == {"waits"}
    assert panel.begin_button.hasFocus()
    states = run(qtbot, panel)
    assert states["scanner"] == "scan"
    assert {states[key] for key in ("disk", "visitors", "fonts", "printer", "mapping")} == {"ok"}
    assert states["copy"] == states["crm"] == "look"
    assert "worth a look" in panel.result.text()
    assert "The scanner is left to try" in panel.result.text()
    assert panel.begin_button.hasFocus()
    assert panel.begin_button.text() == "Rehearse again"


def test_lines_turn_one_by_one(qtbot: QtBot, panel: RehearsalPanel) -> None:
    seen: list[tuple[str, str]] = []
    for key, line in panel.lines.items():
        line.tell = _noting(line.tell, key, seen)  # type: ignore[method-assign]
    run(qtbot, panel)
    ended = [key for key, state in seen if state in ("ok", "look", "wrong")]
    assert ended == [*rehearsal.CHECKS]
    assert all(seen.index((key, "runs")) < seen.index((key, panel.lines[key].state)) for key in ended)


def _noting(tell: Any, key: str, seen: list[tuple[str, str]]) -> Any:
    def note(state: str, *more: str) -> None:
        seen.append((key, state))
        tell(state, *more)

    return note


def test_a_scan_answers_the_scanners_line_and_is_not_kept(
    qtbot: QtBot, program: Program, panel: RehearsalPanel
) -> None:
    run(qtbot, panel)
    burst("MECARD:N:Gedz,Oksana;EMAIL:o.gedz@verf.example;;")
    qtbot.waitUntil(lambda: panel.lines["scanner"].state == "ok")
    assert "Oksana Gedz" in panel.lines["scanner"].detail.text()
    assert "The scanner is left" not in panel.result.text()
    assert program.window.here() == "show"
    assert saved(program) == []
    panel.take_scan(CARD)
    qtbot.waitUntil(lambda: "Ґедзь" in panel.lines["scanner"].detail.text())
    assert stored(program, lambda store: store.value("SELECT count(*) FROM drafts")) == 0


def test_it_can_be_repeated_and_finds_what_has_changed(
    qtbot: QtBot, panel: RehearsalPanel, tmp_path: Path
) -> None:
    assert run(qtbot, panel)["printer"] == "ok"
    with_queue(tmp_path / "bin", "desk", ("desk",), "printer desk disabled since today - out of paper")
    assert run(qtbot, panel)["printer"] == "wrong"
    assert "out of paper" in panel.lines["printer"].detail.text()
    assert panel.lines["printer"].step.text() != ""
    assert panel.result.text().startswith("1 thing is not ready.")


def test_it_is_stopped_and_begun_again(qtbot: QtBot, panel: RehearsalPanel) -> None:
    panel.begin_button.click()
    panel.work_line.stop_button.click()
    qtbot.waitUntil(lambda: not panel.work.busy)
    assert not any(line.state == "runs" for line in panel.lines.values())
    assert panel.begin_button.isEnabled()
    assert run(qtbot, panel)["disk"] == "ok"


def test_another_language_is_another_rehearsal(qtbot: QtBot, program: Program, panel: RehearsalPanel) -> None:
    run(qtbot, panel)
    program.window.speak("de")
    qtbot.waitUntil(lambda: not panel.work.busy)
    assert panel.lines["printer"].detail.text() == words.tr("{name} is ready").format(name="desk")
    assert panel.lines["printer"].word.text() == "Bereit"


def test_the_window_closes_while_it_runs(qtbot: QtBot, program: Program, panel: RehearsalPanel) -> None:
    panel.begin_button.click()
    program.window.close()
    left = [path.name for path in program.home.root.iterdir() if path.name.startswith(rehearsal.FOLDER)]
    assert left == [] or program.tasks.left_behind
