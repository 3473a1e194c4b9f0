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
    "http.client", "ssl", "PySide6.QtNetwork", "PySide6.QtPrintSupport", "PySide6.QtMultimedia",
    "boothapp.store", "boothapp.ui.pages.capture",
)  # fmt: skip


def test_nothing_heavy_is_loaded_when_the_window_first_paints(home: Home) -> None:
    command = [sys.executable, "-m", "tests.speed.first_paint", "app", "modules"]
    ended = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False, env=dict(os.environ)
    )
    loaded = set(ended.stdout.split())
    assert "boothapp.ui.window" in loaded, ended.stderr
    assert sorted(loaded & set(HEAVY)) == []
