"""Leads that are in Tryton already: bring them up to date and leave alone what people there wrote."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from boothapp.crm import lead_text
from boothapp.crm import tryton_values as values
from boothapp.crm.target import DataRefused, LeadRecord, Result
from boothapp.crm.three_way import Merged, merge
from boothapp.crm.tryton_model import Models, Row
from boothapp.crm.tryton_new import refused, sent_mechanisms
from boothapp.words import mark, tr

# Later the opportunity belongs to a sale, and only its text is ours to add to.
OPEN_STATES = ("lead", "opportunity")
CLOSED_STATES = ("won", "lost", "cancelled")
CLOSED = mark(
    "This deal is closed in the CRM. The new conversation is in its text; sales may open a new deal."
)
LEAD_FIELDS = ("reference", "state", *values.OPPORTUNITY_FIELDS, "party", "_timestamp")
MECHANISM_FIELDS = ("type", "value", "party")


@dataclass
class There:
    """What the server has of these leads: party rows by id, first address and mechanisms by party."""

    parties: dict[int, Row] = field(default_factory=dict)
    addresses: dict[int, Row] = field(default_factory=dict)
    mechanisms: dict[int, list[Row]] = field(default_factory=dict)
    country_codes: dict[int, str] = field(default_factory=dict)


@dataclass
class Writes:
    """All changes of one push by model, and the time stamp under which each record was read."""

    changes: dict[str, list[tuple[int, values.Values]]] = field(default_factory=dict)
    seen: dict[str, str] = field(default_factory=dict)

    def add(self, model: str, row: Row, changed: values.Values) -> None:
        if changed:
            self.changes.setdefault(model, []).append((int(row["id"]), changed))
            self.seen[f"{model},{row['id']}"] = row["_timestamp"]


def refresh(models: Models, records: Sequence[LeadRecord], leads: dict[str, Row]) -> dict[str, Result]:
    """Updates each record's lead (rows by key, with LEAD_FIELDS) by the three-way rule.

    A deal that is over keeps its figures. A new conversation with its visitor goes into its text, where the
    customer's story is told, and the result says "closed": whether it is a new deal is for the sales
    manager to say, who wants neither a second open deal for a chat nor a customer's return unnoticed.
    """
    if not records:
        return {}
    there, writes = _read(models, records, leads), Writes()
    results = {record.key: _compare(models, record, leads[record.key], there, writes) for record in records}
    try:
        for model, changes in writes.changes.items():
            models.write(model, changes, writes.seen)
    except DataRefused as refusal:
        # What was to stay as it is has not been refused.
        return {r.key: _refused(r, results[r.key], refusal) for r in records}
    return results


def _read(models: Models, records: Sequence[LeadRecord], leads: dict[str, Row]) -> There:
    parties = sorted({int(leads[record.key]["party"]) for record in records if leads[record.key]["party"]})
    there = There()
    codes = (values.texts(record)["country"] for record in records)
    there.country_codes = {number: code for code, number in models.countries(codes).items() if number}
    for row in models.rows("party.party", [("id", "in", parties)], ["name", "_timestamp"]):
        there.parties[row["id"]] = row
    fields = [*values.ADDRESS_FIELDS, "country.code", "party", "_timestamp"]
    for row in models.rows("party.address", [("party", "in", parties)], fields):
        there.addresses.setdefault(row["party"], row)
    for row in models.rows("party.contact_mechanism", [("party", "in", parties)], MECHANISM_FIELDS):
        there.mechanisms.setdefault(row["party"], []).append(row)
    return there


def _compare(models: Models, record: LeadRecord, lead: Row, there: There, writes: Writes) -> Result:
    new, sent, changed, closed = values.texts(record), dict(record.sent), False, False
    kept: list[str] = []
    for model, row, fields in _places(record, lead, there):
        merged = merge(new, _texts(row, fields), sent)
        changes = _typed(models, merged)
        closed = closed or (row is lead and lead["state"] in CLOSED_STATES and bool(changes))
        writes.add(model, row, changes)
        sent, changed = merged.sent, changed or bool(changes)
        kept += merged.kept
    if _is_ours(record, lead, there):
        added = _missing_mechanisms(record, there.mechanisms.get(lead["party"], []))
        writes.add("party.party", there.parties[lead["party"]], _with(added))
        sent, changed = sent | sent_mechanisms(record), changed or bool(added)
    ids = {"lead": str(lead["id"])} | ({"contact": str(lead["party"])} if lead["party"] else {})
    return Result(
        key=record.key,
        status="updated" if changed else "unchanged",
        remote_ids=ids,
        sent=sent,
        kept=tuple(kept),
        code="closed" if closed else "",
        message=tr(CLOSED) if closed else "",
    )


def _places(record: LeadRecord, lead: Row, there: There) -> list[tuple[str, Row, tuple[str, ...]]]:
    """The rows boothapp may write for this lead, with their fields."""
    places: list[tuple[str, Row, tuple[str, ...]]] = []
    if lead["state"] in OPEN_STATES:
        places.append(("sale.opportunity", lead, values.OPPORTUNITY_FIELDS))
    elif lead_text.is_new_talk(record, record.sent.get("comment", "")):
        places.append(("sale.opportunity", lead, ("comment",)))
    if _is_ours(record, lead, there):
        places.append(("party.party", there.parties[lead["party"]], ("name",)))
        if lead["party"] in there.addresses:
            places.append(("party.address", there.addresses[lead["party"]], values.ADDRESS_FIELDS))
    return places


def _is_ours(record: LeadRecord, lead: Row, there: There) -> bool:
    """Did boothapp make this party for this lead? A customer's own master data is not ours to change."""
    if lead["party"] not in there.parties:
        return False
    return any(row["value"] == record.key for row in there.mechanisms.get(lead["party"], []))


def _texts(row: Row, fields: Sequence[str]) -> dict[str, str]:
    found = {name: row.get(name) for name in fields}
    texts = {name: str(value or "") for name, value in found.items()}
    if "amount" in fields:
        texts["amount"] = values.amount_text(row["amount"])
    if "country" in fields:
        texts["country"] = str((row.get("country.") or {}).get("code") or "")
    return texts


def _typed(models: Models, merged: Merged) -> values.Values:
    """The texts to write in Tryton's types; a country the server does not have is left out."""
    changes: values.Values = dict(merged.writes)
    if "amount" in changes:
        changes["amount"] = Decimal(changes["amount"])
    if "country" in changes:
        changes["country"] = models.countries([changes["country"]]).get(changes["country"])
    return {name: value for name, value in changes.items() if value is not None}


def _missing_mechanisms(record: LeadRecord, rows: Sequence[Row]) -> list[values.Values]:
    """New ones only: what was sent before and is gone was taken out by somebody."""
    known = set(record.sent.get("mechanisms", "").split("\n")) | {row["value"] or "" for row in rows}
    compact = {values.folded(value).replace(" ", "") for value in known}
    wanted = values.mechanisms(record)
    return [one for one in wanted if values.folded(one["value"]).replace(" ", "") not in compact]


def _with(added: Sequence[values.Values]) -> values.Values:
    return {"contact_mechanisms": [("create", list(added))]} if added else {}


def _refused(record: LeadRecord, planned: Result, refusal: DataRefused) -> Result:
    if planned.status == "unchanged":
        return planned
    return replace(refused(record, refusal), remote_ids=planned.remote_ids)
