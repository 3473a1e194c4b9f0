"""A name in letters that no bundled face has: told, and never printed as hollow squares."""

from dataclasses import replace
from pathlib import Path

import pytest

from boothapp.sheets.content import SheetContent
from boothapp.sheets.sheet import render
from boothapp.sheets.unprintable import printed
from tests.unit.sheets import pages

PLAIN = SheetContent(visitor_name="Anna Vogel", company="Hansa Werft", number="A-0042")


@pytest.mark.parametrize("name", ["𠮷田 太郎", "ᏣᎳᎩ", "Anna ⴰⵎⴰⵣⵉⵖ"])
def test_the_company_stands_in_place_of_such_a_name(name: str, tmp_path: Path) -> None:
    shown, warnings = printed(replace(PLAIN, visitor_name=name))
    pdf = tmp_path / "sheet.pdf"
    pdf.write_bytes(render(shown))
    text = pages.text(pdf)
    assert "Hansa Werft" in text
    assert not {"?", "□", "\ufffd"} & set(text)
    assert warnings == ("The name can't be printed in its own letters: Hansa Werft stands in its place.",)


def test_with_such_a_company_too_the_number_stands_there() -> None:
    shown, warnings = printed(replace(PLAIN, visitor_name="𠮷田", company="𠮷"))
    assert shown.addressee == "A-0042"
    assert len(warnings) == 2


def test_other_texts_are_told() -> None:
    assert printed(replace(PLAIN, greeting="ᏣᎳᎩ"))[1] == (
        "Some letters of the texts can't be printed: question marks stand for them.",
    )


@pytest.mark.parametrize("name", ["", "Anna 🎉", "Łukasz Ґедзь", "三菱 花子", "გიორგი", "Who?"])
def test_what_can_be_printed_is_left_alone(name: str) -> None:
    content = replace(PLAIN, visitor_name=name)
    assert printed(content) == (content, ())
