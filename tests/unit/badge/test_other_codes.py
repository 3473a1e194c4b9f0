"""Codes that are no badge give no id, and a badge beside them wins."""

import pytest
from PIL import Image

from boothapp.badge.image import best, read_image, settled
from boothapp.badge.reading import read_text
from tests.unit.badge.photographs import saved, written


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ("geo:48.78,9.18", "place"),
        ("GEO:48.78,9.18?q=Messe", "place"),
        ("bitcoin:1BoatSLRHtKNngkdXEeobR76b53LETtpyT?amount=0.1", "payment"),
        ("ethereum:0xfb6916095ca1df60bb79Ce92cE3Ea74c37c5d359", "payment"),
    ],
)
def test_a_place_or_a_payment_is_no_badge(text: str, format: str) -> None:
    reading = read_text(text)
    assert (reading.format, reading.badge_id, reading.visitor.note) == (format, "", text)
    assert "ask for the badge" in reading.warnings[0]


@pytest.mark.parametrize(
    "other",
    [
        "https://expo.example/map",
        "WIFI:T:WPA;S:Hall7;P:secret9;;",
        "geo:48.78,9.18",
        "bitcoin:1BoatSLRHtKNngkdXEeobR",
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_the_id_wins_over_another_code(other: str, first: bool) -> None:
    page = Image.new("L", (700, 1100), 255)
    texts = ("SB0012345", other) if first else (other, "SB0012345")
    for top, text in zip((40, 600), texts, strict=True):
        page.paste(written(text), (40, top))
    found = read_image(saved(page))
    assert len(found) == 2
    (one,) = settled(found)
    assert one.badge_id == best(found).badge_id == "SB0012345"
    assert "secret9" not in repr(found)


def test_two_ids_are_still_a_choice() -> None:
    found = (read_text("SB0012345"), read_text("https://expo.example/map"), read_text("SB0012346"))
    assert [one.badge_id for one in settled(found)] == ["SB0012345", "SB0012346"]
