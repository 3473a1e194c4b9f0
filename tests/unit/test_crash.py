"""The report of a bug is written whatever the error looks like, and tells nobody's data."""

from boothapp import crash
from boothapp.paths import Home


def test_an_error_that_comes_from_itself_is_written_down_once(home: Home) -> None:
    error = ValueError("Anna Weiß, anna@weiss.example")
    error.__cause__ = error
    file = crash.report(home, error)
    assert file is not None
    text = file.read_text("utf-8")
    assert text.count("ValueError") == 1
    assert "Anna" not in text
