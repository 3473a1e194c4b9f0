"""What happened to a lead, in order of time: conversations, touches, consent, paper, changes, head office."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from boothapp.actions.edit import open_fields
from boothapp.actions.leads import Whole
from boothapp.domain.capture import Capture
from boothapp.domain.delivery import STATE_WORDS
from boothapp.domain.explain import reason_text
from boothapp.domain.field_words import field_list
from boothapp.domain.lead import Visit
from boothapp.domain.next_step import STEPS, step_on
from boothapp.domain.purpose import METHODS, PURPOSES
from boothapp.domain.rating import Reason
from boothapp.domain.show import Show
from boothapp.domain.telling import message, remark
from boothapp.domain.voice import Remark
from boothapp.store.leads import Change
from boothapp.ui import icons, locale, theme
from boothapp.ui.widgets import outline
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.card import column, row
from boothapp.ui.widgets.facts import breakable, value
from boothapp.ui.widgets.rating import WORDS
from boothapp.ui.widgets.speech import Words
from boothapp.words import language, mark, number, tr

_DISC, _GUTTER = 28, 44
UNDO = mark("Undo")


@dataclass(frozen=True)
class Moment:
    """One thing that happened, in ready texts; `undo` is the line of the history that can be taken back."""

    at: datetime
    title: str
    more: str
    icon: str
    tone: str
    undo: str = ""


HAPPENED: Mapping[str, tuple[str, str, str]] = {
    "captured": (mark("First conversation"), "scan-line", "accent"),
    "visited again": (mark("Came back to the stand"), "users", "accent"),
    "completed": (mark("Completed from the attendee list"), "users", "accent"),
    "conversation completed": (mark("Scanned in a crowd, and completed"), "scan-line", "accent"),
    "completed from a picture": (mark("Completed from a picture"), "camera", "accent"),
    "printed": (mark("Sheet printed"), "printer", "accent"),
    "filed": (mark("Sheet saved as PDF"), "file-text", "accent"),
    "receipt printed": (mark("Consent receipt printed"), "printer", "accent"),
    "receipt filed": (mark("Consent receipt saved as PDF"), "file-text", "accent"),
    "receipt shown": (mark("Consent receipt shown as a code"), "scan-line", "accent"),
    "withdrawal undone": (mark("Withdrawal undone"), "undo-2", "accent"),
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
KIOSK = mark("by the visitor, at the kiosk")


UNDONE, SEVERAL = mark("Change undone"), mark("{n} leads together")
GIVEN, WITHDRAWN = mark("Consent given"), mark("Consent withdrawn")
_DONE_BY = (
    "edited", "printed", "filed", "receipt printed", "receipt filed", "receipt shown", "withdrawal undone",
)  # fmt: skip
_ALERT = ("held", "review", "needs correction", "gone")


def moments(whole: Whole) -> list[Moment]:
    """Everything that happened, the newest first."""
    visits = {visit.id: visit for visit in whole.lead.visits}
    can_undo = open_fields(whole.history)
    told = [
        _moment(whole.show, change, visits.get(change.detail.get("visit", "")), change.id in can_undo)
        for change in whole.history
    ]
    told += [*_touches(whole), *_consents(whole), *_deliveries(whole)]
    # Of what happened at one moment, the last told is the newest.
    return sorted(told, key=lambda one: one.at)[::-1]


def _moment(show: Show, change: Change, visit: Visit | None, can_undo: bool) -> Moment:
    text, icon, tone = HAPPENED.get(change.action, (change.action, "clock", "text_muted"))
    if "undoes" in change.detail:
        text, icon = UNDONE, "undo-2"
    title = tr(text)
    if (level := change.detail.get("rating")) in WORDS:
        title = f"{title} · {tr(WORDS[level])} {change.detail.get('points', 0)}"
    more = _more(show, change, visit)
    return Moment(change.at, title, more, icon, tone, change.id if can_undo else "")


def _more(show: Show, change: Change, visit: Visit | None) -> str:
    where = tr("station {letter}").format(letter=change.station) if change.station else ""
    how = tr(_how(visit.capture)) if visit else ""
    together = change.detail.get("together", 1)
    many = tr(SEVERAL).format(n=number(together)) if together > 1 else ""
    parts = (_who(show, change), where, how, change.detail.get("target", ""), many)
    facts = ", ".join(part for part in parts if part)
    fields = change.detail.get("fields")
    changed = _changed(show, fields) if isinstance(fields, dict) else []
    return "\n".join(line for line in (*changed, facts, *(_said(visit) if visit else ())) if line)


def _said(visit: Visit) -> list[str]:
    """In the visitor's own words: the note, and the remarks with what they are about."""
    remarks = [remark(replace(one, text=f"“{one.text}”"), language()) for one in visit.voice.remarks]
    return [*([f"“{visit.note}”"] if visit.note else []), *remarks]


