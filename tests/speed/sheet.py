"""One sheet against a bare reportlab page with the same logo and as many lines of text."""

from io import BytesIO
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from boothapp import paths
from boothapp.domain.collateral import link
from boothapp.sheets.content import Representative, SheetContent, SheetPiece
from boothapp.sheets.sheet import render
from tests.speed.ratio import Bench, Pair, alternating, milliseconds

if TYPE_CHECKING:
    from reportlab.lib.utils import ImageReader

ROUNDS = 40
BARE_LINES = 20


def sheet() -> Pair:
    """Milliseconds for one sheet and for one bare page, the best of many taken in turn."""
    from reportlab.lib.utils import ImageReader

    logo = paths.resources() / "demo" / "logo.png"
    # Both keep the decoded logo, or its decoding would hide what the sheet itself costs.
    kept = ImageReader(str(logo))
    numbers = count()
    _bare(kept), render(_content(logo, next(numbers)))
    return alternating(lambda: _one(logo, next(numbers)), milliseconds(lambda: _bare(kept)), ROUNDS)


def _one(logo: Path, number: int) -> float:
    content = _content(logo, number)
    return milliseconds(lambda: render(content))()


def _content(logo: Path, number: int) -> SheetContent:
    """Each sheet has its own name and links, so that nothing is answered from a cache."""
    pieces = tuple(
        SheetPiece(
            f"Palletising cell {number} and what it needs",
            "Payload, reach, cycle times and the floor plan of the cell.",
            "Brochure",
            link("https://go.nlr.example", "h27", f"p{index}", f"4fj2k9x{number:03d}"),
        )
        for index in range(3)
    )
    return SheetContent(
        visitor_name=f"Margaret O’Brien {number}",
        company=f"Harbour Foods {number} Ltd.",
        show="Hannover Messe 2027",
        exhibitor="Nordlicht Robotics",
        greeting=f"Thank you for your visit number {number}. Here is what we talked about at our stand.",
        pieces=pieces,
        representative=Representative(
            "Katrin Vogel", "Sales engineer", "+49 40 5550142", "vogel@nlr.example"
        ),
        next_step=f"Katrin calls you on Thursday, {number % 28 + 1} April.",
        consent="You agreed to be contacted by e-mail about these products.",
        logo=logo,
        footer="Nordlicht Robotics GmbH, 20457 Hamburg",
        number=f"A-{number:04d}",
        made_at="2027-04-16T11:20:00+02:00",
    )


def _bare(logo: "ImageReader") -> bytes:
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas = Canvas(out, A4)
    canvas.drawImage(logo, 60, 750, 175, 37, mask="auto", preserveAspectRatio=True)
    canvas.setFont("Helvetica", 11)
    for index in range(BARE_LINES):
        canvas.drawString(60, 700 - 20 * index, f"Line {index} of the bare page, as long as on a sheet")
    canvas.showPage()
    canvas.save()
    return out.getvalue()


BENCHES = (Bench("sheet", "a reportlab page with the logo and 20 lines", 4.0, "ms", sheet),)
