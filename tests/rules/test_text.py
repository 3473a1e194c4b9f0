"""What may not stand in a tracked file: a registry's host, a machine's paths, secrets; nor huge files."""

import re
import subprocess
import tomllib
from functools import cache
from pathlib import Path

import pytest

from tests.rules.code import ROOT

LIMIT = 1_000_000
LOCKS = sorted(path.name for path in ROOT.glob("requirements*.lock"))
FORBIDDEN = {
    "a registry's host": r"pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|(?:deb|snapshot)\.debian\.org",
    "a path of one machine": r"(?<![\w.:/-])/(?:work|root|home/\w+|opt/(?:wheels|pypi)|Users/\w+)/",
    "a private key": r"-----BEGIN [A-Z ]*PRIVATE KEY-----",
    "unfinished work": r"\bTOD[O]\b|\bFIXM[E]\b",
}
GENERATED = re.compile(r"\.(?:pyc|mo|db|log)$|(?:^|/)(?:dist|build|\.venv|__pycache__)/|(?:^|/)uv\.lock$")


@cache
def tracked() -> list[Path]:
    """Every file that git keeps of this checkout."""
    git = ["git", "-c", "safe.directory=*"]
    command = [*git, "ls-files", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def found_in(text: str) -> list[str]:
    """What a text holds that it may not, as "what: the words"."""
    matches = ((what, re.search(pattern, text)) for what, pattern in FORBIDDEN.items())
    return [f"{what}: {match.group()}" for what, match in matches if match]


def test_no_file_names_a_registry_or_a_machine() -> None:
    texts = {path: path.read_bytes().decode("utf-8", "replace") for path in tracked()}
    wrong = {str(path.relative_to(ROOT)): found_in(text) for path, text in texts.items() if found_in(text)}
    assert len(texts) > 20
    assert wrong == {}


@pytest.mark.parametrize(
    "text",
    ["https://pypi" + ".org/simple", "/ro" + "ot/.config/x", "open('/ho" + "me/ann/x')", "# TO" + "DO later"],
)
def test_what_may_not_stand_there_is_found(text: str) -> None:
    assert len(found_in(text)) == 1


def test_no_file_is_generated_or_huge() -> None:
    names = {path.relative_to(ROOT).as_posix(): path.stat().st_size for path in tracked()}
    assert [name for name in names if GENERATED.search(name)] == []
    assert [name for name, size in names.items() if size > LIMIT and "/fonts/" not in name] == []


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_has_hashes_and_no_addresses(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert re.findall(r"://|file:|^\s*-[-\w]*(?:url|links|editable)|^\s*-e", text, re.MULTILINE) == []
    pinned = re.split(r"^(?=\w)", text, flags=re.MULTILINE)[1:]
    assert len(pinned) > (1 if "fuzz" in name else 10)
    assert [part.split()[0] for part in pinned if "==" not in part or "--hash=sha256:" not in part] == []


def test_the_locks_agree() -> None:
    run, dev = (set(_pins(ROOT / name)) for name in ("requirements.lock", "requirements-dev.lock"))
    assert run - dev == set()


def _pins(lock: Path) -> list[str]:
    return re.findall(r"^[\w.-]+==[^\s;]+", lock.read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("table", ["dependencies", "dev"])
def test_the_locks_hold_what_the_project_asks_for(table: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = (project["project"] | project["dependency-groups"])[table]
    names = {re.split(r"[<>=\[; ]", line)[0].casefold() for line in asked if isinstance(line, str)}
    lock = "requirements.lock" if table == "dependencies" else "requirements-dev.lock"
    locked = {pin.partition("==")[0] for pin in _pins(ROOT / lock)}
    assert names - locked == set(), "run `make lock`"
