"""Stores that each process of the tests makes once and copies for each test that begins with one."""

import atexit
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from argon2 import low_level

from boothapp.actions import demo
from boothapp.paths import Home
from boothapp.store.database import Store, open_store

_stretched = low_level.hash_secret_raw


def stretch_once() -> None:
    """From now on the same passphrase with the same salt is stretched once; it always gives the same key."""
    low_level.hash_secret_raw = cache(_stretched)


def empty(home: Home, passphrase: str) -> Store:
    """An open store with nothing in it, at a home without one."""
    return _opened(home, _empty(passphrase), passphrase)


def with_demo(home: Home, passphrase: str, leads: int = 0) -> Store:
    """An open store with the demo show and this many of its leads, at a home without one."""
    return _opened(home, _demo(passphrase, leads), passphrase)


def _opened(home: Home, like: Home, passphrase: str) -> Store:
    assert not home.store.exists()
    shutil.copytree(like.root, home.root, dirs_exist_ok=True)
    return open_store(home, passphrase)


@cache
def _empty(passphrase: str) -> Home:
    home = Home(_shelf() / f"empty{passphrase}")
    open_store(home, passphrase).close()
    return home


@cache
def _demo(passphrase: str, leads: int) -> Home:
    home = Home(_shelf() / f"{leads}{passphrase}")
    store = empty(home, passphrase)
    demo.make(store, leads)
    store.close()
    return home


@cache
def _shelf() -> Path:
    folder = Path(mkdtemp(prefix="boothapp-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
