"""Every page for people without a mouse: names, order, the ring; every look and language at once."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QWidget

from boothapp import words
from boothapp.app import PASSPHRASE_VARIABLE
from boothapp.ui import reading_order, tokens
from boothapp.ui.widgets.message_line import MessageLine
from tests.ui import pictures, seen
from tests.ui.pictures import Stage
from tests.unit.ui.test_tokens import contrast

# A page in each of its states that differ in what takes the keyboard.
SCENES = (
    "capture", "card-confirm", "card-codes", "leads", "leads-edit", "send", "send-asks", "send-setting-up",
    "attendees", "attendees-columns", "attendees-pretix", "badge-format", "scanner-taught", "scanner-serial",
    "door-shows", "door-new", "door-passphrase", "keys-capture", "keys-lock", "drafts", "draft-came-back",
    "capture-saved", "leads-deleted", "people", "people-form", "lock", "lock-name", "lock-manager",
    "lock-recovery", "today", "today-none", "today-goal", "rehearsal", "rehearsal-done",
    "consent-detail", "kiosk-start", "kiosk-entry", "kiosk-consent", "kiosk-leave",
)  # fmt: skip
PAGES = ("capture", "leads", "send", "attendees", "badge-format", "scanner-taught", "door-passphrase",
         "drafts", "people", "people-form", "lock", "lock-name", "today", "today-goal",
         "rehearsal", "kiosk-entry", "kiosk-consent")  # fmt: skip


@pytest.fixture
def stage(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    """The program in English."""
    monkeypatch.setenv(PASSPHRASE_VARIABLE, "")
    made = Stage(tmp_path, "light", "en")
    yield made
    made.close()


@pytest.mark.parametrize("scene", SCENES)
def test_whatever_takes_the_keyboard_has_a_name_and_comes_in_reading_order(stage: Stage, scene: str) -> None:
    pictures.SCENES[scene](stage)
    stage.settle()
    stops = in_order(stage)
    assert len(stops) > 1
    assert [type(stop).__name__ for stop in stops if not seen.name(stop)] == []
    focusable = [
        part
        for part in stage.window.findChildren(QWidget)
        if part.isVisible() and part.isEnabled() and part.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert [type(part).__name__ for part in focusable if not said(part)] == []
    buttons = [part for part in stage.window.findChildren(QAbstractButton) if part.isVisible()]
    assert [type(part).__name__ for part in buttons if not seen.name(part)] == []
    # The keyboard has scrolled through the page: it is read from its top.
    for area in stage.window.findChildren(QAbstractScrollArea):
        area.verticalScrollBar().setValue(0)
    steps = [step for step in pairwise(stops) if goes_back(stage.window, *step)]
    assert [(seen.name(one), seen.name(following)) for one, following in steps] == []


@pytest.mark.parametrize("scene", ["capture", "drafts", "people-form", "send-setting-up"])
@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_tab_brings_what_it_reaches_into_view(stage: Stage, scene: str, key: Qt.Key) -> None:
    stage.window.resize(960, 560)
    pictures.SCENES[scene](stage)
    stage.settle()
    stage.window.rail.more.setFocus()
    seen_whole: dict[QWidget, bool] = {}
    while (stop := next_stop(stage, key)) not in seen_whole:
        seen_whole[stop] = stop.visibleRegion().boundingRect().height() == stop.height()
    assert len(seen_whole) > 5
    assert [seen.name(stop) for stop, whole in seen_whole.items() if not whole] == []


def next_stop(stage: Stage, key: Qt.Key) -> QWidget:
    QTest.keyClick(QApplication.focusWidget(), key)
    stage.until(lambda: not stage.program.guard.holding())
    return QApplication.focusWidget()


def in_order(stage: Stage) -> list[QWidget]:
    """Every stop of Tab, from the rail on."""
    rail = stage.window.rail
    first = next((button for button in rail.buttons.values() if button.isChecked()), rail.more)
    first = first if first.isVisible() else rail.more
    first = reading_order.stops(stage.window)[0] if stage.window.kept else first
    first.setFocus(Qt.FocusReason.TabFocusReason)
    stops = seen.tab_stops(stage.window, 120)
    assert stops[-1] is first, [seen.name(stop) for stop in stops]
    return [first, *stops[:-1]]


def said(part: QWidget) -> str:
    """What a reader says of a part; an area that scrolls or holds a field says what is in it."""
    if seen.name(part) or isinstance(part, QAbstractScrollArea):
        return seen.name(part) or "scrolls"
    parent = part.parentWidget()
    return seen.name(parent) if parent is not None else ""


def in_own_order(part: QWidget | None) -> bool:
    """Whether a part says itself in which order it is read, as a card beside its picture does.

    A message lies over the page, wherever it covers nothing, and is read after it.
    """
    own = isinstance(part, MessageLine) or hasattr(part, "stops")
    return part is not None and (own or in_own_order(part.parentWidget()))


def goes_back(window: QWidget, one: QWidget, following: QWidget) -> bool:
    """Whether the next stop is neither below, nor to the right, nor inside: the end goes to the beginning."""
    here, there = placed(window, one, following), placed(window, following, one)
    inside = one.isAncestorOf(following) or following.isAncestorOf(one) or in_own_order(following)
    below, right = there.center().y() > here.bottom() - 8, there.left() >= here.right() - 8
    return not (inside or below or right)


def placed(window: QWidget, part: QWidget, other: QWidget) -> QRect:
    """Where a part is for one beside its column: what is scrolled out stands at the column's end."""
    place, around = QRect(part.mapTo(window, QPoint()), part.size()), part.parentWidget()
    while around is not None and around is not window:
        if isinstance(around, QAbstractScrollArea) and not around.isAncestorOf(other):
            bottom = around.mapTo(window, around.rect().bottomLeft()).y()
            place.moveBottom(min(place.bottom(), bottom))
        around = around.parentWidget()
    return place


