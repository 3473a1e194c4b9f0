"""A CRM in memory that keeps the promises of `Target` in each of its three ways, and fails on demand."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from boothapp.crm.target import (
    NO_IDS,
    Capabilities,
    Health,
    LeadRecord,
    Remote,
    RemoteOutcome,
    ReplyLost,
    Result,
    Status,
    TargetFault,
)

Mishap = Callable[[Sequence[LeadRecord]], TargetFault | None]


@dataclass
class PretendCrm:
    """`stored` are the leads it holds; `before` and `after` may break a push before or after it is stored."""

    atomicity: Literal["per_record", "all_or_nothing", "single"] = "all_or_nothing"
    max_batch: int = 100
    bad_keys: frozenset[str] = frozenset()
    code: str = ""
    words: str = "No: {key}"
    field_named: str = ""
    stored: dict[str, LeadRecord] = field(default_factory=dict)
    pushes: list[int] = field(default_factory=list)
    finds: int = 0
    before: Mishap = lambda records: None
    after: Mishap = lambda records: None
    find_fault: TargetFault | None = None

    def capabilities(self) -> Capabilities:
        return Capabilities(max_batch=self.max_batch, atomicity=self.atomicity)

    def check(self) -> Health:
        return Health(version="1")

    def push(self, records: Sequence[LeadRecord]) -> list[Result]:
        assert len(records) <= self.max_batch
        self.pushes.append(len(records))
        if fault := self.before(records):
            raise fault
        results = self._results(records)
        if fault := self.after(records):
            raise fault
        return results

    def find(self, keys: Sequence[str], ids: Mapping[str, str] = NO_IDS) -> dict[str, Remote]:
        self.finds += 1
        if self.find_fault:
            raise self.find_fault
        return {key: Remote(ids={"lead": key}) for key in keys if key in self.stored}

    def pull_outcomes(self, cursor: str) -> tuple[list[RemoteOutcome], str, bool]:
        return [], cursor, False

    def link(self, key: str) -> str:
        return ""

    def mark(self) -> str:
        return "pretended"

    def tell(self, alive: Callable[[], None]) -> None:
        self.alive = alive

    def _results(self, records: Sequence[LeadRecord]) -> list[Result]:
        bad = [record for record in records if record.key in self.bad_keys]
        if bad and self.atomicity == "all_or_nothing":
            return [self._refused(record, together=True) for record in records]
        return [self._refused(record) if record in bad else self._stored(record) for record in records]

    def _refused(self, record: LeadRecord, together: bool = False) -> Result:
        status: Status = "retry" if self.code == "server" else "rejected"
        return Result(
            key=record.key,
            status=status,
            message=self.words.format(key=record.key),
            code=self.code,
            field=self.field_named,
            together=together,
        )

    def _stored(self, record: LeadRecord) -> Result:
        status: Status = "unchanged" if record.key in self.stored else "created"
        self.stored[record.key] = record
        return Result(key=record.key, status=status, remote_ids={"lead": record.key}, sent={"name": "x"})


def once(fault: TargetFault) -> Mishap:
    """Fails the first time only."""
    waiting = [fault]
    return lambda records: waiting.pop() if waiting else None


def lost() -> ReplyLost:
    return ReplyLost("The reply did not arrive.")
