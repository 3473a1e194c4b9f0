"""The order of the Tab key, read from the layouts: parts that come and go later are in their place too."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QStackedLayout, QStackedWidget, QWidget

# What stands above and below a stop tells where it is (px).
_AROUND = 24


def stops(top: QWidget) -> list[QWidget]:
    """Whatever takes the keyboard by Tab inside this part now, as it is read."""
    return [part for part in _read(top) if _takes_keyboard(part)]


def following(top: QWidget, now: QWidget | None, forward: bool) -> QWidget | None:
    """The stop after this one, or before it; from the last one on to the first."""
    order = stops(top)
    if not order:
        return None
    step = 1 if forward else -1
    if now not in order:
        return order[0 if forward else -1]
    return order[(order.index(now) + step) % len(order)]


def bring_into_view(stop: QWidget) -> None:
    """Scrolls until all of it is seen; Qt itself is content with the line that the cursor of a text is in."""
    part = stop.parentWidget()
    while part is not None:
        inner = part.widget() if isinstance(part, QScrollArea) else None
        if isinstance(part, QScrollArea) and inner is not None and inner.isAncestorOf(stop):
            middle = stop.mapTo(inner, stop.rect().center())
            wide = min(stop.width() // 2, part.viewport().width() // 2 - 1)
            part.ensureVisible(middle.x(), middle.y(), wide, stop.height() // 2 + _AROUND)
        part = part.parentWidget()


def _read(part: QWidget) -> Iterator[QWidget]:
    """A part and what is in it; one that knows its own order says it in stops()."""
    yield part
    own = getattr(part, "stops", None)
    if callable(own):
        yield from own()
        return
    laid = list(_laid(part))
    for child in (*laid, *_loose(part, laid)):
        if child.isVisible():
            yield from _read(child)


def _laid(part: QWidget) -> Iterator[QWidget]:
    """What the layout of a part holds."""
    if isinstance(part, QScrollArea):
        inner = part.widget()
        if inner is not None:
            yield inner
    elif isinstance(part, QStackedWidget):
        if (shown := part.currentWidget()) is not None:
            yield shown
    elif (layout := part.layout()) is not None and not isinstance(layout, QStackedLayout):
        yield from _items(layout)


def _items(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            yield from _items(inner)
        elif widget is not None:
            yield widget


def _loose(part: QWidget, laid: list[QWidget]) -> list[QWidget]:
    """What lies over a part, outside its layout."""
    if isinstance(part, QScrollArea | QStackedWidget):
        return []
    children = part.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [child for child in children if child not in laid and not child.isWindow()]


def _takes_keyboard(part: QWidget) -> bool:
    by_tab = part.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and part.isVisible() and part.isEnabled() and part.focusProxy() is None
