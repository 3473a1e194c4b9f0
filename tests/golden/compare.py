"""Golden files: what an export looked like when somebody last looked at it."""

import os
from pathlib import Path

GOLDEN = Path(__file__).parent
WRITE = "BOOTHAPP_WRITE_GOLDEN"


def assert_golden(name: str, data: bytes) -> None:
    """Fails when the bytes differ from the golden file; with BOOTHAPP_WRITE_GOLDEN set it writes the file."""
    path = GOLDEN / name
    if os.environ.get(WRITE):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    assert path.exists(), f"no golden file {name}: look at the output, then run once with {WRITE}=1"
    assert data == path.read_bytes(), f"{name} differs: if that is meant, run once with {WRITE}=1"
