"""The Leads page on a real store: found by typing, filtered, paged, shown whole, kept up to date."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from boothapp import words
from boothapp.actions import capture, leads
from boothapp.domain.changes import changed
from boothapp.domain.draft import Draft
from boothapp.domain.folding import fold
from boothapp.domain.visitor import Visitor
from boothapp.paths import Home
from boothapp.store.leads import Line
from boothapp.store.lists import Query
from boothapp.ui.pages.leads import LeadsPage
from boothapp.ui.pages.leads.head import Head
from boothapp.ui.widgets.facts import breakable
from tests.ui.seen import name, tab_stops
from tests.ui.stand import Stand, stand

COUNT = 240
EVERYTHING = Query(limit=COUNT + 10)


@pytest.fixture
def page(here: Stand) -> LeadsPage:
    made = LeadsPage(here.desk)
    here.visit(made)
    here.qtbot.waitUntil(lambda: made.detail.lead() != "" and sum(made._counts.values()) == COUNT)
    return made


def lines(page: LeadsPage) -> list[Line]:
    """What stands in the list."""
    found = [page.lines.line(page.lines.index(row)) for row in range(page.lines.rowCount())]
    return [line for line in found if line is not None]


def search(here: Stand, page: LeadsPage, text: str) -> None:
    """Types into the search and waits for the answer."""
    with here.qtbot.waitSignal(page.lines.shown):
        QTest.keyClicks(page.search, text)
    here.qtbot.waitUntil(
        lambda: sum(page._counts.values()) == len(here.store(lambda s: leads.listed(s, query(text))))
    )


def query(text: str) -> Query:
    return Query(text, limit=COUNT + 10)


def texts(page: LeadsPage) -> str:
    """Every word on the detail."""
    return "\n".join(label.text() for label in page.detail.findChildren(QLabel))


def test_the_newest_stands_first_and_is_shown_whole(here: Stand, page: LeadsPage) -> None:
    wanted = here.store(lambda s: leads.listed(s, Query(limit=100)))
    assert lines(page) == wanted
    assert page.list.lead() == page.detail.lead() == wanted[0].id
    assert wanted[0].number in texts(page)
    assert page.state() == f"{COUNT} leads · Automation Days 2026"


def test_chips_count_what_the_store_counts(here: Stand, page: LeadsPage) -> None:
    counts = here.store(lambda s: leads.counts(s, Query()))
    shown = {chip.item.key: chip.item.count for chip in page.chips._chips}
    assert {f"rating:{level}": n for level, n in counts.items()}.items() <= shown.items()
    lines = here.store(lambda s: leads.listed(s, EVERYTHING))
    today = datetime.now().date().isoformat()
    assert shown["due:today"] == sum(line.due == today and line.step != "none" for line in lines)
    overdue = {line.id for line in lines if line.due < today and line.step not in ("", "none")}
    assert shown["due:overdue"] == len(overdue)
    flags = [here.store(lambda s, id=line.id: leads.find(s, id)).flags for line in lines]
    assert shown["flag:any"] == sum(bool(some) for some in flags) > 0


def test_a_lead_is_found_opened_and_left_by_keyboard_alone(here: Stand, page: LeadsPage) -> None:
    assert QApplication.focusWidget() is page.search
    search(here, page, "muller")
    assert lines(page)
    assert all("muller" in fold(line.name) or "mueller" in fold(line.name) for line in lines(page))
    QTest.keyClick(page.search, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is page.list
    second = lines(page)[1].id
    here.qtbot.waitUntil(lambda: page.detail.lead() == second)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.detail
    QTest.keyClick(page.detail, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.search
    assert page.search.selectedText() == "muller"
    with here.qtbot.waitSignal(page.lines.shown):
        QTest.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.search.text() == ""


@pytest.mark.parametrize("key", ["/", "f"])
def test_search_is_reached_from_anywhere(page: LeadsPage, key: str) -> None:
    page.list.setFocus()
    control = Qt.KeyboardModifier.ControlModifier if key == "f" else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(page.list, key, control)
    assert QApplication.focusWidget() is page.search
    assert page.search.text() == ""


def test_letters_typed_into_the_list_search(here: Stand, page: LeadsPage) -> None:
    page.list.setFocus()
    with here.qtbot.waitSignal(page.lines.shown):
        QTest.keyClick(page.list, "w")
    assert page.search.text() == "w"
    assert all(" w" in f" {fold(line.name)} {fold(line.company)}" for line in lines(page) if not line.name)


def test_a_rating_is_filtered_by_keyboard(here: Stand, page: LeadsPage) -> None:
    first = page.chips._chips[0]
    first.setFocus()
    with here.qtbot.waitSignal(page.lines.shown):
        QTest.keyClick(first, Qt.Key.Key_Space)
    assert {line.level for line in lines(page)} == {"hot"}
    assert QApplication.focusWidget() is first
    hot = here.store(lambda s: leads.counts(s, Query()))["hot"]
    assert page.state() == f"{hot} leads found"


def test_the_rest_of_the_list_comes_as_it_is_scrolled_to(here: Stand, page: LeadsPage) -> None:
    assert page.lines.rowCount() == COUNT
    assert len(lines(page)) == 100
    page.list.scrollToBottom()
    here.qtbot.waitUntil(lambda: len(lines(page)) == 140)
    page.list.scrollTo(page.lines.index(150))
    here.qtbot.waitUntil(lambda: len(lines(page)) == COUNT)
    assert lines(page) == here.store(lambda s: leads.listed(s, EVERYTHING))


def test_only_the_newest_answer_is_shown(here: Stand, page: LeadsPage) -> None:
    shown: list[int] = []
    page.lines.shown.connect(shown.append)
    for letter in "schmidt":
        QTest.keyClick(page.search, letter)
    wanted = here.store(lambda s: leads.listed(s, query("schmidt")))
    here.qtbot.waitUntil(lambda: len(shown) > 0)
    here.store(lambda _store: None)
    QApplication.processEvents()
    assert shown == [len(wanted)]
    assert lines(page) == wanted


def test_the_chosen_lead_stays_chosen_while_it_is_still_found(here: Stand, page: LeadsPage) -> None:
    page.list.setCurrentIndex(page.lines.index(7))
    chosen = lines(page)[7]
    search(here, page, chosen.number)
    assert page.list.lead() == chosen.id
    with here.qtbot.waitSignal(page.lines.shown):
        page.search.empty()
    assert page.list.lead() == chosen.id


def test_a_new_lead_appears_on_top_and_the_chosen_one_stays(here: Stand, page: LeadsPage) -> None:
    page.list.setCurrentIndex(page.lines.index(3))
    before = page.list.lead()
    draft = Draft(visitor=Visitor(full_name="Нова Відвідувачка"))
    with here.qtbot.waitSignal(page.lines.shown):
        here.tasks.change(lambda store: capture.save(store, draft))
    assert lines(page)[0].name == "Нова Відвідувачка"
    assert page.list.lead() == before
    here.qtbot.waitUntil(lambda: page.state().startswith(f"{COUNT + 1} leads"))


def test_a_changed_lead_is_shown_anew(here: Stand, page: LeadsPage) -> None:
    lead = here.store(lambda s: leads.find(s, page.list.lead()))
    draft = Draft(visitor=lead.visitor, capture=lead.visits[0].capture, note="Asks for a second arm")
    here.tasks.change(lambda store: capture.save(store, draft))
    here.qtbot.waitUntil(lambda: "Asks for a second arm" in texts(page))
    assert "Came back to the stand" in texts(page)


def test_changes_that_name_no_leads_cost_nothing(here: Stand, page: LeadsPage) -> None:
    shown: list[int] = []
    page.lines.shown.connect(shown.append)
    page.refresh(changed("settings", "targets"))
    here.store(lambda _store: None)
    QApplication.processEvents()
    assert shown == []


def test_nothing_found_says_what_was_searched_and_clears(here: Stand, page: LeadsPage) -> None:
    search(here, page, "zzzq")
    assert page.body.currentWidget() is page.nothing
    assert "zzzq" in page.nothing.sentence.text()
    assert page.nothing.button is not None
    with here.qtbot.waitSignal(page.lines.shown):
        page.nothing.button.click()
    assert page.lines.rowCount() == 100
    assert page.body.currentWidget() is page.split


def test_no_leads_yet_leads_to_the_capture_page(qtbot: QtBot, home: Home) -> None:
    with stand(qtbot, home, 0) as here:
        page = LeadsPage(here.desk)
        here.visit(page)
        qtbot.waitUntil(lambda: page.stack.currentWidget() is page.none)
        assert page.none.button is not None
        with qtbot.waitSignal(here.desk.place_wanted) as wanted:
            page.none.button.click()
        assert wanted.args == ["capture", ""]


def test_an_address_is_copied(here: Stand, page: LeadsPage) -> None:
    lead = here.store(lambda s: leads.find(s, page.detail.lead()))
    page.detail.copies()[0].copy.click()
    assert QGuiApplication.clipboard().text() == lead.visitor.email
    assert here.said == [f"Copied: {lead.visitor.email}"]


def test_the_sheet_is_saved_as_pdf(here: Stand, page: LeadsPage, tmp_path: Path) -> None:
    file = tmp_path / "sheet.pdf"
    page.paper.ask_file = lambda _proposed: str(file)
    page.save_button.click()
    here.qtbot.waitUntil(lambda: len(here.said) > 0)
    assert file.read_bytes().startswith(b"%PDF")
    assert "sheet.pdf" in here.said[0]


def test_a_folder_that_cannot_be_written_is_said_kindly(here: Stand, page: LeadsPage, tmp_path: Path) -> None:
    page.paper.ask_file = lambda _proposed: str(tmp_path / "nowhere" / "sheet.pdf")
    page.save_button.click()
    here.qtbot.waitUntil(lambda: len(here.said) > 0)
    assert "can't be written" in here.said[0]


def test_a_lead_is_opened_from_elsewhere(here: Stand, page: LeadsPage) -> None:
    wanted = here.store(lambda s: leads.listed(s, EVERYTHING))[50]
    search(here, page, "zzzq")
    page.open_lead(wanted.id)
    here.qtbot.waitUntil(lambda: page.detail.lead() == wanted.id and page.list.lead() == wanted.id)


def test_every_stop_has_a_name(page: LeadsPage) -> None:
    page.search.setFocus()
    stops = tab_stops(page)
    assert page.list in stops
    assert page.print_button in stops
    assert [stop for stop in stops if not name(stop)] == []


def test_the_page_speaks_ukrainian(here: Stand, page: LeadsPage) -> None:
    words.use("uk")
    page.retranslate()
    assert page.state().startswith(f"{COUNT} лідів")
    assert "Що далі" in texts(page)


def test_a_very_long_word_leaves_the_rating_in_the_window(here: Stand) -> None:
    word = "Donaudampfschifffahrtsgesellschaft" * 6
    saved = here.store(lambda s: capture.save(s, Draft(visitor=Visitor(full_name=word, company=word))))
    head = Head(here.desk, saved.lead)
    here.qtbot.addWidget(head)
    assert head.minimumSizeHint().width() < 480
    assert breakable("Ada Lovelace-Byron") == "Ada Lovelace-Byron"
    assert breakable(word).replace("\u200b", "") == word
