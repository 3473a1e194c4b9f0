"""The camera of the capture page, with frames pushed into its sink as a camera pushes them."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat, QVideoSink
from pytestqt.qtbot import QtBot

from boothapp.app import Program
from boothapp.ui import frames
from boothapp.ui.camera import THOROUGH_EACH
from boothapp.ui.in_view import AWAY
from boothapp.ui.pages.capture.camera_panel import CameraPanel
from boothapp.ui.pages.capture.page import CapturePage
from tests.ui.program import click
from tests.unit.badge.photographs import saved as as_file
from tests.unit.badge.photographs import written

SIZE = (1280, 720)
EMPTY = QImage(*SIZE, QImage.Format.Format_RGB32)


def image_of(text: str, turn: int = 0) -> QImage:
    """A frame with a code in it."""
    from PIL import Image

    room = Image.new("L", SIZE, 200)
    room.paste(written(text).rotate(turn, expand=True), (400, 200))
    return QImage.fromData(as_file(room)).convertToFormat(QImage.Format.Format_RGB32)


def planar(image: QImage, kind: QVideoFrameFormat.PixelFormat) -> QVideoFrame:
    """The frame as most cameras give it: brightness first, then the colours, here none."""
    frame = QVideoFrame(QVideoFrameFormat(QSize(*SIZE), kind))
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    plane, stride = frame.bits(0), frame.bytesPerLine(0)
    for line in range(SIZE[1]):
        plane[line * stride : line * stride + SIZE[0]] = bytes(grey.constScanLine(line))[: SIZE[0]]
    frame.unmap()
    return frame


@pytest.fixture(autouse=True)
def _black() -> None:
    EMPTY.fill(0)


@pytest.fixture
def panel(page: CapturePage) -> CameraPanel:
    """The panel with a sink that the test fills."""
    panel = page.pictures.camera
    panel.show()
    panel.camera.watch(QVideoSink(panel))
    return panel


def push(qtbot: QtBot, panel: CameraPanel, frame: QImage | QVideoFrame) -> None:
    """One frame that is looked at to its end."""
    sink = panel.camera._sink
    assert sink is not None
    with qtbot.waitSignal(panel.camera.shown, timeout=20_000):
        sink.setVideoFrame(frame if isinstance(frame, QVideoFrame) else QVideoFrame(frame))


def test_a_code_is_read_once_and_the_camera_closes(
    page: CapturePage, panel: CameraPanel, qtbot: QtBot
) -> None:
    push(qtbot, panel, EMPTY)
    assert page.draft().capture.badge_id == ""
    push(qtbot, panel, image_of("SB0012345"))
    assert page.draft().capture.badge_id == "SB0012345"
    assert panel.isHidden()
    assert not panel.camera.running


def test_a_code_that_stays_in_view_counts_once(panel: CameraPanel, qtbot: QtBot) -> None:
    panel.stay.setChecked(True)
    read: list[object] = []
    panel.found.connect(read.append)
    for _ in range(4):
        push(qtbot, panel, image_of("SB0012345"))
    assert len(read) == 1
    assert panel.isVisible()
    assert "SB0012345" in panel.message.text()
    # A fast camera looks twenty times while a thumb is on the code.
    now = panel.camera.in_view.clock()
    for frame in range(20):
        panel.camera.in_view.clock = lambda frame=frame: now + 0.9 * AWAY * frame / 20
        push(qtbot, panel, EMPTY)
    push(qtbot, panel, image_of("SB0012345"))
    assert len(read) == 1
    panel.camera.in_view.clock = lambda: now + 3 * AWAY
    push(qtbot, panel, EMPTY)
    push(qtbot, panel, image_of("SB0012345"))
    assert len(read) == 2


@pytest.mark.parametrize("kind", ["Format_NV12", "Format_YUV420P"])
def test_planar_frames_are_searched_without_conversion(
    page: CapturePage, panel: CameraPanel, qtbot: QtBot, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(_frame: QVideoFrame) -> QImage:
        raise AssertionError("converted")

    monkeypatch.setattr(QVideoFrame, "toImage", never)
    push(qtbot, panel, planar(image_of("SB0012345"), getattr(QVideoFrameFormat.PixelFormat, kind)))
    assert page.draft().capture.badge_id == "SB0012345"


@pytest.mark.parametrize("kind", ["Format_RGB32", "Format_ARGB32", "Format_RGBA8888"])
def test_frames_in_colour_are_searched(kind: str) -> None:
    from boothapp.badge import codes

    frame = QVideoFrame(image_of("SB0012345").convertToFormat(getattr(QImage.Format, kind)))
    with frames.brightness(frame) as (view, shown):
        assert [code.text for code in codes.fast(view)] == ["SB0012345"]
        assert max(shown.width(), shown.height()) == frames.SHOWN


def test_every_fifth_look_is_thorough(page: CapturePage, panel: CameraPanel, qtbot: QtBot) -> None:
    inverted = image_of("SB0012345")
    inverted.invertPixels()
    for look in range(1, THOROUGH_EACH):
        push(qtbot, panel, inverted)
        assert page.draft().capture.badge_id == "", look
    push(qtbot, panel, inverted)
    assert page.draft().capture.badge_id == "SB0012345"


def test_frames_are_dropped_while_one_is_looked_at(panel: CameraPanel, qtbot: QtBot) -> None:
    sink = panel.camera._sink
    assert sink is not None
    with qtbot.waitSignal(panel.camera.shown, timeout=20_000):
        for _ in range(10):
            sink.setVideoFrame(QVideoFrame(EMPTY))
    assert panel.camera.dropped == 9


def test_without_a_camera_it_says_so(
    page: CapturePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from PySide6.QtMultimedia import QMediaDevices

    monkeypatch.setattr(QMediaDevices, "videoInputs", list)
    click(page.pictures.camera_button)
    panel = page.pictures.camera
    assert "No camera was found" in panel.message.text()
    assert page.talk.isVisible()
    click(page.pictures.camera_button)
    assert panel.isHidden()
    assert not panel.camera.running


def test_without_the_extra_it_says_how_to_get_it(page: CapturePage, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    click(page.pictures.camera_button)
    assert "boothapp[camera]" in page.pictures.camera.message.text()


def test_nothing_films_behind_another_place(program: Program, panel: CameraPanel) -> None:
    assert panel.camera.running
    program.window.go("leads")
    assert not panel.camera.running
    program.window.go("capture")
    assert panel.isHidden()


def test_a_picture_is_taken_for_a_business_card(page: CapturePage, panel: CameraPanel, qtbot: QtBot) -> None:
    push(qtbot, panel, EMPTY)
    click(panel.take)
    assert panel.isHidden()
    qtbot.waitUntil(page.pictures.card.isVisible, timeout=30_000)
