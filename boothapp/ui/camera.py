"""The camera of the laptop: frames are searched for codes beside the window; those in between are dropped."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from boothapp.ui import frames
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
LOOKING = mark("Hold the badge or its code before the camera.")
# A thorough look costs some five fast ones: on every fifth frame, turned and inverted codes are found too.
THOROUGH_EACH = 5
# A code that was in view is new again once it was not seen in this many looks: two thorough ones missed it.
AWAY = 2 * THOROUGH_EACH
WANTED = (1280, 720)


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

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._session: QMediaCaptureSession | None = None
        self._sink: QVideoSink | None = None
        self._last: QVideoFrame | None = None
        self._busy, self._looks, self.dropped = False, 0, 0
        self._in_view: dict[tuple[str, bytes], int] = {}

    def start(self) -> None:
        """Opens the first camera; where there is none, says so."""
        try:
            from PySide6.QtMultimedia import QMediaDevices, QVideoSink
        except ImportError:  # not installed, or a library of the system is missing
            self.said.emit(tr(MISSING), "warning")
            return
        sink = QVideoSink(self)
        self.watch(sink)
        devices = QMediaDevices.videoInputs()
        if not devices:
            self.said.emit(tr(NO_CAMERA), "warning")
            return
        self._open(devices[0], sink)

    def watch(self, sink: "QVideoSink") -> None:
        """Looks at every frame that arrives in this sink."""
        self._sink = sink
        sink.videoFrameChanged.connect(self._arrived)

    def stop(self) -> None:
        """Lets go of the camera; what is still being looked at is forgotten."""
        if self._session is not None:
            camera = self._session.camera()
            camera.stop()
            self._session.setCamera(None)  # type: ignore[arg-type]  # None takes the camera out
            self._session = None
        if self._sink is not None:
            self._sink.videoFrameChanged.disconnect(self._arrived)
            self._sink = None
        self._last = None
        self._in_view.clear()

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
        camera.errorOccurred.connect(lambda _error, text: self.said.emit(text or tr(NO_CAMERA), "warning"))
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
        self._busy, self._looks = True, self._looks + 1
        thorough = self._looks % THOROUGH_EACH == 0
        self._tasks.beside(lambda: _look(frame, thorough), self._looked, lambda _error: self._free())

    def _looked(self, look: _Look) -> None:
        self._free()
        if not self.running:
            return
        self.shown.emit(look.shown)
        self._in_view = {key: looks + 1 for key, looks in self._in_view.items() if looks < AWAY}
        keys = [(code.symbology, code.raw) for code in look.codes]
        new = [code for code, key in zip(look.codes, keys, strict=True) if key not in self._in_view]
        self._in_view |= dict.fromkeys(keys, 0)
        if new:
            self.found.emit(look.codes)

    def _free(self) -> None:
        self._busy = False


def _look(frame: "QVideoFrame", thorough: bool) -> _Look:
    from boothapp.badge import codes

    with frames.brightness(frame) as (view, shown):
        return _Look(codes.thorough(view) if thorough else codes.fast(view), shown)


def _far(one: "QCameraFormat") -> int:
    """How far a format's size is from the one wanted: more costs time, less costs reach."""
    size = one.resolution()
    return abs(size.width() - WANTED[0]) + abs(size.height() - WANTED[1])
