"""Any organiser's file as a table: headings, rows, and what is wrong with it in a sentence."""

import errno
from collections.abc import Collection, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Protocol

from boothapp import disk
from boothapp.attendees import columns, encodings, text_file, workbook
from boothapp.attendees.text_file import ChangedError, TextFile
from boothapp.attendees.workbook import NoWorkbookError, Workbook
from boothapp.domain.attendee import IDS
from boothapp.domain.folding import fold
from boothapp.errors import UserError, WrongCall
from boothapp.reasons import why
from boothapp.words import mark, tr

PREVIEW = 200
"""Rows read to find the headings and to see what the columns look like."""

_LATEST_HEADING = 30
_NO_HEADINGS: tuple[str, ...] = ()
_WEB_PAGE = (b"<!doctype", b"<html", b"<table", b"<?xml", b"%pdf", b"{\\rtf")

_SAFE = mark("Nothing was imported.")
_AS_TABLE = mark("Ask the organiser for the list as CSV or XLSX.")
_FAULTS = {
    "empty": (mark("{file} is empty."), mark("Check whether it is the right file.")),
    "binary": (mark("{file} is no table: it holds no text."), _AS_TABLE),
    "page": (
        mark("{file} is a web page or a document, not a table."),
        mark("Open it in a spreadsheet program, save it as CSV or XLSX, and choose that file."),
    ),
    "zip": (mark("{file} is damaged, or no spreadsheet."), _AS_TABLE),
    "large": (mark("{file} is too large when unpacked."), mark("Save the one sheet with the people as CSV.")),
    "changed": (
        mark("{file} has changed since it was looked at."),
        mark("Wait until it is whole, then import it again: what is in the list already is known."),
    ),
    "sheet": (mark("{file} has no such sheet."), mark("Choose one of the sheets in the file.")),
    "password": (
        mark("{file} is locked with a password."),
        mark("Open it in a spreadsheet program, save it without the password, and choose that file."),
    ),
}


class Table(Protocol):
    """What gives rows again and again; size is about how many, broken how many lines were none."""

    broken: int

    @property
    def size(self) -> int:
        """About how many rows there are."""

    def batches(self) -> Iterator[list[list[str]]]:
        """Every row from the beginning, some thousand at a time."""


@dataclass
class ListFile:
    """The list: `skip` lines stand before its first person; headings are "" where a column has none."""

    name: str
    table: Table
    headings: tuple[str, ...]
    skip: int
    sample: tuple[tuple[str, ...], ...]

    @property
    def size(self) -> int:
        """About how many people there are; exact where the sample holds them all."""
        few = len(self.sample) + self.skip < PREVIEW // 2
        return len(self.sample) if few else max(self.table.size - self.skip, 1)

    @property
    def encoding(self) -> str:
        """The codec of a text file, "" for a workbook, which has only one."""
        return self.table.writing.codec if isinstance(self.table, TextFile) else ""

    @property
    def sheet(self) -> str:
        """The sheet of a workbook, "" for a text file."""
        return self.table.sheet.name if isinstance(self.table, Workbook) else ""

    @property
    def sheets(self) -> tuple[str, ...]:
        """Every sheet that people see in the workbook."""
        return self.table.sheets if isinstance(self.table, Workbook) else ()

    def batches(self) -> Iterator[list[list[str]]]:
        """Every line below the headings, some thousand at a time.

        Raises WrongCall where the file can't be read any more, or is another one now.
        """
        return self._below(self.table)

    def again(self) -> Iterator[list[list[str]]]:
        """The same, while the list is being read; the count of broken lines stays as it is."""
        return self._below(copy(self.table))

    def _below(self, table: Table) -> Iterator[list[list[str]]]:
        left = self.skip
        try:
            for batch in table.batches():
                yield batch[left:] if left else batch
                left = max(left - len(batch), 0)
        except ChangedError as error:
            raise _fault(self.name, "changed") from error
        except OSError as error:
            raise _unreadable(self.name, error) from error


def read(
    file: Path, code_page: str = "", named: Collection[str] = (), encoding: str = "", sheet: str = ""
) -> ListFile:
    """Opens the list; raises WrongCall where it can't be read as one.

    code_page: the show's; named: headings that people have named, whatever else they look like;
    encoding and sheet: as people have chosen, else found out.
    """
    codec = encodings.chosen(encoding)
    try:
        table = _table(file, code_page, codec, sheet)
        first = list(islice(chain.from_iterable(table.batches()), PREVIEW))
    except NoWorkbookError as fault:
        raise _fault(file.name, str(fault)) from fault
    except (OSError, ValueError) as error:
        raise _unreadable(file.name, error) from error
    if not any(map(_is_filled, first)):
        raise _fault(file.name, "empty")
    return _laid_out(file.name, table, first, _row_of(first, named))


