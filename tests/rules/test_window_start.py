"""The window paints before anything heavy is loaded, and before the store is opened."""

import os
import subprocess
import sys

from boothapp.paths import Home
from tests.rules.code import ROOT

# Each costs up to the whole price of QtWidgets again, for nothing that the first paint needs.
HEAVY = (
    "reportlab", "qrcode", "PIL", "numpy", "httpx", "xlsxwriter", "sqlite_utils", "sqlcipher3", "zxingcpp",
    "phonenumbers", "email_validator", "keyring", "cryptography", "argon2", "msgspec", "rapidfuzz",
    "http.client", "ssl", "PySide6.QtNetwork", "PySide6.QtPrintSupport", "PySide6.QtMultimedia", "psutil",
    "boothapp.store", "boothapp.ui.pages.capture",
)  # fmt: skip

# The next visitor waits for this page: what only a save, a report or a network needs comes after it.
LATER = (
    "reportlab", "qrcode", "PIL", "numpy", "httpx", "xlsxwriter", "sqlite_utils", "zxingcpp", "phonenumbers",
    "email_validator", "cryptography", "argon2", "rapidfuzz", "http.client", "ssl", "urllib.request",
    "hashlib", "importlib_metadata", "tomllib", "PySide6.QtNetwork", "PySide6.QtPrintSupport", "psutil",
    "boothapp.actions.capture", "boothapp.store.leads", "boothapp.store.outbox", "boothapp.domain.lead",
    "boothapp.ui.pages.capture.crowd", "boothapp.ui.pages.capture.recognising",
)  # fmt: skip


def test_nothing_heavy_is_loaded_when_the_window_first_paints(home: Home) -> None:
    loaded = _loaded("app", dict(os.environ))
    assert "boothapp.ui.window" in loaded
    assert sorted(loaded & set(HEAVY)) == []


def test_nothing_that_can_wait_is_loaded_when_the_capture_page_first_paints(home: Home) -> None:
    kept = {
        "PYTHON_KEYRING_BACKEND": "tests.speed.keystore.Keystore",
        "BOOTHAPP_TEST_KEYSTORE": str(home.root / "keystore.json"),
    }
    surroundings = {name: value for name, value in os.environ.items() if name != "BOOTHAPP_PASSPHRASE"} | kept
    demo = [sys.executable, "-m", "boothapp", "demo", "--leads", "3", "--no-window"]
    subprocess.run(demo, cwd=ROOT, capture_output=True, timeout=60, check=True, env=surroundings)
    loaded = _loaded("open", surroundings)
    assert {"boothapp.ui.pages.capture.page", "keyring.core"} <= loaded
    assert sorted(loaded & set(LATER)) == []


def _loaded(which: str, surroundings: dict[str, str]) -> set[str]:
    """The modules at the first paint of this start."""
    command = [sys.executable, "-m", "tests.speed.first_paint", which, "modules"]
    ended = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False, env=surroundings
    )
    assert ended.stdout, ended.stderr
    return set(ended.stdout.split())
