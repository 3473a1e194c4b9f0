"""The contact cards: folded, escaped, and readable by others."""

import re

from hypothesis import given
from hypothesis import strategies as st

from boothapp.domain.visitor import Visitor
from boothapp.packs.cards import LINE_OCTETS, cards
from boothapp.packs.lead import in_calling_order
from tests.golden.compare import assert_golden
from tests.unit.packs.examples import LEADS, lead


def unfolded(data: bytes) -> list[str]:
    return data.replace(b"\r\n ", b"").decode().removesuffix("\r\n").split("\r\n")


def read_text(line: str) -> str:
    """A value's text, as RFC 2426 says to read it."""
    value = line.partition(":")[2]
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


def test_the_cards_are_as_last_seen() -> None:
    assert_golden("leads.vcf", cards(in_calling_order(LEADS)))


def test_each_lead_is_one_card() -> None:
    lines = unfolded(cards(LEADS))
    assert lines.count("BEGIN:VCARD") == lines.count("END:VCARD") == len(LEADS)


def test_name_parts_stand_in_their_places() -> None:
    lines = unfolded(cards(LEADS[1:2]))
    assert "N:Ґедзь;Оксана;;;" in lines
    assert "FN:Оксана Ґедзь" in lines
    assert 'ORG:Їжачок\\; "Харчопром"\\, ТОВ;R&D' in lines
    assert "TEL;TYPE=CELL:+380675551234" in lines
    assert "TEL;TYPE=FAX,WORK:044 1" in lines


def test_a_nameless_lead_still_has_a_name_to_show() -> None:
    lines = unfolded(cards([lead(7, "", "", 0, visitor=Visitor())]))
    assert "FN:A-0007" in lines
    assert "N:A-0007;;;;" in lines


@given(st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\\,;"), max_size=200))
def test_any_text_survives_and_no_line_is_too_long(note: str) -> None:
    data = cards([lead(1, "Anna", "", 0, visitor=Visitor(full_name="Anna", company=note), captured_at="")])
    assert all(len(line) <= LINE_OCTETS for line in data.split(b"\r\n"))
    data.decode()
    organisation = [line for line in unfolded(data) if line.startswith("ORG:")]
    writable = re.sub("[\ufdd0-\ufdef\ufffe\uffff]", "", note)
    assert [read_text(line) for line in organisation] == ([writable] if note else [])


def test_our_own_reader_reads_them() -> None:
    from boothapp.badge.reading import read_text as read_badge

    for one in LEADS:
        visitor = read_badge(cards([one])).visitor
        assert visitor.name == one.visitor.name
        assert visitor.emails == one.emails
        assert visitor.company == one.visitor.company
