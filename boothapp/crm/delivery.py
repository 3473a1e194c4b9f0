"""Delivery to any CRM: in chunks, the bad record isolated, every lead once, nothing lost on the way."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from boothapp.crm.target import LeadRecord, Result, Status, Target, TargetFault
from boothapp.words import tr

CHUNK = 100
ALIKE_IN_A_ROW = 3
# Other leads tried before the CRM itself is taken to be at fault; by chance, so that all have their turn.
# Where half of the leads are wrong, eight miss every good one once in thousands of times, three once in ten.
OTHERS_TRIED = 8
# Seconds until a call whose reply was lost has surely ended at the CRM; Tryton gives up after 60.
LOST_REPLY_WAIT = 120.0

Keep = Callable[[Sequence[Result]], None]
Before = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Delivery:
    """One result a record, in the same order; `stopped` is why the rest still waits, None if nothing does."""

    results: tuple[Result, ...]
    stopped: TargetFault | None = None

    def of(self, *statuses: Status) -> tuple[Result, ...]:
        """The results with one of these statuses."""
        return tuple(result for result in self.results if result.status in statuses)


def _nothing() -> None:
    pass


def deliver(
    target: Target,
    records: Sequence[LeadRecord],
    *,
    chunk: int = CHUNK,
    keep: Keep | None = None,
    before: Before = _nothing,
) -> Delivery:
    """Pushes the records; of two with the same key the later one.

    keep: called with the settled results of each chunk before the next is sent, so that a crash or a power
    cut forgets at most one chunk, which is then looked up again. before: called before each push; a
    TargetFault in it stops everything, and nothing is sent.
    """
    latest = {record.key: record for record in records}
    run = _Run(target, before)
    size = max(1, min(chunk, target.capabilities().max_batch))
    for part in _chunks(list(latest.values()), size):
        run.alike.clear()
        run.part = part
        run.send(part)
        if keep is not None:
            keep([run.results[record.key] for record in part if record.key in run.results])
        if run.stopped is not None:
            break
    return Delivery(tuple(run.result(record) for record in records), run.stopped)


def _chunks(records: Sequence[LeadRecord], size: int) -> Iterator[Sequence[LeadRecord]]:
    for start in range(0, len(records), size):
        yield records[start : start + size]


def _known(records: Sequence[LeadRecord]) -> tuple[list[str], dict[str, str]]:
    ids = {record.key: record.remote_id for record in records if record.remote_id}
    return [record.key for record in records], ids


def _counted_as_created(result: Result) -> Result:
    return replace(result, status="created") if result.status == "unchanged" else result


def _trait(result: Result) -> str:
    """What makes two refusals alike: the CRM's own failure, or the very same words.

    A refusal that names what stands in a field of this lead is this lead's own.
    """
    if result.code == "server":
        return result.code
    return result.message if result.status == "rejected" and not result.field else ""


@dataclass
class _Run:
    """What is settled so far, what may have arrived, and what stopped it."""

    target: Target
    before: Before = _nothing
    part: Sequence[LeadRecord] = ()
    results: dict[str, Result] = field(default_factory=dict)
    in_doubt: set[str] = field(default_factory=set)
    stopped: TargetFault | None = None
    alike: list[Result] = field(default_factory=list)

    def send(self, records: Sequence[LeadRecord]) -> None:
        """Settles these records, or sets `stopped`."""
        records = [record for record in records if record.key not in self.results]
        if self.stopped is not None or not records:
            return
        try:
            self.before()
        except TargetFault as fault:
            self.stopped = fault
            return
        try:
            self._settle(records, self.target.push(records))
        except TargetFault as fault:
            if fault.maybe_stored:
                self._look(records, fault)
            else:
                self.stopped = fault

    def result(self, record: LeadRecord) -> Result:
        """The record's result; what was not settled waits, or is unknown if it may have arrived."""
        if record.key in self.results:
            return self.results[record.key]
        status: Status = "unknown" if record.key in self.in_doubt else "retry"
        message = self.stopped.happened if self.stopped else ""
        wait = self.stopped.retry_after if self.stopped else None
        if status == "unknown" and wait is None:
            wait = LOST_REPLY_WAIT
        return Result(key=record.key, status=status, message=message, retry_after=wait, sent=record.sent)

    def _look(self, records: Sequence[LeadRecord], fault: TargetFault) -> None:
        """Settles what has arrived after a lost reply; the rest stays in doubt and nothing is sent again now.

        The CRM may still be at work on the very call: sent once more, a lead could be there twice.
        """
        self.in_doubt.update(record.key for record in records)
        try:
            arrived = self.target.find(*_known(records))
            there = [record for record in records if record.key in arrived]
            results = self.target.push(there) if there else []
        except TargetFault as second:
            self.stopped = second
            return
        self.in_doubt.difference_update(record.key for record in there)
        if len(there) < len(records):
            self.stopped = fault
        new = {record.key for record in there if not record.sent}
        counted = [_counted_as_created(result) if result.key in new else result for result in results]
        self._settle(there, counted)

    def _settle(self, records: Sequence[LeadRecord], results: Sequence[Result]) -> None:
        together = [record for record, result in zip(records, results, strict=True) if result.together]
        for result in results:
            if not result.together or len(records) == 1:
                self._keep(replace(result, together=False))
        if len(records) > 1:
            half = (len(together) + 1) // 2
            self.send(together[:half])
            self.send(together[half:])

    def _keep(self, result: Result) -> None:
        self.results[result.key] = result
        self._watch(result)

    def _watch(self, result: Result) -> None:
        """Stops when the CRM refuses lead after lead in the same words, others among them.

        The leads are not at fault then. Where another one of their sort went through, those refused are.
        """
        trait = _trait(result)
        if self.alike and _trait(self.alike[-1]) != trait:
            self.alike.clear()
        if trait:
            self.alike.append(result)
        if len(self.alike) >= ALIKE_IN_A_ROW and (trait == "server" or not self._one_went_through(result)):
            self._doubt(result)

    def _one_went_through(self, refused: Result) -> bool:
        """A new lead proves something for new ones only: rights to create and to write are two things."""
        proofs = ("updated",) if refused.sent else ("created", "merged")
        return any(result.status in proofs for result in self.results.values())

    def _doubt(self, result: Result) -> None:
        tried, known = len(self.alike) - ALIKE_IN_A_ROW, bool(result.sent)
        left = (record for record in self.part if record.key not in self.results)
        others = [record for record in left if bool(record.sent) == known]
        if tried < OTHERS_TRIED and others:
            self.send([random.choice(others)])
            return
        self.results.update((refused.key, replace(refused, status="retry")) for refused in self.alike)
        self.stopped = TargetFault(result.message, safe=tr("All leads are kept here."))
