"""A badge of several lines is one lead with all its bytes, however the scanner ends its lines."""

from collections.abc import Callable, Mapping

import pytest
from pytestqt.qtbot import QtBot

from boothapp.app import Program
from boothapp.badge.serial_line import Framer, Framing
from boothapp.ui.pages.capture.page import CapturePage
from tests.ui.program import saved
from tests.ui.typing_scanner import scan

BADGES: Mapping[str, tuple[str, str]] = {
    "memory": ("MEMORY:x\nNAME1:Sean\nTEL1:+12125551212\nMAIL1:s@x.com", "Sean"),
    "json": ('{\n  "id": "A-77",\n  "name": "Zoe Yq",\n  "email": "z@y.de"\n}', "Zoe Yq"),
    "block": ("Anna Schmidt\nACME GmbH\nanna@acme.de", "Anna Schmidt"),
    "card lines": ("N:Schmidt;Anna\nORG:ACME\nTEL:+49301234567\nEMAIL:a@b.de", "Anna Schmidt"),
    "labels": ("Name: Anna Schmidt\nCompany: ACME\nEmail: anna@acme.de", "Anna Schmidt"),
    "card": (
        "BEGIN:VCARD\nVERSION:3.0\nN:Doe;Jane\nEMAIL:j@x.com\nURL:https://x.com/a\nEND:VCARD",
        "Jane Doe",
    ),
}


def typed_in_the_scan_field(program: Program, page: CapturePage, badge: str) -> None:
    scan(badge)


def typed_at_a_question(program: Program, page: CapturePage, badge: str) -> None:
    page.talk.questions.take_focus()
    scan(badge)


def sent_line_by_line(program: Program, page: CapturePage, badge: str) -> None:
    framer = Framer(Framing.LINE)
    came = framer.feed(f"{badge}\r\n".replace("\n", "\r\n").encode(), 1.0)
    for raw in [*came, *framer.rest(2.0)]:
        program.desk.scanner._take(raw)


HOW: Mapping[str, Callable[[Program, CapturePage, str], None]] = {
    "scan field": typed_in_the_scan_field,
    "question": typed_at_a_question,
    "serial": sent_line_by_line,
}


@pytest.mark.parametrize("badge", BADGES)
@pytest.mark.parametrize("how", HOW)
def test_a_badge_of_several_lines_is_one_lead(
    program: Program, page: CapturePage, qtbot: QtBot, how: str, badge: str
) -> None:
    text, name = BADGES[badge]
    HOW[how](program, page, text)
    qtbot.waitUntil(lambda: page.talk.person.visitor().name == name)
    page.save()
    [lead] = saved(program)
    assert lead.visitor.name == name
    assert lead.visits[0].capture.raw.decode().split() == text.split()


@pytest.mark.parametrize("keyboard", ["ua", "de", "fr"])
@pytest.mark.parametrize("how", ["scan field", "question"])
@pytest.mark.parametrize("badge", ["labels", "card lines"])
def test_it_is_one_on_another_layout_too(
    program: Program, page: CapturePage, qtbot: QtBot, how: str, keyboard: str, badge: str
) -> None:
    if how == "question":
        page.talk.questions.take_focus()
    text, name = BADGES[badge]
    scan(text, keyboard)
    qtbot.waitUntil(lambda: page.talk.person.visitor().name == name)
    page.save()
    [lead] = saved(program)
    assert lead.visitor.name == name


@pytest.mark.parametrize("how", HOW)
def test_ids_and_badges_of_one_line_stay_so_many_scans(
    program: Program, page: CapturePage, qtbot: QtBot, how: str
) -> None:
    lines = ["AD26000001", "AD26000002", "1001;Anna;Schmidt;ACME GmbH", "1002;Otto;Kranz;Kranz KG"]
    HOW[how](program, page, "\n".join(lines))
    qtbot.waitUntil(lambda: page.talk.person.visitor().family_name == "Kranz")
    page.save()
    assert [lead.visits[0].capture.raw.decode() for lead in saved(program)] == lines


def test_an_id_does_not_wait_for_more_lines() -> None:
    framer = Framer(Framing.LINE)
    assert framer.feed(b"AD26000001\r\n", 1.0) == [b"AD26000001"]
    assert framer.feed(b"MECARD:N:Doe,Jane;;\r\n", 1.1) == [b"MECARD:N:Doe,Jane;;"]
    assert framer.feed(b"Name: Anna\r\n", 1.2) == []
    assert framer.feed(b"AD26000002\r\n", 1.25) == [b"Name: Anna", b"AD26000002"]
