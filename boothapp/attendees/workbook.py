"""A spreadsheet file as rows: XLSX, XLS, XLSB and ODS, every cell as the text a person sees."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

SIGNATURES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""Of a zip (ECMA-376 and ODF packages) and of a compound file (MS-CFB, the XLS before 2007)."""

LARGEST = 1 << 30
"""Bytes unpacked: 200,000 people with 30 columns are a quarter of it; a bomb is more."""

ROWS = 10_000
_SHEETS_TRIED, _ROWS_SEEN = 5, 30


class NoWorkbookError(Exception):
    """The file is no spreadsheet that can be read; the text says why: "zip", "large", "password", "sheet"."""


@dataclass
class Workbook:
    """The sheet of a workbook that holds the list; sheets: the names of all that people see."""

    sheet: "CalamineSheet"
    broken: int = 0
    sheets: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """How many rows there are."""
        return int(self.sheet.height)

    def batches(self) -> Iterator[list[list[str]]]:
        """Every row from the beginning, some thousand at a time."""
        source = self.sheet.iter_rows()
        while rows := list(islice(source, ROWS)):
            yield [[cell if type(cell) is str else text_of(cell) for cell in row] for row in rows]


def read(file: Path, likely: Callable[[list[list[str]]], int], named: str = "") -> Workbook:
    """The visible sheet that is the likeliest list, of equals the first; raises NoWorkbookError.

    likely: how much speaks for a sheet that begins with these rows; named: the sheet people have chosen.
    """
    from python_calamine import CalamineError, PasswordError

    _check_size(file)
    try:
        return _chosen(file, likely, named)
    except PasswordError:
        raise NoWorkbookError("password") from None
    except (CalamineError, OSError, ValueError) as fault:
        raise NoWorkbookError("zip") from fault


def _chosen(file: Path, likely: Callable[[list[list[str]]], int], named: str) -> Workbook:
    from python_calamine import CalamineWorkbook, SheetVisibleEnum

    book = CalamineWorkbook.from_path(file)
    names = tuple(one.name for one in book.sheets_metadata if one.visible == SheetVisibleEnum.Visible)
    if named and named not in names:
        raise NoWorkbookError("sheet")
    tried = (named,) if named else names[:_SHEETS_TRIED]
    sheets = (Workbook(book.get_sheet_by_name(name), sheets=names) for name in tried)
    filled = [sheet for sheet in sheets if sheet.size]
    if not filled:
        raise NoWorkbookError("empty")
    return filled[0] if len(filled) == 1 else max(filled, key=lambda sheet: likely(_first(sheet)))


def _first(book: Workbook) -> list[list[str]]:
    return [list(map(text_of, row)) for row in islice(book.sheet.iter_rows(), _ROWS_SEEN)]


def _check_size(file: Path) -> None:
    with file.open("rb") as source:
        if source.read(4) != SIGNATURES[0]:
            return
    try:
        with ZipFile(file) as package:
            if sum(part.file_size for part in package.infolist()) > LARGEST:
                raise NoWorkbookError("large")
    # A damaged one may also ask for a version of zip that Python does not know.
    except (BadZipFile, NotImplementedError, EOFError):
        raise NoWorkbookError("zip") from None


def text_of(cell: object) -> str:
    """A number without the ".0" that spreadsheets keep, a day as ISO 8601, anything else as its text."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime) and not (cell.hour or cell.minute or cell.second):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)
