"""Which face draws which letter."""

import math
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.pdfmetrics import getFont

from boothapp.paper.fonts import FALLBACKS, MAIN, SHAPED, SUBSTITUTE, Run, printable, runs, width
from boothapp.paper.reading import clean
from boothapp.paper.shaping import shaped


def test_one_face_draws_latin_cyrillic_and_greek() -> None:
    assert runs("Łukasz Ґедзь Παπαδόπουλος ₴№", "strong") == (
        Run("Inter-SemiBold", "Łukasz Ґедзь Παπαδόπουλος ₴№"),
    )


@pytest.mark.parametrize(
    ("letters", "font"),
    [
        ("三菱電機", "DroidSansFallback"),
        ("김민수", "DroidSansFallback"),
        ("さくらアキ", "DroidSansFallback"),
        ("כהן", "NotoSansHebrew-Regular"),
        ("محمد", "NotoSansArabic-Regular"),
        ("გიორგი", "NotoSansGeorgian-Regular"),
        ("Խաչատրյան", "NotoSansArmenian-Regular"),
        ("አበበ", "NotoSansEthiopic-Regular"),
        ("राजेश", "NotoSansDevanagari-Regular"),
        ("ශ්‍රී", "NotoSansSinhala-Regular"),
        ("สมชาย", "NotoSansThai-Regular"),
        ("အောင်", "NotoSansMyanmar-Regular"),
    ],
)
def test_other_scripts_have_their_own_face(letters: str, font: str) -> None:
    assert {run.font for run in runs(letters)} == {font}


def test_a_mixed_line_is_split_where_the_script_changes() -> None:
    assert runs("Acme 三菱 AG") == (
        Run("Inter-Regular", "Acme "),
        Run("DroidSansFallback", "三菱"),
        Run("Inter-Regular", " AG"),
    )


def test_a_letter_no_face_has_is_told_and_never_a_square() -> None:
    assert runs("𠮷") == (Run("Inter-Regular", SUBSTITUTE),)
    assert not printable("𠮷田 太郎")
    assert printable("Who? 太郎")


@pytest.mark.parametrize(("font", "first", "last"), SHAPED)
def test_every_shaped_script_has_its_face_and_no_glyph_is_missing(font: str, first: int, last: int) -> None:
    letters = "".join(char for code in range(first, last) if unicodedata.category(char := chr(code)) == "Lo")
    drawn = [run for run in runs(letters) if run.font == font]
    assert sum(len(run.text) for run in drawn) > len(letters) * 0.7
    face = getFont(font).face
    assert all(face.charToGlyph[ord(glyph)] for run in drawn for glyph in shaped(*run).glyphs)


def test_letters_are_joined_and_reordered_as_their_language_wants() -> None:
    (run,) = runs("क्षि")
    glyphs = shaped(*run).glyphs
    assert len(glyphs) < len("क्षि")
    assert shaped("NotoSansDevanagari-Regular", "ि").advance > 0
    assert glyphs[0] != "क"


def test_a_mark_above_a_letter_takes_no_room_of_its_own() -> None:
    assert width("น้ำ", "regular", 10) == pytest.approx(width("นำ", "regular", 10))


def test_a_joiner_shapes_only_its_own_script() -> None:
    assert runs("Anna‍ B") == (Run("Inter-Regular", "Anna B"),)
    assert width("ශ්‍රී", "regular", 10) < width("ශ්රී", "regular", 10)


@pytest.mark.parametrize("name", ["Anna 🎉", "🎉 Anna", "Anna 👩🏽‍🚀🇺🇦", "Anna ❤️"])
def test_a_symbol_no_face_has_is_left_out(name: str) -> None:
    drawn = "".join(run.text for run in runs(clean(name)))
    assert drawn.strip() in ("Anna", "Anna ❤", "Anna ♥")
    assert SUBSTITUTE not in drawn


def test_a_decorated_letter_falls_back_to_the_plain_one() -> None:
    assert runs("𝓛𝓲") == (Run("Inter-Regular", "Li"),)


def test_a_width_is_the_sum_of_its_runs_and_grows_with_the_size() -> None:
    mixed = width("Acme 三菱", "regular", 10)
    assert mixed == pytest.approx(width("Acme ", "regular", 10) + width("三菱", "regular", 10))
    assert width("Acme 三菱", "regular", 20) == pytest.approx(2 * mixed)


@given(st.text(max_size=60))
def test_any_text_has_a_width_and_only_registered_fonts(text: str) -> None:
    line = clean(text).replace("\n", " ")
    known = {*MAIN.values(), *(name for faces in FALLBACKS.values() for name, _, _ in faces)}
    assert {run.font for run in runs(line)} <= known
    assert math.isfinite(width(line, "regular", 10))
