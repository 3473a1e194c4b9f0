"""The Send page on a real store: nothing is lost, what is held says why, and the pack is written."""

import socket
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from boothapp import words
from boothapp.actions import capture, office, targets
from boothapp.actions.capture import Draft
from boothapp.domain.visitor import Visitor
from boothapp.paths import Home
from boothapp.store import outbox
from boothapp.ui.pages.send import SendPage
from tests.ui.seen import name, tab_stops
from tests.ui.stand import Stand, stand

COUNT = 12
OFFICE = "Head office"


@pytest.fixture
def here(qtbot: QtBot, home: Home) -> Iterator[Stand]:
    with stand(qtbot, home, COUNT) as made:
        yield made


@pytest.fixture
def closed_port() -> str:
    """An address of this machine where nobody answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}"


def visited(here: Stand) -> SendPage:
    """The page, read."""
    page = SendPage(here.desk)
    here.visit(page)
    here.qtbot.waitUntil(lambda: page._standing is not None)
    return page


@pytest.fixture
def page(here: Stand, closed_port: str) -> SendPage:
    """The page with a head office that nobody answers for."""
    options = {"database": "crm", "user": "boothapp"}
    here.store(lambda s: targets.set_up(s, OFFICE, "tryton", closed_port, options, "secret"))
    return visited(here)


def at_rest(here: Stand, page: SendPage) -> None:
    """Waits until no work runs and the page has read what it left."""
    here.qtbot.waitUntil(lambda: not page.work.busy, timeout=20000)
    here.qtbot.waitUntil(lambda: page._standing == here.store(office.standing))


def texts(page: SendPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def waiting(here: Stand) -> int:
    return here.store(lambda s: outbox.waiting(s, OFFICE))


def test_offline_is_a_normal_state(here: Stand, page: SendPage) -> None:
    assert page.state() == f"{COUNT} leads wait. Nothing is lost."
    assert page.send_button.text() == f"Send {COUNT} leads"
    page.send_button.click()
    assert page.line.isVisible()
    at_rest(here, page)
    assert waiting(here) == COUNT
    assert not page.line.isVisible()
    assert "The CRM does not answer. Nothing was sent; all leads are kept here." in texts(page)
    assert page.send_button.isEnabled()


def test_the_last_problem_is_still_known_after_a_restart(here: Stand, page: SendPage) -> None:
    page.send_button.click()
    at_rest(here, page)
    again = visited(here)
    assert "The CRM does not answer." in again.card.problem.text()


def test_a_held_lead_says_why_and_is_released_and_held_again(here: Stand, page: SendPage) -> None:
    saved = here.store(lambda s: capture.save(s, Draft(visitor=Visitor(full_name="Ada Nobody"))))
    page.send_button.click()
    at_rest(here, page)
    here.qtbot.waitUntil(lambda: len(page.came.rows) == 1)
    here.qtbot.waitUntil(lambda: "There is neither an e-mail address nor a phone number." in texts(page))
    assert "1 needs a look" in page.state()
    release = page.came.rows[0].release_button
    assert release is not None
    release.click()
    here.qtbot.waitUntil(lambda: page.send_button.text() == f"Send {COUNT + 1} leads")
    here.qtbot.waitUntil(lambda: not page.came.rows)
    undo = here.undo[-1]
    assert undo is not None
    undo()
    here.qtbot.waitUntil(lambda: page.send_button.text() == f"Send {COUNT} leads")
    here.qtbot.waitUntil(lambda: [row.came.lead for row in page.came.rows] == [saved.lead.id])


def test_a_line_opens_its_lead(here: Stand, page: SendPage) -> None:
    saved = here.store(lambda s: capture.save(s, Draft(visitor=Visitor(full_name="Ada Nobody"))))
    page.send_button.click()
    at_rest(here, page)
    here.qtbot.waitUntil(lambda: len(page.came.rows) == 1)
    with here.qtbot.waitSignal(here.desk.place_wanted) as wanted:
        page.came.rows[0].open_button.click()
    assert wanted.args == ["leads", saved.lead.id]


def test_stopped_before_the_first_lead_everything_waits(here: Stand, page: SendPage) -> None:
    page.work.began.connect(lambda _name: page.line.stop_button.click())
    page.send_button.click()
    at_rest(here, page)
    assert here.said == ["Stopped. What was sent is sent, the others wait."]
    assert waiting(here) == COUNT


def test_outcomes_cannot_be_fetched_offline_and_it_says_so(here: Stand, page: SendPage) -> None:
    page.fetch_button.click()
    at_rest(here, page)
    assert "The CRM does not answer." in page.card.problem.text()


def test_a_head_office_is_set_up_by_keyboard(here: Stand, closed_port: str) -> None:
    page = visited(here)
    assert page.form.isVisible()
    assert "pretended" in texts(page)
    assert not page.send_button.isVisible()
    typed = {
        page.form.url: closed_port,
        page.form.options["database"]: "crm",
        page.form.options["user"]: "me",
    }
    for field, text in typed.items():
        QTest.keyClicks(field.input, text)
    QTest.keyClicks(page.form.password.input, "secret")
    page.form.add_button.click()
    here.qtbot.waitUntil(lambda: "does not answer" in page.card.tested.text(), timeout=20000)
    entry = here.store(lambda s: targets.named(s, OFFICE))
    assert (entry.url, dict(entry.options)) == (closed_port, {"database": "crm", "user": "me"})
    assert here.said == ["This laptop has no keystore: the password is kept until boothapp closes."]
    assert page.send_button.isVisible()


def test_a_form_with_gaps_says_which(here: Stand) -> None:
    page = visited(here)
    page.form.add_button.click()
    assert page.form.url.message.text() == "Needed to reach the CRM."
    assert page.form.password.message.text() == "Needed to reach the CRM."
    assert [entry.kind for entry in here.store(targets.entries)] == ["demo"]


def test_a_missing_password_is_asked_for_where_it_is_missed(here: Stand, page: SendPage) -> None:
    here.store(lambda s: s.secrets.clear())
    page.send_button.click()
    here.qtbot.waitUntil(page.form.isVisible)
    assert "There is no password for Head office" in page.form.message.text()
    assert page.form.password_line().hasFocus()
    assert waiting(here) == COUNT


def test_the_pack_is_written_with_every_lead(here: Stand, page: SendPage, tmp_path: Path) -> None:
    file = tmp_path / "leads.zip"
    page.ask_file = lambda _over, _proposed: str(file)
    page.pack_button.click()
    here.qtbot.waitUntil(lambda: len(here.said) > 0, timeout=20000)
    assert here.said == [f"{COUNT} leads are packed: leads.zip"]
    with zipfile.ZipFile(file) as pack:
        assert pack.testzip() is None


def test_every_stop_has_a_name(page: SendPage) -> None:
    stops = tab_stops(page)
    assert page.send_button in stops
    assert [stop for stop in stops if not name(stop)] == []


def test_the_page_speaks_ukrainian(here: Stand, page: SendPage) -> None:
    words.use("uk")
    page.retranslate()
    assert page.state() == f"{COUNT} лідів чекають. Нічого не втрачено."
    assert page.send_button.text() == f"Надіслати {COUNT} лідів"
