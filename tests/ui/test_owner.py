"""Who gets the lead, and why, while people talk."""

from pytestqt.qtbot import QtBot

from boothapp.app import Program
from boothapp.domain.visitor import Visitor
from boothapp.ui.pages.capture.page import CapturePage


def test_the_owner_follows_what_is_known_with_the_reason_until_a_person_chooses(
    program: Program, page: CapturePage, qtbot: QtBot
) -> None:
    owner = page.thinking.follow.owner
    person = page.talk.person
    person.show_visitor(Visitor(full_name="Ada", country="UA"))
    page.think()
    assert (owner.value(), owner.below()) == ("koval", "Ukraine")
    assert owner.toolTip().endswith("Country: Ukraine")
    person.show_visitor(Visitor(full_name="Ada", company="Helios Marine Ltd", country="UA"))
    page.think()
    assert (owner.value(), owner.below()) == ("weber", "Helios Marine")
    program.window.speak("uk")
    assert "Ключовий клієнт: Helios Marine" in owner.toolTip()
    owner.setCurrentIndex(owner.findData("koval"))
    owner.activated.emit(owner.currentIndex())
    assert (page.draft().owner, owner.below()) == ("koval", "")


def test_whose_turn_it_is_does_not_change_while_people_type(program: Program, page: CapturePage) -> None:
    owner, found = page.thinking.follow.owner, set()
    for name in ("A", "Ad", "Ada", "Ada Byron"):
        page.talk.person.show_visitor(Visitor(full_name=name, country="CZ"))
        page.think()
        found.add(owner.value())
    assert owner.below() == "Czechia, in turn"
    assert len(found) == 1
