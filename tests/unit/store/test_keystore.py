"""The keystore through the real keyring, in a process of its own: what was put off is there when wanted."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import sys
from boothapp.store import keystore
print(keystore.works(), keystore.keep("one", "secret"), keystore.kept("one"), keystore.kept("other"))
print("http.client" in sys.modules)
import more_itertools, urllib.request
print(more_itertools.first([7]), urllib.request.Request("https://badge.example/").host)
import jaraco.functools
print(jaraco.functools.more_itertools.first([8]))
"""


@pytest.mark.parametrize(
    ("backend", "said"),
    [
        ("tests.speed.keystore.Keystore", "True True secret None"),
        ("keyring.backends.fail.Keyring", "False False None None"),
    ],
)
def test_a_secret_is_kept_and_nothing_is_missing_afterwards(tmp_path: Path, backend: str, said: str) -> None:
    kept = {"PYTHON_KEYRING_BACKEND": backend, "BOOTHAPP_TEST_KEYSTORE": str(tmp_path / "keystore.json")}
    ended = subprocess.run(
        [sys.executable, "-c", SCRIPT], env=os.environ | kept, capture_output=True, text=True, check=False
    )
    assert ended.stdout.splitlines() == [said, "False", "7 badge.example", "8"], ended.stderr
