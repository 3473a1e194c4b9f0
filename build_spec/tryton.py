"""Prepares the CRM of the tests outside the repository and prints its folder.

Its template database is migrated and seeded; `seed.json` has its users and their random passwords.
"""

import json
import secrets
import sys
from pathlib import Path

from build_spec import prepared

HERE = Path(__file__).parent
LOCK = HERE.parent / "requirements-tryton.lock"
SEED = HERE / "tryton_seed.py"
DATABASE = "ci"
CONFIG = "[database]\nuri = sqlite://\npath = {folder}\n"


def main() -> int:
    """Prints the ready folder, or which step failed."""
    return prepared.say("The CRM for the tests", prepare)


def prepare() -> Path:
    """The ready folder, built first if it is missing."""
    return prepared.folder("tryton", (LOCK, SEED, Path(__file__)), _build)


def _build(folder: Path) -> None:
    prepared.environment(folder / "venv", LOCK)
    _template(folder)


def _template(folder: Path) -> None:
    template, python = folder / "template", folder / "venv" / "bin" / "python"
    template.mkdir()
    (template / f"{DATABASE}.sqlite").touch()
    config = folder / "migrate.conf"
    config.write_text(CONFIG.format(folder=template))
    words = {user: secrets.token_urlsafe(16) for user in ("admin", "boothapp", "sales", "guest")}
    passwords = folder / "seed.json"
    passwords.touch(mode=0o600)
    passwords.write_text(json.dumps({"database": DATABASE, "passwords": words}))
    admin = folder / "admin.pass"
    admin.touch(mode=0o600)
    admin.write_text(words["admin"])
    activate = ["-u", "sale_opportunity", "--activate-dependencies", "--email", "admin@example.com"]
    tool = [python, folder / "venv" / "bin" / "trytond-admin", "-c", config, "-d", DATABASE]
    prepared.run(*tool, *activate, TRYTONPASSFILE=str(admin))
    admin.unlink()
    prepared.run(python, SEED, config, passwords)
    config.unlink()


if __name__ == "__main__":
    sys.exit(main())
