"""Builds a lead pack: one zip, written under another name, read back, and only then given its own."""

import hashlib
import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO
from pathlib import Path

from boothapp import disk
from boothapp.errors import EnvironmentFault
from boothapp.packs import manifest as telling
from boothapp.packs.cards import cards
from boothapp.packs.lead import PackLead, in_calling_order
from boothapp.packs.spreadsheet import spreadsheet
from boothapp.packs.summary import SummaryAbout, summary, unprinted
from boothapp.packs.table import table
from boothapp.reasons import why
from boothapp.words import tr

SCRATCH = ".boothapp-pack-"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackReport:
    """What was built: the files inside, how many leads, those withheld, the zip's SHA-256.

    unprinted: the numbers of the leads whose names no bundled face can print in the summary.
    """

    path: Path
    files: tuple[str, ...]
    leads: int
    withheld: tuple[PackLead, ...]
    sha256: str
    unprinted: tuple[str, ...] = ()


def build(destination: Path, leads: Iterable[PackLead], about: SummaryAbout) -> PackReport:
    """Writes the pack; the same leads and `about` give the same bytes.

    Withheld leads stay out of every file and are named in the manifest. Raises EnvironmentFault when the
    folder can't be written or the copy read back differs; an older pack of that name is then untouched.
    """
    ordered = in_calling_order(leads)
    given = [lead for lead in ordered if not lead.withheld]
    withheld = tuple(lead for lead in ordered if lead.withheld)
    told = replace(about, withheld=len(withheld))
    try:
        # Beside the file it becomes; a device has no folder for that.
        folder = Path(tempfile.gettempdir()) if disk.is_device(destination) else destination.parent
        _sweep(folder)
        mine = f"{SCRATCH}{os.getpid()}-"
        with tempfile.TemporaryDirectory(prefix=mine, dir=folder) as scratch:
            files = _files(given, told, Path(scratch))
            files[telling.NAME] = _manifest(files, given, withheld, about)
            part = Path(scratch) / "pack.zip"
            _zip(part, files, about.made_at)
            digest = _checked(part)
            disk.give_name(part, destination)
    except (OSError, zipfile.BadZipFile) as fault:
        raise EnvironmentFault(
            tr("The pack can't be written to {path}: {reason}.").format(
                path=destination, reason=_reason(fault)
            ),
            safe=tr("All leads are safe in the store."),
            step=tr("Choose another folder or make room, then try again."),
        ) from fault
    return PackReport(
        path=destination, files=tuple(files), leads=len(given), withheld=withheld, sha256=digest,
        unprinted=unprinted(given),
    )  # fmt: skip


def _sweep(folder: Path) -> None:
    """Removes what packs that were killed left behind: it is plain and personal."""
    for left in folder.glob(f"{SCRATCH}*"):
        maker = left.name.removeprefix(SCRATCH).partition("-")[0]
        if not (maker.isdecimal() and _runs(int(maker))):
            shutil.rmtree(left, ignore_errors=True)


def _runs(process: int) -> bool:
    # On Windows signal 0 would end the process; there an open file can't be removed anyway.
    if os.name != "posix":
        return process == os.getpid()
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _files(leads: Sequence[PackLead], about: SummaryAbout, scratch: Path) -> dict[str, bytes]:
    book = BytesIO()
    spreadsheet(book, leads, made_at=about.made_at, language=about.language, scratch=scratch)
    return {
        "summary.pdf": summary(leads, about),
        "leads.xlsx": book.getvalue(),
        "leads.csv": table(leads),
        "leads.vcf": cards(leads),
    }


def _manifest(
    files: Mapping[str, bytes],
    leads: Sequence[PackLead],
    withheld: Sequence[PackLead],
    about: SummaryAbout,
) -> bytes:
    entries = [telling.entry(name, data) for name, data in files.items()]
    return telling.manifest(
        entries, leads=len(leads), show=about.show, made_at=about.made_at, withheld=withheld
    )


def _zip(target: Path, files: Mapping[str, bytes], made_at: str) -> None:
    moment = datetime.fromisoformat(made_at)
    target.touch(0o600)
    with target.open("wb") as out:
        with zipfile.ZipFile(out, "w") as bundle:
            for name, data in files.items():
                item = zipfile.ZipInfo(name, moment.timetuple()[:6])
                item.compress_type, item.external_attr, item.create_system = (
                    zipfile.ZIP_DEFLATED,
                    0o600 << 16,
                    3,
                )
                bundle.writestr(item, data)
        out.flush()
        os.fsync(out.fileno())


def _checked(path: Path) -> str:
    """Reads the zip back against its manifest; gives its SHA-256. Raises BadZipFile when anything differs."""
    with zipfile.ZipFile(path) as bundle:
        files = {name: bundle.read(name) for name in bundle.namelist()}
    if wrong := telling.damaged(files[telling.NAME], files):
        raise zipfile.BadZipFile(", ".join(wrong))
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _reason(fault: Exception) -> str:
    return why(fault) if isinstance(fault, OSError) else str(fault)
