"""Several people in one draft: what is shared, what is each one's own."""

from dataclasses import fields, replace

from boothapp.domain.capture import Capture
from boothapp.domain.companion import Companion, is_nobody
from boothapp.domain.draft import Draft, is_empty
from boothapp.domain.group import OWN, as_one_of, people_of, whole
from boothapp.domain.visitor import Visitor

BEN = Companion(visitor=Visitor(full_name="Ben Boll"), consents=("phone",), language="de")
TALK = Draft(visitor=Visitor(full_name="Anna Vogel"), consents=("mail",), note="Wants a cell", owner="koval")


def test_everything_of_a_companion_is_in_a_draft_too() -> None:
    assert set(OWN) == {one.name for one in fields(Companion)} - {"number"}
    assert set(OWN) <= {one.name for one in fields(Draft)}


def test_a_companion_has_the_same_talk_and_an_own_consent() -> None:
    alone = as_one_of(replace(TALK, others=(BEN,)), BEN)
    assert (alone.id, alone.token, alone.visitor.name) == (BEN.id, BEN.token, "Ben Boll")
    assert (alone.note, alone.owner, alone.consents, alone.others) == (
        "Wants a cell",
        "koval",
        ("phone",),
        (),
    )


def test_taken_apart_and_put_together_it_is_the_same() -> None:
    draft = replace(TALK, others=(BEN, Companion(capture=Capture(raw=b"x"))))
    assert whole(as_one_of(draft, BEN), people_of(draft)) == draft


def test_who_is_nobody_yet_is_left_out() -> None:
    assert is_nobody(Companion())
    assert whole(TALK, (*people_of(TALK), Companion(), BEN)).others == (BEN,)


def test_a_conversation_with_somebody_is_not_empty() -> None:
    assert is_empty(Draft())
    assert not is_empty(Draft(others=(BEN,)))
