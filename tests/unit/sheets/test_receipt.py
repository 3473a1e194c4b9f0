"""The receipt on paper: sound, one page, readable by people and by a phone, whatever stands on it."""

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from boothapp import paths
from boothapp.domain.receipt import MOST_BYTES, short_text
from boothapp.paper.page import WIDTH
from boothapp.sheets.plan import MARGIN
from boothapp.sheets.receipt import MOST_A_PAGE, ReceiptContent, ReceiptPurpose, render
from tests.golden.compare import assert_golden
from tests.unit.sheets import pages

MAIL = ReceiptPurpose(
    title="E-mail",
    wording="Nordlicht Robotics may send me information about its products by e-mail. "
    "I can withdraw this at any time.",
    given="17 November 2026, 10:32 UTC+01:00 · with Mira Lange · station A · signed",
    version="Wording 32fcb0b3, read in English",
)
PHONE = replace(
    MAIL,
    title="Phone",
    wording="Nordlicht Robotics may call me about my enquiry.",
    version="Wording 8af5f6cb, read in English",
    withdrawn="Withdrawn: 2 December 2026, 09:00 UTC+01:00 · with Mira Lange",
)
CODE = short_text((
    "Consent receipt: Nordlicht Robotics",
    "Hannover Messe 2027",
    "A-0042, Margaret O’Brien",
    "E-mail: Agreed (32fcb0b3)",
    "To withdraw: Write to privacy@nordlicht.example",
))  # fmt: skip
PLAIN = ReceiptContent(
    name="Margaret O’Brien",
    company="Harbour Foods Ltd.",
    who="m.obrien@harbour.example · +44 191 555 01 23",
    show="Hannover Messe 2027 · Hall 9, D34",
    exhibitor="Nordlicht Robotics",
    purposes=(MAIL, PHONE),
    signature=(((100, 200), (300, 80), (500, 320)), ((600, 100), (900, 300))),
    field=(1000, 400),
    withdraw="Write to privacy@nordlicht.example or call +49 381 5550 100.",
    code=CODE,
    logo=paths.resources() / "demo" / "logo.png",
    footer="Nordlicht Robotics GmbH · Speicherweg 4, 20457 Hamburg",
    number="A-0042",
    made_at="2026-12-02T09:00:00+01:00",
)
LONG = replace(
    PLAIN,
    name="Prof. Dr.-Ing. habil. Maximiliana-Theodora Freifrau von Hohenstein-Oberwittelsbach zu Falkenberg",
    company="Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft mbH & Co. KG",
    who=PLAIN.who * 5,
    purposes=tuple(replace(PHONE, title=f"Purpose {n} " * 9, wording=MAIL.wording * 9) for n in range(4)),
    withdraw=PLAIN.withdraw * 9,
    code="Ґ" * (MOST_BYTES // 2),
    footer=PLAIN.footer * 5,
)
CASES = {
    "plain": PLAIN,
    "long": LONG,
    "three": replace(PLAIN, purposes=(MAIL, PHONE, replace(MAIL, title="Partners"))),
    "bare": ReceiptContent(name="A-0042", code="A-0042", purposes=(MAIL,)),
    "five": replace(PLAIN, purposes=(MAIL,) * 5),
    "arabic": replace(PLAIN, name="محمد الفارسي", language="ar"),
}


def written(content: ReceiptContent, folder: Path) -> Path:
    pdf = folder / "receipt.pdf"
    pdf.write_bytes(render(content))
    pages.tool("qpdf", "--check", str(pdf))
    return pdf


@pytest.mark.parametrize("content", CASES.values(), ids=CASES)
def test_a_receipt_is_a_sound_page_with_nothing_on_top_of_anything_else(
    tmp_path: Path, content: ReceiptContent
) -> None:
    pdf = written(content, tmp_path)
    assert pages.pages(pdf) == (2 if len(content.purposes) > MOST_A_PAGE else 1)
    assert all(embedded for _, embedded in pages.fonts(pdf))
    words = pages.boxes(pdf) if content is not CASES["five"] else []
    outside = [word for word in words if word.left < MARGIN - 3 or word.right > WIDTH - MARGIN + 3]
    assert outside == []
    assert [(one.text, other.text) for one, other in combinations(words, 2) if one.overlaps(other)] == []


@pytest.mark.parametrize("content", CASES.values(), ids=CASES)
def test_a_phone_reads_the_code_from_the_paper(tmp_path: Path, content: ReceiptContent) -> None:
    assert pages.codes(written(content, tmp_path)) == [content.code]


def test_three_wordings_of_a_usual_length_stand_there_whole(tmp_path: Path) -> None:
    three = tuple(replace(MAIL, wording=MAIL.wording * 2 + f" End {n}.") for n in range(3))
    text = pages.text(written(replace(PLAIN, purposes=three), tmp_path))
    assert [n for n in range(3) if f"End {n}." not in text.replace("\n", " ")] == []


def test_the_text_of_a_receipt_is_as_last_seen(tmp_path: Path) -> None:
    shown = pages.tool("pdftotext", "-layout", "-enc", "UTF-8", str(written(PLAIN, tmp_path)), "-")
    lines = [line.rstrip() for line in shown.replace("\f", "").splitlines()]
    assert_golden("receipt.txt", "\n".join([*filter(None, lines), "", CODE, ""]).encode())


def test_the_same_receipt_gives_the_same_bytes() -> None:
    assert render(PLAIN) == render(PLAIN)


@pytest.mark.parametrize("long", ["x", "Ґ", "字", "😀"])
def test_short_text_always_fits_and_keeps_its_beginning_and_end(long: str) -> None:
    text = short_text(("Consent receipt", long * 5_000, long * 5_000, long * 80, "To withdraw: here"))
    assert len(text.encode()) <= MOST_BYTES
    assert text.splitlines()[0].startswith("C")
    assert text.splitlines()[-1] == "To withdraw: here"
    assert len(short_text((long * 5_000,)).encode()) <= MOST_BYTES
