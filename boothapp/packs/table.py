"""The leads as CSV: RFC 4180 with a byte order mark, and cells that no spreadsheet takes for a formula."""

import csv
import re
from collections.abc import Sequence
from io import StringIO

from boothapp.packs.columns import Cell, columns
from boothapp.packs.lead import PackLead

# Excel shows umlauts and Cyrillic from a double-clicked CSV only with the mark.
ENCODING = "utf-8-sig"
# CWE-1236: a cell, or what another separator would make a cell, that begins with one of these is evaluated.
FORMULA = re.compile(r"(?P<before>^|[;\t\r\n])(?P<marks>'*)(?P<sign>[=+\-@＝＋－＠\t])")
GUARDED = re.compile(r"(?P<before>^|[;\t\r\n])'(?P<marks>'*)(?P<sign>[=+\-@＝＋－＠\t])")


def table(leads: Sequence[PackLead]) -> bytes:
    """One line a lead, a header with the keys of the columns; texts guarded, numbers as they are."""
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    used = columns(leads)
    writer.writerow([guarded(column.key) for column in used])
    writer.writerows([_cell(column.value(lead)) for column in used] for lead in leads)
    return out.getvalue().encode(ENCODING)


def guarded(text: str) -> str:
    """The text with an apostrophe wherever a formula could begin; `unguarded` takes it away again."""
    return FORMULA.sub(r"\g<before>'\g<marks>\g<sign>", text)


def unguarded(text: str) -> str:
    """The text as it was before `guarded`."""
    return GUARDED.sub(r"\g<before>\g<marks>\g<sign>", text)


def _cell(value: Cell) -> Cell:
    return guarded(value) if isinstance(value, str) else value
