"""vCards whose line ends got lost on their way are read, and the text itself is kept."""

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boothapp.badge.reading import read_text
from tests.corpus.people import CONTACT, NAMES, PLACE, Person, people
from tests.corpus.sound import sound

# What stands for a line end: written out, a blank, a sign of a scanner or a program, or nothing.
LOST = [
    "\\n",
    "\\r\\n",
    " ",
    "   ",
    "\t",
    "|",
    "^",
    "; ",
    "<br>",
    "<br/>",
    "&#10;",
    "%0D%0A",
    "\x1e",
    "␍␊",
    "",
]
FIELDS = (*NAMES, *CONTACT, *PLACE, "website")
HELD_OUT = random.Random(77_003)


def card(person: Person) -> list[str]:
    """A card as makers of codes write it; nothing in it has two blanks or a sign that joins."""

    def escaped(text: str) -> str:
        return text.replace(",", r"\,").replace(";", r"\;")

    return [
        "BEGIN:VCARD", "VERSION:3.0", f"N:{person.family};{person.given};;;", f"FN:{person.together}",
        f"ORG:{escaped(person.company)}", f"TITLE:{escaped(person.job_title)}",
        f"item1.TEL;TYPE=WORK,VOICE:{person.phone[0]}", f"EMAIL;TYPE=INTERNET:{person.email}",
        f"ADR;TYPE=WORK:;;{escaped(person.street)};{person.city};;{person.postal_code};{person.country[0]}",
        f"URL:{person.website}", "END:VCARD",
    ]  # fmt: skip


@pytest.mark.parametrize("lost", LOST)
def test_lost_line_ends_are_found_again(lost: str) -> None:
    read = 0
    for person in people(40, HELD_OUT.randrange(10**6)):
        lines = card(person)
        if lost.strip() and any(lost in line for line in lines):
            continue
        reading = read_text(lost.join(lines))
        known, wanted = reading.visitor.known(), person.known(*FIELDS, phone_kind="work")
        assert {name: known.get(name) for name in FIELDS} == wanted
        assert reading.visitor.note.startswith("BEGIN:VCARD")
        assert person.email in reading.visitor.note
        assert any("line ends" in said for said in reading.warnings)
        read += 1
    assert read > 20


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n"])
def test_a_card_with_its_line_ends_says_nothing_of_them(end: str) -> None:
    for person in people(11, HELD_OUT.randrange(10**6)):
        reading = read_text(end.join([*card(person)[:-1], r"NOTE:one\nTEL:two FN:three", "END:VCARD"]))
        assert reading.visitor.full_name == person.together
        assert reading.visitor.note == "one\nTEL:two FN:three"
        assert reading.warnings == ()


def test_values_in_capitals_stay_whole_where_something_stands_between() -> None:
    reading = read_text("BEGIN:VCARD|VERSION:3.0|FN:ANNA MANN|ORG:ACME TEL: AG|TEL:+49 30 901820|END:VCARD")
    assert (reading.visitor.full_name, reading.visitor.company) == ("ANNA MANN", "ACME TEL: AG")
    assert reading.visitor.phones[0].e164 == "+4930901820"


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(["", " ", "\\n", "|", "\t"]),
    st.lists(
        st.sampled_from(
            ["N:", "FN:A", "TEL;", "WORK", ";TYPE=", '"', "X-", ":", "END:VCARD", "BEGIN:VCARD", "é", "="]
        ),
        max_size=30,
    ),
)
def test_any_mixture_of_parts_is_read(between: str, parts: list[str]) -> None:
    assert sound(read_text(between.join(["BEGIN:VCARD", "N:B;A", *parts])))


@pytest.mark.parametrize(
    "part", [";X-A", " ", "N;WORK", "MAIN;", "X-", "N;TYPE=", 'TEL;TYPE="', "BEGIN:VCARD", "\\n"]
)
def test_a_million_parts_take_bounded_time(part: str) -> None:
    start = time.process_time()
    for between in ("", " ", "\\n"):
        read_text(f"BEGIN:VCARD{between}N:B;A{between}" + part * 1_000_000)
    assert time.process_time() - start < 10
