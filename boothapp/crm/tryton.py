"""Tryton (series 6.0 to 8.x) as head-office CRM: a lead is a party and an opportunity in state lead."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from boothapp.crm import tryton_known, tryton_lookup, tryton_new, tryton_outcomes, tryton_shapes
from boothapp.crm.rpc import Rpc
from boothapp.crm.target import (
    GONE,
    NO_IDS,
    Capabilities,
    DataRefused,
    Health,
    LeadRecord,
    Remote,
    RemoteOutcome,
    Result,
)
from boothapp.crm.transport import is_loopback
from boothapp.crm.tryton_model import Models, Row
from boothapp.words import tr

KIND = "tryton"
# Model and the rights boothapp needs there.
RIGHTS = {
    "sale.opportunity": ("read", "write", "create"),
    "party.party": ("read", "write", "create"),
    "party.contact_mechanism": ("read", "create"),
    "party.address": ("read", "write", "create"),
    "country.country": ("read",),
    "company.employee": ("read",),
}


class TrytonTarget:
    """One Tryton database through its service user's session; nothing is asked before the first verb."""

    def __init__(self, rpc: Rpc) -> None:
        self._rpc, self._models = rpc, Models(rpc)

    def __repr__(self) -> str:
        return f"TrytonTarget({self._rpc!r})"

    def close(self) -> None:
        """Ends the session's connection."""
        self._rpc.close()

    def capabilities(self) -> Capabilities:
        """Lists in one call, all or nothing; no key of its own, so every push looks up first."""
        return Capabilities(
            max_batch=100,
            atomicity="all_or_nothing",
            upsert="lookup_then_write",
            error_addressing="text_only",
        )

    def check(self) -> Health:
        """Signs in, then asks for each right by name; changes nothing."""
        version = self._rpc.version()
        context = self._rpc.context()
        missing = [] if context.get("company") else [tr("the user has no company")]
        can = []
        for model, rights in RIGHTS.items():
            allowed = self._allowed(model)
            can += [f"{model}: {right}" for right in rights if allowed.get(right)]
            missing += [f"{model}: {right}" for right in rights if not allowed.get(right)]
        return Health(version=version, can=tuple(can), missing=tuple(missing), warnings=self._warnings())

    def push(self, records: Sequence[LeadRecord]) -> list[Result]:
        """Looks the whole chunk up, refreshes what is there, creates the rest in two calls."""
        try:
            results = self._pushed(records)
        except DataRefused as refusal:
            # Even a look-up may be refused for one record's sake; the engine finds out which.
            return [tryton_new.refused(record, refusal) for record in records]
        return [results[record.key] for record in records]

    def _pushed(self, records: Sequence[LeadRecord]) -> dict[str, Result]:
        keys = [record.key for record in records]
        ids = {record.key: record.remote_id for record in records if record.remote_id}
        leads = tryton_lookup.leads(self._models, keys, ids, tryton_known.LEAD_FIELDS)
        known = [record for record in records if record.key in leads]
        gone = [record for record in records if record.key not in leads and record.sent]
        new = [record for record in records if record.key not in leads and not record.sent]
        results = tryton_known.refresh(self._models, known, leads)
        results |= {record.key: _gone(record) for record in gone}
        return results | tryton_new.store(self._models, new)

    def find(self, keys: Sequence[str], ids: Mapping[str, str] = NO_IDS) -> dict[str, Remote]:
        """The leads that are there, by key."""
        found = tryton_lookup.leads(self._models, keys, ids, ("reference", "party"))
        return {key: self._remote(row) for key, row in found.items()}

    def pull_outcomes(self, cursor: str) -> tuple[list[RemoteOutcome], str, bool]:
        """Rows changed since the cursor, each change once."""
        rows, following, more = tryton_outcomes.page(self._models, cursor)
        return [tryton_outcomes.outcome(row, self._url(row["id"])) for row in rows], following, more

    def link(self, key: str) -> str:
        """The opportunity in Tryton's web client."""
        found = self.find([key])
        return found[key].url if key in found else ""

    def mark(self) -> str:
        """The moment at which the database's first company was made, to the microsecond."""
        try:
            rows = self._models.rows("company.company", [], ["create_date"], 1)
        except DataRefused:
            return ""
        return f"{rows[0]['id']} {rows[0]['create_date']}" if rows and rows[0]["create_date"] else ""

    def tell(self, alive: Callable[[], None]) -> None:
        """Calls this before each call to the server."""
        self._rpc.tell(alive)

    def _remote(self, row: Row) -> Remote:
        ids = {"lead": str(row["id"])} | ({"contact": str(row["party"])} if row["party"] else {})
        return Remote(ids=ids, url=self._url(row["id"]))

    def _url(self, lead: int) -> str:
        return f"{self._rpc.url}/#{self._rpc.database}/model/sale.opportunity/{lead}"

    def _allowed(self, model: str) -> dict[str, Any]:
        try:
            access = self._rpc.call("model.ir.model.access.get_access", [model])
        except DataRefused:
            return {}
        return tryton_shapes.tryton(access, dict[str, dict[str, Any]]).get(model, {})

    def _warnings(self) -> tuple[str, ...]:
        stays = tr("The user may not delete contacts, so the contact of a refused lead may stay there.")
        rights = self._allowed("party.party")
        return (*self._open_line(), *(() if rights.get("delete") else (stays,)))

    def _open_line(self) -> tuple[str, ...]:
        if self._rpc.url.startswith("https:") or is_loopback(self._rpc.url):
            return ()
        return (tr("The address is not encrypted: anybody in this network can read password and leads."),)


def _gone(record: LeadRecord) -> Result:
    return Result(key=record.key, status="review", code="gone", message=tr(GONE), sent=record.sent)
