"""The attendee list's panel: it asks nothing while it is hidden, shows everything, and says what is true."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from boothapp import words
from boothapp.actions import attendees, capture, reconcile
from boothapp.app import Program
from boothapp.domain.capture import Capture
from boothapp.domain.changes import changed
from boothapp.domain.draft import Draft
from boothapp.store import outbox
from boothapp.ui.pages.capture.page import CapturePage
from boothapp.ui.pages.show.attendees.panel import AttendeesPanel
from boothapp.ui.widgets.message_line import MessageLine
from tests.ui.program import key, saved, stored


@pytest.fixture
def panel(qtbot: QtBot, program: Program, page: CapturePage) -> AttendeesPanel:
    panel: AttendeesPanel = program.window.go("show").open_part("attendees")  # type: ignore[attr-defined]
    qtbot.waitUntil(panel.none.isVisible)
    return panel


def written(folder: Path, people: int, ends: str = "\n") -> Path:
    file = folder / "people.csv"
    rows = [f"AD-{n:05d},Person {n}" for n in range(people)]
    file.write_text("\n".join(["Badge ID,Name", *rows]) + ends, "utf-8")
    return file


def understood(qtbot: QtBot, panel: AttendeesPanel, file: Path) -> None:
    panel.open_file(file)
    qtbot.waitUntil(lambda: panel.mapping.isVisible() and not panel.work.busy)


def imported(qtbot: QtBot, panel: AttendeesPanel, file: Path) -> None:
    understood(qtbot, panel, file)
    panel.mapping.import_button.click()
    qtbot.waitUntil(lambda: panel.listed.isVisible() and not panel.work.busy, timeout=30_000)


def captured(program: Program, how_many: int, prefix: str) -> None:
    def work(store):  # type: ignore[no-untyped-def]
        for n in range(how_many):
            capture.save(store, Draft(capture=Capture(format="id", badge_id=f"{prefix}{n:05d}")))

    stored(program, work)


@pytest.fixture
def questions(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the panel has asked the store for."""
    asked: list[str] = []
    for module, name in ((attendees, "standing"), (reconcile, "leads_with_list")):
        real = getattr(module, name)

        def told(*args, real=real, name=name, **named):  # type: ignore[no-untyped-def]
            asked.append(name)
            return real(*args, **named)

        monkeypatch.setattr(module, name, told)
    return asked


def test_a_save_asks_nothing_for_a_panel_that_is_not_in_front(
    qtbot: QtBot,
    program: Program,
    page: CapturePage,
    panel: AttendeesPanel,
    tmp_path: Path,
    questions: list[str],
) -> None:
    imported(qtbot, panel, written(tmp_path, 9))
    qtbot.waitUntil(lambda: "leads_with_list" in questions)
    program.window.go("capture")
    questions.clear()
    for badge in ("AD-00001", "AD-00002"):
        page.scanning.take_text(badge)
        qtbot.waitUntil(lambda badge=badge: page.draft().capture.badge_id == badge)
        page.save()
    qtbot.waitUntil(lambda: len(saved(program)) == 2)
    program.tasks.settle()
    assert questions == []
    program.window.go("show")
    qtbot.waitUntil(lambda: len(panel.report.rows) == 2)
    program.tasks.settle()
    assert questions.count("leads_with_list") == 1
    program.window.go("capture")
    program.window.go("show")
    program.tasks.settle()
    assert questions.count("leads_with_list") == 1


def test_several_changes_at_once_end_in_one_report(
    qtbot: QtBot, program: Program, panel: AttendeesPanel, tmp_path: Path
) -> None:
    imported(qtbot, panel, written(tmp_path, 9))
    qtbot.waitUntil(lambda: panel.report.summary.text() != "")
    captured(program, 700, "X")
    shown: list[int] = []
    panel.report.view.leads.modelReset.connect(lambda: shown.append(len(panel.report.rows)))
    for _ in range(6):
        panel.refresh(changed("leads"))
    qtbot.waitUntil(lambda: len(panel.report.rows) == 700)
    program.tasks.settle()
    assert shown == [700]


def test_every_lead_of_the_report_is_there_and_can_be_opened(
    qtbot: QtBot, program: Program, panel: AttendeesPanel, tmp_path: Path
) -> None:
    captured(program, 95, "X")
    imported(qtbot, panel, written(tmp_path, 3))
    qtbot.waitUntil(lambda: len(panel.report.rows) == 95)
    assert panel.report.summary.text() == "95 leads were captured by badge id. None of them is in the list."
    view = panel.report.view
    assert len(view.viewport().findChildren(QWidget)) < 5
    view.setFocus()
    key(Qt.Key.Key_End)
    key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.window.here() == "leads")
    leads = program.window.pages()["leads"]
    qtbot.waitUntil(lambda: leads.detail.lead() == panel.report.rows[-1].lead)  # type: ignore[attr-defined]


def test_many_columns_are_no_more_widgets_than_few(
    qtbot: QtBot, panel: AttendeesPanel, tmp_path: Path
) -> None:
    understood(qtbot, panel, written(tmp_path, 3))
    few = len(panel.mapping.findChildren(QWidget))
    file = tmp_path / "wide.csv"
    file.write_text(";".join(f"Column {n}" for n in range(150)) + "\n" + ";".join("x" * 150) + "\n", "utf-8")
    understood(qtbot, panel, file)
    assert len(panel.mapping.value()) == 150
    assert len(panel.mapping.findChildren(QWidget)) < few + 5


