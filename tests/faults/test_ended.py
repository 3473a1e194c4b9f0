"""A log-out or Ctrl+C while a conversation is under way: the window program ends, the lead is saved."""

import os
import signal
import subprocess
import sys

import pytest

from boothapp.paths import Home
from boothapp.store import lists
from boothapp.store.database import open_store
from boothapp.store.lists import Query
from tests.conftest import PASSPHRASE
from tests.ui.program import with_demo_show

# Somebody at the keyboard of the real program: types a name as soon as the scan field is armed.
TYPING = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from boothapp import app
from boothapp.ui.widgets.scan_field import ScanField

qt = QApplication(sys.argv[:1])

def look():
    field = QApplication.focusWidget()
    if isinstance(field, ScanField):
        eye.stop()
        QTest.keyClicks(field, "Ivan Petrenko")
        print("typed", flush=True)

eye = QTimer(interval=20)
eye.timeout.connect(look)
eye.start()
sys.exit(app.run(sys.argv[1]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signals to a window program")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
def test_a_conversation_under_way_is_saved_when_the_program_is_told_to_end(home: Home, name: str) -> None:
    with_demo_show(home)
    program = subprocess.Popen(
        [sys.executable, "-c", TYPING, str(home.root)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "BOOTHAPP_PASSPHRASE": PASSPHRASE},
    )
    try:
        assert program.stdout is not None
        assert program.stdout.readline() == "typed\n"
        program.send_signal(getattr(signal, name))
        _, complaints = program.communicate(timeout=60)
    finally:
        program.kill()
    assert (program.returncode, complaints) == (0, "")
    store = open_store(home, PASSPHRASE)
    assert [line.name for line in lists.page(store, Query())] == ["Ivan Petrenko"]
    store.close()
