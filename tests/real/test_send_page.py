"""The Send page against a running Tryton: five leads go out once, and won and lost come back."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boothapp.actions import leads, targets
from boothapp.crm.target import key_of
from boothapp.paths import Home
from boothapp.store.lists import Query
from boothapp.ui import theme
from boothapp.ui.pages.send import SendPage
from tests.real.tryton import Head, SalesRep
from tests.ui import seen
from tests.ui.stand import Stand, stand

COUNT = 5


@pytest.fixture
def here(qtbot: QtBot, qapp: QApplication, home: Home, tryton: Head) -> Iterator[Stand]:
    theme.begin(qapp, "light")
    with stand(qtbot, home, COUNT) as made:
        options = {"database": tryton.database, "user": tryton.user}
        made.store(lambda s: targets.set_up(s, "Tryton", "tryton", tryton.url, options, tryton.password))
        yield made
    seen.kept.clear()


def pressed(here: Stand, page: SendPage, button: str) -> dict[str, int]:
    """Presses a button, waits for the work and gives the counts of what came back."""
    getattr(page, button).click()
    here.qtbot.waitUntil(lambda: not page.work.busy, timeout=60000)
    here.qtbot.waitUntil(lambda: len(page.came.rows) == len(page._back), timeout=10000)
    kinds = [row.came.kind for row in page.came.rows]
    return {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)}


def test_leads_go_out_once_and_outcomes_come_back(here: Stand, sales_rep: SalesRep) -> None:
    page = SendPage(here.desk)
    here.visit(page)
    here.qtbot.waitUntil(lambda: page.send_button.isEnabled())
    assert pressed(here, page, "send_button") == {"created": COUNT}
    keys = [key_of(line.id) for line in here.store(lambda s: leads.listed(s, Query()))]
    assert sales_rep.count_leads(keys) == COUNT
    here.qtbot.waitUntil(lambda: not page.send_button.isEnabled())
    assert page.state() == "Everything is at head office."
    sales_rep.win(keys[0], Decimal("1200.00"))
    sales_rep.lose(keys[1], "Price")
    counts = pressed(here, page, "fetch_button")
    assert (counts["won"], counts["lost"]) == (1, 1)
    assert any("Price" in row.came.text for row in page.came.rows if row.came.kind == "lost")
    lead = here.store(lambda s: leads.find(s, keys[0].partition(":")[2]))
    assert lead.outcome is not None
    assert (lead.outcome.status, lead.outcome.amount) == ("won", Decimal("1200.00"))
