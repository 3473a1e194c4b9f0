"""The pace of the window at the stand: one played hour, its figures against one frame of a screen."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from functools import cache, partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.speed.ratio import Bench, Pair
from tests.speed.stores import kept

FRAME = 1000 / 60
"""Milliseconds."""


class Office(BaseHTTPRequestHandler):
    """Takes whatever is sent."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_words: object) -> None:
        """Nobody reads along."""


@cache
def hour() -> dict[str, float]:
    """What the hour told; played once for all lines of the table. Raises RuntimeError where it broke off."""
    kept()
    office = ThreadingHTTPServer(("127.0.0.1", 0), Office)
    threading.Thread(target=office.serve_forever, daemon=True).start()
    settings = {"QT_QPA_PLATFORM": "offscreen", "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    command = [sys.executable, "-m", "tests.speed.hour", f"http://127.0.0.1:{office.server_port}/"]
    done = subprocess.run(command, env=os.environ | settings, capture_output=True, text=True, check=False)
    office.shutdown()
    office.server_close()
    if done.returncode:
        raise RuntimeError((done.stderr.strip().splitlines() or ["it broke off"])[-1])
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return told


def _against(figure: str) -> Callable[[], Pair]:
    return partial(_pair, figure)


def _pair(figure: str) -> Pair:
    return Pair(hour()[figure], FRAME)


AGAINST = "one frame"
BENCHES = (
    Bench("ready after save, p99, 100,000 leads", AGAINST, 3.0, "ms", _against("ready")),
    Bench("largest stall in an hour, 1,000 visitors", AGAINST, 6.0, "ms", _against("stall")),
    Bench("seen before?, p95, 100,000 leads", AGAINST, 1.0, "ms", _against("seen")),
)
