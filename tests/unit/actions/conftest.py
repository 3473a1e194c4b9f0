"""What the tests of the actions begin with: the demo show without a lead."""

from collections.abc import Iterator

import pytest

from boothapp.actions import demo
from boothapp.paths import Home
from boothapp.store.database import Store, open_store


@pytest.fixture
def store(home: Home) -> Iterator[Store]:
    store = open_store(home, "for this test")
    demo.make(store, 0)
    yield store
    store.close()
