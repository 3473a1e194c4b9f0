"""A keystore for measuring: keyring's real way in, with a file behind it instead of the system's service."""

import json
import os
from pathlib import Path

from keyring.backend import KeyringBackend


class Keystore(KeyringBackend):
    """Keeps passwords in the file named by BOOTHAPP_TEST_KEYSTORE."""

    priority = 1

    def get_password(self, service: str, username: str) -> str | None:
        return self._all().get(f"{service}/{username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        self._file().write_text(json.dumps({**self._all(), f"{service}/{username}": password}))

    def delete_password(self, service: str, username: str) -> None:
        self._file().write_text(json.dumps({}))

    def _file(self) -> Path:
        return Path(os.environ["BOOTHAPP_TEST_KEYSTORE"])

    def _all(self) -> dict[str, str]:
        return dict(json.loads(self._file().read_text())) if self._file().exists() else {}
