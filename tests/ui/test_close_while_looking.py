"""The real program, closed while a picture is still looked at: it ends in peace, and all is saved."""

import os
import subprocess
import sys

from boothapp.actions import leads
from boothapp.paths import Home
from boothapp.store.database import open_store
from tests.conftest import PASSPHRASE
from tests.rules.code import ROOT
from tests.ui.program import with_demo_show

# Short looks without end: their thread surely comes back from the search while Python ends.
CLOSED = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from boothapp import app
from boothapp.actions import badges
from boothapp.badge import codes
from boothapp.ui.pages.capture.page import CapturePage
from PIL import Image

began, dropped = [], []

def look(source, show):
    noise = Image.effect_noise((160, 160), 120)
    began.append(True)
    while True:
        codes.thorough(noise)

badges.look = look

def step():
    pages = [one for one in QApplication.allWidgets() if isinstance(one, CapturePage) and one.isVisible()]
    if pages and not dropped:
        pages[0].talk.person.fields["full_name"].set_text("Last Lead")
        pages[0].pictures.look_at(b"")
        dropped.append(True)
    elif began:
        timer.stop()
        pages[0].window().close()

application = QApplication([])
timer = QTimer(interval=20)
timer.timeout.connect(step)
timer.start()
code = app.run(sys.argv[1])
sys.exit(code)
"""


def test_a_close_while_a_picture_is_looked_at_ends_in_peace(home: Home) -> None:
    with_demo_show(home)
    surroundings = {**os.environ, "BOOTHAPP_PASSPHRASE": PASSPHRASE, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", CLOSED, str(home.root)]
    ended = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False, env=surroundings
    )
    assert (ended.returncode, "terminate" in ended.stderr) == (0, False), ended.stderr
    store = open_store(home, PASSPHRASE)
    try:
        assert [line.name for line in leads.listed(store, leads.Query())] == ["Last Lead"]
    finally:
        store.close()
