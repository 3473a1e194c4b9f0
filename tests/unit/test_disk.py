"""Files that reach the disk whole: a draft, a flush, a rename and the folder's flush; devices as they are."""

import errno
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from boothapp import disk

WRITING = """
import os, sys
from pathlib import Path
from boothapp import disk
os.path.exists("/begin")
disk.write(Path(sys.argv[1]), b"new")
os.path.exists("/end")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="strace watches Linux only")
def test_the_content_is_flushed_before_the_rename_and_the_folder_after_it(tmp_path: Path) -> None:
    file, trace = tmp_path / "file", tmp_path / "trace"
    file.write_bytes(b"old")
    watched = ["strace", "-e", "trace=fsync,rename,%file", "-o", trace]
    subprocess.run([*watched, sys.executable, "-c", WRITING, file], check=True)
    text = trace.read_text()
    calls = text[text.index("/begin") : text.index("/end")].splitlines()
    names = [name for call in calls if (name := call.partition("(")[0]) in ("fsync", "rename")]
    assert names == ["fsync", "rename", "fsync"]
    assert file.read_bytes() == b"new"


def test_a_finished_draft_goes_into_a_pipe_and_the_pipe_stays(tmp_path: Path) -> None:
    draft, pipe = tmp_path / "draft", tmp_path / "pipe"
    draft.write_bytes(b"page" * 50_000)
    os.mkfifo(pipe)
    writer = threading.Thread(target=disk.give_name, args=(draft, pipe))
    writer.start()
    assert pipe.read_bytes() == b"page" * 50_000
    writer.join()
    assert pipe.is_fifo()
    assert not draft.exists()


def test_a_pipe_is_read_as_it_comes_and_not_waited_for_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_bytes, args=(b"badge" * 50_000,))
    writer.start()
    assert disk.read(pipe, 1_000_000) == b"badge" * 50_000
    writer.join()
    monkeypatch.setattr(disk, "PIPE_WAIT", 0.05)
    with pytest.raises(OSError, match=f"{errno.ENODATA}"):
        disk.read(pipe, 10)
    silent = os.open(pipe, os.O_RDWR)
    with pytest.raises(OSError, match=f"{errno.ENODATA}"):
        disk.read(pipe, 10)
    os.close(silent)


def test_only_the_owner_reads_it_unless_everybody_may(tmp_path: Path) -> None:
    disk.write(tmp_path / "mine", b"x")
    disk.write(tmp_path / "ours", b"x", disk.EVERYBODY)
    assert (tmp_path / "mine").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "ours").stat().st_mode & 0o044
