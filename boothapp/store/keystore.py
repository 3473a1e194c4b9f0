"""The operating system's keystore, through keyring: it keeps the store's key and the targets' passwords."""

import sys
from types import ModuleType

from boothapp.seldom import put_off

SERVICE = "boothapp"
# Two thirds of keyring's price, for downloads, archives, packages and settings: no password needs them.
ARCHIVES = "tarfile" if sys.version_info >= (3, 12) else "backports.tarfile"
SELDOM = (ARCHIVES, "subprocess", "urllib.request", "more_itertools", "importlib_metadata", "configparser")


def works() -> bool:
    """True where the operating system has a keystore; keyring's fail and null backends are none."""
    keyring = _keyring()
    from keyring.backends import fail, null

    return not isinstance(keyring.get_keyring(), fail.Keyring | null.Keyring)


def keep(name: str, secret: str) -> bool:
    """Keeps a secret under a name; False where the keystore is missing or refuses."""
    keyring = _keyring()
    from keyring.errors import KeyringError

    if not works():
        return False
    try:
        keyring.set_password(SERVICE, name, secret)
    except KeyringError:
        return False
    return True


def kept(name: str) -> str | None:
    """The secret of that name, None where there is none or the keystore is closed."""
    keyring = _keyring()
    from keyring.errors import KeyringError

    try:
        found: str | None = keyring.get_password(SERVICE, name)
    except KeyringError:
        return None
    return found


def _keyring() -> ModuleType:
    with put_off(*SELDOM, functions={ARCHIVES: ("data_filter",)}):
        import keyring
    return keyring
