"""A real pretix for the tests, with an event that is sold over two pages."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from boothapp.crm.target import Away, ReplyLost
from boothapp.crm.transport import Transport
from build_spec import pretix
from tests.real.server import ROOT, free_port, prepared

SERVE = ROOT / "build_spec" / "pretix_serve.py"


@dataclass(frozen=True)
class Shop:
    """The running server and its event; codes: who -> what the ticket and what the badge carries."""

    url: str
    organizer: str
    event: str
    crowd: int
    codes: dict[str, tuple[str, str]]
    tokens: dict[str, str] = field(repr=False)


@contextmanager
def running(folder: Path) -> Iterator[Shop]:
    """A server on a copy of the template in this folder; ends with the block."""
    ready, data, port = prepared("pretix"), folder / "data", free_port()
    shutil.copytree(ready / "template", data)
    shop = Shop(f"http://127.0.0.1:{port}", **json.loads((ready / "seed.json").read_text()))
    variables = {**os.environ, **pretix.settings(data, shop.url)}
    command = [ready / "venv" / "bin" / "python", "-P", SERVE, str(port)]
    with (
        (folder / "pretix.log").open("ab") as log,
        subprocess.Popen(command, env=variables, stdout=log, stderr=log) as server,
    ):
        try:
            _wait_for(server, shop, folder / "pretix.log")
            yield shop
        finally:
            server.terminate()
            server.wait()


def _wait_for(server: "subprocess.Popen[bytes]", shop: Shop, log: Path) -> None:
    client = Transport()
    while True:
        try:
            server.wait(timeout=0.1)
        except subprocess.TimeoutExpired:
            try:
                client.get(f"{shop.url}/api/v1/version", {})
            except (Away, ReplyLost):
                continue
            client.close()
            return
        raise RuntimeError(
            f"pretix ended with {server.returncode} instead of answering.\n{log.read_text()[-3000:]}"
        )
