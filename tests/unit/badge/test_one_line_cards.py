"""Cards in one line with more in them than the standards name, and lists of bare values in JSON."""

import pytest

from boothapp.badge.reading import Reading, read_text

VALUES = ["12345", "Anna", "Schmidt", "ACME GmbH", "anna@acme.example"]


def name_of(reading: Reading) -> tuple[str, str]:
    """Given and family name."""
    return reading.visitor.given_name, reading.visitor.family_name


@pytest.mark.parametrize(
    "text",
    [
        '["12345","Anna","Schmidt","ACME GmbH","anna@acme.example"]',
        '[["12345", "Anna", "Schmidt", "ACME GmbH", null, "anna@acme.example"]]',
        '[12345, "Anna", "Schmidt", "ACME GmbH", "anna@acme.example"]',
    ],
)
def test_a_list_in_json_is_bare_values(text: str) -> None:
    read = read_text(text)
    visitor = read.visitor
    assert [read.badge_id, *name_of(read), visitor.company, *visitor.emails] == VALUES
    assert (visitor.note, len(read.warnings)) == (text, 1)


@pytest.mark.parametrize("end", ["\n", "\r\n", ";\r\n", " ;\n\n"])
def test_a_card_with_a_field_on_each_line(end: str) -> None:
    card = read_text(f"MECARD:N:Schmidt,Anna{end}TEL:+49301234567{end}EMAIL:a@b.example{end}")
    assert (name_of(card), card.visitor.phone) == (("Anna", "Schmidt"), "+49301234567")
    assert (card.visitor.emails, card.visitor.note) == (("a@b.example",), "")
    biz = read_text(f"BIZCARD:N:Anna{end}X:Schmidt{end}C:ACME{end}")
    assert (name_of(biz), biz.visitor.company, biz.visitor.note) == (("Anna", "Schmidt"), "ACME", "")


def test_lines_of_a_note_stay_in_it() -> None:
    read = read_text("MECARD:N:Schmidt,Anna;NOTE:Hall: 4\nlate;TEL:+49301234567;;")
    assert (read.visitor.note, read.visitor.phone) == ("Hall: 4\nlate", "+49301234567")


@pytest.mark.parametrize(
    ("card", "field", "value"),
    [
        ("MECARD:N:李,明;DIV:销售部;TIL:经理;COR:华为;QQ:12345;;", "company", "华为"),
        ("MECARD:N:李,明;DIV:销售部;TIL:经理;COR:华为;QQ:12345;;", "note", "QQ: 12345"),
        ("MECARD:Schmidt Anna;;", "full_name", "Schmidt Anna"),
        ("MECARD:N:Bee,Anna;WEB:www.bee.example;;", "website", "www.bee.example"),
        ("MECARD:N:Bee,Anna;EMAIL:a@b.example;MAIL:c@d.example;;", "emails", ("a@b.example", "c@d.example")),
        ("MECARD:N:Bee,Anna;ORG:Acme;FIRM:Bee Ltd;;", "note", "Bee Ltd"),
        ("MECARD:N:Bee,Anna;Hall 4;;", "note", "Hall 4"),
        ("MECARD:N:Bee,Anna;BDAY:19700101;;", "note", ""),
        ("BIZCARD:N:Anna;X:Bee;WECHAT:bee77;;", "note", "WECHAT: bee77"),
    ],
)
def test_nothing_of_a_card_is_dropped(card: str, field: str, value: object) -> None:
    read = read_text(card)
    assert (getattr(read.visitor, field), read.warnings) == (value, ())
