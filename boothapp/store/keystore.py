"""The operating system's keystore, through keyring: it keeps the store's key and the targets' passwords."""

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

SERVICE = "boothapp"
# Two thirds of keyring's price, for downloads, archives, packages and settings: no password needs them.
ARCHIVES = "tarfile" if sys.version_info >= (3, 12) else "backports.tarfile"
SELDOM = (ARCHIVES, "subprocess", "urllib.request", "more_itertools", "importlib_metadata", "configparser")


class _Unloaded(ModuleType):
    """Stands for a module until something in it is asked for."""

    def __getattr__(self, name: str) -> object:
        _take_away(self)
        return getattr(importlib.import_module(self.__name__), name)


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
    with _put_off(SELDOM):
        import keyring
    return keyring


@contextmanager
def _put_off(names: tuple[str, ...]) -> Iterator[None]:
    """What is imported inside gets these modules unloaded, and loads them when it uses them."""
    unloaded = [_Unloaded(name) for name in names if name not in sys.modules]
    for module in unloaded:
        sys.modules[module.__name__] = module
        _show_in_package(module)
    try:
        yield
    finally:
        for module in unloaded:
            _take_away(module)


def _show_in_package(module: ModuleType) -> None:
    package, _, name = module.__name__.rpartition(".")
    if package:
        setattr(importlib.import_module(package), name, module)


def _take_away(module: ModuleType) -> None:
    if sys.modules.get(module.__name__) is module:
        del sys.modules[module.__name__]
