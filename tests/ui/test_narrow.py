"""Small screens: nothing is cut off at the side, and no name or button ends in the middle of a word."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from boothapp.actions import demo
from boothapp.domain.question import Question
from boothapp.ui.pages.capture.questions import Questions
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.choice import Choice
from boothapp.ui.widgets.segments import Segment
from tests.ui import pictures, scenes_crowd, scenes_drafts, scenes_leads, scenes_today
from tests.ui.pictures import Stage

SMALL = (1024, 600)
PLACES: dict[str, Callable[[Stage], object]] = {
    "capture": pictures.capture_warm,
    "leads": scenes_leads.leads_list,
    "send": scenes_leads.send_waiting,
    "today": scenes_today.today_page,
}


@pytest.fixture(params=["en", "uk"])
def stage(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[Stage]:
    """The program on a small screen, in each language of the window."""
    monkeypatch.setattr(pictures, "SIZE", SMALL)
    monkeypatch.setenv("BOOTHAPP_PASSPHRASE", "")
    made = Stage(tmp_path, "light", request.param)
    yield made
    made.close()


@pytest.mark.parametrize(
    "scene",
    [scenes_drafts.listed, scenes_drafts.came_back, scenes_drafts.saved, scenes_crowd.queue_and_drafts],
)
def test_drafts_leave_everything_whole(stage: Stage, scene: Callable[[Stage], object]) -> None:
    scene(stage)
    stage.settle()
    page, message = stage.window.pages()["capture"], stage.window.message
    parts = [*shown(page), *(shown(message) if message.isVisible() else ())]
    assert [wrong for part in parts for wrong in (cut(part), shortened(part)) if wrong] == []


@pytest.mark.parametrize("place", PLACES)
def test_nothing_is_cut_off_at_the_side(stage: Stage, place: str) -> None:
    PLACES[place](stage)
    stage.settle()
    page = stage.window.pages()[place]
    assert [wrong for wrong in map(cut, shown(page)) if wrong] == []
    assert [wrong for wrong in map(shortened, shown(page)) if wrong] == []


def test_the_scan_field_says_less_where_it_is_narrow(stage: Stage) -> None:
    pictures.capture_warm(stage)
    scan = stage.window.pages()["capture"].scan
    for width in (1280, SMALL[0], 960):
        stage.window.resize(width, 600)
        stage.settle()
        margins = scan.textMargins()
        room = scan.width() - margins.left() - margins.right() - 24
        assert scan.fontMetrics().horizontalAdvance(scan.placeholderText()) <= room


@pytest.mark.parametrize("width", [1280, 1024])
@pytest.mark.parametrize("name", ["Entscheidungsbefugnis", "Donaudampfschifffahrtsgesellschaftskapitän"])
def test_a_long_name_of_a_question_is_read_whole(stage: Stage, name: str, width: int) -> None:
    show = demo.demo_show()
    own = Question(id="long", text={"en": name}, kind="single", options=show.bant[0].options)
    stage.window.resize(width, 600)
    questions = Questions((*show.questions, own), stage.window)
    questions.setGeometry(0, 0, round((width - 112) * 2 / 3) - 40, 500)
    questions.show()
    stage.settle()
    label = questions.rows["long"].name
    room = label.contentsRect()
    flags = Qt.TextFlag.TextWordWrap.value
    needed = label.fontMetrics().boundingRect(room, flags, label.text())
    assert label.text().replace("\u200b", "") == name
    assert needed.width() <= room.width()
    assert needed.height() <= room.height()
    assert len({row.name.width() for row in questions.rows.values()}) == 1


def shown(page: QWidget) -> list[QWidget]:
    """Every part of the page that is there to be seen, or scrolled to."""
    return [part for part in page.findChildren(QWidget) if part.isVisibleTo(page)]


def cut(part: QWidget) -> str:
    """Which part stands out of the window or of what scrolls it, "" where none does."""
    parent, area = part.parentWidget(), None
    while parent is not None and area is None:
        area = parent if isinstance(parent, QScrollArea) else None
        parent = parent.parentWidget()
    frame = area.viewport() if isinstance(area, QScrollArea) else part.window()
    if not frame.isAncestorOf(part):
        return ""
    left = part.mapTo(frame, QPoint(0, 0)).x()
    inside = left >= 0 and left + part.width() <= frame.width()
    return "" if inside else f"{named(part)}: {left} to {left + part.width()} of {frame.width()}"


def shortened(part: QWidget) -> str:
    """Which part can't show its whole text, "" where none is too long."""
    if isinstance(part, QLabel) and part.text() and not part.wordWrap():
        whole = part.fontMetrics().horizontalAdvance(part.text()) <= part.contentsRect().width() + 1
    elif isinstance(part, Segment):
        whole = all(
            part.fontMetrics().horizontalAdvance(word) <= part.width() for word in part.text().split()
        )
    elif isinstance(part, Choice):
        whole = not part.shown_text().endswith("…")
    elif isinstance(part, Button):
        whole = part.width() >= part.sizeHint().width() or not part.text()
    else:
        whole = True
    return "" if whole else named(part)


def named(part: QWidget) -> str:
    text = part.text() if isinstance(part, QLabel | Button | Segment) else part.accessibleName()
    return f"{type(part).__name__} {text!r}"
