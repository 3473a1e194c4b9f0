"""The Send page on a real store: nothing is lost, what is held says why, and the pack is written."""

import socket
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from boothapp import words
from boothapp.actions import capture, office, targets
from boothapp.domain.draft import Draft
from boothapp.domain.visitor import Visitor
from boothapp.store import outbox
from boothapp.ui.pages.send import SendPage
from tests.ui.seen import name, tab_stops
from tests.ui.stand import Stand

COUNT = 12
OFFICE = "Head office"


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


def press_send(page: SendPage) -> None:
    """Sends, and says yes where it is asked about the demo's leads."""
    page.send_button.click()
    if page.caution.isVisible():
        page.caution.anyway_button.click()


def texts(page: SendPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def waiting(here: Stand) -> int:
    return here.store(lambda s: outbox.waiting(s, OFFICE))


def test_offline_is_a_normal_state(here: Stand, page: SendPage) -> None:
    assert page.state() == f"{COUNT} leads wait. Nothing is lost."
    assert page.send_button.text() == f"Send {COUNT} leads"
    press_send(page)
    assert page.line.isVisible()
    at_rest(here, page)
    assert waiting(here) == COUNT
    assert not page.line.isVisible()
    assert "The CRM does not answer. Nothing was sent; all leads are kept here." in texts(page)
    assert page.send_button.isEnabled()


def test_the_last_problem_is_still_known_after_a_restart(here: Stand, page: SendPage) -> None:
    press_send(page)
    at_rest(here, page)
    again = visited(here)
    assert "The CRM does not answer." in again.card.message.text()


def held_back(here: Stand, page: SendPage) -> capture.Saved:
    """A lead that was kept here by a send: nobody could call or write."""
    saved = here.store(lambda s: capture.save(s, Draft(visitor=Visitor(full_name="Ada Nobody"))))
    press_send(page)
    at_rest(here, page)
    here.qtbot.waitUntil(lambda: len(page.came.rows) == 1)
    return saved


def test_a_held_lead_says_why_and_is_released_and_held_again(here: Stand, page: SendPage) -> None:
    saved = held_back(here, page)
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
    saved = held_back(here, page)
    with here.qtbot.waitSignal(here.desk.place_wanted) as wanted:
        page.came.rows[0].open_button.click()
    assert wanted.args == ["leads", saved.lead.id]


def test_stopped_before_the_first_lead_everything_waits(here: Stand, page: SendPage) -> None:
    page.work.began.connect(lambda _name: page.line.stop_button.click())
    press_send(page)
    at_rest(here, page)
    assert here.said == ["Stopped. What was sent is sent, the others wait."]
    assert waiting(here) == COUNT


def test_outcomes_cannot_be_fetched_offline_and_it_says_so(here: Stand, page: SendPage) -> None:
    page.fetch_button.click()
    at_rest(here, page)
    assert "The CRM does not answer." in page.card.message.text()


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
    here.qtbot.waitUntil(lambda: "does not answer" in page.card.message.text(), timeout=20000)
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
    press_send(page)
    here.qtbot.waitUntil(page.form.isVisible)
    assert "There is no password for Head office" in page.form.message.text()
    assert page.form.password_line().hasFocus()
    assert waiting(here) == COUNT


def test_the_pack_is_written_with_every_lead(here: Stand, page: SendPage, tmp_path: Path) -> None:
    file = tmp_path / "leads.zip"
    page.pack.ask_file = lambda _proposed: str(file)
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


def test_the_demos_leads_are_sent_only_when_somebody_says_so_and_asked_once(
    here: Stand, page: SendPage
) -> None:
    assert page.card.invented.isVisible()
    page.send_button.click()
    assert page.caution.isVisible()
    assert not page.work.busy
    assert f"{COUNT} of these leads are the demo's: their visitors are invented." in texts(page)
    page.caution.keep_button.click()
    assert not page.caution.isVisible()
    page.send_button.click()
    page.caution.anyway_button.click()
    assert page.work.busy
    at_rest(here, page)
    page.send_button.click()
    assert page.work.busy
    assert not page.caution.isVisible()
    at_rest(here, page)


NO_ADDRESSES = ["not an address", "crm.example.com", "ftp://crm.example.com", "https://", "http://[x"]


@pytest.mark.parametrize("text", NO_ADDRESSES)
def test_what_is_no_address_stays_in_the_form(here: Stand, text: str) -> None:
    page = visited(here)
    for field in (page.form.options["database"], page.form.options["user"], page.form.password):
        QTest.keyClicks(field.input, "me")
    QTest.keyClicks(page.form.url.input, text)
    page.form.add_button.click()
    assert page.form.isVisible()
    assert page.form.url.message.text().startswith("This is no address of a CRM")
    assert page.form.url.input.hasFocus()
    page.form.url.set_text("")
    QTest.keyClicks(page.form.url.input, "https://crm.example.com")
    assert page.form.url.message.text() == ""


def test_a_complaint_goes_while_its_field_is_mended(here: Stand) -> None:
    page = visited(here)
    page.form.add_button.click()
    QTest.keyClicks(page.form.password.input, "x")
    assert page.form.password.message.text() == ""
    assert page.form.url.message.text() == "Needed to reach the CRM."


def test_a_problem_is_said_once_and_nothing_else_says_all_is_well(here: Stand, page: SendPage) -> None:
    press_send(page)
    assert page.card.message.text() == ""
    at_rest(here, page)
    page.card.test_button.click()
    at_rest(here, page)
    here.qtbot.waitUntil(page.unsure.isVisible)
    assert texts(page).count("The CRM does not answer.") == 1
    assert not page.quiet.isVisible()


def test_a_changed_address_forgets_the_old_problem(here: Stand, page: SendPage) -> None:
    press_send(page)
    at_rest(here, page)
    assert page._standing is not None
    assert page._standing.offices[0].problem
    options = {"database": "crm", "user": "boothapp"}
    here.store(lambda s: targets.add(s, OFFICE, "tryton", "https://crm.example.com", options))
    assert here.store(office.standing).offices[0].problem == ""


def test_the_keyboard_comes_back_to_the_button_that_sent(here: Stand, page: SendPage) -> None:
    press_send(page)
    at_rest(here, page)
    page.card.test_button.setFocus()
    QTest.keyClick(page.card.test_button, Qt.Key.Key_Return)
    assert page.work.busy
    at_rest(here, page)
    assert page.card.test_button.hasFocus()


def test_the_line_of_state_and_the_page_count_alike(here: Stand, page: SendPage) -> None:
    here.store(lambda s: capture.save(s, Draft(visitor=Visitor(full_name="Ada Nobody"))))
    press_send(page)
    at_rest(here, page)
    found = here.store(office.standing)
    assert found.unsent == found.offices[0].waiting == COUNT
    assert found.offices[0].states["held"] == 1
