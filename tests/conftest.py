"""What every test stands on: a home of its own, no screen, nobody's keystore, and no surprises in the log."""

import logging
import os
import re
import stat
from collections.abc import Generator
from pathlib import Path

import pytest

from boothapp.paths import HOME_VARIABLE, Home
from tests import prepared
from tests.side_by_side import Files

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
TESTS = Path(__file__).parent
PASSPHRASE = "a passphrase for tests only"


class Unexpected(logging.Handler):
    """Collects what is logged as a warning or worse, from every logger and thread."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    def taken(self) -> list[str]:
        """The messages since the last call."""
        messages, self.messages = self.messages, []
        return messages


heard = Unexpected()


def pytest_configure() -> None:
    logging.getLogger().addHandler(heard)
    prepared.stretch_once()


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> Files:
    """Side by side run files, not tests; whatever starts servers and screens runs one after the other."""
    return Files(config, log)


def expected(item: pytest.Item) -> list[str]:
    """The patterns of the messages that a test announces."""
    return [str(mark.args[0]) for mark in item.iter_markers("expects_log")]


def fail_on_unexpected(item: pytest.Item) -> list[str]:
    """Fails the test for each message it has not announced; returns all that were heard."""
    messages = heard.taken()
    strange = [text for text in messages if not any(re.search(pattern, text) for pattern in expected(item))]
    if strange:
        pytest.fail("logged, but not expected:\n" + "\n".join(strange), pytrace=False)
    return messages


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None]:
    yield
    fail_on_unexpected(item)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    yield
    messages = fail_on_unexpected(item)
    silent = [pattern for pattern in expected(item) if not any(re.search(pattern, text) for text in messages)]
    if silent:
        pytest.fail("expected in the log, but never said:\n" + "\n".join(silent), pytrace=False)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None]:
    yield
    fail_on_unexpected(item)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A home of this test's own, with its passphrase, for this process and those it starts."""
    place = Home(tmp_path / "home")
    monkeypatch.setenv(HOME_VARIABLE, str(place.root))
    monkeypatch.setenv("BOOTHAPP_PASSPHRASE", PASSPHRASE)
    return place


@pytest.fixture
def full_device(tmp_path: Path) -> Path:
    """A device that never has room: a node of this test's own, for whoever could break the system's."""
    node = tmp_path / "full"
    try:
        os.mknod(node, stat.S_IFCHR | 0o666, os.makedev(1, 7))
        node.open("wb").close()
    except OSError as error:
        if os.access("/dev", os.W_OK) or not Path("/dev/full").exists():
            pytest.skip(f"no device of its own can be made here: {error.strerror}")
        return Path("/dev/full")
    return node
