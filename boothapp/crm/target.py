"""What every head-office CRM looks like to boothapp: records, verbs and the faults of a whole call."""

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal, Protocol

from boothapp.domain.visitor import Visitor
from boothapp.errors import Refused
from boothapp.words import mark

KEY_PREFIX = "boothapp:"
GONE = mark("Somebody deleted this lead in the CRM, so it was not made again.")

Status = Literal["created", "updated", "unchanged", "merged", "review", "rejected", "retry", "unknown"]
NO_IDS: Mapping[str, str] = {}
OutcomeStatus = Literal["open", "won", "lost", "cancelled"]
RefusalCode = Literal["data", "changed", "server"]

# A record is parked only for what is in it; the rest may go through the next time.
STATUS_BY_CODE: Mapping[RefusalCode, Status] = {"data": "rejected", "changed": "retry", "server": "retry"}


def key_of(lead_id: str) -> str:
    """The one key a lead has in every CRM: made on the laptop, opaque, at most 64 characters."""
    return KEY_PREFIX + lead_id


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadRecord:
    """What any CRM gets of one lead; texts are ready to read, unknown is empty.

    contact: after a review the remote contact's id to use, or "new" for a person of their own.
    sent: the field values of the last accepted push (`Result.sent`), {} before the first one.
    remote_id: the lead's id there, "" while it is not known. no_mail: a warning where nobody may write.
    """

    key: str
    visitor: Visitor
    captured_at: datetime
    number: str = ""
    show: str = ""
    rating: str = ""
    points: int | None = None
    reasons: tuple[str, ...] = ()
    answers: tuple[tuple[str, str], ...] = ()
    interests: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    messages: tuple[str, ...] = ()
    competitors: tuple[str, ...] = ()
    together: str = ""
    next_step: str = ""
    owner: str = ""
    consents: tuple[str, ...] = ()
    no_mail: str = ""
    amount: Decimal | None = None
    contact: str = ""
    remote_id: str = ""
    sent: Mapping[str, str] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of one record of a push.

    remote_ids: such as {"lead": "17", "contact": "9"}; of a review name, company and email of that contact
    too, as head office has them. field, code, message: why it was refused or needs a
    look, in the CRM's own words. sent: give it back with the next push of this lead. kept: fields where
    somebody at head office wrote something else, which stays; code "closed" says that the deal was over
    already, in `message`. together: refused only because the whole
    batch was; the engine tries it again in a smaller one. retry_after: seconds to leave this lead alone.
    """

    key: str
    status: Status
    remote_ids: Mapping[str, str] = dataclasses.field(default_factory=dict)
    field: str = ""
    code: str = ""
    message: str = ""
    retry_after: float | None = None
    sent: Mapping[str, str] = dataclasses.field(default_factory=dict)
    kept: tuple[str, ...] = ()
    together: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Remote:
    """A lead that is in the CRM: its ids there and the address that opens it."""

    ids: Mapping[str, str]
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoteOutcome:
    """How one lead stands in the CRM; key is "" where somebody removed it, ids then say which it is."""

    key: str
    remote_ids: Mapping[str, str]
    status: OutcomeStatus
    stage: str = ""
    amount: Decimal | None = None
    currency: str = ""
    closed_on: date | None = None
    reason: str = ""
    competitor: str = ""
    remote_modified: datetime
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Capabilities:
    """What a CRM can do, so that the engine need not know which one it is."""

    max_batch: int = 100
    atomicity: Literal["per_record", "all_or_nothing", "single"] = "per_record"
    upsert: Literal["native_key", "lookup_then_write", "receipt"] = "native_key"
    error_addressing: Literal["index", "row", "text_only"] = "index"
    cursor: Literal["modified_ts", "closed_date", "full_scan"] = "modified_ts"
    has_loss_reason: bool = True
    has_competitor: bool = False
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """What `check` found: the CRM's version, what may be done there, what is missing, what to think about."""

    version: str
    can: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        return not self.missing


class Target(Protocol):
    """One CRM. Every verb may raise a `TargetFault`; a fault in the data never raises."""

    def capabilities(self) -> Capabilities:
        """What this CRM can do."""

    def check(self) -> Health:
        """Signs in and looks at rights and set-up; changes nothing."""

    def push(self, records: Sequence[LeadRecord]) -> list[Result]:
        """Stores the records; results in the same length and order.

        Pushing a lead that is stored already never makes a second one.
        """

    def find(self, keys: Sequence[str], ids: Mapping[str, str] = NO_IDS) -> dict[str, Remote]:
        """Which of these leads are in the CRM; ids: the remote lead's id by key, as far as known."""

    def pull_outcomes(self, cursor: str) -> tuple[list[RemoteOutcome], str, bool]:
        """Rows changed since the cursor ("" is the beginning), the next cursor, and if there are more."""

    def link(self, key: str) -> str:
        """The address that opens this lead in a browser, "" if it is not there."""

    def mark(self) -> str:
        """What tells this CRM's data from any other's, wherever it moves; "" where nothing does."""

    def tell(self, alive: Callable[[], None]) -> None:
        """Calls this before each call over the network, so that whoever holds a claim renews it."""


class TargetFault(Refused):
    """A whole call came to nothing; no lead is lost, they all wait.

    maybe_stored: the CRM may have done it all the same. retry_after: seconds it asks us to wait.
    """

    maybe_stored = False

    def __init__(
        self, happened: str, *, step: str = "", safe: str = "", retry_after: float | None = None
    ) -> None:
        super().__init__(happened, step=step, safe=safe)
        self.retry_after = retry_after


class Away(TargetFault):
    """Nobody answered; nothing was sent."""


class ReplyLost(TargetFault):
    """It was sent, and no proper reply came back."""

    maybe_stored = True


class AskedToWait(TargetFault):
    """The CRM is busy and says so."""


class SignInRefused(TargetFault):
    """The CRM does not let this user in."""


class NotThisCrm(TargetFault):
    """Something answers there, but not the CRM or database expected."""


class DataRefused(TargetFault):
    """The CRM refused the content of a call, in its own words; nothing of that call was stored.

    code: "data" (mend the record), "changed" (somebody wrote there meanwhile), "server" (its own fault).
    """

    def __init__(self, message: str, code: RefusalCode = "data") -> None:
        super().__init__(message)
        self.code = code
