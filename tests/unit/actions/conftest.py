"""What the tests of the actions begin with: the demo show without a lead."""

from collections.abc import Iterator

import pytest

from boothapp.actions import safety
from boothapp.paths import Home
from boothapp.store.database import Store
from tests import prepared


@pytest.fixture
def store(home: Home) -> Iterator[Store]:
    store = prepared.with_demo(home, "for this test")
    yield store
    store.close()


@pytest.fixture
def sound_store(home: Home) -> Iterator[Store]:
    """The demo show with three leads, which is sound after the test too."""
    store = prepared.with_demo(home, "for this test", 3)
    yield store
    assert all(one.ok for one in safety.check(store))
    store.close()
