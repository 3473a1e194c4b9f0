"""Nothing typed is lost: drafts come back, wait in a list, and a save is taken back, on the real page."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from boothapp.actions import drafts
from boothapp.app import Program
from boothapp.domain.capture import Capture
from boothapp.domain.draft import Draft
from boothapp.domain.next_step import NextStep
from boothapp.domain.touch import Touch
from boothapp.domain.visitor import Visitor
from boothapp.errors import EnvironmentFault
from boothapp.paths import Home
from boothapp.store.database import open_store
from boothapp.store.drafts import Kept
from boothapp.ui.pages.capture.page import CapturePage
from tests.conftest import PASSPHRASE
from tests.ui.program import CONTROL, enter, key, saved, start, stored, type_text, with_demo_show
from tests.ui.seen import name, tab_stops

KEY = Qt.Key
ANNA = Draft(
    visitor=Visitor(full_name="Anna Vogel", company="Werft Nord"),
    capture=Capture(format="vcard", badge_id="SB7", raw=b"\x00\xffbadge"),
    answers={"budget": ("planned",), "need": ("urgent",)},
    interests=("cell",),
    touches=(Touch("demo", "live", 0.5), Touch("handed", "polar")),
    pieces=("polar",),
    consents=("mail",),
    note="Wants a quiet weld",
    staff="lange",
    owner="koval",
    next_step=NextStep("visit", datetime.now(UTC).date()),
    picture=b"card",
    more_pictures=(b"its back",),
    looked_up=True,
)


def waiting(program: Program) -> list[Kept]:
    """The drafts in the store, after everything begun before."""
    return stored(program, lambda store: drafts.of_show(store, "ad26"))


def with_drafts(home: Home, *kept: Draft, aside: bool = False) -> None:
    store = open_store(home, PASSPHRASE)
    for one in kept:
        drafts.keep(store, one, aside=aside)
    store.close()


def typed(page: CapturePage, field: str, text: str) -> None:
    page.talk.person.fields[field].input.setFocus()
    type_text(text)


def in_message(program: Program, qtbot: QtBot, text: str) -> None:
    qtbot.waitUntil(lambda: text in program.window.message.words.text(), timeout=5000)


@pytest.fixture
def begun(qtbot: QtBot, home: Home) -> Callable[[], tuple[Program, CapturePage]]:
    """Starts the program with what the store holds by then."""
    with_demo_show(home)
    made: list[Program] = []

    def begin() -> tuple[Program, CapturePage]:
        made.append(start(qtbot, home))
        return made[-1], enter(qtbot, made[-1])

    return begin


def test_what_is_typed_is_written_down_after_a_pause(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    typed(page, "full_name", "Anna Vogel")
    assert waiting(program) == []
    qtbot.waitUntil(lambda: len(waiting(program)) == 1)
    [kept] = waiting(program)
    assert (kept.draft, kept.station, kept.aside) == (page.draft(), "A", False)
    page.save()
    assert len(saved(program)) == 1
    assert waiting(program) == []


def test_who_types_without_a_pause_is_written_down_all_the_same(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    journal = page.drafts.journal
    journal._pause.setInterval(1_000_000)
    journal._latest.setInterval(50)
    typed(page, "full_name", "Anna")
    qtbot.waitUntil(lambda: [one.draft.visitor.name for one in waiting(program)] == ["Anna"])


def test_it_is_written_at_once_when_the_page_or_the_window_is_left(
    program: Program, page: CapturePage
) -> None:
    typed(page, "full_name", "Anna")
    program.window.go("leads")
    assert [one.draft.visitor.name for one in waiting(program)] == ["Anna"]
    program.window.go("capture")
    typed(page, "company", "Werft")
    QApplication.sendEvent(page, QEvent(QEvent.Type.WindowDeactivate))
    assert [one.draft.visitor.company for one in waiting(program)] == ["Werft"]


def test_an_empty_form_leaves_no_draft(program: Program, page: CapturePage) -> None:
    page.drafts.journal.write()
    assert waiting(program) == []
    typed(page, "full_name", "A")
    page.drafts.journal.write()
    assert len(waiting(program)) == 1
    key(KEY.Key_Backspace)
    page.drafts.journal.write()
    assert waiting(program) == []


def test_a_disk_that_is_full_is_told_once_and_nobody_is_held_up(
    program: Program, page: CapturePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    program.tasks.unheard.connect(told.append)

    def refuse(*_: object) -> None:
        raise EnvironmentFault("The disk is full.")

    with monkeypatch.context() as full:
        full.setattr(drafts, "keep", refuse)
        for letter in "Anna":
            typed(page, "full_name", letter)
            page.drafts.journal.write()
            program.tasks.settle()
    assert [str(one) for one in told] == ["The disk is full."]
    page.drafts.journal.write()
    assert [one.draft.visitor.name for one in waiting(program)] == ["Anna"]


def test_the_newest_unfinished_conversation_comes_back_whole(
    begun: Callable[[], tuple[Program, CapturePage]], home: Home, qtbot: QtBot
) -> None:
    with_drafts(home, Draft(visitor=Visitor(full_name="Older")), ANNA)
    with_drafts(home, Draft(visitor=Visitor(full_name="Aside")), aside=True)
    program, page = begun()
    qtbot.waitUntil(lambda: page.talk.person.visitor().name == "Anna Vogel")
    page.talk.person.changed.emit()
    assert page.draft() == ANNA
    line = page.drafts.came_back
    assert line.isVisible()
    assert "was not saved" in line.message.text()
    assert page.scan.hasFocus()
    qtbot.waitUntil(lambda: page.drafts.button.isVisible())
    assert page.drafts.button.text() == "Drafts 2"
    key(KEY.Key_Return, CONTROL)
    [lead] = saved(program)
    assert (lead.id, lead.owner, lead.visits[0].staff) == (ANNA.id, "koval", "lange")
    assert lead.visits[0].capture.raw == b"\x00\xffbadge"
    assert not line.isVisible()
    program.end()


def test_a_conversation_that_came_back_is_put_aside_with_the_keyboard(
    begun: Callable[[], tuple[Program, CapturePage]], home: Home, qtbot: QtBot
) -> None:
    with_drafts(home, ANNA)
    program, page = begun()
    qtbot.waitUntil(lambda: page.talk.person.visitor().name == "Anna Vogel")
    assert page.drafts.came_back.aside in tab_stops(program.window)
    page.drafts.came_back.aside.setFocus()
    key(KEY.Key_Space)
    assert page.talk.person.visitor().label == ""
    assert page.scan.hasFocus()
    assert not page.drafts.came_back.isVisible()
    qtbot.waitUntil(lambda: page.drafts.button.isVisible())
    [kept] = waiting(program)
    assert (kept.draft.id, kept.aside) == (ANNA.id, True)
    program.end()
    program, page = begun()
    qtbot.waitUntil(lambda: page.drafts.button.isVisible())
    program.tasks.settle()
    assert page.talk.person.visitor().label == ""
    program.end()


def test_a_draft_never_takes_the_place_of_what_is_typed_meanwhile(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    stored(program, lambda store: drafts.keep(store, ANNA))
    taken = stored(program, lambda store: drafts.newest(store, "ad26"))
    typed(page, "full_name", "Next")
    page.drafts._found(taken)
    page.drafts._count()
    qtbot.waitUntil(lambda: len(page.drafts.waiting) == 1)
    assert page.drafts.button.isVisible()
    assert page.talk.person.visitor().name == "Next"


def test_drafts_are_chosen_from_a_list_with_the_keyboard(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    noted = Draft(note="Asked for\nthe price list", staff="lange")
    for one in (noted, ANNA):
        stored(program, lambda store, one=one: drafts.keep(store, one, aside=True))
    page.drafts._count()
    qtbot.waitUntil(lambda: page.drafts.button.isVisible())
    typed(page, "full_name", "Next")
    key(KEY.Key_D, CONTROL)
    first, second = page.drafts.panel.lines
    assert first.go_on.hasFocus()
    assert name(second.go_on) == "Continue: Asked for the price list"
    stops = tab_stops(program.window)
    at = stops.index(page.scan)
    around = [*stops[at:], *stops[:at]]
    asked = [first.go_on, first.delete, second.go_on, second.delete]
    tools = [page.scan, page.pictures.camera_button, page.group.button]
    tools += [page.crowd.button, page.drafts.button]
    assert around[:10] == [*tools, page.drafts.panel.close_button, *asked]
    first.go_on.setFocus()
    key(KEY.Key_Space)
    qtbot.waitUntil(lambda: page.talk.person.visitor().name == "Anna Vogel")
    assert not page.drafts.panel.isVisible()
    in_message(program, qtbot, "waits among the drafts")
    assert {one.draft.visitor.name for one in waiting(program) if one.aside} == {"", "Next"}


def test_a_draft_is_deleted_and_comes_back_with_undo(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    stored(program, lambda store: drafts.keep(store, ANNA, aside=True))
    page.drafts._count()
    qtbot.waitUntil(lambda: page.drafts.button.isVisible())
    page.drafts.toggle()
    page.drafts.panel.lines[0].delete.click()
    in_message(program, qtbot, "The draft of Anna Vogel is deleted.")
    qtbot.waitUntil(lambda: not page.drafts.button.isVisible())
    assert not page.drafts.panel.isVisible()
    assert page.scan.hasFocus()
    assert waiting(program) == []
    key(KEY.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: page.drafts.button.isVisible())
    assert stored(program, lambda store: drafts.take_up(store, ANNA.id)).kept.draft == ANNA


def test_escape_closes_the_list_and_leaves_what_is_typed(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    stored(program, lambda store: drafts.keep(store, ANNA, aside=True))
    page.drafts._count()
    qtbot.waitUntil(lambda: page.drafts.button.isVisible())
    typed(page, "full_name", "Next")
    key(KEY.Key_D, CONTROL)
    key(KEY.Key_Escape)
    assert not page.drafts.panel.isVisible()
    assert page.talk.person.visitor().name == "Next"
    assert page.scan.hasFocus()


def test_a_page_without_drafts_has_no_button(program: Program, page: CapturePage) -> None:
    program.tasks.settle()
    assert "button" not in vars(page.drafts)


def test_somebody_else_at_the_stand_begins_with_a_fresh_form(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    typed(page, "full_name", "Anna Vogel")
    program.desk.choose_staff("lange")
    assert page.talk.person.visitor().name == "Anna Vogel"
    program.desk.choose_staff("bondar")
    assert page.talk.person.visitor().label == ""
    in_message(program, qtbot, "waits among the drafts")
    [kept] = waiting(program)
    assert (kept.draft.visitor.name, kept.draft.staff) == ("Anna Vogel", "lange")
    key(KEY.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: page.talk.person.visitor().name == "Anna Vogel")
    page.save()
    [lead] = saved(program)
    assert lead.visits[0].staff == "bondar"


def test_a_draft_taken_up_by_somebody_else_stays_of_who_held_it(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    program.desk.choose_staff("lange")
    typed(page, "full_name", "Anna Vogel")
    program.desk.choose_staff("bondar")
    page.drafts.take_up(waiting(program)[0].draft.id)
    qtbot.waitUntil(lambda: page.talk.person.visitor().name == "Anna Vogel")
    page.save()
    [lead] = saved(program)
    assert lead.visits[0].staff == "lange"
    typed(page, "full_name", "Bo")
    assert page.draft().staff == "bondar"


def test_what_was_said_of_the_conversation_before_goes_with_it(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    stored(program, lambda store: drafts.keep(store, ANNA, aside=True))
    typed(page, "full_name", "Next")
    page.talk.warn("This id was guessed.")
    page.drafts.take_up(ANNA.id)
    qtbot.waitUntil(lambda: page.talk.person.visitor().name == "Anna Vogel")
    assert page.talk.notice.text() == ""


def test_a_picture_belongs_to_the_draft(program: Program, page: CapturePage) -> None:
    page.stand(ANNA)
    page.drafts.journal.write()
    page.fresh()
    page.drafts.take_up(ANNA.id)
    program.tasks.settle()
    assert page.pictures.kept() == (b"card", b"its back")


@pytest.mark.parametrize(
    ("text", "who", "note"), [("Ben Boll", "Ben Boll", ""), ("back on 3 May", "", "back on 3 May")]
)
def test_what_stands_in_the_scan_field_is_written_down(
    program: Program, page: CapturePage, qtbot: QtBot, text: str, who: str, note: str
) -> None:
    type_text(text)
    qtbot.waitUntil(lambda: len(waiting(program)) == 1)
    [kept] = waiting(program)
    assert (kept.draft.visitor.name, kept.draft.note) == (who, note)
    page.scan.clear()
    qtbot.waitUntil(lambda: waiting(program) == [])


def test_what_stands_in_the_scan_field_stays_with_whoever_typed_it(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    program.desk.choose_staff("bondar")
    type_text("Ben Boll")
    qtbot.waitUntil(lambda: page.scan.typed() == "Ben Boll")
    program.desk.choose_staff("lange")
    assert page.scan.text() == ""
    in_message(program, qtbot, "waits among the drafts.")
    assert [(one.draft.visitor.name, one.draft.staff) for one in waiting(program)] == [("Ben Boll", "bondar")]
    key(KEY.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: page.draft().visitor.name == "Ben Boll")