@pytest.mark.parametrize("ends", ["\n", ""])
def test_the_number_of_people_is_right_and_its_thousands_are_apart(
    qtbot: QtBot, program: Program, panel: AttendeesPanel, tmp_path: Path, ends: str
) -> None:
    understood(qtbot, panel, written(tmp_path, 4200, ends))
    assert panel.mapping.title.text() == "people.csv: 4,200 people"
    counted: list[str] = []
    panel.work.counted.connect(lambda _done, _all: counted.append(panel.line.count.text()))
    panel.mapping.import_button.click()
    qtbot.waitUntil(lambda: panel.listed.isVisible() and not panel.work.busy, timeout=30_000)
    assert "4,200 of 4,200" in counted
    assert panel.standing.people.text() == "4,200 people"
    program.window.speak("uk")
    assert panel.standing.people.text() == "4\u00a0200 людей"
    assert panel.message.text().startswith("4\u00a0200 нових людей")


def test_a_stopped_removal_says_what_is_left(
    qtbot: QtBot, program: Program, panel: AttendeesPanel, tmp_path: Path
) -> None:
    imported(qtbot, panel, written(tmp_path, 9000))
    before = stored(program, outbox.unsent)
    heard: list[frozenset[str]] = []
    program.tasks.changed.connect(lambda changes: heard.append(changes.topics))
    panel.work.counted.connect(lambda _done, _all: panel.line.stop_button.click())
    panel.standing.remove_button.click()
    panel.standing.sure_button.click()
    qtbot.waitUntil(lambda: panel.message.text() != "" and not panel.work.busy)
    assert panel.message.text().startswith("Stopped. A part of the list is gone")
    qtbot.waitUntil(lambda: panel.list is not None and not panel.list.whole)
    assert panel.list is not None
    assert 0 < panel.list.people < 9000
    assert "attendees" in heard[-1]
    assert stored(program, outbox.unsent) == before


def test_a_stopped_reading_imports_nothing_and_says_so(
    qtbot: QtBot, program: Program, panel: AttendeesPanel, tmp_path: Path
) -> None:
    pressed = Event()
    program.tasks.change(lambda _store: pressed.wait() and None)
    panel.open_file(written(tmp_path, 50))
    panel.line.stop_button.click()
    pressed.set()
    qtbot.waitUntil(lambda: not panel.work.busy)
    assert panel.message.text() == "Stopped. Nothing was imported."
    assert panel.none.isVisible()
    program.window.speak("uk")
    assert panel.message.text() == words.tr("Stopped. Nothing was imported.", "uk") != ""
    understood(qtbot, panel, tmp_path / "people.csv")
    assert panel.message.text() == ""


def test_after_a_stopped_import_the_keyboard_is_at_import_and_cancel_takes_the_message_away(
    qtbot: QtBot, panel: AttendeesPanel, tmp_path: Path
) -> None:
    understood(qtbot, panel, written(tmp_path, 60_000))
    panel.work.counted.connect(lambda _done, _all: panel.line.stop_button.click())
    panel.mapping.import_button.click()
    qtbot.waitUntil(lambda: panel.message.text() != "" and not panel.work.busy, timeout=30_000)
    assert panel.message.text().startswith("Stopped. What came so far is in")
    qtbot.waitUntil(panel.mapping.import_button.hasFocus)
    panel.mapping.cancel_button.click()
    qtbot.waitUntil(panel.listed.isVisible)
    assert panel.message.text() == ""


def test_tab_passes_the_columns_before_import(qtbot: QtBot, panel: AttendeesPanel, tmp_path: Path) -> None:
    understood(qtbot, panel, written(tmp_path, 3))
    panel.mapping.reading.setFocus()
    stops = []
    for _ in range(3):
        key(Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    mapping = panel.mapping
    assert stops == [mapping.columns, mapping.cancel_button, mapping.import_button]


def test_escape_keeps_the_list(qtbot: QtBot, panel: AttendeesPanel, tmp_path: Path) -> None:
    imported(qtbot, panel, written(tmp_path, 3))
    panel.standing.remove_button.click()
    assert panel.standing.keep_button.hasFocus()
    QTest.keyClick(panel.standing.keep_button, Qt.Key.Key_Escape)
    assert not panel.standing.question.isVisible()
    assert panel.standing.remove_button.hasFocus()


def test_a_message_covers_nothing_of_the_panel(
    qtbot: QtBot, program: Program, panel: AttendeesPanel, tmp_path: Path
) -> None:
    imported(qtbot, panel, written(tmp_path, 3))
    for size in ((1280, 700), (960, 560)):
        program.window.resize(*size)
        program.desk.say("A-0260 Oksana Gedz, cold, 0")
        line: MessageLine = program.window.message
        line._slide.setCurrentTime(line._slide.duration())
        assert line.isVisible()
        top = panel.standing.mapTo(program.window.stack, panel.standing.rect().topLeft()).y()
        assert line.geometry().bottom() < top


@pytest.mark.parametrize("language", ["en", "uk", "de"])
def test_nothing_of_the_list_is_cut_in_the_smallest_window(
    qtbot: QtBot, program: Program, panel: AttendeesPanel, tmp_path: Path, language: str
) -> None:
    imported(qtbot, panel, written(tmp_path, 3))
    program.window.resize(960, 560)
    words._current = language
    panel.retranslate()
    assert program.window.width() == 960
    panel.line.show()
    qtbot.waitUntil(lambda: panel.line.geometry().bottom() < panel.height())
    standing = panel.standing
    for button in (standing.update_button, standing.pretix_button, standing.remove_button):
        assert button.width() >= button.sizeHint().width()
        assert panel.rect().contains(button.mapTo(panel, button.rect().bottomRight()))
        assert button.geometry().bottom() < button.parentWidget().height()
