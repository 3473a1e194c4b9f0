"""Decides between window and command; everything else is imported when it is needed."""

import gc
import sys


def main() -> None:
    """The program `boothapp`."""
    words = sys.argv[1:]
    if not words:
        sys.exit(_window(None))
    from boothapp.cli.main import run

    sys.exit(run(words, _window))


# Pauses of the garbage collector cost a tenth of the start; a window makes little garbage in circles.
BETWEEN_COLLECTIONS = 50_000


def _window(home: str | None) -> int:
    gc.set_threshold(BETWEEN_COLLECTIONS)
    from boothapp.ui import plain_imports

    plain_imports.restore()
    from boothapp.app import run

    return run(home)


if __name__ == "__main__":
    main()
