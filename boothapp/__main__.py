"""Decides between window and command; everything else is imported when it is needed."""

import sys


def main() -> None:
    """The program `boothapp`."""
    words = sys.argv[1:]
    if not words:
        sys.exit(_window(None))
    from boothapp.cli.main import run

    sys.exit(run(words, _window))


def _window(home: str | None) -> int:
    from boothapp.errors import UserError
    from boothapp.ui import screen

    try:
        screen.require()
    except UserError as fault:
        sys.stderr.write(f"{fault}\n")
        return fault.exit_code
    from boothapp.ui.light import travel_light

    travel_light()
    from boothapp.app import run

    return run(home)


if __name__ == "__main__":
    main()
