"""A real pretix for the tests, with an event that is sold over two pages."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from boothapp.crm.transport import Transport
from build_spec import pretix
from tests.real.server import ROOT, free_port, prepared, started

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
    with started(command, folder / "pretix.log", variables) as server:
        with closing(Transport()) as client:
            server.wait_for(lambda: client.get(f"{shop.url}/api/v1/version", {}))
        yield shop
