"""The camera of the laptop: frames are searched for codes beside the window; those in between are dropped."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from boothapp.ui import frames
from boothapp.ui.in_view import InView
from boothapp.ui.tasks import Tasks
from boothapp.words import mark, tr

if TYPE_CHECKING:
    from PySide6.QtMultimedia import (
        QCameraDevice,
        QCameraFormat,
        QMediaCaptureSession,
        QVideoFrame,
        QVideoSink,
    )

    from boothapp.badge.codes import Code

MISSING = mark(
    "The camera needs one more part: pip install 'boothapp[camera]'. Scanner and files work without."
)
NO_CAMERA = mark("No camera was found. Plug one in, or allow boothapp to use it, and open this again.")
IN_USE = mark("Another program is using the camera. Close it there, and open this again.")
NOT_ALLOWED = mark("boothapp may not use the camera. Allow it in the system's settings, and open this again.")
UNPLUGGED = mark("The camera is gone. Plug it in again, and open this again.")
STOPPED = mark("The camera stopped. Open this again, or try another camera; scanner and files work without.")
BROKEN = mark("Something went wrong in the camera’s picture. Open this again; what was saved is safe.")
SAVED = mark("This badge is saved already. Hold the next one before the camera.")
LOOKING = mark("Hold the badge or its code before the camera.")
# A thorough look costs some five fast ones: on every fifth frame, turned and inverted codes are found too.
THOROUGH_EACH = 5
WANTED = (1280, 720)
# Qt tells no kinds of errors apart; these words are in what the systems say (Linux, Windows, macOS).
_ERRORS = (
    (("in use", "busy", "exclusive", "0xc00d3704"), IN_USE),
    (("permission", "denied", "not authorized", "0x80070005"), NOT_ALLOWED),
    (("no such device", "disconnected", "removed", "0xc00d3ea2"), UNPLUGGED),
)

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Look:
    codes: "list[Code]"
    shown: QImage


class Camera(QObject):
    """Emits shown(QImage) for each frame looked at, found(list of Code) once for each code that comes into
    view, and said(text, tone) about its state.
    """

    shown = Signal(QImage)
    found = Signal(object)
    said = Signal(str, str)

    def __init__(
        self, tasks: Tasks, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """clock: the seconds by which a code is away."""
        super().__init__(parent)
        self._tasks, self.in_view = tasks, InView(clock)
        self._session: QMediaCaptureSession | None = None
        self._sink: QVideoSink | None = None
        self._last: QVideoFrame | None = None
        self._busy, self._answered, self._looks, self.dropped = False, True, 0, 0

    def start(self) -> None:
        """Opens the first camera; where there is none, says so."""
        try:
            from PySide6.QtMultimedia import QMediaDevices, QVideoSink
        except ImportError:  # not installed, or a library of the system is missing
            self.said.emit(tr(MISSING), "warning")
            return
        devices = QMediaDevices.videoInputs()
        if not devices:
            self.said.emit(tr(NO_CAMERA), "warning")
            return
        sink = QVideoSink(self)
        self.watch(sink)
        self._open(devices[0], sink)

    def watch(self, sink: "QVideoSink") -> None:
        """Looks at every frame that arrives in this sink."""
        self._sink = sink
        self.in_view.begin()
        sink.videoFrameChanged.connect(self._arrived)

    def stop(self) -> None:
        """Lets go of the camera; what is still being looked at is forgotten."""
        if self._session is not None:
            camera = self._session.camera()
            camera.stop()
            self._session.setCamera(None)  # type: ignore[arg-type]  # None takes the camera out
            camera.deleteLater()
            self._session.deleteLater()
            self._session = None
        if self._sink is not None:
            self._sink.videoFrameChanged.disconnect(self._arrived)
            self._sink.deleteLater()
            self._sink = None
        self._last = None

    def saved(self) -> None:
        """The conversation of the codes found so far was saved: they are taken anew only after a while."""
        self.in_view.saved()

    @property
    def running(self) -> bool:
        """Whether frames are looked at."""
        return self._sink is not None

    def picture(self) -> QImage:
        """The last frame in its colours, whole; null where there was none."""
        return self._last.toImage() if self._last is not None else QImage()

    def _open(self, device: "QCameraDevice", sink: "QVideoSink") -> None:
        from PySide6.QtMultimedia import QCamera, QMediaCaptureSession

        camera, self._session = QCamera(device, self), QMediaCaptureSession(self)
        camera.errorOccurred.connect(lambda _error, text: self._wrong(text))
        if formats := device.videoFormats():
            camera.setCameraFormat(min(formats, key=_far))
        self._session.setCamera(camera)
        self._session.setVideoSink(sink)
        self.said.emit(tr(LOOKING), "muted")
        camera.start()

    def _arrived(self, frame: "QVideoFrame") -> None:
        self._last = frame
        if self._busy:
            self.dropped += 1
            return
        self._busy, self._answered, self._looks = True, False, self._looks + 1
        thorough = self._looks % THOROUGH_EACH == 0
        self._tasks.look(lambda: _look(frame, thorough), self._looked, ended=self._free)

    def _looked(self, look: _Look) -> None:
        self._busy, self._answered = False, True
        if not self.running:
            return
        self.shown.emit(look.shown)
        sight = self.in_view.see([(code.symbology, code.raw) for code in look.codes])
        if sight.new:
            self.found.emit(look.codes)
            self.in_view.found(sight.new)
        elif sight.saved:
            self.said.emit(tr(SAVED), "ok")

    def _free(self) -> None:
        """After every look, also one that our bug ended: thirty a second would be thirty reports."""
        self._busy = False
        if not self._answered and self.running:
            self.stop()
            self.said.emit(tr(BROKEN), "warning")

    def _wrong(self, text: str) -> None:
        """Qt's own words are for the log: they say in English what happened, and nothing of what to do."""
        log.info("The camera says: %s", text)
        self.stop()
        said = next((said for words, said in _ERRORS if any(one in text.lower() for one in words)), STOPPED)
        self.said.emit(tr(said), "warning")


def _look(frame: "QVideoFrame", thorough: bool) -> _Look:
    from boothapp.badge import codes

    with frames.brightness(frame) as (view, shown):
        return _Look(codes.thorough(view) if thorough else codes.fast(view), shown)


def _far(one: "QCameraFormat") -> int:
    """How far a format's size is from the one wanted: more costs time, less costs reach."""
    size = one.resolution()
    return abs(size.width() - WANTED[0]) + abs(size.height() - WANTED[1])
