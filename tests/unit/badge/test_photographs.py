"""Codes in poor pictures: most are read, and nothing is ever read wrongly."""

from functools import reduce

import pytest

from boothapp.badge import codes
from boothapp.badge.image import NoCode, best, read_image, settled
from tests.unit.badge.photographs import BENDS, on_paper, saved, written

VCARD = "BEGIN:VCARD\nVERSION:3.0\nFN:Olena Koval\nORG:Dnipro Works\nEMAIL:o.koval@dnipro.example\nEND:VCARD"
PRINTED = {
    "QRCode": VCARD,
    "Aztec": VCARD,
    "DataMatrix": VCARD,
    "PDF417": VCARD,
    "Code128": "SB-0012345",
    "Code39": "ABC-123",
    "EAN13": "4006381333931",
    "ITF": "12345670",
}


@pytest.mark.parametrize("bend", BENDS)
def test_a_poor_picture_gives_its_exact_text(bend: str) -> None:
    said = {}
    for format, text in PRINTED.items():
        picture = reduce(lambda scene, change: change(scene), BENDS[bend], on_paper(written(text, format)))
        try:
            said[format] = [reading.text for reading in read_image(saved(picture, "JPEG", quality=85))]
        except NoCode:
            said[format] = []
    wrong = {format: texts for format, texts in said.items() if texts not in ([], [PRINTED[format]])}
    missed = [format for format, texts in said.items() if not texts]
    print(f"{bend}: {len(said) - len(missed)} of {len(said)} read, missed: {', '.join(missed) or 'none'}")
    assert wrong == {}
    # Of 80 such pictures all but a few are read; one lost kind of code a bend is the most allowed.
    assert len(missed) <= 1


@pytest.mark.parametrize("scale", [1.5, 2])
def test_small_modules_are_read(scale: float) -> None:
    code = written(VCARD, scale=1)
    picture = on_paper(code.resize((int(code.width * scale), int(code.height * scale))))
    assert read_image(saved(picture))[0].text == VCARD


def test_the_fast_look_is_enough_for_a_clear_code(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(_picture: object) -> list[codes.Code]:
        raise AssertionError("looked twice")

    monkeypatch.setattr(codes, "thorough", never)
    assert read_image(saved(on_paper(written(VCARD))))[0].visitor.full_name == "Olena Koval"


def sheet(*texts: tuple[str, str]) -> bytes:
    """Codes below each other."""
    scene = on_paper(written("x", scale=1).resize((1, 1)))
    for at, (format, text) in enumerate(texts):
        scene.paste(written(text, format, 3), (60 + 620 * (at % 2), 40 + 480 * (at // 2)))
    return saved(scene)


OTHER = VCARD.replace("Olena Koval", "Petro Bondar")


def test_a_card_and_its_id_are_one_badge() -> None:
    (reading,) = settled(read_image(sheet(("Code128", "SB-0012345"), ("QRCode", VCARD))))
    assert (reading.visitor.full_name, reading.badge_id) == ("Olena Koval", "SB-0012345")
    assert reading.format == "vcard"


def test_a_number_of_goods_is_no_badge_id() -> None:
    (reading,) = settled(read_image(sheet(("EAN13", "4006381333931"), ("QRCode", VCARD))))
    assert (reading.visitor.full_name, reading.badge_id) == ("Olena Koval", "")
    assert any("4006381333931" in said for said in reading.warnings)


def test_two_people_or_two_ids_are_for_a_person_to_choose() -> None:
    two = settled(read_image(sheet(("QRCode", VCARD), ("QRCode", OTHER), ("Code128", "SB-1"))))
    assert [one.visitor.full_name for one in two] == ["Olena Koval", "Petro Bondar"]
    ids = settled(read_image(sheet(("Code128", "SB-0012345"), ("QRCode", "7781"))))
    assert sorted(one.badge_id for one in ids) == ["7781", "SB-0012345"]


def test_the_best_is_the_first_visitor_and_names_the_others() -> None:
    reading = best(read_image(sheet(("QRCode", VCARD), ("QRCode", OTHER))))
    assert reading.visitor.full_name == "Olena Koval"
    assert any("Petro Bondar" in said for said in reading.warnings)
