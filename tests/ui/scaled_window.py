"""The program on an enlarged screen, in a process of its own: python -m tests.ui.scaled_window HOME SCENE...

Qt takes its scale when it begins. Prints one line of JSON: the scale, the window's size, the screen's, and
for each scene what stands on something else and what the keyboard reaches without its being seen.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from boothapp.paths import Home
from boothapp.settings import Settings
from boothapp.ui import small_screen, text_size


def main(home: str, *scenes: str) -> None:
    text_size.use(Settings(Home(Path(home))).get("size"))
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)

    from tests.ui import pictures, placed

    found = {}
    for scene in scenes:
        with tempfile.TemporaryDirectory() as folder:
            stage = pictures.Stage(Path(folder), "light", "en")
            small_screen.fit(stage.window)
            pictures.SCENES[scene](stage)
            stage.settle()
            window = stage.window
            found[scene] = {
                "scale": window.devicePixelRatio(),
                "size": window.size().toTuple(),
                "screen": window.screen().availableGeometry().size().toTuple(),
                "overlapping": placed.overlapping(window),
                "unreached": placed.unreached(window),
            }
            stage.close()
    print(json.dumps(found), flush=True)
    # Python's own end tears Qt's parts down in any order, which may crash with nothing left to say.
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
