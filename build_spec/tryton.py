"""Prepares the CRM of the tests outside the repository and prints its folder.

The folder holds an environment of its own, a migrated and seeded template database and `seed.json` with
its users and random passwords. It is keyed on everything that makes it, so a second run does nothing.
"""

import hashlib
import json
import os
import secrets
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
LOCK = HERE.parent / "requirements-tryton.lock"
SEED = HERE / "tryton_seed.py"
DATABASE = "ci"
CONFIG = "[database]\nuri = sqlite://\npath = {folder}\n"


def main() -> int:
    """Prints the ready folder; on a failure says which step failed and shows its last lines."""
    try:
        sys.stdout.write(f"{prepare()}\n")
    except subprocess.CalledProcessError as failure:
        said = (failure.stderr or failure.stdout or "").strip().splitlines()[-15:]
        step = " ".join(Path(part).name for part in failure.cmd[:3])
        head = f"The CRM for the tests could not be set up; this step failed: {step}"
        sys.stderr.write("\n".join([head, *said, ""]))
        return 3
    except OSError as failure:
        sys.stderr.write(f"The CRM for the tests could not be set up: {failure}\n")
        return 3
    return 0


def prepare() -> Path:
    """The ready folder, built first if it is missing; a half-made one never gets the final name."""
    ready = _cache() / f"tryton-{_fingerprint()}"
    if not ready.is_dir():
        _sweep(ready.parent)
        _build(ready)
    return ready


def _cache() -> Path:
    root = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    folder = Path(root) / "boothapp"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _fingerprint() -> str:
    made_of = [path.read_bytes() for path in (LOCK, SEED, Path(__file__))]
    return hashlib.sha256(b"\0".join([*made_of, sys.version.encode(), sys.base_prefix.encode()])).hexdigest()[
        :16
    ]


def _build(ready: Path) -> None:
    partial = ready.with_name(f"{ready.name}.partial-{os.getpid()}")
    try:
        _environment(partial / "venv")
        _template(partial)
        partial.rename(ready)
    except OSError:
        # Somebody else finished the same folder first.
        if not ready.is_dir():
            raise
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _environment(venv: Path) -> None:
    _run(sys.executable, "-m", "venv", venv)
    pip = [venv / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    _run(*pip, "--require-hashes", "-r", LOCK)


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
    _run(*tool, *activate, TRYTONPASSFILE=str(admin))
    admin.unlink()
    _run(python, SEED, config, passwords)
    config.unlink()


def _run(*command: object, **variables: str) -> None:
    words = [str(part) for part in command]
    subprocess.run(words, check=True, capture_output=True, text=True, env={**os.environ, **variables})


def _sweep(cache: Path) -> None:
    """Removes what killed runs left behind."""
    for partial in cache.glob("tryton-*.partial-*"):
        if not _alive(int(partial.name.rpartition("-")[2])):
            shutil.rmtree(partial, ignore_errors=True)


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


if __name__ == "__main__":
    sys.exit(main())
