"""What came back from head office, lead by lead: by kind, with the words for people."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from boothapp.actions.deliver import Sent
from boothapp.actions.office import Stuck
from boothapp.actions.outcomes import Pulled
from boothapp.crm.target import KEY_PREFIX
from boothapp.domain.delivery import Candidate, Delivery
from boothapp.ui import locale
from boothapp.words import mark, plural, tr


@dataclass(frozen=True)
class Kind:
    """One kind of answer: its name on the chip, its sign and colour role."""

    text: str
    icon: str
    tone: str


KINDS: Mapping[str, Kind] = {
    "needs correction": Kind(mark("Refused"), "circle-alert", "error"),
    "held": Kind(mark("Held back"), "triangle-alert", "warning"),
    "review": Kind(mark("To review"), "eye", "warning"),
    "created": Kind(mark("Created"), "circle-check", "ok"),
    "updated": Kind(mark("Updated"), "refresh-cw", "ok"),
    "unchanged": Kind(mark("Unchanged"), "check", "text_muted"),
    "won": Kind(mark("Won"), "badge-check", "ok"),
    "lost": Kind(mark("Lost"), "x", "text_muted"),
    "reopened": Kind(mark("Reopened"), "undo-2", "accent"),
    "amended": Kind(mark("Corrected"), "refresh-cw", "accent"),
    "cancelled": Kind(mark("Cancelled"), "x", "text_muted"),
    "gone": Kind(mark("Deleted there"), "x", "warning"),
}
"""In the order in which people want to see them: what needs a person first."""

FIELDS: Mapping[str, str] = {
    "name": mark("Name"),
    "company": mark("Company"),
    "email": mark("E-mail"),
    "phone": mark("Phone"),
    "website": mark("Web site"),
    "country": mark("Country"),
}
_SENT: Mapping[str, str] = {
    "created": "created",
    "merged": "created",
    "updated": "updated",
    "unchanged": "unchanged",
}


@dataclass(frozen=True)
class Came:
    """One lead and what became of it; text is ready to read."""

    kind: str
    lead: str
    text: str = ""
    candidate: Candidate | None = None


def stuck(found: Iterable[Stuck]) -> list[Came]:
    """The leads that a person has to look at, each with the reason."""
    return [
        Came(one.delivery.state, one.line.id, _about(one.delivery), one.delivery.candidate) for one in found
    ]


def sent(report: Sent) -> list[Came]:
    """The leads that arrived with this sending."""
    return [
        Came(_SENT[one.status], one.key.removeprefix(KEY_PREFIX), _kept(one.kept))
        for one in report.results
        if one.status in _SENT
    ]


def pulled(report: Pulled) -> list[Came]:
    """The leads whose outcome changed, with amount or reason."""
    told = []
    for change in report.changes_found:
        now = change.standing
        amount = locale.amount(now.amount, now.currency) if now.amount is not None else ""
        closed = locale.day(now.closed_on) if now.closed_on else ""
        parts = (amount, now.reason, now.competitor, closed)
        text = ", ".join(part for part in parts if part)
        told.append(Came(change.kind, change.key.removeprefix(KEY_PREFIX), text))
    return told


def counted(came: Sequence[Came]) -> dict[str, int]:
    """How many there are of each kind, in the order of KINDS."""
    kinds = [one.kind for one in came]
    return {kind: kinds.count(kind) for kind in KINDS if kind in kinds}


def wait(n: int) -> str:
    """How many leads wait, said calmly."""
    return plural("{n} lead waits", "{n} leads wait", n) if n else tr("Nothing waits")


def _about(delivery: Delivery) -> str:
    """Why a lead is stuck; the CRM's own words keep their language, so ours stand before them."""
    if person := delivery.candidate:
        return tr("At head office: {person}").format(person=person.text)
    field, reason = tr(FIELDS.get(delivery.field, delivery.field)), delivery.message
    if delivery.state != "needs correction" or not reason:
        return ": ".join(part for part in (field, reason) if part)
    if not field:
        return tr("The CRM did not accept this lead: {reason}").format(reason=reason)
    return tr("The CRM did not accept the field {field}: {reason}").format(field=field, reason=reason)


def _kept(fields: Sequence[str]) -> str:
    if not fields:
        return ""
    names = ", ".join(tr(FIELDS.get(name, name)) for name in fields)
    return tr("Changed at head office and left as it is: {fields}").format(fields=names)
