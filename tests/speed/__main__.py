"""`make bench`: one line a promise, ours against the bare work; ends with 1 when a limit is missed.

Words after the command choose the lines to run: `python -m tests.speed start`.
"""

import sys
from collections.abc import Iterable

from tests.speed import attendees, frame, million, pace, payloads, save, search, sheet, start
from tests.speed.ratio import Bench

BENCHES: tuple[Bench, ...] = (
    *start.BENCHES,
    *save.BENCHES,
    *search.BENCHES,
    *sheet.BENCHES,
    *payloads.BENCHES,
    *attendees.BENCHES,
    *frame.BENCHES,
    *million.BENCHES,
    *pace.BENCHES,
)
HEADINGS = ("name", "ours", "bare", "ratio", "limit", "ok", "bare is")


def line(bench: Bench) -> tuple[str, ...]:
    """The cells of one bench's line; a bench that cannot run is a missed limit with its reason."""
    try:
        pair = bench.measure()
    except Exception as fault:  # noqa: BLE001 - one broken bench must not hide the others
        return bench.name, "-", "-", "-", f"{bench.limit:.1f}", "NO", f"failed: {fault}"
    ok = "yes" if pair.ratio <= bench.limit else "NO"
    figures = (f"{pair.ours:.2f} {bench.unit}", f"{pair.bare:.2f} {bench.unit}", f"{pair.ratio:.2f}")
    return bench.name, *figures, f"{bench.limit:.1f}", ok, bench.against


def table(rows: list[tuple[str, ...]]) -> str:
    """The rows under their headings, figures to the right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    return "\n".join(_aligned(row, widths).rstrip() for row in rows)


def _aligned(row: tuple[str, ...], widths: list[int]) -> str:
    places = [str.ljust, *[str.rjust] * 4, str.ljust, str.ljust]
    return "  ".join(place(cell, width) for place, cell, width in zip(places, row, widths, strict=True))


def main(chosen: Iterable[str]) -> int:
    words = tuple(chosen)
    benches = [bench for bench in BENCHES if not words or any(word in bench.name for word in words)]
    rows = [line(bench) for bench in benches]
    print(table([HEADINGS, *rows]))
    return 1 if not rows or any(row[5] != "yes" for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
