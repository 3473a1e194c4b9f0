"""The camera of the capture page, with frames pushed into its sink as a camera pushes them."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QCameraDevice, QVideoFrame, QVideoFrameFormat, QVideoSink
from pytestqt.qtbot import QtBot

from boothapp.app import Program
from boothapp.ui import frames
from boothapp.ui.camera import THOROUGH_EACH
from boothapp.ui.in_view import AWAY, SAVED_AWAY
from boothapp.ui.pages.capture.camera_panel import CameraPanel
from boothapp.ui.pages.capture.page import CapturePage
from tests.ui.program import click, key, saved
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


def seen(qtbot: QtBot, panel: CameraPanel, page: CapturePage) -> list[object]:
    """What the panel reads from now on; a badge is read and saved, and the camera stays open."""
    panel.stay.setChecked(True)
    read: list[object] = []
    panel.found.connect(read.append)
    push(qtbot, panel, image_of("SB0012345"))
    page.save()
    return read


def test_a_badge_just_saved_is_not_taken_again_at_once(
    program: Program, page: CapturePage, panel: CameraPanel, qtbot: QtBot
) -> None:
    now = [panel.camera.in_view.clock()]
    panel.camera.in_view.clock = lambda: now[0]
    read = seen(qtbot, panel, page)
    # A fast camera looks eleven times in a third of a second.
    for _ in range(11):
        now[0] += 0.03
        push(qtbot, panel, EMPTY)
    push(qtbot, panel, image_of("SB0012345"))
    now[0] += (AWAY + SAVED_AWAY) / 2
    push(qtbot, panel, image_of("SB0012345"))
    assert "saved already" in panel.message.text()
    assert page.draft().capture.badge_id == ""
    now[0] += SAVED_AWAY
    push(qtbot, panel, image_of("SB0012345"))
    assert page.draft().capture.badge_id == "SB0012345"
    assert len(read) == 2
    page.save()
    assert [len(lead.visits) for lead in saved(program)] == [2]


def test_a_camera_opened_again_does_not_take_the_badge_just_saved(
    page: CapturePage, panel: CameraPanel, qtbot: QtBot
) -> None:
    read = seen(qtbot, panel, page)
    panel.hide()
    panel.show()
    panel.camera.watch(QVideoSink(panel))
    push(qtbot, panel, image_of("SB0012345"))
    push(qtbot, panel, image_of("SB0099999"))
    assert len(read) == 2
    assert page.draft().capture.badge_id == "SB0099999"


def test_a_look_that_breaks_ends_the_camera_with_one_report(
    program: Program, panel: CameraPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from boothapp.badge import codes

    def broken(_view: object) -> list[object]:
        raise ZeroDivisionError

    monkeypatch.setattr(codes, "fast", broken)
    defects: list[object] = []
    program.tasks.defect.connect(defects.append)
    sink = panel.camera._sink
    assert sink is not None
    with qtbot.waitSignal(panel.camera.said):
        sink.setVideoFrame(QVideoFrame(EMPTY))
    assert "Open this again" in panel.message.text()
    assert not panel.camera.running
    assert len(defects) == 1
    monkeypatch.undo()
    panel.camera.watch(QVideoSink(panel))
    push(qtbot, panel, EMPTY)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Camera is in use", "Another program"),
        ("Device or resource busy", "Another program"),
        ("Permission denied", "may not use"),
        ("No such device", "is gone"),
        ("GStreamer element linked badly", "stopped"),
    ],
)
def test_an_error_of_the_camera_says_what_to_do(panel: CameraPanel, text: str, said: str) -> None:
    panel.camera._wrong(text)
    assert said in panel.message.text()
    assert text not in panel.message.text()
    assert not panel.camera.running


def test_nothing_of_a_closed_camera_stays_behind(panel: CameraPanel, qtbot: QtBot) -> None:
    panel.hide()
    before = len(panel.camera.children())
    device = QCameraDevice()
    for _ in range(3):
        sink = QVideoSink(panel.camera)
        panel.camera.watch(sink)
        panel.camera._open(device, sink)
        panel.camera.stop()
    qtbot.waitUntil(lambda: len(panel.camera.children()) == before)


def test_escape_closes_the_camera(page: CapturePage, panel: CameraPanel) -> None:
    page.talk.note.input.setFocus()
    key(Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert page.scan.hasFocus()


@pytest.mark.parametrize("language", ["en", "uk"])
def test_the_camera_fits_its_column_on_a_small_window(
    program: Program, page: CapturePage, panel: CameraPanel, qtbot: QtBot, language: str
) -> None:
    program.window.speak(language)
    program.window.resize(1024, 600)
    push(qtbot, panel, EMPTY)
    viewport = panel.parentWidget().parentWidget()
    qtbot.waitUntil(lambda: program.window.width() == 1024)

    def right() -> int:
        return panel.close_button.mapTo(viewport, panel.close_button.rect().topRight()).x()

    qtbot.waitUntil(lambda: right() < viewport.width())
