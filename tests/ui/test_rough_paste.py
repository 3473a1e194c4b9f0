"""Pasted novels and five megabytes: the window goes on, fields say what they hold, nothing else is lost."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from boothapp.actions import edit
from boothapp.app import Program
from boothapp.domain import lengths
from boothapp.ui.pages.capture.page import CapturePage
from boothapp.ui.pages.door.keys import SecretField
from boothapp.ui.widgets.card import column
from boothapp.ui.widgets.field import NoteField
from tests.ui import busy, seen, texts
from tests.ui.program import CONTROL, key, saved, stored, type_text

KEY = Qt.Key
NOVEL = "The lamps along the quay were lit, one after the other. " * 94_000
SOLID = "x" * len(NOVEL)
LINES = NOVEL.replace(". ", ".\n")
FULL = "There is room for 300 characters here; what goes beyond was not taken."


def paste(part: QWidget, text: str) -> None:
    QApplication.clipboard().setText(text)
    part.setFocus()
    key(KEY.Key_V, CONTROL)


def test_five_megabytes_stop_neither_a_field_nor_the_list(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    company, note = page.talk.person.fields["company"], page.talk.note
    page.talk.person.fields["full_name"].set_text("Ada Byron")
    for text in (NOVEL, LINES, SOLID):
        with busy.watched() as stretch:
            for field in (company, note):
                field.input.setFocus()
                field.input.selectAll()
                paste(field.input, text)
        assert stretch.longest < busy.STALL
        assert company.text() == text[: lengths.LINE].strip()
        assert note.text() == text[: lengths.NOTE].strip()
        assert company.message.text() == FULL
        assert note.message.text() == FULL.replace("300", "10,000")
    with busy.watched() as stretch:
        page.save()
        [lead] = saved(program)
        leads = program.window.go("leads")
        qtbot.waitUntil(lambda: leads.detail.lead() == lead.id)
        paste(leads.search, NOVEL)
        qtbot.waitUntil(lambda: leads.body.currentWidget() is leads.nothing)
    assert stretch.longest < busy.STALL
    assert (lead.visitor.name, lead.visitor.company) == ("Ada Byron", SOLID[: lengths.LINE])
    assert lead.visits[0].note == SOLID[: lengths.NOTE]


def test_a_lead_with_every_field_full_stays_inside_its_detail(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    person = page.talk.person
    person.unfold(True)
    for name in ("full_name", "company", "job_title", "city"):
        person.fields[name].set_text(NOVEL[: lengths.LINE] if name != "company" else SOLID[: lengths.LINE])
    person.fields["emails"].set_text(f"{SOLID[:60]}@{SOLID[:180]}.example")
    page.save()
    [lead] = saved(program)
    assert program.window.message.height() < program.window.stack.height() / 3
    leads = program.window.go("leads")
    qtbot.waitUntil(lambda: leads.detail.lead() == lead.id)
    program.window.message.hide()
    assert texts.outside(program.window) == []
    assert texts.cramped(program.window) == []


def test_what_the_scan_field_has_no_room_for_is_read_whole(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    for at, text in enumerate((NOVEL, LINES, SOLID), 1):
        with busy.watched() as stretch:
            paste(page.scan, text)
            qtbot.waitUntil(lambda text=text: page.capture.raw == text.encode(), timeout=20_000)
        assert stretch.longest < busy.STALL
        assert "all of it is kept" in page.talk.notice.text()
        page.save()
        assert [len(lead.visits[0].capture.raw) for lead in saved(program)] == [len(NOVEL)] * at


def test_a_full_field_says_so_and_stops_saying_it(page: CapturePage) -> None:
    company, mails = page.talk.person.fields["company"], page.talk.person.fields["emails"]
    company.input.setFocus()
    company.set_text("y" * (lengths.LINE - 1))
    company.input.end(False)
    type_text("ab")
    assert company.text() == "y" * (lengths.LINE - 1) + "a"
    assert company.message.text() == FULL
    key(KEY.Key_Backspace)
    key(KEY.Key_Backspace)
    assert company.message.text() == ""
    # Half of a letter is no letter.
    paste(company.input, "z\N{GRINNING FACE}")
    assert company.text() == "y" * (lengths.LINE - 2) + "z"
    many = ", ".join(f"person.{n}@long-company-name.example" for n in range(19))
    paste(mails.input, many)
    assert mails.text() == many


def test_what_is_known_already_is_never_cut(page: CapturePage) -> None:
    company, note = page.talk.person.fields["company"], page.talk.note
    company.set_text("y" * 400)
    note.set_text("n" * 12_000)
    assert (company.text(), note.text()) == ("y" * 400, "n" * 12_000)
    note.input.setFocus()
    type_text("more")
    assert note.text() == "n" * 12_000
    assert note.message.text()
    note.set_text("")
    assert note.message.text() == ""


def test_a_long_note_gives_way_to_what_is_pasted_over_it_and_a_long_secret_is_whole(qtbot: QtBot) -> None:
    note, secret, both = NoteField("Note"), SecretField("Passphrase"), QWidget()
    whole = column()
    for part in (note, secret):
        whole.addWidget(part)
    both.setLayout(whole)
    seen.show(qtbot, both)
    note.set_text("n" * lengths.NOTE)
    note.input.selectAll()
    paste(note.input, "short")
    assert (note.text(), note.message.text()) == ("short", "")
    paste(secret.input, "s" * 4_000)
    assert secret.secret() == "s" * 4_000


def test_a_country_that_nobody_knows_is_kept_in_the_note(program: Program, page: CapturePage) -> None:
    country = page.talk.person.fields["country"]
    country.input.setFocus()
    type_text("Ruritania")
    key(KEY.Key_Tab)
    assert "kept in the note" in country.message.text()
    page.talk.note.set_text("wants two")
    page.save()
    [lead] = saved(program)
    assert (lead.visitor.country, lead.visits[0].note) == ("", "wants two\nCountry: Ruritania")


def test_every_mail_and_phone_typed_is_saved(program: Program, page: CapturePage) -> None:
    mails = tuple(f"person{at}@werft.example" for at in range(60))
    phones = tuple(f"+49 40 55512{at}" for at in range(10, 40))
    page.talk.person.fields["full_name"].set_text("Ada Byron")
    paste(page.talk.person.fields["emails"].input, ", ".join(mails))
    paste(page.talk.person.fields["phones"].input, ", ".join(phones))
    page.save()
    [lead] = saved(program)
    assert lead.visitor.emails == mails
    assert tuple(phone.text for phone in lead.visitor.phones) == phones
    stored(program, lambda store: edit.correct(store, lead.id, {"emails": ", ".join(mails[1:])}))
    [lead] = saved(program)
    assert lead.visitor.emails == mails[1:]
