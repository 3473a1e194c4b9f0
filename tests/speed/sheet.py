"""One sheet against a bare reportlab page with the same logo and as many lines of text."""

import gc
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from boothapp import paths
from boothapp.paper.code import link
from boothapp.sheets.content import Representative, SheetContent, SheetPiece
from boothapp.sheets.sheet import render

ROUNDS = 40
BARE_LINES = 20


def sheet() -> tuple[float, float]:
    """Processor seconds for one sheet and for one bare page (median of the rounds, taken in turns)."""
    logo = paths.resources() / "demo" / "logo.png"
    _content(logo, 0), _bare(logo), render(_content(logo, 0))
    gc.collect()
    ours, bare = [], []
    for number in range(1, ROUNDS + 1):
        content = _content(logo, number)
        ours.append(_timed(lambda content=content: render(content)))  # type: ignore[misc]
        bare.append(_timed(lambda: _bare(logo)))
    return sorted(ours)[ROUNDS // 2], sorted(bare)[ROUNDS // 2]


def _timed(work: Callable[[], bytes]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


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
        representative=Representative("Katrin Vogel", "Sales engineer", "+49 40 5550142", "vogel@nlr.example"),
        next_step=f"Katrin calls you on Thursday, {number % 28 + 1} April.",
        consent="You agreed to be contacted by e-mail about these products.",
        logo=logo,
        footer="Nordlicht Robotics GmbH, 20457 Hamburg",
        number=f"A-{number:04d}",
        made_at="2027-04-16T11:20:00+02:00",
    )


def _bare(logo: Path) -> bytes:
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    out = BytesIO()
    canvas = Canvas(out, A4)
    canvas.drawImage(str(logo), 60, 750, 175, 37, mask="auto", preserveAspectRatio=True)
    canvas.setFont("Helvetica", 11)
    for index in range(BARE_LINES):
        canvas.drawString(60, 700 - 20 * index, f"Line {index} of the bare page, as long as on a sheet")
    canvas.showPage()
    canvas.save()
    return out.getvalue()


if __name__ == "__main__":
    mine, floor = sheet()
    print(f"sheet {mine * 1000:.2f} ms, bare page {floor * 1000:.2f} ms, ratio {mine / floor:.2f}")
