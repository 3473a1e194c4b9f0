"""Two programs on one laptop: the window and a scheduled command at the same moment."""

import os
import subprocess
import sys

import pytest

from boothapp.crm.target import key_of
from boothapp.paths import Home
from tests.journeys.laptop import Laptop
from tests.real.conftest import sales_rep, tryton
from tests.real.tryton import Head, SalesRep

__all__ = ["sales_rep", "tryton"]


def started(home: Home, *words: str) -> "subprocess.Popen[bytes]":
    """A `boothapp` of its own."""
    command = [sys.executable, "-m", "boothapp", "--home", str(home.root), "--json", *words]
    return subprocess.Popen(command, env=dict(os.environ), stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def ended(processes: "list[subprocess.Popen[bytes]]") -> list[int]:
    """The exit codes, once all have ended."""
    for process in processes:
        process.communicate()
    return [process.returncode for process in processes]


def test_two_that_find_no_store_make_one(home: Home) -> None:
    both = [started(home, "demo", "--leads", "1", "--seed", str(seed), "--no-window") for seed in (1, 2)]
    assert ended(both) == [0, 0]
    laptop = Laptop(home)
    # The demo's first badge from each, with another name in it: two people, in one store.
    assert len(laptop.does("leads")) == 2


def test_many_that_capture_one_badge_make_one_lead(home: Home) -> None:
    laptop = Laptop(home)
    laptop.does("demo", "--leads", "0", "--no-window")
    many = [started(home, "capture", "--text", "SB1", "--note", str(number)) for number in range(4)]
    assert ended(many) == [0] * 4
    (line,) = laptop.does("leads")
    assert len(laptop.does("lead", line["lead"])["visits"]) == 4


def test_two_syncs_at_once_create_each_lead_once(
    home: Home, tryton: Head, sales_rep: SalesRep, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = Laptop(home)
    laptop.does("demo", "--leads", "60", "--seed", "3", "--no-window")
    monkeypatch.setenv("BOOTHAPP_TARGET_OFFICE_SECRET", tryton.password)
    options = ("--option", f"database={tryton.database}", "--option", f"user={tryton.user}")
    laptop.does("target", "add", "office", "tryton", "--url", tryton.url, *options)
    both = [started(home, "sync", "office", "--demo") for _ in range(2)]
    assert set(ended(both)) <= {0, 1}
    keys = [key_of(line["lead"]) for line in laptop.does("leads", "--limit", "100")]
    assert sales_rep.count_leads(keys) == len(keys) == 60
    assert sales_rep.count_contacts(keys) == 60
    again = laptop.does("sync", "office", "--demo")
    assert (again["created"], again["unchanged"], again["refused"]) == (0, 60, [])
