"""The harness itself: a warning nobody announced fails its test, and so does an announced one unsaid."""

import re

import pytest

from tests.rules.code import ROOT

pytest_plugins = ["pytester"]
TESTS = """
import logging, os, threading
import pytest
from PySide6.QtCore import qWarning

def test_passes_with_quiet_words():
    logging.getLogger("boothapp").info("saved")

def test_fails_with_a_warning():
    logging.getLogger("boothapp.store").warning("disk nearly full")

def test_fails_with_an_error_in_a_thread():
    thread = threading.Thread(target=lambda: logging.error("lost"))
    thread.start()
    thread.join()

@pytest.fixture
def store():
    yield
    logging.warning("left open")

def test_errors_with_a_warning_at_the_end(store):
    pass

@pytest.mark.expects_log("nearly full")
def test_passes_with_what_it_announced():
    logging.warning("disk nearly full")

@pytest.mark.expects_log("nearly full")
def test_fails_with_an_announced_warning_that_stays_out():
    pass

def test_fails_with_a_warning_of_qt():
    qWarning("no such signal")

def test_passes_in_a_home_of_its_own(home):
    assert os.environ["BOOTHAPP_HOME"] == str(home.root)
    assert not home.root.exists()
"""


def test_the_harness(pytester: pytest.Pytester) -> None:
    settings = (ROOT / "pyproject.toml").read_text("utf-8")
    pytester.makepyprojecttoml(settings.replace('["."]', f"[{str(ROOT)!r}]"))
    pytester.makeconftest((ROOT / "tests" / "conftest.py").read_text("utf-8"))
    pytester.makepyfile(**{"tests/test_it": TESTS})
    said = pytester.runpytest_subprocess("-p", "no:cacheprovider", "-rA").stdout.str()
    verdicts = re.findall(r"^(PASSED|FAILED|ERROR) \S*::test_(passes|fails|errors)", said, re.MULTILINE)
    kinds = {("PASSED", "passes"): 3, ("FAILED", "fails"): 4, ("ERROR", "errors"): 1, ("PASSED", "errors"): 1}
    assert {verdict: verdicts.count(verdict) for verdict in set(verdicts)} == kinds
