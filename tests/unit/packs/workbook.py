"""Reading a workbook with nothing but its own XML, so that what Excel would see is what is checked."""

import zipfile
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@dataclass(frozen=True)
class Cell:
    """A cell's kind as Excel stores it ("inlineStr", "s" for texts, "n" for numbers), its text, its style."""

    kind: str
    text: str
    style: int


def sheets(path: Path) -> dict[str, list[list[Cell]]]:
    """Every sheet by its name, as rows of cells."""
    with zipfile.ZipFile(path) as book:
        names = [tag.attrib["name"] for tag in _xml(book, "xl/workbook.xml").iter(f"{MAIN}sheet")]
        pages = [_xml(book, f"xl/worksheets/sheet{place}.xml") for place in range(1, len(names) + 1)]
    return {name: _rows(page) for name, page in zip(names, pages, strict=True)}


def part(path: Path, name: str) -> ElementTree.Element:
    """One part of the workbook."""
    with zipfile.ZipFile(path) as book:
        return _xml(book, name)


def _xml(book: zipfile.ZipFile, name: str) -> ElementTree.Element:
    return ElementTree.fromstring(book.read(name))


def _rows(page: ElementTree.Element) -> list[list[Cell]]:
    return [[_cell(cell) for cell in row] for row in page.iter(f"{MAIN}row")]


def _cell(cell: ElementTree.Element) -> Cell:
    assert cell.find(f"{MAIN}f") is None, "a formula"
    text = "".join(cell.itertext())
    return Cell(cell.get("t", "n"), text, int(cell.get("s", "0")))
