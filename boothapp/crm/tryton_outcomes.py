"""How leads stand in Tryton, page by page, by the server's own clock."""

import json
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from boothapp.crm.target import KEY_PREFIX, OutcomeStatus, RemoteOutcome
from boothapp.crm.tryton_model import Models, Row
from boothapp.crm.tryton_shapes import not_tryton
from boothapp.crm.tryton_values import KEY_TYPE

PAGE = 200
# A slow transaction becomes visible minutes after the time it is stamped with.
OVERLAP = timedelta(minutes=10)
BEGINNING = "0001-01-01T00:00:00+00:00"
STATES: dict[str, OutcomeStatus] = {"won": "won", "lost": "lost", "cancelled": "cancelled"}
FIELDS = (
    "reference",
    "state",
    "state:string",
    "amount",
    "currency.code",
    "end_date",
    "lost_reason",
    "party",
    "write_date",
    "create_date",
)


@dataclass
class Cursor:
    """since: read what changed after it; after: last id of this round; top: newest change seen.

    seen: changes reported already that the overlap brings up again, lead id -> time.
    """

    since: str = BEGINNING
    after: int = 0
    top: str = BEGINNING
    seen: dict[str, str] = field(default_factory=dict)


def read_cursor(text: str) -> Cursor:
    """The cursor from its text; an unreadable one starts again, which only repeats."""
    try:
        cursor = Cursor(**json.loads(text))
        datetime.fromisoformat(cursor.since), datetime.fromisoformat(cursor.top)
    except (ValueError, TypeError):
        return Cursor()
    return cursor


def page(models: Models, text: str) -> tuple[list[Row], str, bool]:
    """The next rows not yet reported, the next cursor, and whether this round has more."""
    cursor = read_cursor(text)
    rows = models.rows("sale.opportunity", _domain(cursor), FIELDS, PAGE)
    if rows and rows[0]["id"] <= cursor.after:
        # Pages that never end, from what doesn't do what it is asked.
        raise not_tryton()
    fresh = [row for row in rows if cursor.seen.get(str(row["id"])) != modified(row).isoformat()]
    for row in rows:
        cursor.seen[str(row["id"])] = modified(row).isoformat()
        cursor.top = max(cursor.top, modified(row).isoformat(timespec="microseconds"))
    more = len(rows) == PAGE
    following = _next_page(cursor, rows) if more else _next_round(cursor)
    return fresh, json.dumps(asdict(following)), more


def _domain(cursor: Cursor) -> list[Any]:
    since = datetime.fromisoformat(cursor.since)
    never_written = [("write_date", "=", None), ("create_date", ">=", since)]
    # The contact still carries the key where somebody changed the opportunity's reference.
    ours = [
        "OR",
        ("reference", "like", KEY_PREFIX + "%"),
        [
            ("party.contact_mechanisms.value", "like", KEY_PREFIX + "%"),
            ("party.contact_mechanisms.type", "=", KEY_TYPE),
        ],
    ]
    return [("id", ">", cursor.after), ours, ["OR", ("write_date", ">=", since), never_written]]


def _next_page(cursor: Cursor, rows: list[Row]) -> Cursor:
    return Cursor(cursor.since, int(rows[-1]["id"]), cursor.top, cursor.seen)


def _next_round(cursor: Cursor) -> Cursor:
    top = datetime.fromisoformat(cursor.top)
    if top == datetime.fromisoformat(BEGINNING):
        return Cursor()
    since = top - OVERLAP
    seen = {lead: at for lead, at in cursor.seen.items() if datetime.fromisoformat(at) >= since}
    return Cursor(since.isoformat(timespec="microseconds"), 0, cursor.top, seen)


def modified(row: Row) -> datetime:
    """When the row last changed; the write date is empty until the first write."""
    moments = [moment for moment in (row["write_date"], row["create_date"]) if moment]
    return max(moments, default=datetime.min.replace(tzinfo=UTC))


def outcome(row: Row, url: str) -> RemoteOutcome:
    """One row as boothapp reads it."""
    reference = str(row["reference"] or "")
    status = STATES.get(row["state"], "open")
    return RemoteOutcome(
        key=reference if reference.startswith(KEY_PREFIX) else "",
        remote_ids={"lead": str(row["id"])} | ({"contact": str(row["party"])} if row["party"] else {}),
        status=status,
        stage=str(row.get("state:string") or row["state"]),
        amount=row["amount"],
        currency=str((row.get("currency.") or {}).get("code") or ""),
        closed_on=row["end_date"] if status != "open" else None,
        reason=str(row["lost_reason"] or "") if status == "lost" else "",
        remote_modified=modified(row),
        url=url,
    )
