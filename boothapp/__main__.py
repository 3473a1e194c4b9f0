"""Decides between window and command; everything else is imported when it is needed."""

import sys


def main() -> None:
    """The program `boothapp`."""
    from boothapp.cli.main import run

    sys.exit(run(sys.argv[1:], _window))


def _window(home: str | None) -> int:
    from boothapp.app import run

    return run(home)


if __name__ == "__main__":
    main()
