"""One frame of a camera: its brightness for the search, a small picture to show, a whole one to keep."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame

# What cameras deliver most: the first plane is the brightness, one byte a pixel.
_PLANAR = ("Format_NV12", "Format_NV21", "Format_YUV420P", "Format_YV12", "Format_YUV422P", "Format_Y8")
SHOWN = 480


@contextmanager
def brightness(frame: "QVideoFrame") -> "Iterator[tuple[Any, QImage]]":
    """What zxing-cpp searches, and the frame as a small picture; both without a conversion of colours where
    the frame brings its brightness by itself. Valid inside the `with` only.
    """
    from PySide6.QtMultimedia import QVideoFrame

    if frame.pixelFormat().name in _PLANAR and frame.map(QVideoFrame.MapMode.ReadOnly):
        try:
            yield _plane(frame)
        finally:
            frame.unmap()
        return
    image = frame.toImage()
    # zxing-cpp refuses some formats of Qt, such as RGB16: grey is known to all.
    yield image.convertToFormat(QImage.Format.Format_Grayscale8), small(image)


def small(image: QImage) -> QImage:
    """The picture as large as a panel shows it."""
    return image.scaled(
        SHOWN, SHOWN, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.FastTransformation
    )


def _plane(frame: "QVideoFrame") -> tuple[Any, QImage]:
    from boothapp.badge import codes

    plane, stride = frame.bits(0), frame.bytesPerLine(0)
    view = codes.brightness(plane, frame.width(), frame.height(), stride)
    grey = QImage(plane, frame.width(), frame.height(), stride, QImage.Format.Format_Grayscale8)
    return view, small(grey).copy()
