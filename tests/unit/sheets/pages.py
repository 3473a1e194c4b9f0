"""Looking at a PDF the way a print shop, a reader program and a phone do."""

import re
import subprocess
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import zxingcpp

WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')


@dataclass(frozen=True)
class Box:
    """A word on the page: left, top, right, bottom in points from the top left corner."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    def overlaps(self, other: "Box") -> bool:
        """Whether letters of both would touch; the blank quarter above and below letters does not count."""
        blank, others = (self.bottom - self.top) / 4, (other.bottom - other.top) / 4
        beside = self.right - 0.5 <= other.left or other.right - 0.5 <= self.left
        apart = self.bottom - blank <= other.top + others or other.bottom - others <= self.top + blank
        return not (beside or apart)


def tool(*command: str) -> str:
    """What a command prints; fails the test with its messages when it fails."""
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 0, f"{command[0]}: {done.stdout!r} {done.stderr!r}"
    return done.stdout.decode(errors="replace")


def text(pdf: Path) -> str:
    """The text in reading order."""
    return tool("pdftotext", "-enc", "UTF-8", str(pdf), "-")


def boxes(pdf: Path) -> list[Box]:
    """Every word with its place."""
    found = WORD.findall(tool("pdftotext", "-bbox", str(pdf), "-"))
    return [Box(*map(float, places), unescape(words)) for *places, words in found]


def fonts(pdf: Path) -> list[tuple[str, bool]]:
    """Every font the document names, and whether it is embedded."""
    rows = tool("pdffonts", str(pdf)).splitlines()
    start = rows[0].index("emb")
    return [(row.split()[0], row[start:].split()[0] == "yes") for row in rows[2:]]


def pages(pdf: Path) -> int:
    """How many pages the document has."""
    return int(tool("qpdf", "--show-npages", str(pdf)))


def codes(pdf: Path) -> list[str]:
    """The text of every code on the first page, read from it at 150 dpi, from top to bottom."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        image = document[0].render(scale=150 / 72).to_pil()
    found = zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode)
    return [code.text for code in sorted(found, key=lambda code: code.position.top_left.y)]
