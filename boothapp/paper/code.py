"""QR codes as vector runs."""

from dataclasses import dataclass

from boothapp.errors import Defect

# ISO/IEC 18004: four modules clear all round.
QUIET = 4
MILLIMETRE = 72 / 25.4
# Below 0.4 mm a module phone cameras at arm's length and 300 dpi office printers begin to fail.
SMALLEST_MODULE = 0.4 * MILLIMETRE
# One mask for all: choosing the best of eight costs 38 times as much and reads no better in a blur test.
MASK = 3


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code: its modules a side, and its dark modules as runs (column, row from the top, length)."""

    modules: int
    runs: tuple[tuple[int, int, int], ...]

    def side(self, wanted: float) -> float:
        """The side of the dark square in points: as wanted, or larger where modules would get too small."""
        return max(wanted, self.modules * SMALLEST_MODULE)

    def path(self, left: float, top: float, side: float) -> str:
        """The PDF operators that fill this code in black; one path, so that no seams show."""
        module = side / self.modules
        boxes = "".join(f"{x} {y} {length} 1 re " for x, y, length in self.runs)
        return f"q 0 g {module:.4f} 0 0 {-module:.4f} {left:.3f} {top:.3f} cm {boxes}f Q"


def encode(text: str) -> Code:
    """The text as a QR code of level M with the fixed mask. Raises Defect when it is over 2,331 bytes."""
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.exceptions import DataOverflowError
    from qrcode.main import QRCode

    maker = QRCode(error_correction=ERROR_CORRECT_M, border=0, mask_pattern=MASK)
    maker.add_data(text, optimize=0)
    try:
        maker.make(fit=True)
    except (DataOverflowError, ValueError) as fault:
        raise Defect(f"a code of {len(text.encode())} bytes is more than QR can hold") from fault
    rows = maker.modules
    return Code(len(rows), tuple(run for y, row in enumerate(rows) for run in _runs(y, row)))


def _runs(y: int, row: list[bool | None]) -> list[tuple[int, int, int]]:
    found, start = [], None
    for x, dark in enumerate([*row, False]):
        if dark and start is None:
            start = x
        elif not dark and start is not None:
            found.append((start, y, x - start))
            start = None
    return found