def _table(file: Path, code_page: str, codec: str, sheet: str) -> Table:
    if file.is_fifo():
        # The look at it would take what the import needs.
        raise OSError(errno.ESPIPE, "")
    head = disk.read(file, 4096)
    if not head.strip(b"\x00\t\r\n \xef\xbb\xbf"):
        raise NoWorkbookError("empty")
    if head.startswith(workbook.SIGNATURES):
        return workbook.read(file, _likely, sheet)
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_WEB_PAGE):
        raise NoWorkbookError("page")
    found = text_file.read(file, code_page, codec)
    if found.writing.binary:
        raise NoWorkbookError("binary")
    return found


def _likely(first: list[list[str]]) -> int:
    """How many of id, e-mail and name the columns of a sheet are: a page about the file has hardly any."""
    if not any(map(_is_filled, first)):
        return 0
    headings, _, below = _apart(first, _row_of(first, ()))
    fields = set(columns.propose(headings, below))
    return len(fields & {IDS, "emails"}) + bool(fields & {"full_name", "given_name", "family_name"})


def _row_of(first: Sequence[Sequence[str]], named: Collection[str]) -> int | None:
    """The row with the headings: with those named, with known ones, or one that looks like headings."""
    # A number names a column by its place.
    wanted = {fold(heading) for heading in named if not heading.isdecimal()}
    rows = range(min(len(first), _LATEST_HEADING))
    called = (at for at in rows if wanted and wanted <= {fold(cell) for cell in first[at]})
    known = next(called, None)
    known = _heading_row(first) if known is None else known
    return _unlike_the_rest(first) if known is None else known


def _unlike_the_rest(first: Sequence[Sequence[str]]) -> int | None:
    """The first filled row, where it is all words above a column of numbers or addresses."""
    at = next((place for place, row in enumerate(first) if _is_filled(row)), 0)
    below = [row for row in first[at + 1 :] if len(row) == len(first[at])]
    if not below or any(not cell.strip() or _has_figures(cell) for cell in first[at]):
        return None
    columns_below = zip(*below, strict=True)
    return at if any(all(map(_has_figures, column)) for column in columns_below) else None


def _has_figures(cell: str) -> bool:
    return "@" in cell or any(letter.isdigit() for letter in cell)


def _laid_out(name: str, table: Table, first: list[list[str]], at: int | None) -> ListFile:
    headings, skip, below = _apart(first, at)
    return ListFile(name, table, headings, skip, below)


def _apart(
    first: list[list[str]], at: int | None
) -> tuple[tuple[str, ...], int, tuple[tuple[str, ...], ...]]:
    """The headings, "" where a column has none, how many lines stand before the people, and those people."""
    if at is None:
        at = next(place for place, row in enumerate(first) if _is_filled(row))
        headings, skip = _NO_HEADINGS, at
    else:
        headings, skip = tuple(cell.strip() for cell in first[at]), at + 1
    below = tuple(tuple(row) for row in first[skip:] if _is_filled(row))
    width = max((len(row) for row in (headings, *below)), default=0)
    return (*headings, *[""] * (width - len(headings))), skip, below


def _heading_row(rows: Sequence[Sequence[str]]) -> int | None:
    """The row with most known headings; one is enough only for a list of one column."""
    scores = [_headings_in(row) for row in rows[:_LATEST_HEADING]]
    best = max(range(len(scores)), key=lambda at: (scores[at], -at), default=None)
    if best is None or scores[best] < min(2, sum(1 for cell in rows[best] if cell.strip())):
        return None
    return best if scores[best] else None


def _headings_in(row: Sequence[str]) -> int:
    """How many cells are headings; a row with an address or a long number in it is a person."""
    if any("@" in cell or sum(letter.isdigit() for letter in cell) > 4 for cell in row):
        return 0
    return sum(1 for cell in row if len(cell) < 60 and columns.is_heading(cell))


def _is_filled(row: Sequence[str]) -> bool:
    return any(cell.strip() for cell in row)


def _fault(name: str, reason: str) -> UserError:
    happened, step = _FAULTS[reason]
    safe = "" if reason == "changed" else tr(_SAFE)
    return WrongCall(tr(happened).format(file=name), safe=safe, step=tr(step))


def _unreadable(name: str, error: Exception) -> UserError:
    reason = why(error) if isinstance(error, OSError) else str(error)
    return WrongCall(
        tr("{file} can't be read: {reason}.").format(file=name, reason=reason),
        step=tr("Check the name and the rights of the file."),
    )
