"""Before the doors open: everything the stand needs, tried for real, with pretended visitors.

The visitors live in a store of their own beside the leads, on the same disk, under a key that nobody keeps.
It is gone when the rehearsal ends, so no lead, number, draft or delivery of the stand is touched.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from boothapp import disk, words
from boothapp.actions import laptop, printer, shows, targets
from boothapp.actions.lane import Lane
from boothapp.actions.pretended import Pretended, made
from boothapp.crm import gate, kinds, record
from boothapp.crm.target import Away
from boothapp.domain.show import Show
from boothapp.errors import EnvironmentFault, Refused, UserError
from boothapp.paths import Home
from boothapp.reasons import why
from boothapp.sheets.promise import day_text
from boothapp.store.database import Store, open_store
from boothapp.store.secrets import NoSecret
from boothapp.words import mark, plural, tr

State = Literal["ok", "look", "wrong"]
FOLDER = "rehearsal-"
SWEPT_AFTER = timedelta(hours=1)
PROBE = 4 * laptop.MB
"""Bytes written to the disk and read again: more than a save with a card's picture."""
NO_COPY, NO_COPY_STEP = (
    mark("None is set up: the leads are on this laptop only."),
    mark("Save a lead pack to a stick in the breaks."),
)
NO_PRINTER = mark("No printer is set up on this laptop.")


@dataclass(frozen=True, slots=True)
class Finding:
    """One check: wrong stops work at the stand, look is good to know; step: what to do, "" if nothing."""

    name: str
    state: State
    detail: str
    step: str = ""

    @property
    def ok(self) -> bool:
        """Whether the doors may open."""
        return self.state != "wrong"

    def json(self) -> dict[str, str | bool]:
        """The JSON of CLI.md, with what to do."""
        return {"ok": self.ok, **asdict(self)}


@dataclass
class Rehearsal:
    """What the checks look at: the store by its lane, the home, the open show, and now."""

    run: Lane[Any]
    home: Home
    show: Show
    now: datetime

    @cached_property
    def visitors(self) -> Pretended:
        """Pretended visitors that were scanned, rated, saved and given a sheet, and are gone again."""
        logo = self.run(lambda store: shows.logo(store, self.show))
        with _stage(self.home) as store:
            return made(store, self.show, logo)


def rehearse(
    run: Lane[Any], home: Home, told: Callable[[Finding], None] | None = None, now: datetime | None = None
) -> list[Finding]:
    """Every check in turn; told hears each finding as it comes. Raises Refused where no show is open."""
    rehearsal, found = Rehearsal(run, home, run(shows.current), now or datetime.now(UTC)), []
    for name, look in CHECKS.items():
        found.append(_looked(name, look, rehearsal))
        if told:
            told(found[-1])
    return found


def _looked(name: str, look: Callable[[Rehearsal], Finding], rehearsal: Rehearsal) -> Finding:
    try:
        return look(rehearsal)
    except UserError as error:
        return Finding(name, "wrong", error.happened, error.step)


@contextmanager
def _stage(home: Home) -> Iterator[Store]:
    """A store beside the leads that is gone afterwards; what a killed rehearsal left goes too."""
    import secrets
    import shutil
    from tempfile import TemporaryDirectory

    for left in home.root.glob(f"{FOLDER}*/"):
        if _age(left) > SWEPT_AFTER:
            shutil.rmtree(left, ignore_errors=True)
    try:
        with TemporaryDirectory(prefix=FOLDER, dir=home.root) as folder:
            store = open_store(Home(Path(folder)), secrets.token_hex(16))
            try:
                yield store
            finally:
                store.close()
    except OSError as error:
        raise _no_disk(error) from error


def _age(folder: Path) -> timedelta:
    return timedelta(seconds=abs(datetime.now(UTC).timestamp() - folder.stat().st_mtime))


