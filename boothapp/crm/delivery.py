"""Delivery to any CRM: in chunks, the bad record isolated, every lead once, nothing lost on the way."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from boothapp.crm.target import LeadRecord, Result, Status, Target, TargetFault
from boothapp.words import tr

CHUNK = 100
FAILURES_IN_A_ROW = 3

Keep = Callable[[Sequence[Result]], None]


@dataclass(frozen=True, slots=True)
class Delivery:
    """One result a record, in the same order; `stopped` is why the rest still waits, None if nothing does."""

    results: tuple[Result, ...]
    stopped: TargetFault | None = None

    def of(self, *statuses: Status) -> tuple[Result, ...]:
        """The results with one of these statuses."""
        return tuple(result for result in self.results if result.status in statuses)


def deliver(
    target: Target, records: Sequence[LeadRecord], *, chunk: int = CHUNK, keep: Keep | None = None
) -> Delivery:
    """Pushes the records; of two with the same key the later one.

    keep: called with the settled results of each chunk before the next is sent, so that a crash or a power
    cut forgets at most one chunk, which is then looked up again.
    """
    latest = {record.key: record for record in records}
    run = _Run(target)
    size = max(1, min(chunk, target.capabilities().max_batch))
    for part in _chunks(list(latest.values()), size):
        run.send(part)
        if keep is not None:
            keep([run.results[record.key] for record in part if record.key in run.results])
        if run.stopped is not None:
            break
    return Delivery(tuple(run.result(record) for record in records), run.stopped)


def _chunks(records: Sequence[LeadRecord], size: int) -> Iterator[Sequence[LeadRecord]]:
    for start in range(0, len(records), size):
        yield records[start : start + size]


@dataclass
class _Run:
    """What is settled so far, what may have arrived, and what stopped it."""

    target: Target
    results: dict[str, Result] = field(default_factory=dict)
    in_doubt: set[str] = field(default_factory=set)
    stopped: TargetFault | None = None
    failures: int = 0

    def send(self, records: Sequence[LeadRecord]) -> None:
        """Settles these records, or sets `stopped`."""
        if self.stopped is not None or not records:
            return
        try:
            results = self._pushed(records)
        except TargetFault as fault:
            self.stopped = fault
            return
        self._settle(records, results)

    def result(self, record: LeadRecord) -> Result:
        """The record's result; what was not settled waits, or is unknown if it may have arrived."""
        if record.key in self.results:
            return self.results[record.key]
        status: Status = "unknown" if record.key in self.in_doubt else "retry"
        message = self.stopped.happened if self.stopped else ""
        wait = self.stopped.retry_after if self.stopped else None
        return Result(key=record.key, status=status, message=message, retry_after=wait, sent=record.sent)

    def _pushed(self, records: Sequence[LeadRecord]) -> list[Result]:
        try:
            return self.target.push(records)
        except TargetFault as fault:
            if not fault.maybe_stored:
                raise
        return self._after_lost_reply(records)

    def _after_lost_reply(self, records: Sequence[LeadRecord]) -> list[Result]:
        """Looks what has arrived before sending once more; what this very call stored counts as created."""
        keys = [record.key for record in records]
        self.in_doubt.update(keys)
        arrived = self.target.find(keys).keys()
        results = self.target.push(records)
        self.in_doubt.difference_update(keys)
        first = {record.key for record in records if not record.sent} & arrived
        return [
            replace(result, status="created")
            if result.key in first and result.status == "unchanged"
            else result
            for result in results
        ]

    def _settle(self, records: Sequence[LeadRecord], results: Sequence[Result]) -> None:
        together = [record for record, result in zip(records, results, strict=True) if result.together]
        for result in results:
            if not result.together or len(records) == 1:
                self.results[result.key] = replace(result, together=False)
                self._count(result)
        if len(records) > 1:
            half = (len(together) + 1) // 2
            self.send(together[:half])
            self.send(together[half:])

    def _count(self, result: Result) -> None:
        """A CRM that fails on one record after the other is broken itself: asking on would help nobody."""
        self.failures = self.failures + 1 if result.code == "server" else 0
        if self.failures >= FAILURES_IN_A_ROW:
            self.stopped = TargetFault(result.message, safe=tr("All leads are kept here."))
