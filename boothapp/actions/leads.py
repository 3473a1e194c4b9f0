"""Leads to look at: the list, one lead whole, and both as the JSON of CLI.md."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from boothapp.domain.consent import Consent
from boothapp.domain.delivery import Delivery
from boothapp.domain.explain import gain_text, owner_reason, reason_text
from boothapp.domain.lead import Lead, Visit
from boothapp.domain.outcome import Outcome
from boothapp.domain.rating import Rating
from boothapp.domain.routing import why
from boothapp.domain.show import Show
from boothapp.domain.touch import Touch
from boothapp.errors import EnvironmentFault, WrongCall
from boothapp.store import leads, lists, outbox, pictures, proofs, search, shows, together
from boothapp.store.database import Store
from boothapp.store.leads import Change, Line
from boothapp.store.listed import list_some as list_more
from boothapp.store.lists import Query
from boothapp.store.pictures import Picture
from boothapp.store.together import With
from boothapp.words import language, tr

SHEET_LINES = ("printed", "filed")
"""What the history says of a sheet: to the printer, or into a file."""
RECEIPT_LINES = ("receipt printed", "receipt filed", "receipt shown")
"""The same of a receipt for a consent; shown: as a code on the screen."""


def listed(store: Store, query: Query) -> list[Line]:
    """A page of the list, newest first."""
    return lists.page(store, query)


def make_findable(store: Store) -> None:
    """Puts what was just saved under its words, once nobody waits; else the next search does."""
    search.catch_up(store)


def all_findable(store: Store) -> bool:
    """Whether every lead is in the index: on a full disk the newest are not."""
    return not search.lacks(store)


def counts(store: Store, query: Query) -> Mapping[str, int]:
    """How many leads of each rating what was typed leaves."""
    return lists.counts(store, query)


def list_some(store: Store) -> bool:
    """Gets some of what was saved or changed ready to be sorted and filtered; whether there may be more.

    A full disk leaves the newest out, as it does in a search.
    """
    with suppress(EnvironmentFault):
        return list_more(store)
    return False


def facets(
    store: Store, query: Query, wanted: Mapping[str, Sequence[str]]
) -> Mapping[str, Mapping[str, int]]:
    """Of these facets and values (all where none is named): how many leads each leaves beside all else."""
    return lists.facets(store, query, wanted)


def total(store: Store, query: Query) -> int:
    """How many leads the query finds."""
    return lists.total(store, query)


def before(store: Store, query: Query, id: str) -> int | None:
    """How many lines stand before this lead's; None where it is not found."""
    row = leads.row_of(store, id)
    return None if row is None else lists.before(store, query, row)


def ids(store: Store, query: Query) -> list[str]:
    """The ids of one page of leads, in their order."""
    return [line.id for line in lists.page(store, query)]


def lines_of(store: Store, ids: Sequence[str]) -> list[Line]:
    """The lines of these leads, newest first."""
    return lists.of_leads(store, ids)


@dataclass(frozen=True, slots=True)
class Whole:
    """One lead with everything a page tells of it.

    signatures: their strokes by moment; together: who else stood in its conversations.
    """

    lead: Lead
    show: Show
    deliveries: tuple[Delivery, ...]
    history: tuple[Change, ...]
    pictures: tuple[Picture, ...] = ()
    delivered: tuple[tuple[Delivery, datetime], ...] = ()
    signatures: Mapping[datetime, str] = field(default_factory=dict)
    together: tuple[With, ...] = ()


def whole(store: Store, named: str) -> Whole:
    """One lead with its show, deliveries, history and pictures, in one read."""
    row = row_of(store, named)
    lead = leads.get(store, row)
    deliveries, history = outbox.of_lead(store, row), leads.history(store, row)
    kept, dated = pictures.of_lead(store, row), outbox.dated(store, row)
    return Whole(
        lead=lead,
        show=show_of(store, lead),
        deliveries=tuple(deliveries),
        history=tuple(history),
        pictures=kept,
        delivered=tuple(dated),
        signatures=proofs.signatures(store, row),
        together=together.of_lead(store, row),
    )


def row_of(store: Store, named: str) -> int:
    """The row of the lead with this id or number; raises WrongCall where there is none."""
    row = leads.row_of(store, named)
    row = leads.by_number(store, named) if row is None else row
    if row is None:
        raise WrongCall(
            tr("There is no lead {name}.").format(name=named),
            step=tr("boothapp leads lists them with their numbers."),
        )
    return row


def find(store: Store, named: str) -> Lead:
    """The lead with this id or number, such as A-0042."""
    return leads.get(store, row_of(store, named))


def show_of(store: Store, lead: Lead) -> Show:
    """The show that found this lead."""
    found = shows.get(store, lead.show)
    assert found is not None  # the store holds no lead without its show
    return found


def rating_json(show: Show, rating: Rating) -> dict[str, Any]:
    """rating, points, reasons, to_hotter and the scorecard's version, with their texts."""
    reasons = [{**asdict(reason), "text": reason_text(show, reason)} for reason in rating.reasons]
    return {
        "rating": rating.level,
        "points": rating.points,
        "reasons": reasons,
        "to_hotter": _hotter_json(show, rating),
        "scorecard": rating.scorecard,
    }


