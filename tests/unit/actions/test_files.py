"""Files for people: whole, on the disk, and in the place that was named."""

import os
from pathlib import Path

import pytest

from boothapp.actions import files
from boothapp.errors import EnvironmentFault, WrongCall
from boothapp.paths import Home


@pytest.mark.parametrize("name", ["", ".", "..", "/"])
def test_a_folder_is_no_file(home: Home, name: str) -> None:
    with pytest.raises(WrongCall):
        files.place(name, home)


def test_a_link_is_followed(home: Home, tmp_path: Path) -> None:
    real, link = tmp_path / "real.pdf", tmp_path / "link.pdf"
    real.write_bytes(b"old")
    link.symlink_to(real)
    files.write(link, b"new", home)
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


OWN = (
    *(
        "leads.db",
        "leads.db-wal",
        "leads.db-shm",
        "leads.db-journal",
        "leads.key",
        "leads.key.part",
        "LEADS.DB",
    ),
    *("leads.lock", "leads-aside-1.db-wal", "settings.json", "settings.new"),
    *("backups/leads-schema1.db", "backups/new.pdf", "sheets/A-0001.pdf", "reports/report-1.txt"),
)


@pytest.mark.parametrize("name", OWN)
def test_a_file_of_the_leads_is_never_written_over(home: Home, tmp_path: Path, name: str) -> None:
    link = tmp_path / "page.pdf"
    for root in (home.root, tmp_path / "another home"):
        own = root / name
        own.parent.mkdir(parents=True)
        (root / "leads.key").touch()
        link.unlink(missing_ok=True)
        link.symlink_to(own)
        for file in (own, link, own.parent / ".." / own.parent.name / own.name):
            with pytest.raises(WrongCall, match="a file of the leads"):
                files.write(file, b"page", home)
        assert not own.exists() or own.read_bytes() == b""


def test_neither_is_one_under_a_second_name(home: Home, tmp_path: Path) -> None:
    (home.root / "backups").mkdir(parents=True)
    own, second = home.root / "backups" / "leads-schema1.db", tmp_path / "page.pdf"
    own.write_bytes(b"leads")
    second.hardlink_to(own)
    with pytest.raises(WrongCall, match="a file of the leads"):
        files.write(second, b"page", home)
    assert own.read_bytes() == b"leads"


def test_any_other_name_is_free(home: Home, tmp_path: Path) -> None:
    home.root.mkdir()
    (home.root / "leads.key").touch()
    for file in (home.root / "page.pdf", tmp_path / "leads.zip", tmp_path / "backups"):
        files.write(file, b"page", home)
        assert file.read_bytes() == b"page"


def test_a_device_stays_one_and_its_fault_is_said(home: Home, full_device: Path) -> None:
    with pytest.raises(EnvironmentFault, match="can't be written"):
        files.write(full_device, b"x", home)
    assert full_device.is_char_device()


def test_a_pipe_is_written_to(home: Home, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        files.write(pipe, b"page", home)
        assert os.read(reader, 10) == b"page"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_nothing_is_left_where_it_failed(home: Home, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault):
        files.write(tmp_path / ("n" * 252), b"x", home)
    with pytest.raises(EnvironmentFault):
        files.write(tmp_path / "missing" / "page.pdf", b"x", home)
    (tmp_path / "page.pdf.part").mkdir()
    with pytest.raises(EnvironmentFault):
        files.write(tmp_path / "page.pdf", b"x", home)
    assert [file.name for file in tmp_path.iterdir()] == ["page.pdf.part"]


def test_a_private_file_is_for_its_owner_only(home: Home, tmp_path: Path) -> None:
    file = tmp_path / "key.pdf"
    file.write_bytes(b"older, for everybody")
    files.write(file, b"x", home, private=True)
    assert file.stat().st_mode & 0o777 == 0o600
