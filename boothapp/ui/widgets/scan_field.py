"""The scan field: always armed, at the top of the capture page."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodQueryEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from boothapp.ui import icons, letters, theme, tokens
from boothapp.ui.widgets import outline
from boothapp.ui.widgets.burst import Burst
from boothapp.ui.widgets.speech import follows_language
from boothapp.words import mark, tr

HINT = mark("Scan a badge or type a name")
READY = mark("Ready to scan")
RETURN = mark("Esc returns here")
SHORT = mark("Scan a badge")
BADGE, LEAST = mark("Badge {id}"), mark("Badge")
_ICON, _LEFT, _AROUND = 22, 52, 112
_STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class ScanField(QLineEdit):
    """Emits scanned(text) at Enter or at the scanner's suffix, and empties itself for the next one.

    While keys come as fast as a scanner sends them, dead keys are kept as signs of their own: composed with
    the next one they would be lost. left() tells that the keyboard has gone to another part of the window.
    """

    scanned = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._burst, self._badge = Burst(), ""
        super().__init__(parent)
        self.setProperty("kind", "scan")
        self.setFont(letters.font("entry"))
        self.setFrame(False)
        self.returnPressed.connect(self._take)
        self._speak()

    def changeEvent(self, event: QEvent) -> None:
        if follows_language(event):
            self._speak()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if sign := self._burst.dead_sign(event):
            self.insert(sign)
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QInputMethodQueryEvent) and self._burst.on:
            event.setValue(Qt.InputMethodQuery.ImEnabled, False)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._speak()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._speak()
        if event.reason() not in _STAYS:
            self.left.emit()

    def menu(self) -> QMenu:
        """What a text field offers, and what the page has added."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if own := self.actions():
            menu.addSeparator()
            menu.addActions(own)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu().popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._speak()

    def typed(self) -> str:
        """What a person has typed here and not sent off with Enter; "" while a scanner types."""
        return "" if self._burst.on else self.text().strip()

    def show_badge(self, id: str) -> None:
        """Says which badge the conversation has; "" asks for one again."""
        if id != self._badge:
            self._badge = id
            self._speak()

    def state(self) -> str:
        """What the right end of the field says, "" where there is no room for it."""
        text = tr(READY if self.hasFocus() else RETURN)
        return text if self._wide(SHORT) + self._wide(text) <= self.width() - _AROUND else ""

    def _wide(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(tr(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        armed, rect, radius = self.hasFocus(), QRectF(self.rect()), tokens.size("card_radius")
        outline.box(painter, rect, radius, "surface", "focus" if armed else "field_line", 2 if armed else 1)
        place = QRectF(18, (self.height() - _ICON) / 2, _ICON, _ICON)
        icons.draw(painter, "scan-line", place, theme.colour("accent" if armed else "text_muted"))
        self._paint_state(painter, armed)
        painter.end()
        super().paintEvent(event)

    def _paint_state(self, painter: QPainter, armed: bool) -> None:
        painter.setFont(letters.font("label_strong" if armed else "label"))
        painter.setPen(theme.colour("ok" if armed else "text_muted"))
        area = QRectF(self.rect()).adjusted(0, 0, -18, 0)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self.state())
        if armed:
            left = area.right() - painter.fontMetrics().horizontalAdvance(self.state()) - 16
            dot = QRectF(left, (self.height() - 8) / 2, 8, 8)
            outline.box(painter, dot, 4, "ok")

    def _speak(self) -> None:
        room = self.width() - _AROUND - self._wide(self.state())
        hint = tr(next((one for one in (HINT, SHORT) if self._wide(one) <= room), LEAST))
        badge = self.fontMetrics().elidedText(self._badge, Qt.TextElideMode.ElideMiddle, room // 2)
        self.setPlaceholderText(tr(BADGE).format(id=badge) if badge else hint)
        self.setAccessibleName(tr(HINT))
        self.setToolTip(tr(RETURN))
        self.setTextMargins(_LEFT - 12, 0, self._wide(self.state()) + 24, 0)

    def _take(self) -> None:
        text = self.text()
        if text.strip():
            self.setText("")
            self.scanned.emit(text)
