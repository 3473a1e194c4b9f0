"""Prepares the ticket shop of the tests outside the repository and prints its folder.

pretix is AGPL: it is only ever a server of the tests, in a process and an environment of its own; boothapp
neither imports nor ships any of it.
"""

import sys
from pathlib import Path

from build_spec import prepared

HERE = Path(__file__).parent
LOCK = HERE.parent / "requirements-pretix.lock"
SEED = HERE / "pretix_seed.py"


def main() -> int:
    """Prints the ready folder, or which step failed."""
    return prepared.say("The ticket shop for the tests", prepare)


def prepare() -> Path:
    """The ready folder, built first if it is missing."""
    return prepared.folder("pretix", (LOCK, SEED, Path(__file__)), _build)


def settings(data: Path, url: str = "http://127.0.0.1") -> dict[str, str]:
    """The environment variables of a pretix that keeps its data there and is called by that address."""
    return {
        "DJANGO_SETTINGS_MODULE": "pretix.settings",
        "PRETIX_CONFIG_FILE": "",
        "PRETIX_PRETIX_DATADIR": str(data),
        "PRETIX_PRETIX_URL": url,
        # Modules are compiled once, whatever the caller does with its own; else each start takes seconds.
        "PYTHONDONTWRITEBYTECODE": "",
    }


def _build(folder: Path) -> None:
    # Most modules are never imported; those that are, get compiled by the seeding.
    prepared.environment(folder / "venv", LOCK, "--no-compile")
    seed, template = folder / "seed.json", folder / "template"
    template.mkdir()
    seed.touch(mode=0o600)
    # -P: else this file is what `import pretix` finds.
    prepared.run(folder / "venv" / "bin" / "python", "-P", SEED, seed, **settings(template))


if __name__ == "__main__":
    sys.exit(main())
