"""A licence, passport or bank card typed line by line leaves nothing, wherever the keyboard is."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from boothapp.app import Program
from boothapp.ui import payloads
from boothapp.ui.pages.capture.page import CapturePage
from tests.ui.program import burst, saved
from tests.unit.badge.test_private import ID_CARD, PASSPORT, STRIPE
from tests.unit.badge.test_wedge import KEYBOARDS, typed

LICENCE = (
    "@", "ANSI 636014080002DL00410278DLDAQY1234567", "DCSDOE", "DDEN", "DACJOHN", "DADQUINCY", "DBD08312018",
    "DBB06061986", "DBA08312028", "DAG1 YORK ROAD", "DAILOS ANGELES", "DAJCA", "DAK900010000", "DCGUSA",
    "ZCZCABRN", "ZCBBRO",
)  # fmt: skip
DOCUMENTS = {
    "licence": LICENCE,
    "licence without its header": LICENCE[2:],
    "passport": tuple(PASSPORT.split("\n")),
    "passport with a full number": (PASSPORT.split("\n")[0], "L898902C36UTO7408122F1204159ZE184226BABCDE10"),
    "identity card": tuple(ID_CARD.split("\n")),
    "stripe": (*STRIPE.replace("?;", "?\n;").split("\n"), "+0123456789?"),
}


def nothing_left(page: CapturePage) -> bool:
    draft = page.draft()
    known = draft.visitor.known()
    return not (known or draft.note or draft.capture.raw or draft.capture.badge_id or page.scan.text())


def is_said(page: CapturePage) -> bool:
    return "nothing of it was kept" in page.talk.notice.text().lower()


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_lines_typed_into_the_scan_field_are_one_document(
    program: Program, page: CapturePage, qtbot: QtBot, kind: str
) -> None:
    for line in DOCUMENTS[kind]:
        burst(line)
    qtbot.waitUntil(lambda: is_said(page))
    assert nothing_left(page)
    page.save()
    assert saved(program) == []


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_lines_typed_elsewhere_one_by_one_are_one_document(
    program: Program, page: CapturePage, qtbot: QtBot, kind: str
) -> None:
    for line in DOCUMENTS[kind]:
        page.scanning.take_scan(line)
    qtbot.waitUntil(lambda: is_said(page))
    assert nothing_left(page)
    page.save()
    assert saved(program) == []


@pytest.mark.parametrize("place", ["full_name", "company"])
def test_a_licence_typed_into_a_field_does_not_stay_there(
    page: CapturePage, qtbot: QtBot, place: str
) -> None:
    page.talk.person.fields[place].input.setFocus()
    burst("\n".join(LICENCE))
    qtbot.waitUntil(lambda: is_said(page))
    assert nothing_left(page)


def test_a_licence_on_a_button_presses_nothing(program: Program, page: CapturePage, qtbot: QtBot) -> None:
    page.save_button.setFocus()
    burst("\n".join(LICENCE))
    qtbot.waitUntil(lambda: is_said(page))
    assert nothing_left(page)
    assert saved(program) == []


def test_where_licences_are_read_name_and_address_are_all_that_is_kept(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    show = program.desk.show
    assert show is not None
    program.desk.open_show(replace(show, licences=True))
    for line in LICENCE:
        burst(line)
    qtbot.waitUntil(lambda: page.talk.person.visitor().family_name == "Doe")
    draft = page.draft()
    assert (draft.visitor.given_name, draft.visitor.city) == ("John Quincy", "Los Angeles")
    assert (draft.capture.raw, draft.capture.badge_id, draft.note) == (b"", "", "")
    assert "1234567" not in repr(draft)
    assert "1986" not in repr(draft.visitor)


def test_the_badge_after_a_licence_is_read(page: CapturePage, qtbot: QtBot) -> None:
    for line in LICENCE:
        burst(line)
    burst("MECARD:N:Doe,Jane;;")
    qtbot.waitUntil(lambda: page.talk.person.visitor().family_name == "Doe")
    assert page.talk.person.visitor().given_name == "Jane"


@pytest.mark.parametrize("id", ["DAB12345", "DCS1", "?", "Z-9"])
def test_an_id_that_begins_like_a_licences_line_is_a_lead(page: CapturePage, qtbot: QtBot, id: str) -> None:
    burst(id)
    qtbot.waitUntil(lambda: page.draft().capture.badge_id == id)


@pytest.mark.parametrize("caps", [False, True])
@pytest.mark.parametrize("keyboard", KEYBOARDS)
def test_lines_belong_together_on_any_keyboard(keyboard: str, caps: bool) -> None:
    text = typed("\n".join(LICENCE), keyboard, caps)
    assert payloads.split(text) == [text]
    before: list[str] = []
    for line in text.split("\n"):
        assert payloads.may_be_document(line, "\n".join(before)), line
        before.append(line)


def test_badges_in_one_burst_stay_apart() -> None:
    assert payloads.split("AB-1001\nAB-1002\n") == ["AB-1001", "AB-1002"]