def _disk(rehearsal: Rehearsal) -> Finding:
    root = rehearsal.home.root
    probe = root / f"{FOLDER}probe-{os.getpid()}"
    content = b"boothapp" * (PROBE // 8)
    try:
        disk.write(probe, content)
        same = disk.read(probe, PROBE + 1) == content
    except OSError as error:
        raise _no_disk(error) from error
    finally:
        probe.unlink(missing_ok=True)
    stands = laptop.look(rehearsal.home)
    free = tr("{n} GB free, written and read again").format(n=words.number(stands.free // (1000 * laptop.MB)))
    if not same:
        return Finding("disk", "wrong", tr("What was written came back changed."), tr("Use another laptop."))
    if stands.disk_tone == "ok":
        return Finding("disk", "ok", free)
    left = tr("Only {n} MB are free.").format(n=words.number(stands.free // laptop.MB))
    return Finding("disk", "wrong" if stands.disk_tone == "error" else "look", left, tr("Make room on it."))


def _no_disk(error: OSError) -> EnvironmentFault:
    return EnvironmentFault(
        tr("The disk of the leads can't be written: {reason}.").format(reason=why(error)),
        safe=tr("The leads saved so far are safe."),
        step=tr("Make room on it, or check the rights of the folder."),
    )


def _clock(rehearsal: Rehearsal) -> Finding:
    behind = rehearsal.run(lambda store: laptop.clock_behind(store, rehearsal.now))
    now = rehearsal.now.astimezone()
    shown = f"{_moment(now)} UTC{now.isoformat()[-6:]}"
    if behind is not None:
        said = tr("The clock was set back: it shows {now}, and was at {before} already.")
        before = _moment(behind.astimezone())
        return Finding("clock", "wrong", said.format(now=shown, before=before), tr("Set date and time."))
    ends = rehearsal.show.ends
    if ends and now.date() > ends:
        over = tr("It is {now}, and the show ended on {day}.").format(
            now=shown, day=day_text(ends, words.language())
        )
        return Finding("clock", "look", over, tr("Check the date, or open the show that is next."))
    return Finding("clock", "ok", shown)


def _moment(at: datetime) -> str:
    return f"{day_text(at.date(), words.language())}, {at:%H:%M}"


def _visitors(rehearsal: Rehearsal) -> Finding:
    found = rehearsal.visitors
    if found.misread:
        names = ", ".join(found.misread)
        said = tr("A pretended badge was not read as it should be: {names}.").format(names=names)
        return Finding("visitors", "wrong", said, tr("Look at the badge format of this show."))
    done = plural(
        "{n} pretended visitor scanned, rated, saved and found again",
        "{n} pretended visitors scanned, rated, saved and found again",
        len(found.leads),
    )
    if not any(lead.rating.level == "hot" for lead in found.leads):
        said = tr("{done}, but the best answers make no hot lead.").format(done=done)
        return Finding("visitors", "look", said, tr("Check the points of the show’s answers."))
    return Finding("visitors", "ok", done)


def _fonts(rehearsal: Rehearsal) -> Finding:
    sheets = rehearsal.visitors.sheets
    warnings = dict.fromkeys(warning for sheet in sheets for warning in sheet.warnings)
    if warnings:
        said = " ".join(warnings)
        return Finding("fonts", "look", said, tr("Write these texts of the kit in plain letters."))
    names = ", ".join(dict.fromkeys(words.LANGUAGES.get(one.language, one.language) for one in sheets))
    return Finding("fonts", "ok", tr("Sheets drawn in {names}").format(names=names))


def _printer(_: Rehearsal) -> Finding:
    queue = printer.queue()
    if queue.is_ready:
        return Finding("printer", "ok", tr("{name} is ready").format(name=queue.name))
    if queue.name:
        said = tr("{name} does not print: {reason}.").format(name=queue.name, reason=tr(queue.stopped))
        return Finding("printer", "wrong", said, tr("Check paper, cable and power, then start it again."))
    if queue.others:
        names = ", ".join(queue.others)
        said = tr("No printer is chosen; there are {names}.").format(names=names)
        return Finding("printer", "wrong", said, tr("Make one of them the default printer of this laptop."))
    step = tr("Connect one, or print from the viewer that opens.")
    return Finding("printer", "look", tr(NO_PRINTER), step)


def _copy(_: Rehearsal) -> Finding:
    return Finding("copy", "look", tr(NO_COPY), tr(NO_COPY_STEP))


def _mapping(rehearsal: Rehearsal) -> Finding:
    """What head office would get of the pretended visitors: nothing is held back, each has an owner."""
    show, language = rehearsal.show, words.language()
    records = [record.record(show, lead, None, language) for lead in rehearsal.visitors.leads]
    held = [reason for one in records for reason in gate.reasons(one)]
    if held:
        said = tr("A complete visitor would be held back: {reason}").format(reason=held[0])
        step = tr("Such leads wait on this laptop until they are released.")
        return Finding("mapping", "wrong", said, step)
    if not all(one.owner for one in records):
        step = tr("Name sales representatives in the kit, and who gets which country.")
        return Finding("mapping", "look", tr("Nobody would own these leads at head office."), step)
    fields = sum(len(one.visitor.known()) for one in records[:1])
    done = plural(
        "{n} field, rating, answers, consent and owner",
        "{n} fields, rating, answers, consent and owner",
        fields,
    )
    return Finding("mapping", "ok", done)


def _crm(rehearsal: Rehearsal) -> Finding:
    entries = rehearsal.run(targets.entries)
    real = [entry.name for entry in entries if entry.kind != kinds.PRETENDED]
    if not real:
        step = tr("Set it up on the Send page.")
        return Finding("crm", "look", tr("None is set up; the leads wait on this laptop."), step)
    found = [_reached(rehearsal.run, name) for name in real]
    worst = max(found, key=lambda one: ("ok", "look", "wrong").index(one.state))
    return worst if worst.state != "ok" else found[0]


def _reached(run: Lane[Any], name: str) -> Finding:
    try:
        health = targets.try_out(run, name)
    except (Away, NoSecret) as fault:
        said = f"{name}: {fault.happened}"
        return Finding("crm", "look", said, fault.step or tr("Leads wait safely until it is reached."))
    except Refused as fault:
        return Finding("crm", "wrong", f"{name}: {fault.happened}", fault.step)
    if health.missing:
        said = tr("{name} answers, but something is missing: {what}.")
        what = ", ".join(health.missing)
        step = tr("Ask whoever looks after the CRM for these rights.")
        return Finding("crm", "wrong", said.format(name=name, what=what), step)
    said = tr("{name} answers, version {version}").format(name=name, version=health.version)
    return Finding("crm", "ok", said)


CHECKS: Mapping[str, Callable[[Rehearsal], Finding]] = {
    "disk": _disk,
    "clock": _clock,
    "visitors": _visitors,
    "fonts": _fonts,
    "printer": _printer,
    "copy": _copy,
    "mapping": _mapping,
    "crm": _crm,
}
"""Every check that needs no hands, in the order of the page; the scanner is tried by scanning."""
