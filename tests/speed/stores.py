"""Stores to measure with: an empty one, and one with 100,000 leads that is made once and kept."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from boothapp.actions import demo
from boothapp.paths import Home
from boothapp.store import listed, migrations
from boothapp.store.database import Store, open_store

PASSPHRASE = "for measuring only"
MANY = 100_000


@contextmanager
def empty_store() -> Iterator[Store]:
    """The demo show with no leads, on the disk of the checkout: a memory disk would prove nothing."""
    with tempfile.TemporaryDirectory(dir=Path(__file__).parents[2], prefix=".bench-") as folder:
        store = open_store(Home(Path(folder)), PASSPHRASE)
        demo.make(store, 0)
        yield store
        store.close()


@contextmanager
def full_store() -> Iterator[Store]:
    """The demo show with 100,000 leads, from the cache beside the user's other caches."""
    store = open_store(kept(), PASSPHRASE)
    yield store
    store.close()


def kept() -> Home:
    """Where it is kept; made first where it is not there yet."""
    made_from = Path(demo.__file__).read_bytes() + Path(migrations.__file__).read_bytes()
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "boothapp"
    ready = cache / f"leads-{hashlib.sha256(made_from).hexdigest()[:12]}"
    if not ready.is_dir():
        draft = ready.with_suffix(".new")
        shutil.rmtree(draft, ignore_errors=True)
        store = open_store(Home(draft), PASSPHRASE)
        demo.make(store, MANY)
        # As after a day with the window open.
        listed.catch_up(store)
        store.close()
        draft.rename(ready)
    return Home(ready)
