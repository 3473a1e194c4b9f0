"""Pictures that are read when the conversation has gone on: nothing is lost or given to somebody else."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boothapp.actions import badges
from boothapp.actions import leads as lead_actions
from boothapp.app import Program
from boothapp.badge.card import CardReading
from boothapp.badge.reading import Reading
from boothapp.domain.show import Show
from boothapp.domain.visitor import Visitor
from boothapp.errors import Refused
from boothapp.paths import Home
from boothapp.store.database import open_store
from boothapp.ui import reading_order
from boothapp.ui.pages.capture.page import CapturePage
from tests.conftest import PASSPHRASE
from tests.ui.program import click, dropped, key, pictures, saved, type_text
from tests.unit.badge.photographs import picture_of, vcard

ANNA, BERT = "MECARD:N:Alpha,Anna;EMAIL:anna@a.example;;", "MECARD:N:Beta,Bert;EMAIL:bert@b.example;;"


class Reader:
    """Stands for the reader of cards, which takes seconds: says what the test gives, when it lets it."""

    def __init__(self) -> None:
        self.cards: dict[bytes, Visitor] = {}
        self.may_read, self.may_look, self.began = threading.Event(), threading.Event(), threading.Event()
        self.may_read.set()
        self.may_look.set()
        self.look = badges.look

    def card(self, grey: int, visitor: Visitor | None) -> bytes:
        """A picture without a code; None where nothing can be read."""
        image = QImage(64, 40, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor(Qt.GlobalColor.white) if grey == 0 else grey * 0x010101 | 0xFF000000)
        from boothapp.ui.pages.capture.scanning import png

        raw = png(image)
        if visitor is not None:
            self.cards[raw] = visitor
        return raw

    def scan_card(self, source: Path | bytes, _show: Show | None = None) -> CardReading:
        """As badges.scan_card."""
        self.began.set()
        assert self.may_read.wait(30)
        assert isinstance(source, bytes)
        if source not in self.cards:
            raise Refused("No text was found.")
        visitor = self.cards[source]
        text = visitor.name
        return CardReading(Reading("card", visitor=visitor, raw=text.encode(), text=text), {}, source)

    def slow_look(self, source: Path | bytes, show: Show | None = None) -> badges.Looked:
        """As badges.look."""
        assert self.may_look.wait(30)
        return self.look(source, show)


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Iterator[Reader]:
    made = Reader()
    monkeypatch.setattr(badges, "scan_card", made.scan_card)
    monkeypatch.setattr(badges, "look", made.slow_look)
    yield made
    made.may_read.set()
    made.may_look.set()


OKSANA = Visitor(full_name="Oksana Card", emails=("oksana@card.example",), company="Verf")
JUERGEN = Visitor(full_name="Juergen Karte", emails=("juergen@card.example",))


def scan(page: CapturePage, qtbot: QtBot, text: str) -> None:
    """A badge that is on the page when this ends."""
    mail = text.partition("EMAIL:")[2].strip(";")
    page.scanning.take_text(text)
    qtbot.waitUntil(lambda: page.talk.person.visitor().email == mail)


def opened(page: CapturePage, qtbot: QtBot, name: str) -> None:
    """Waits until this card can be taken over."""
    panel = page.pictures.card
    qtbot.waitUntil(lambda: panel.use.isVisible() and panel.fields["full_name"].text() == name)


def test_a_second_card_waits_behind_the_first(
    program: Program, page: CapturePage, qtbot: QtBot, reader: Reader
) -> None:
    first, second = reader.card(10, OKSANA), reader.card(20, JUERGEN)
    page.pictures.look_at(first)
    opened(page, qtbot, OKSANA.name)
    page.pictures.look_at(second)
    qtbot.waitUntil(lambda: page.pictures.card.waiting.text() != "")
    assert page.pictures.card.fields["full_name"].text() == OKSANA.name
    page.save()
    opened(page, qtbot, JUERGEN.name)
    assert page.pictures.card.waiting.text() == ""
    page.save()
    leads = saved(program)
    assert [lead.visitor.name for lead in leads] == [OKSANA.name, JUERGEN.name]
    assert [pictures(program, lead) for lead in leads] == [[first], [second]]


def test_the_back_of_a_card_is_kept_beside_its_front(
    program: Program, page: CapturePage, qtbot: QtBot, reader: Reader
) -> None:
    front, back = reader.card(10, OKSANA), reader.card(20, Visitor(website="verf.example"))
    for picture in (front, back):
        page.pictures.look_at(picture)
    opened(page, qtbot, OKSANA.name)
    click(page.pictures.card.use)
    qtbot.waitUntil(lambda: page.pictures.card.use.isVisible())
    page.save()
    [lead] = saved(program)
    assert (lead.visitor.name, lead.visitor.website) == (OKSANA.name, "verf.example")
    assert sorted(pictures(program, lead)) == sorted([front, back])


@pytest.mark.parametrize("name", ["Anna Alpha", "Bert Beta"])
def test_the_card_that_is_open_when_the_next_badge_comes_goes_to_whom_it_names(
    program: Program, page: CapturePage, qtbot: QtBot, reader: Reader, name: str
) -> None:
    scan(page, qtbot, ANNA)
    card = reader.card(10, Visitor(full_name=name, company="Werft AG"))
    page.pictures.look_at(card)
    opened(page, qtbot, name)
    scan(page, qtbot, BERT)
    assert page.pictures.card.isHidden()
    page.save()
    found = {lead.visitor.name: (lead.visitor.company, pictures(program, lead)) for lead in saved(program)}
    assert found == {"Anna Alpha": ("", []), "Bert Beta": ("", []), name: ("Werft AG", [card])}


def test_a_picture_looked_at_too_late_goes_to_the_lead_it_was_dropped_on(
    program: Program, page: CapturePage, qtbot: QtBot, reader: Reader
) -> None:
    said: list[str] = []
    program.desk.said.connect(lambda text, _undo: said.append(text))
    scan(page, qtbot, ANNA)
    reader.may_look.clear()
    card = reader.card(10, Visitor(full_name="Anna Alpha", company="Alpha AG"))
    page.pictures.look_at(card)
    page.save()
    scan(page, qtbot, BERT)
    reader.may_look.set()
    qtbot.waitUntil(lambda: any("Anna Alpha" in text and "Company" in text for text in said))
    assert page.pictures.card.isHidden()
    page.save()
    anna, bert = saved(program)
    assert (anna.visitor.company, bert.visitor.company) == ("Alpha AG", "")
    assert pictures(program, anna) == [card]
    assert anna.visitor.emails == ("anna@a.example",)


def test_a_card_read_after_the_save_fills_what_is_empty(
    program: Program, page: CapturePage, qtbot: QtBot, reader: Reader
) -> None:
    scan(page, qtbot, ANNA)
    reader.may_read.clear()
    theirs = Visitor(full_name="Anna Alpha", company="Alpha AG", emails=("other@a.example",))
    page.pictures.look_at(reader.card(10, theirs))
    qtbot.waitUntil(page.pictures.card.isVisible)
    page.save()
    reader.may_read.set()
    qtbot.waitUntil(lambda: saved(program)[0].visitor.company == "Alpha AG")
    [anna] = saved(program)
    assert anna.visitor.emails == ("anna@a.example",)
    assert len(pictures(program, anna)) == 1
    assert anna.revision == 2
    assert page.pictures.card.isHidden()
    assert page.talk.person.visitor().label == ""


def test_another_persons_card_read_after_the_save_is_asked_about(
    program: Program, page: CapturePage, qtbot: QtBot, reader: Reader
) -> None:
    scan(page, qtbot, ANNA)
    reader.may_look.clear()
    card = reader.card(10, JUERGEN)
    page.pictures.look_at(card)
    page.save()
    scan(page, qtbot, BERT)
    reader.may_look.set()
    opened(page, qtbot, JUERGEN.name)
    assert page.talk.person.visitor().name == "Bert Beta"
    page.save()
    assert [lead.visitor.name for lead in saved(program)] == ["Anna Alpha", "Bert Beta", JUERGEN.name]
    assert [pictures(program, lead) for lead in saved(program)] == [[], [], [card]]


def in_group(page: CapturePage, qtbot: QtBot) -> None:
    """Anna is in the fields already, Bert comes as one more of the conversation."""
    page.group.one_more()
    scan(page, qtbot, BERT)
    assert page.group.several()


def test_a_card_read_late_waits_for_its_person_of_the_group(
    program: Program, page: CapturePage, qtbot: QtBot, reader: Reader
) -> None:
    scan(page, qtbot, ANNA)
    reader.may_read.clear()
    page.pictures.look_at(reader.card(10, Visitor(company="Alpha AG")))
    qtbot.waitUntil(reader.began.is_set)
    in_group(page, qtbot)
    reader.may_read.set()
    qtbot.waitUntil(lambda: page.pictures.cards._queue[0].is_read)
    program.tasks.settle()
    assert page.pictures.card.isHidden()
    page.group.show(0)
    opened(page, qtbot, "")
    click(page.pictures.card.use)
    page.save()
    anna, bert = saved(program)
    assert (anna.visitor.company, bert.visitor.company) == ("Alpha AG", "")
    assert [len(pictures(program, lead)) for lead in (anna, bert)] == [1, 0]


def test_a_group_saved_meanwhile_gets_the_card_where_it_belongs(
    program: Program, page: CapturePage, qtbot: QtBot, reader: Reader
) -> None:
    scan(page, qtbot, ANNA)
    reader.may_read.clear()
    page.pictures.look_at(reader.card(10, Visitor(full_name="Anna Alpha", company="Alpha AG")))
    qtbot.waitUntil(reader.began.is_set)
    in_group(page, qtbot)
    reader.may_read.set()
    qtbot.waitUntil(lambda: page.pictures.cards._queue[0].is_read)
    page.save()
    qtbot.waitUntil(lambda: saved(program)[0].visitor.company == "Alpha AG")
    assert saved(program)[1].visitor.company == ""
    assert page.pictures.card.isHidden()


def test_a_card_dropped_on_another_of_the_group_is_offered_with_whom_it_names(
    program: Program, page: CapturePage, qtbot: QtBot, reader: Reader
) -> None:
    said: list[str] = []
    program.desk.said.connect(lambda text, _undo: said.append(text))
    scan(page, qtbot, ANNA)
    in_group(page, qtbot)
    page.pictures.look_at(reader.card(10, Visitor(full_name="Anna Alpha", company="Alpha AG")))
    qtbot.waitUntil(lambda: any("of Anna Alpha" in text for text in said))
    assert page.pictures.card.isHidden()
    page.group.show(0)
    opened(page, qtbot, "Anna Alpha")
    page.save()
    anna, bert = saved(program)
    assert (anna.visitor.company, bert.visitor.company) == ("Alpha AG", "")


def test_the_badge_of_a_late_picture_is_the_badge_of_its_lead(
    program: Program, page: CapturePage, qtbot: QtBot, reader: Reader
) -> None:
    scan(page, qtbot, ANNA)
    reader.may_look.clear()
    page.pictures.look_at(picture_of("SB0012345"))
    page.save()
    reader.may_look.set()
    qtbot.waitUntil(lambda: saved(program)[0].badge_id == "SB0012345")
    assert page.draft().capture.badge_id == ""
    page.scanning.take_text("SB0012345")
    qtbot.waitUntil(lambda: page.draft().capture.badge_id == "SB0012345")
    page.save()
    [anna] = saved(program)
    assert len(anna.visits) == 2


def test_the_close_keeps_every_card(
    program: Program, page: CapturePage, qtbot: QtBot, reader: Reader, home: Home
) -> None:
    first, second, third = (reader.card(10, OKSANA), reader.card(20, JUERGEN), reader.card(30, None))
    for picture in (first, second):
        page.pictures.look_at(picture)
    qtbot.waitUntil(lambda: all(one.is_read for one in page.pictures.cards._queue))
    qtbot.waitUntil(lambda: len(page.pictures.cards._queue) == 2)
    opened(page, qtbot, OKSANA.name)
    reader.may_read.clear()
    page.pictures.look_at(third)
    qtbot.waitUntil(lambda: len(page.pictures.cards._queue) == 3)
    program.window.close()
    reader.may_read.set()
    store = open_store(home, PASSPHRASE)
    try:
        lines = lead_actions.listed(store, lead_actions.Query())
        kept = [lead_actions.whole(store, line.id) for line in reversed(lines)]
    finally:
        store.close()
    assert [one.lead.visitor.name for one in kept] == [OKSANA.name, JUERGEN.name]
    assert [len(one.pictures) for one in kept] == [2, 1]


def test_several_files_dropped_at_once_are_each_their_own_lead(
    program: Program, page: CapturePage, qtbot: QtBot, tmp_path: Path
) -> None:
    names = ("Ann Abel", "Bob Blum", "Cleo Corn")
    files = [tmp_path / f"{at}.png" for at in range(len(names))]
    for file, name in zip(files, names, strict=True):
        file.write_bytes(picture_of(vcard(name)))
    page.scanning.take(dropped(*files))
    qtbot.waitUntil(lambda: page.talk.person.visitor().name == "Cleo Corn", timeout=30_000)
    page.save()
    assert [lead.visitor.name for lead in saved(program)] == list(names)


def test_a_choice_leaves_the_keyboard_to_who_is_typing(page: CapturePage, qtbot: QtBot) -> None:
    page.talk.note.input.setFocus()
    type_text("He said ")
    page.pictures.look_at(picture_of(vcard("Ann Abel"), vcard("Bob Blum")))
    qtbot.waitUntil(page.pictures.choice.isVisible, timeout=30_000)
    type_text("yes")
    key(Qt.Key.Key_Space)
    type_text("sure")
    assert page.talk.note.text() == "He said yes sure"
    assert page.talk.person.visitor().label == ""
    # From the scan field and the tools beside it, the keyboard comes to the choice.
    page.crowd_button.setFocus()
    key(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.pictures.choice.buttons[0]


def test_the_keyboard_comes_to_an_open_card_after_the_tools_above_it(
    page: CapturePage, qtbot: QtBot, reader: Reader
) -> None:
    page.pictures.look_at(reader.card(10, OKSANA))
    opened(page, qtbot, OKSANA.name)
    page.crowd_button.setFocus()
    stops = []
    expected = reading_order.stops(page.pictures.card)
    for _ in expected:
        key(Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    assert stops == expected
    assert [page.pictures.card.use, page.pictures.card.keep] == stops[-3:-1]


def test_a_long_look_says_so_and_can_be_cancelled(page: CapturePage, qtbot: QtBot, reader: Reader) -> None:
    reader.may_look.clear()
    page.pictures.look_at(reader.card(10, OKSANA))
    qtbot.waitUntil(page.pictures.looking.isVisible)
    click(page.pictures.looking.cancel)
    assert page.pictures.looking.isHidden()
    reader.may_look.set()
    page.pictures.look_at(picture_of("SB0012345"))
    qtbot.waitUntil(lambda: page.draft().capture.badge_id == "SB0012345")
    assert page.pictures.card.isHidden()


def test_a_picture_waits_for_no_printer(program: Program, page: CapturePage, qtbot: QtBot) -> None:
    printed = threading.Event()
    for _ in range(2):
        program.tasks.beside(lambda: printed.wait(30))
    page.pictures.look_at(picture_of("SB0012345"))
    qtbot.waitUntil(lambda: page.draft().capture.badge_id == "SB0012345")
    printed.set()


def test_a_picture_is_packed_beside_the_window(
    page: CapturePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from boothapp.ui.pages.capture import scanning

    threads: list[bool] = []
    png = scanning.png

    def packed(picture: QImage) -> bytes:
        threads.append(threading.current_thread() is threading.main_thread())
        return png(picture)

    monkeypatch.setattr(scanning, "png", packed)
    data = QMimeData()
    data.setImageData(QImage.fromData(picture_of("SB0012345")))
    page.scanning.take(data)
    qtbot.waitUntil(lambda: page.draft().capture.badge_id == "SB0012345")
    assert threads == [False]
