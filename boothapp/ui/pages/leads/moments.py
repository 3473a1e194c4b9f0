"""What happened to a lead, in order of time: its conversations and what head office reported."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from boothapp.actions.leads import Whole
from boothapp.domain.field_words import field_list
from boothapp.domain.lead import Visit
from boothapp.domain.show import Show
from boothapp.store.leads import Change
from boothapp.ui import icons, locale, theme
from boothapp.ui.widgets import outline
from boothapp.ui.widgets.card import column, row
from boothapp.ui.widgets.facts import value
from boothapp.ui.widgets.rating import WORDS
from boothapp.ui.widgets.speech import Words
from boothapp.words import mark, tr

_DISC, _GUTTER = 28, 44


@dataclass(frozen=True)
class Moment:
    """One thing that happened, in ready texts."""

    at: datetime
    title: str
    more: str
    icon: str
    tone: str


HAPPENED: Mapping[str, tuple[str, str, str]] = {
    "captured": (mark("First conversation"), "scan-line", "accent"),
    "visited again": (mark("Came back to the stand"), "users", "accent"),
    "completed": (mark("Completed from the attendee list"), "users", "accent"),
    "completed from a picture": (mark("Completed from a picture"), "camera", "accent"),
    "printed": (mark("Sheet printed"), "printer", "accent"),
    "filed": (mark("Sheet saved as PDF"), "file-text", "accent"),
    "edited": (mark("Corrected"), "refresh-cw", "accent"),
    "taken back": (mark("A conversation was taken back"), "undo-2", "text_muted"),
    "put back": (mark("Deleted, and put back"), "undo-2", "accent"),
    "won": (mark("Won at head office"), "badge-check", "ok"),
    "lost": (mark("Lost at head office"), "x", "text_muted"),
    "cancelled": (mark("Cancelled at head office"), "x", "text_muted"),
    "reopened": (mark("Open again at head office"), "undo-2", "accent"),
    "amended": (mark("Outcome corrected at head office"), "refresh-cw", "accent"),
    "back": (mark("There again at head office"), "undo-2", "ok"),
    "gone": (mark("Deleted at head office"), "x", "warning"),
}
"""What a line of the history is called, its icon and colour role."""


SCANNED = mark("badge scanned")
HOW: Mapping[str, str] = {"typed": mark("typed in"), "card": mark("business card read")}
"""How the details came in, where not from a badge, by the capture's format."""


def moments(whole: Whole) -> list[Moment]:
    """Everything that happened, the newest first."""
    visits = {visit.id: visit for visit in whole.lead.visits}
    told = [
        _moment(whole.show, change, visits.get(change.detail.get("visit", ""))) for change in whole.history
    ]
    return sorted(told, key=lambda one: one.at, reverse=True)


def _moment(show: Show, change: Change, visit: Visit | None) -> Moment:
    text, icon, tone = HAPPENED.get(change.action, (change.action, "clock", "text_muted"))
    title = tr(text)
    if (level := change.detail.get("rating")) in WORDS:
        title = f"{title} · {tr(WORDS[level])} {change.detail.get('points', 0)}"
    return Moment(change.at, title, _more(show, change, visit), icon, tone)


def _more(show: Show, change: Change, visit: Visit | None) -> str:
    person = show.person(change.staff)
    who = tr("with {name}").format(name=person.name if person else change.staff) if change.staff else ""
    where = tr("station {letter}").format(letter=change.station) if change.station else ""
    how = tr(HOW.get(visit.capture.format, SCANNED)) if visit else ""
    fields = field_list(list(change.detail.get("fields", ()))) if change.action == "edited" else ""
    parts = (fields, who, where, how, change.detail.get("target", ""))
    facts = ", ".join(part for part in parts if part)
    return f"{facts}\n“{visit.note}”" if visit and visit.note else facts


class TimeLine(QWidget):
    """Moments below each other on one line."""

    def __init__(self, told: Sequence[Moment], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        whole = column(0)
        for at, moment in enumerate(told):
            whole.addWidget(_MomentRow(moment, first=at == 0, last=at == len(told) - 1))
        self.setLayout(whole)


class _MomentRow(QWidget):
    """A disc with its icon on the line, and the words beside it."""

    def __init__(self, moment: Moment, first: bool, last: bool) -> None:
        super().__init__()
        self._moment, self._first, self._last = moment, first, last
        head, texts = row(), column(2)
        head.addWidget(Words(moment.title, "strong"), 1)
        head.addWidget(Words(locale.moment(moment.at), "label", "muted"))
        texts.addLayout(head)
        if moment.more:
            texts.addWidget(value(moment.more, "muted", "label"))
        texts.setContentsMargins(_GUTTER, 4, 0, 0 if last else 16)
        self.setLayout(texts)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = _DISC / 2
        painter.setPen(QPen(theme.colour("line"), 2))
        top, bottom = (middle if self._first else 0), (middle if self._last else self.height())
        painter.drawLine(QPointF(middle, top), QPointF(middle, bottom))
        painter.setPen(Qt.PenStyle.NoPen)
        disc = QRectF(0, 0, _DISC, _DISC)
        outline.box(painter, disc, middle, _GROUND.get(self._moment.tone, "hover"))
        icon = disc.adjusted(6, 6, -6, -6)
        icons.draw(painter, self._moment.icon, icon, theme.colour(self._moment.tone))


_GROUND = {"accent": "accent_tint", "ok": "ok_tint", "warning": "warning_tint"}
