"""Servers the tests talk to, each prepared once outside the repository: whole, or not there at all.

A prepared folder holds an environment of its own and a template database; its name is keyed on everything
that makes it, so a second run does nothing.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

FAILED, NO_PACKAGES = 3, 4
"""Exit codes: a step failed; the packages could not be had."""


def say(what: str, prepare: Callable[[], Path]) -> int:
    """Prints the ready folder; on a failure says which step failed and shows its last lines."""
    try:
        sys.stdout.write(f"{prepare()}\n")
    except subprocess.CalledProcessError as failure:
        said = (failure.stderr or failure.stdout or "").strip().splitlines()[-15:]
        step = " ".join(Path(part).name for part in failure.cmd[:3])
        head = f"{what} could not be set up; this step failed: {step}"
        sys.stderr.write("\n".join([head, *said, ""]))
        return NO_PACKAGES if "pip" in failure.cmd else FAILED
    except OSError as failure:
        sys.stderr.write(f"{what} could not be set up: {failure}\n")
        return FAILED
    return 0


def folder(name: str, made_of: Iterable[Path], build: Callable[[Path], None]) -> Path:
    """The ready folder, built first if it is missing; a half-made one never gets the final name."""
    cache = _cache()
    ready = cache / f"{name}-{_fingerprint([*made_of, Path(__file__)])}"
    if not ready.is_dir():
        _sweep(cache, name)
        _build(ready, build)
    return ready


def environment(venv: Path, lock: Path, *options: str) -> None:
    """An environment with exactly what the lock file names."""
    run(sys.executable, "-m", "venv", venv)
    pip = [venv / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    run(*pip, *options, "--require-hashes", "-r", lock)


def run(*command: object, **variables: str) -> None:
    """One step; raises CalledProcessError with what it said."""
    words = [str(part) for part in command]
    subprocess.run(words, check=True, capture_output=True, text=True, env={**os.environ, **variables})


def _cache() -> Path:
    root = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    cache = Path(root) / "boothapp"
    cache.mkdir(parents=True, exist_ok=True)
    return cache


def _fingerprint(made_of: Iterable[Path]) -> str:
    parts = [*(path.read_bytes() for path in made_of), sys.version.encode(), sys.base_prefix.encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:16]


def _build(ready: Path, build: Callable[[Path], None]) -> None:
    partial = ready.with_name(f"{ready.name}.partial-{os.getpid()}")
    try:
        build(partial)
        partial.rename(ready)
    except OSError:
        # Somebody else finished the same folder first.
        if not ready.is_dir():
            raise
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def _sweep(cache: Path, name: str) -> None:
    """Removes what killed runs left behind."""
    for partial in cache.glob(f"{name}-*.partial-*"):
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