@pytest.mark.parametrize("scene", PAGES)
def test_the_ring_is_seen_at_every_stop_in_every_look(stage: Stage, scene: str) -> None:
    pictures.SCENES[scene](stage)
    stops = in_order(stage)
    for look in tokens.LOOKS:
        stage.window.wear(look)
        stage.settle()
        assert [seen.name(stop) for stop in stops if marked_points(stop) < outline_of(stop)] == [], look


def outline_of(stop: QWidget) -> float:
    """About how many points a line of one pixel around a part has; rounded and inset ones have fewer."""
    return 2 * (stop.width() + stop.height()) * 0.8


def marked_points(stop: QWidget) -> int:
    """How many points change by 3:1 or more when the keyboard comes (WCAG 2.2, 2.4.13)."""
    reading_order.bring_into_view(stop)
    stop.setFocus(Qt.FocusReason.TabFocusReason)
    focused = points(stop)
    stop.clearFocus()
    pairs = zip(focused, points(stop), strict=True)
    return sum(one != other and ratio(one, other) >= 3 for one, other in pairs)


def points(part: QWidget) -> list[int]:
    """The colours of a part where it stands, point by point."""
    window = part.window()
    place = QRect(part.mapTo(window, QPoint()), part.size())
    picture = window.grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)
    return list(memoryview(picture.constBits()).cast("I"))


@cache
def ratio(one: int, other: int) -> float:
    """The contrast of two colours as numbers."""
    return contrast(*(f"#{colour & 0xFFFFFF:06x}" for colour in (one, other)))


@pytest.mark.parametrize("scene", PAGES)
def test_look_and_language_change_on_the_open_page(stage: Stage, scene: str) -> None:
    pictures.SCENES[scene](stage)
    stage.settle()
    first = stage.window.grab().toImage()
    for look in tokens.LOOKS:
        stage.window.wear(look)
        for language in words.LANGUAGES:
            stage.window.speak(language)
    stage.window.wear("contrast")
    stage.settle()
    ground = tokens.look("contrast").colours["background"]
    assert stage.window.grab().toImage().pixelColor(stage.window.rail.width() + 2, 300).name() == ground
    stage.window.wear("light")
    stage.window.speak("en")
    stage.settle()
    share = different(stage.window.grab().toImage(), first)
    assert share < 0.01, f"{share:.1%} stays behind"


def different(one: QImage, other: QImage) -> float:
    """The share of points that differ."""
    pairs = zip(*(bytes(picture.constBits()) for picture in (one, other)), strict=True)
    return sum(a != b for a, b in pairs) / one.sizeInBytes()
