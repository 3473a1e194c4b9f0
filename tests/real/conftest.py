from collections.abc import Iterator

import pytest

from tests.real import tryton as head_office


@pytest.fixture(scope="session")
def tryton(tmp_path_factory: pytest.TempPathFactory) -> Iterator[head_office.Head]:
    """A Tryton 8.0 with its own copy of the template: url, database, user, password."""
    with head_office.running(tmp_path_factory.mktemp("tryton")) as head:
        yield head


@pytest.fixture
def sales_rep(tryton: head_office.Head) -> Iterator[head_office.SalesRep]:
    rep = head_office.SalesRep(tryton)
    yield rep
    rep.close()
