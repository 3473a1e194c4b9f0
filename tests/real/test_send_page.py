"""The Send page against a running Tryton: leads go out once, a bad one is named, won and lost come back."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from uuid import uuid4

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boothapp.actions import capture, leads, office, targets
from boothapp.crm.target import key_of
from boothapp.domain.draft import Draft
from boothapp.domain.lead import Lead
from boothapp.domain.visitor import Phone, Visitor
from boothapp.paths import Home
from boothapp.ui import theme
from boothapp.ui.pages.send import SendPage
from tests.real.tryton import Head, SalesRep
from tests.ui import seen
from tests.ui.stand import Stand, stand

COUNT = 5
# Too many digits for a number in Britain; Tryton looks at that itself.
WRONG = Phone("+44 20 7946 53274", "+4420794653274")


@pytest.fixture
def here(qtbot: QtBot, qapp: QApplication, home: Home, tryton: Head) -> Iterator[Stand]:
    theme.begin(qapp, "light")
    with stand(qtbot, home, 0) as made:
        options = {"database": tryton.database, "user": tryton.user}
        made.store(lambda s: targets.set_up(s, "Tryton", "tryton", tryton.url, options, tryton.password))
        for n in range(COUNT):
            made.store(lambda s, n=n: capture.save(s, draft(n)))
        yield made
    seen.kept.clear()


def draft(n: int, *phones: Phone) -> Draft:
    """One visitor with an address of their own."""
    mail = f"ada.{n}.{uuid4().hex[:8]}@verf.example"
    return Draft(visitor=Visitor(full_name=f"Ada Verf {n}", company="Verf", emails=(mail,), phones=phones))


def like(known: Visitor, name: str) -> Draft:
    """Somebody who gave the address of a person head office knows."""
    return Draft(visitor=Visitor(full_name=name, company="Dock", emails=known.emails))


def met(here: Stand, page: SendPage, *drafts: Draft) -> list[Lead]:
    """Conversations saved while the page is open."""
    saved = [here.store(lambda s, one=one: capture.save(s, one)) for one in drafts]
    for one in saved:
        page.refresh(one.changes)
    here.qtbot.waitUntil(lambda: page.send_button.isEnabled())
    return [one.lead for one in saved]


def pressed(here: Stand, page: SendPage, button: str, **kinds: int) -> None:
    """Presses a button, waits for the work and until so many of each kind stand there."""
    getattr(page, button).click()
    # The show here is the demo's, so the page asks once before anything goes to a real CRM.
    if page.caution.isVisible():
        page.caution.anyway_button.click()
    here.qtbot.waitUntil(lambda: not page.work.busy, timeout=60000)

    def came_back() -> None:
        assert Counter(row.came.kind.replace(" ", "_") for row in page.came.rows) == kinds

    here.qtbot.waitUntil(came_back, timeout=10000)


def test_leads_go_out_once_and_outcomes_come_back(here: Stand, sales_rep: SalesRep) -> None:
    page = SendPage(here.desk)
    here.visit(page)
    here.qtbot.waitUntil(lambda: page.send_button.isEnabled())
    here.store(lambda s: capture.save(s, draft(COUNT, WRONG)))
    pressed(here, page, "send_button", needs_correction=1, created=COUNT)
    assert 'the field Phone: The phone number "+4420794653274"' in page.came.rows[0].came.text
    keys = [key_of(row.came.lead) for row in page.came.rows if row.came.kind == "created"]
    assert sales_rep.count_leads(keys) == COUNT
    here.qtbot.waitUntil(lambda: not page.send_button.isEnabled())
    assert page.state() == "Nothing waits, 1 needs a look. Nothing is lost."
    sales_rep.win(keys[0], Decimal("1200.00"))
    sales_rep.lose(keys[1], "Price")
    pressed(here, page, "fetch_button", won=1, lost=1, needs_correction=1)
    assert any("Price" in row.came.text for row in page.came.rows if row.came.kind == "lost")
    lead = here.store(lambda s: leads.find(s, keys[0].partition(":")[2]))
    assert lead.outcome is not None
    assert (lead.outcome.status, lead.outcome.amount) == ("won", Decimal("1200.00"))


def test_a_person_decides_who_a_doubtful_lead_is(here: Stand, sales_rep: SalesRep) -> None:
    page = SendPage(here.desk)
    here.visit(page)
    here.qtbot.waitUntil(lambda: page.send_button.isEnabled())
    [ada] = met(here, page, draft(COUNT))
    pressed(here, page, "send_button", created=COUNT + 1)
    here.qtbot.waitUntil(lambda: not page.send_button.isEnabled())
    olha, ira = met(here, page, *(like(ada.visitor, name) for name in ("Olha Dock", "Ira Dock")))
    pressed(here, page, "send_button", review=2)
    told = f"At head office: Ada Verf {COUNT}, Verf, {ada.visitor.email}"
    assert [row.came.text for row in page.came.rows] == [told, told]
    for lead, same in ((olha, True), (ira, False)):
        (row,) = (row for row in page.came.rows if row.came.lead == lead.id)
        assert [button.text() for button in row.decisions.values()] == ["Same person", "Someone else"]
        row.decisions[same].click()
        here.qtbot.waitUntil(lambda lead=lead: lead.id not in [row.came.lead for row in page.came.rows])
    here.qtbot.waitUntil(lambda: page.send_button.text() == "Send 2 leads")
    pressed(here, page, "send_button", created=2)
    assert sales_rep.contact(key_of(olha.id)) == sales_rep.contact(key_of(ada.id))
    assert sales_rep.contact(key_of(ira.id)) != sales_rep.contact(key_of(ada.id))


def test_a_decision_is_taken_back(here: Stand) -> None:
    page = SendPage(here.desk)
    here.visit(page)
    [ada] = met(here, page, draft(COUNT))
    pressed(here, page, "send_button", created=COUNT + 1)
    here.qtbot.waitUntil(lambda: not page.send_button.isEnabled())
    [olha] = met(here, page, like(ada.visitor, "Olha Dock"))
    pressed(here, page, "send_button", review=1)
    before = here.store(office.standing).offices[0].stuck
    page.came.rows[0].decisions[True].click()
    here.qtbot.waitUntil(lambda: page.came.rows == [])
    assert here.said[-1] == "Same person: it goes out with the next sending."
    undo = here.undo[-1]
    assert undo is not None
    undo()
    here.qtbot.waitUntil(lambda: [row.came.lead for row in page.came.rows] == [olha.id])
    assert here.store(office.standing).offices[0].stuck == before
