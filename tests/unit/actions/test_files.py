"""Files for people: whole, on the disk, and in the place that was named."""

import os
from pathlib import Path

import pytest

from boothapp.actions import files
from boothapp.errors import EnvironmentFault, WrongCall


@pytest.mark.parametrize("name", ["", ".", "..", "/"])
def test_a_folder_is_no_file(name: str) -> None:
    with pytest.raises(WrongCall):
        files.place(name)


def test_a_link_is_followed(tmp_path: Path) -> None:
    real, link = tmp_path / "real.pdf", tmp_path / "link.pdf"
    real.write_bytes(b"old")
    link.symlink_to(real)
    files.write(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_a_device_stays_one_and_its_fault_is_said(full_device: Path) -> None:
    with pytest.raises(EnvironmentFault, match="can't be written"):
        files.write(full_device, b"x")
    assert full_device.is_char_device()


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        files.write(pipe, b"page")
        assert os.read(reader, 10) == b"page"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_nothing_is_left_where_it_failed(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault):
        files.write(tmp_path / ("n" * 252), b"x")
    with pytest.raises(EnvironmentFault):
        files.write(tmp_path / "missing" / "page.pdf", b"x")
    (tmp_path / "page.pdf.part").mkdir()
    with pytest.raises(EnvironmentFault):
        files.write(tmp_path / "page.pdf", b"x")
    assert [file.name for file in tmp_path.iterdir()] == ["page.pdf.part"]


def test_a_private_file_is_for_its_owner_only(tmp_path: Path) -> None:
    file = tmp_path / "key.pdf"
    file.write_bytes(b"older, for everybody")
    files.write(file, b"x", private=True)
    assert file.stat().st_mode & 0o777 == 0o600
