"""What the tests of the actions begin with: the demo show without a lead."""

from collections.abc import Iterator

import pytest

from boothapp.paths import Home
from boothapp.store.database import Store
from tests import prepared


@pytest.fixture
def store(home: Home) -> Iterator[Store]:
    store = prepared.with_demo(home, "for this test")
    yield store
    store.close()
