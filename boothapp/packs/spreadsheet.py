"""The leads as an XLSX workbook: one sheet with all of them, one for each owner."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from boothapp.packs.columns import Cell, Column, columns
from boothapp.packs.lead import PackLead, by_owner
from boothapp.words import speaker

if TYPE_CHECKING:
    from xlsxwriter import Workbook

# Excel's own limits: letters in a cell, letters in a sheet's name, signs a name can't have.
CELL_LETTERS = 32_767
NAME_LETTERS = 31
NAME_SIGNS = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
HEAD = {"bold": True, "bg_color": "#12212B", "font_color": "#FFFFFF", "valign": "vcenter"}
BODY = {"valign": "top", "text_wrap": False}
# Dark letters on a tint: readable in print and for the colour-blind, since the word stands in the cell.
FILLS: Mapping[str, Mapping[str, str]] = {
    "hot": {"bg_color": "#FBD9D3", "font_color": "#7A1A0C"},
    "warm": {"bg_color": "#FCE9C4", "font_color": "#6B4400"},
    "cold": {"bg_color": "#DCE9F5", "font_color": "#173F66"},
}
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def spreadsheet(
    target: Path | BytesIO, leads: Sequence[PackLead], *, made_at: str, language: str = "en", scratch: Path
) -> None:
    """Writes the workbook; leads come in calling order. scratch: a private folder for the writer's rows.

    Raises OSError where the disk refuses.
    """
    from xlsxwriter import Workbook

    tr, used = speaker(language), columns(leads)
    with _disk_faults(), Workbook(target, {**OPTIONS, "tmpdir": str(scratch)}) as book:
        book.set_properties({"created": datetime.fromisoformat(made_at).replace(tzinfo=None)})
        formats = _formats(book)
        names: set[str] = set()
        _fill(book, _name(tr("All leads"), names), leads, used, formats, tr)
        for owner, owned in by_owner(leads).items():
            _fill(book, _name(owner or tr("No owner"), names), owned, used, formats, tr)


@contextmanager
def _disk_faults() -> Iterator[None]:
    """The writer's own error for a disk that refuses, as what it is."""
    from xlsxwriter.exceptions import FileCreateError

    try:
        yield
    except FileCreateError as error:
        raise OSError(*error.args[0].args) from error


def _formats(book: "Workbook") -> dict[str, Any]:
    fills = {rating: book.add_format({**BODY, "bold": True, **fill}) for rating, fill in FILLS.items()}
    return {**fills, "head": book.add_format(HEAD), "body": book.add_format(BODY)}


def _fill(
    book: "Workbook",
    name: str,
    leads: Sequence[PackLead],
    used: tuple[Column, ...],
    formats: Mapping[str, Any],
    tr: Callable[[str], str],
) -> None:
    page = book.add_worksheet(name)
    page.freeze_panes(1, 4)
    page.set_row(0, 22)
    page.set_landscape()
    page.repeat_rows(0)
    for place, column in enumerate(used):
        page.set_column(place, place, column.width)
        page.write_string(0, place, _cut(tr(column.heading)), formats["head"])
    for row, lead in enumerate(leads, 1):
        for place, column in enumerate(used):
            _write(page, row, place, _shown(column, lead, tr), _style(column, lead, formats))
    page.autofilter(0, 0, len(leads), len(used) - 1)


def _shown(column: Column, lead: PackLead, tr: Callable[[str], str]) -> Cell:
    value = column.value(lead)
    return tr(value) if column.key == "rating" and isinstance(value, str) and value else value


def _style(column: Column, lead: PackLead, formats: Mapping[str, Any]) -> Any:
    return formats.get(lead.rating, formats["body"]) if column.key == "rating" else formats["body"]


def _write(page: Any, row: int, place: int, value: Cell, style: Any) -> None:
    if isinstance(value, str):
        page.write_string(row, place, _cut(value), style)
    else:
        page.write_number(row, place, value, style)


def _cut(text: str) -> str:
    return text if len(text) <= CELL_LETTERS else text[: CELL_LETTERS - 1] + "…"


def _name(wanted: str, taken: set[str]) -> str:
    """A sheet name Excel accepts and no other sheet has, compared without case."""
    base = NAME_SIGNS.sub(" ", wanted).strip(" '")[:NAME_LETTERS].strip(" '") or "-"
    if base.casefold() == "history":
        base = f"{base} 1"
    name, count = base, 1
    while name.casefold() in taken:
        count += 1
        name = f"{base[: NAME_LETTERS - len(str(count)) - 1]} {count}"
    taken.add(name.casefold())
    return name