def owner_reason_of(show: Show, lead: Lead) -> str:
    """Why the rules gave the lead to its owner, in a sentence; "" where a person did."""
    from boothapp.badge import countries

    routed = why(show, lead)
    return owner_reason(show, routed, countries.names(language())) if routed else ""


def _hotter_json(show: Show, rating: Rating) -> dict[str, Any] | None:
    if rating.to_hotter is None:
        return None
    hotter = rating.to_hotter
    ask = [{**asdict(gain), "text": gain_text(show, gain)} for gain in hotter.gains]
    return {"rating": hotter.level, "missing": hotter.missing, "ask": ask}


def line_json(line: Line) -> dict[str, Any]:
    """One line of the list."""
    return {
        "lead": line.id,
        "number": line.number,
        "rating": line.level,
        "points": line.points,
        "visitor": {"name": line.name, "company": line.company},
        "owner": line.owner,
        "next_step": {"kind": line.step, "due": line.due} if line.step else None,
        "delivery": line.delivery,
        "outcome": line.outcome or None,
        "captured_at": line.captured_at.isoformat(),
    }


def whole_json(store: Store, named: str) -> dict[str, Any]:
    """One lead with all that is known of it."""
    row = row_of(store, named)
    lead, history = leads.get(store, row), leads.history(store, row)
    show, step, signed = show_of(store, lead), lead.next_step, proofs.signatures(store, row)
    return {
        "lead": lead.id,
        "number": lead.number,
        "show": lead.show,
        "visitor": lead.visitor.known(),
        "badge_id": lead.badge_id or None,
        **rating_json(show, lead.rating),
        "owner": lead.owner,
        "owner_reason": owner_reason_of(show_of(store, lead), lead) or None,
        "next_step": {"kind": step.kind, "due": step.when} if step else None,
        "tags": list(lead.tags),
        "visits": [_visit_json(visit) for visit in lead.visits],
        "together": [_with_json(one) for one in together.of_lead(store, row)],
        "pictures": [_picture_json(one) for one in pictures.of_lead(store, row)],
        "touches": [_touch_json(touch) for touch in lead.basis.touches],
        "sheets": [_sheet_json(one) for one in history if one.action in SHEET_LINES],
        "allowed": list(lead.allowed),
        "consent": [_consent_json(one, signed) for one in lead.consents],
        "receipts": [_sheet_json(one) for one in history if one.action in RECEIPT_LINES],
        "deliveries": [_delivery_json(one) for one in outbox.of_lead(store, row)],
        "outcome": outcome_json(lead.outcome),
        "history": [{**asdict(one), "at": one.at.isoformat()} for one in history],
        "flags": list(lead.flags_where(show.signature)),
        "revision": lead.revision,
        "captured_at": lead.captured_at.isoformat(),
        "received_at": lead.received_at.isoformat(),
    }


def outcome_json(outcome: Outcome | None) -> dict[str, Any] | None:
    """The outcome with its amount as a decimal string."""
    if outcome is None:
        return None
    closed = outcome.closed_on.isoformat() if outcome.closed_on else None
    amount = None if outcome.amount is None else str(outcome.amount)
    return {**asdict(outcome), "amount": amount, "closed_on": closed}


def _visit_json(visit: Visit) -> dict[str, Any]:
    capture = {"format": visit.capture.format, "badge_id": visit.capture.badge_id,
               "symbology": visit.capture.symbology, "warnings": list(visit.capture.warnings),
               "raw_bytes": len(visit.capture.raw), "place": visit.capture.place}  # fmt: skip
    return {
        "visit": visit.id,
        "at": visit.at.isoformat(),
        "station": visit.station,
        "by": visit.staff,
        "capture": capture,
        "answers": {question: list(options) for question, options in visit.answers.items()},
        "interests": list(visit.interests),
        "pieces": list(visit.pieces),
        "note": visit.note,
        "remarks": [asdict(remark) for remark in visit.voice.remarks],
        "messages": list(visit.voice.messages),
        "competitors": list(visit.voice.competitors),
    }


def _consent_json(one: Consent, signed: Mapping[datetime, str]) -> dict[str, Any]:
    return {**asdict(one), "at": one.at.isoformat(), "signature": one.at in signed and one.given}


def _with_json(one: With) -> dict[str, Any]:
    visitor = {"name": one.name, "company": one.company}
    return {"lead": one.lead, "number": one.number, "visitor": visitor}


def _picture_json(picture: Picture) -> dict[str, Any]:
    return {"visit": picture.visit, "at": picture.at.isoformat(), "bytes": len(picture.data)}


def _sheet_json(line: Change) -> dict[str, Any]:
    return {
        "at": line.at.isoformat(),
        "station": line.station,
        "by": line.staff,
        "as": line.action,
        **line.detail,
    }


def _touch_json(touch: Touch) -> dict[str, Any]:
    return {**asdict(touch), "at": touch.at.isoformat() if touch.at else None}


def _delivery_json(delivery: Delivery) -> dict[str, Any]:
    keys = ("target", "state", "revision", "field", "message")
    return {**{key: getattr(delivery, key) for key in keys}, "remote": dict(delivery.remote)}