def _how(capture: Capture) -> str:
    return KIOSK if capture.place == "kiosk" else HOW.get(capture.format, SCANNED)


def _who(show: Show, change: Change) -> str:
    person = show.person(change.staff)
    name = person.name if person else change.staff
    # A conversation is held with somebody, a change is made by somebody.
    text = mark("by {name}") if change.action in _DONE_BY else mark("with {name}")
    return tr(text).format(name=name) if name else ""


def _changed(show: Show, fields: Mapping[str, Any]) -> list[str]:
    """Each field with what stood there before."""
    empty = tr("nothing")
    return [
        tr("{field}, before: {before}").format(
            field=_capital(field_list([name])), before=_before(show, name, value) or empty
        )
        for name, value in fields.items()
    ]


def _before(show: Show, name: str, value: Any) -> str:
    if name == "owner":
        person = show.person(value or "")
        return person.name if person else value or ""
    if name == "next_step" and value:
        due = locale.due(step_on(value["kind"], value["due"]))
        return f"{tr(STEPS.get(value['kind'], value['kind']))}, {due}"
    if isinstance(value, dict):
        return _said_before(show, name, value)
    if isinstance(value, list):
        return ", ".join(item["text"] if isinstance(item, dict) else str(item) for item in value)
    return str(value or "")


def _said_before(show: Show, name: str, told: Mapping[str, Any]) -> str:
    """Over all conversations, in the visitor's own words where there are any."""
    if name == "notes":
        return ", ".join(f"“{note}”" for note in told.values() if note)
    every = [one for said in told.values() for one in said]
    if name == "remarks":
        return ", ".join(remark(Remark(f"“{one['text']}”", one["tag"]), language()) for one in every)
    return ", ".join(message(show, one, language()) if name == "messages" else one for one in every)


def _touches(whole: Whole) -> list[Moment]:
    """What came after the conversations; what was done in one stands there."""
    return [
        Moment(touch.at, reason_text(whole.show, Reason("touch", touch.kind, touch.piece, 0), language()), "",
               "eye", "accent")
        for touch in whole.lead.touches
        if touch.at is not None
    ]  # fmt: skip


def _consents(whole: Whole) -> list[Moment]:
    """What was allowed or withdrawn at one moment is one thing."""
    groups: dict[tuple[datetime, bool, str, str], list[str]] = {}
    for one in whole.lead.consents:
        key = (one.at, one.given, one.staff, one.method)
        groups.setdefault(key, []).append(tr(PURPOSES.get(one.purpose, one.purpose)))
    found = []
    for (at, given, staff, method), purposes in groups.items():
        person = whole.show.person(staff)
        who = tr("with {name}").format(name=person.name if person else staff) if staff else ""
        more = ", ".join(part for part in (who, tr(METHODS[method])) if part)
        title = tr(GIVEN if given else WITHDRAWN)
        tone = "ok" if given else "warning"
        found.append(Moment(at, title, "\n".join((", ".join(purposes), more)), "shield-check", tone))
    return found


def _deliveries(whole: Whole) -> list[Moment]:
    """Where the lead stands at each target; nothing was done yet with one that waits."""
    return [
        Moment(at, f"{one.target}: {tr(STATE_WORDS[one.state])}",
               ": ".join(part for part in (one.field, one.message) if part),
               "send", "warning" if one.state in _ALERT else "ok")
        for one, at in whole.delivered
        if one.state != "waiting"
    ]  # fmt: skip


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


class TimeLine(QWidget):
    """Moments below each other on one line. Emits undone(line of the history)."""

    undone = Signal(str)

    def __init__(self, told: Sequence[Moment], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        whole = column(0)
        for at, moment in enumerate(told):
            line = _MomentRow(moment, first=at == 0, last=at == len(told) - 1)
            if line.undo_button is not None:
                line.undo_button.clicked.connect(lambda _on=False, id=moment.undo: self.undone.emit(id))
            whole.addWidget(line)
        self.setLayout(whole)


class _MomentRow(QWidget):
    """A disc with its icon on the line, and the words beside it."""

    def __init__(self, moment: Moment, first: bool, last: bool) -> None:
        super().__init__()
        self._moment, self._first, self._last = moment, first, last
        self.undo_button: Button | None = None
        head, texts, low = row(), column(2), row(0)
        head.addWidget(Words(moment.title, "strong"), 1)
        head.addWidget(Words(locale.moment(moment.at), "label", "muted"))
        texts.addLayout(head)
        if moment.more:
            low.addWidget(value(breakable(moment.more), "muted", "label"), 1)
        if moment.undo:
            self.undo_button = Button(UNDO, "quiet", "undo-2")
            self.undo_button.setAccessibleName(f"{tr(UNDO)}: {moment.title}, {moment.more}")
            low.addWidget(self.undo_button, 0, Qt.AlignmentFlag.AlignTop)
        texts.addLayout(low)
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
