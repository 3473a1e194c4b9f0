"""The sheet on paper: sound, embedded, readable in every script, with nothing on top of anything else."""

import unicodedata
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boothapp import paths
from boothapp.domain.collateral import link
from boothapp.paper.page import WIDTH
from boothapp.sheets.content import MOST_PIECES, Representative, SheetContent, SheetPiece
from boothapp.sheets.plan import MARGIN, arrange
from boothapp.sheets.sheet import render
from boothapp.words import speaker
from tests.golden.compare import assert_golden
from tests.unit.sheets import pages

PIECES = tuple(
    SheetPiece(title, text, kind, link("https://go.nlr.example", "h27", code, "4fj2k9x0ab"))
    for title, text, kind, code in (
        ("Palletising cell NR-40: data and dimensions", "Payload, reach and floor plan.", "Brochure", "p1"),
        ("How a dairy packs 1,200 cases an hour", "The numbers before and after.", "Case study", "c4"),
        ("Robot or more staff: a comparison", "Costs over five years.", "Comparison", "x2"),
        ("Price sheet 2027", "Cell, grippers and service.", "Price sheet", "s9"),
        ("Free trial: two weeks with a loan cell", "What you need to prepare.", "Trial", "t1"),
        ("What customers say", "Five plants, ten questions.", "Testimonial", "z3"),
    )
)
PLAIN = SheetContent(
    visitor_name="Margaret O’Brien",
    company="Harbour Foods Ltd.",
    show="Hannover Messe 2027 · Hall 9, D34",
    exhibitor="Nordlicht Robotics",
    greeting="Thank you for your visit. Here is what we talked about, to open on your phone or to pass on.",
    answers=(("Products", "Palletising cell, grippers"), ("Start", "Third quarter 2027")),
    pieces=PIECES[:3],
    representative=Representative("Katrin Vogel", "Sales engineer", "+49 40 555 01 42", "vogel@nlr.example"),
    next_step="We call you on 22 April 2027.",
    consent="Agreed on 16 April 2027: Nordlicht Robotics may write to me by e-mail.",
    logo=paths.resources() / "demo" / "logo.png",
    footer="Nordlicht Robotics GmbH · Speicherweg 4, 20457 Hamburg",
    number="A-0042",
    made_at="2027-04-16T11:20:00+02:00",
)
LONG = replace(
    PLAIN,
    visitor_name="Prof. Dr.-Ing. habil. Maximiliana-Theodora Freifrau von Hohenstein-Oberwittelsbach zu "
    "Falkenberg und Lichtenau-Großostheim",
    company="Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft mbH & Co. KG",
    greeting=PLAIN.greeting * 5,
    answers=PLAIN.answers * 5,
    pieces=tuple(
        replace(p, title=p.title * 4, text=p.text * 9, url=p.url + "/long/path" * 4) for p in PIECES
    ),
    representative=Representative("Katrin " * 9, "Sales " * 20, "+49 40 555 01 42 " * 5, "vogel@" * 20),
    next_step=PLAIN.next_step * 6,
    consent=PLAIN.consent * 9,
    footer=PLAIN.footer * 5,
)


def written(content: SheetContent, folder: Path) -> Path:
    """The sheet as a file, checked by qpdf."""
    pdf = folder / "sheet.pdf"
    pdf.write_bytes(render(content))
    pages.tool("qpdf", "--check", str(pdf))
    return pdf


def assert_tidy(pdf: Path) -> None:
    """Nothing stands outside the margins, and no two words touch."""
    words = pages.boxes(pdf)
    outside = [word for word in words if word.left < MARGIN - 3 or word.right > WIDTH - MARGIN + 3]
    assert outside == []
    assert [(one.text, other.text) for one, other in combinations(words, 2) if one.overlaps(other)] == []


