"""The system's reasons are said in the app's own words, in each language."""

import errno
import os
from pathlib import Path

import pytest

from boothapp import words
from boothapp.attendees import list_file
from boothapp.errors import UserError
from boothapp.reasons import REASONS, why


@pytest.mark.parametrize("number", REASONS)
@pytest.mark.parametrize("language", ["uk", "de"])
def test_a_common_reason_is_said_in_the_language(number: int, language: str) -> None:
    english = why(OSError(number, os.strerror(number)))
    assert english != os.strerror(number)
    assert words.tr(REASONS[number], language) != english


def test_a_rare_reason_keeps_the_system_s_words() -> None:
    assert why(OSError(errno.EMFILE, "Too many open files")) == "Too many open files"
    assert why(OSError()) == "OSError"


def test_a_shared_file_of_windows_is_in_use() -> None:
    error = PermissionError(errno.EACCES, "The process cannot access the file")
    error.winerror = 32  # type: ignore[attr-defined,unused-ignore]
    assert why(error) == "another program is using it"


def test_a_list_that_is_gone_or_a_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"gone\.csv can't be read: there is no such file or folder\."):
        list_file.read(tmp_path / "gone.csv")
    with pytest.raises(UserError, match="it is a folder"):
        list_file.read(tmp_path)
