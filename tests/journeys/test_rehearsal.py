"""Before the doors open, from a shell: everything is tried, what to do is said, and nothing is left."""

import os
from pathlib import Path

import pytest

from tests.journeys.laptop import Laptop
from tests.unit.actions.printers import with_queue


@pytest.fixture(autouse=True)
def _a_printer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_queue(tmp_path / "bin", "desk", ("desk",), "printer desk is idle.")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"), prepend=os.pathsep)


def test_a_stand_that_may_open(laptop: Laptop) -> None:
    before = laptop.does("leads")
    said = laptop.run("rehearse")
    checks = {one["name"]: one for one in said.json["checks"]}
    assert (said.code, said.json["ok"]) == (0, True)
    assert all(one.keys() >= {"name", "ok", "detail"} for one in checks.values())
    assert checks["printer"]["detail"] == "desk is ready"
    assert checks["copy"]["state"] == "look"
    assert checks["copy"]["step"] in said.err
    assert laptop.does("leads") == before
    first = laptop.does("capture", "--set", "full_name=Ada Byron")
    assert first["number"] == "A-0001"


def test_a_stand_that_is_not_ready_exits_with_one(laptop: Laptop, tmp_path: Path) -> None:
    with_queue(tmp_path / "bin", "desk", ("desk",), "printer desk disabled since today - out of paper")
    said = laptop.run("rehearse")
    assert (said.code, said.json["ok"]) == (1, False)
    assert [one["name"] for one in said.json["checks"] if not one["ok"]] == ["printer"]
    assert "Check paper" in said.err