NAMES = {
    "latin": "Jürgen Weißenfels-Łąk",
    "ukrainian": "Оксана Ґедзь-Їжакевич",
    "greek": "Ελένη Παπαδοπούλου",
    "chinese": "张伟",
    "japanese": "三菱 花子",
    "korean": "김민수",
    "hebrew": "יעל כהן",
    "arabic": "محمد الفارسي",
    "georgian": "გიორგი ბერიძე",
    "armenian": "Արամ Խաչատրյան",
    "hindi": "राजेश क्षितिज शर्मा",
    "bengali": "রবীন্দ্রনাথ ঠাকুর",
    "tamil": "தமிழ் செல்வன்",
    "thai": "สมชาย น้ำทิพย์",
    "burmese": "အောင်ဆန်းစုကြည်",
    "amharic": "አበበ በቀለ",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_a_name_of_any_script_is_there_in_reading_order(name: str, tmp_path: Path) -> None:
    pdf = written(replace(PLAIN, visitor_name=name), tmp_path)
    shown = unicodedata.normalize("NFKC", pages.text(pdf))
    told = "".join(sign for sign in shown if unicodedata.category(sign) != "Cf")
    assert unicodedata.normalize("NFKC", name) in told
    assert_tidy(pdf)


@pytest.mark.parametrize("content", [PLAIN, LONG, replace(PLAIN, visitor_name=" ".join(NAMES.values()))])
def test_every_font_is_embedded(content: SheetContent, tmp_path: Path) -> None:
    listed = pages.fonts(written(content, tmp_path))
    assert listed
    assert [name for name, embedded in listed if not embedded] == []


@pytest.mark.parametrize("count", range(1, MOST_PIECES + 1))
def test_each_piece_has_a_code_that_leads_to_it(count: int, tmp_path: Path) -> None:
    pdf = written(replace(PLAIN, pieces=PIECES[:count]), tmp_path)
    assert pages.codes(pdf) == [piece.url for piece in PIECES[:count]]
    shown = " ".join(pages.text(pdf).split())
    assert [piece.title for piece in PIECES[:count] if piece.title not in shown] == []
    assert_tidy(pdf)


def test_too_much_of_everything_is_trimmed_and_still_tidy(tmp_path: Path) -> None:
    pdf = written(LONG, tmp_path)
    plan = arrange(LONG)
    assert pages.pages(pdf) == 1
    assert "…" in pages.text(pdf)
    assert plan.left_out == len(LONG.pieces) - len(plan.rows)
    assert pages.codes(pdf) == [row.piece.url for row in plan.rows]
    assert_tidy(pdf)


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.text("Anna Ґедзь-三菱 שלום محمد \x00\n🚀สม", max_size=90),
    company=st.text("Harbour Foods &. ", max_size=200),
    greeting=st.text("Thank you so much ", max_size=500),
    count=st.integers(0, 8),
    step=st.text("We call you ", max_size=300),
)
def test_no_content_makes_a_second_page_or_an_overlap(
    name: str, company: str, greeting: str, count: int, step: str, tmp_path: Path
) -> None:
    pieces = (PIECES * 2)[:count]
    content = replace(
        PLAIN, visitor_name=name, company=company, greeting=greeting, next_step=step, pieces=pieces
    )
    pdf = written(content, tmp_path)
    assert pages.pages(pdf) == 1
    assert_tidy(pdf)


def test_the_same_content_gives_the_same_bytes() -> None:
    assert render(PLAIN) == render(PLAIN)
    assert render(PLAIN) != render(replace(PLAIN, number="A-0043"))


def test_the_document_says_what_it_is(tmp_path: Path) -> None:
    pdf = written(PLAIN, tmp_path)
    told = pages.tool("pdfinfo", "-isodates", str(pdf))
    assert "Title:           Margaret O’Brien – Hannover Messe 2027 · Hall 9, D34" in told
    assert "Author:          Nordlicht Robotics" in told
    assert "CreationDate:    2027-04-16T11:20:00+02" in told
    assert "Page size:       595.276 x 841.89 pts (A4)" in told
    assert b"/Lang" in pdf.read_bytes()


@pytest.mark.parametrize("language", ["en", "uk"])
def test_fixed_words_are_in_the_visitors_language(language: str, tmp_path: Path) -> None:
    shown = pages.text(written(replace(PLAIN, language=language), tmp_path))
    for words in ("Prepared for", "Scan to open on your phone", "Your contact", "Next step"):
        assert speaker(language)(words) in shown


CUT_SHORT = (paths.resources() / "demo" / "logo.png").read_bytes()[:3000]


@pytest.mark.parametrize("logo", [None, b"", b"not a picture", CUT_SHORT, Path("gone.png"), Path()])
def test_without_a_readable_logo_the_exhibitor_is_named(logo: Path | bytes | None, tmp_path: Path) -> None:
    assert "Nordlicht Robotics\n" in pages.text(written(replace(PLAIN, logo=logo), tmp_path))


def test_a_visitor_without_a_name_is_addressed_by_company_then_number(tmp_path: Path) -> None:
    nameless = replace(PLAIN, visitor_name="")
    assert pages.text(written(nameless, tmp_path)).count("Harbour Foods Ltd.") == 1
    assert "A-0042" in pages.text(written(replace(nameless, company=""), tmp_path))


def test_a_nearly_empty_sheet_prints(tmp_path: Path) -> None:
    pdf = written(SheetContent(visitor_name="Anna"), tmp_path)
    assert pages.text(pdf).split() == ["Prepared", "for", "Anna"]


def test_the_text_of_a_sheet_is_as_last_seen(tmp_path: Path) -> None:
    shown = pages.tool("pdftotext", "-layout", "-enc", "UTF-8", str(written(PLAIN, tmp_path)), "-")
    lines = [line.rstrip() for line in shown.replace("\f", "").splitlines()]
    assert_golden("sheet.txt", "\n".join([*filter(None, lines), ""]).encode())
