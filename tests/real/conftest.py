from collections.abc import Iterator

import pytest

from boothapp.crm.rpc import Rpc
from boothapp.crm.tryton import TrytonTarget
from tests.real import pretix as ticket_shop
from tests.real import tryton as head_office
from tests.real.bad_line import BadLine, bad_line


@pytest.fixture(scope="session")
def tryton(tmp_path_factory: pytest.TempPathFactory) -> Iterator[head_office.Head]:
    """A Tryton 8.0 with its own copy of the template: url, database, user, password."""
    with head_office.running(tmp_path_factory.mktemp("tryton")) as head:
        yield head


@pytest.fixture(scope="session")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ticket_shop.Shop]:
    """A pretix with its own copy of the template: url, organizer, event, tokens, codes."""
    with ticket_shop.running(tmp_path_factory.mktemp("pretix")) as shop:
        yield shop


@pytest.fixture
def sales_rep(tryton: head_office.Head) -> Iterator[head_office.SalesRep]:
    rep = head_office.SalesRep(tryton)
    yield rep
    rep.close()


@pytest.fixture
def line(tryton: head_office.Head) -> Iterator[BadLine]:
    """The line to Tryton, sound until a test adds trouble."""
    with bad_line(tryton.url) as line:
        yield line


@pytest.fixture
def target(tryton: head_office.Head, line: BadLine) -> Iterator[TrytonTarget]:
    """Tryton through that line, as the service user."""
    target = TrytonTarget(Rpc(line.url, tryton.database, tryton.user, tryton.password))
    yield target
    target.close()
