"""Printed cards in four languages and six layouts, photographed: which fields come out right, how surely."""

import io
import subprocess
from collections import Counter
from collections.abc import Callable

import pytest
from PIL import Image

from boothapp.badge import card, card_letters, card_sight
from boothapp.badge.card import CardReading, read_card, read_cards
from boothapp.badge.card_fields import DOUBTFUL
from boothapp.badge.reading import Floor
from boothapp.domain.visitor import Visitor
from boothapp.errors import EnvironmentFault, Refused
from tests.unit.badge.card_people import PEOPLE, STRANGERS, Person
from tests.unit.badge.photographs import saved
from tests.unit.badge.printed_cards import LAYOUTS, in_rows, photograph, two_columns

FIELDS = ("full_name", "company", "job_title", "emails", "phones", "website", "street", "city", "postal_code")
# What five of six fields reach is promised of each; measured are 0.92 to 1.0.
LEAST = 0.83
Printed = tuple[Person, Callable[[Person], Image.Image]]
# Every person once and every layout four times, so that each language meets each layout.
PRINTED: tuple[Printed, ...] = tuple(
    (person, LAYOUTS[(at + at // 6) % len(LAYOUTS)]) for at, person in enumerate(PEOPLE)
)
TOWNS = {
    "Bristol BS1 4DJ": ("BS1 4DJ", "Bristol"), "Portland, OR 97201": ("97201", "Portland"),
    "Leeds LS2 8AB": ("LS2 8AB", "Leeds"), "Sheffield S3 9QX": ("S3 9QX", "Sheffield"),
    "602 00 Brno": ("602 00", "Brno"),
    "York YO1 7HH": ("YO1 7HH", "York"), "Houston, TX 77002": ("77002", "Houston"),
}  # fmt: skip


def expected(printed: Printed) -> dict[str, tuple[str, ...]]:
    """Each field's values as printed in this layout."""
    person, layout = printed
    code, town = TOWNS.get(person.town) or person.town.replace(", м. ", " ").split(" ", 1)
    fax = (person.fax,) if person.fax and layout not in (two_columns, in_rows) else ()
    texts = {
        "full_name": person.name, "company": person.company, "job_title": person.title,
        "emails": person.email, "website": person.website, "street": person.street, "city": town,
        "postal_code": code,
    }  # fmt: skip
    return {name: (text,) for name, text in texts.items()} | {"phones": (*person.phones, *fax)}


def told(visitor: Visitor, name: str) -> tuple[str, ...]:
    if name == "phones":
        return tuple(phone.text for phone in visitor.phones)
    value = getattr(visitor, name)
    return value if isinstance(value, tuple) else (value,) if value else ()


def plain(values: tuple[str, ...]) -> set[str]:
    """Values as people compare them: capitals do not count."""
    return {value.casefold() for value in values}


@pytest.fixture(scope="module")
def readings() -> list[CardReading]:
    assert card_sight.has_eye(), "the extra `cards` is part of what the tests install"
    assert card_letters.knows_cyrillic(), "tesseract-ocr-ukr is part of what the tests install"
    return read_cards([photograph(print_(person), at) for at, (person, print_) in enumerate(PRINTED)])


def test_there_is_every_layout_in_every_language() -> None:
    pairs = {(person.language, print_) for person, print_ in PRINTED}
    assert len(PRINTED) >= 24
    assert len(pairs) == 24


def test_the_fields_of_photographed_cards(readings: list[CardReading]) -> None:
    right, given, asked = Counter[str](), Counter[str](), Counter[str]()
    for printed, reading in zip(PRINTED, readings, strict=True):
        for name, values in expected(printed).items():
            found = plain(told(reading.reading.visitor, name))
            right[name] += len(plain(values) & found)
            given[name], asked[name] = given[name] + len(found), asked[name] + len(values)
    for name in FIELDS:
        recall, precision = right[name] / asked[name], right[name] / max(given[name], 1)
        print(f"{name:12} recall {recall:.2f} precision {precision:.2f} of {asked[name]}")
    assert [name for name in FIELDS if right[name] < LEAST * asked[name]] == []
    assert [name for name in FIELDS if right[name] < LEAST * given[name]] == []


def test_cards_in_other_languages() -> None:
    printed = [(person, LAYOUTS[at % len(LAYOUTS)]) for at, person in enumerate(STRANGERS)]
    read = read_cards([photograph(print_(person), 500 + at) for at, (person, print_) in enumerate(printed)])
    right, wrong = 0, []
    for (person, print_), reading in zip(printed, read, strict=True):
        for name, values in expected((person, print_)).items():
            same = plain(values) == plain(told(reading.reading.visitor, name))
            right, wrong = right + same, wrong if same else [*wrong, (person.name, name)]
    print(f"other languages: {right} of {right + len(wrong)} fields, not {wrong}")
    # 66 of 72 before any word of theirs was in the lists.
    assert right / (right + len(wrong)) >= 0.85


def test_a_wrong_field_is_mostly_marked_as_doubtful(readings: list[CardReading]) -> None:
    sure = {True: 0, False: 0}
    for printed, reading in zip(PRINTED, readings, strict=True):
        for name, values in expected(printed).items():
            if plain(values) == plain(told(reading.reading.visitor, name)):
                sure[True] += reading.sure[name] >= DOUBTFUL
            elif name in reading.sure:
                sure[False] += reading.sure[name] >= DOUBTFUL
    print(f"certain and right {sure[True]}, certain and wrong {sure[False]}")
    assert sure[False] * 25 < sure[True]


def test_every_field_that_is_told_says_how_sure_it_is(readings: list[CardReading]) -> None:
    for reading in readings:
        names = {name for name in FIELDS if told(reading.reading.visitor, name)}
        assert names <= set(reading.sure)
        assert all(0 <= sure <= 1 for sure in reading.sure.values())


def test_the_picture_is_kept_small_and_whole(readings: list[CardReading]) -> None:
    for reading in readings:
        assert len(reading.picture) <= card.KEPT_BYTES
        with Image.open(io.BytesIO(reading.picture)) as kept:
            assert kept.format == "JPEG"
            assert 400 < max(kept.size) <= card.KEPT_SIDE


def test_a_reading_of_a_card_says_so(readings: list[CardReading]) -> None:
    for reading in readings:
        assert reading.reading.format == "card"
        assert "picture of a card" in reading.reading.warnings[0]
        assert reading.reading.raw.decode() == reading.reading.text


@pytest.mark.parametrize("turn", [90, 180])
def test_a_card_on_its_side_is_turned(turn: int) -> None:
    picture = Image.open(io.BytesIO(photograph(LAYOUTS[1](PEOPLE[0]), 1))).rotate(turn, expand=True)
    reading = read_card(saved(picture, "JPEG"))
    assert reading.reading.visitor.full_name == PEOPLE[0].name
    with Image.open(io.BytesIO(reading.picture)) as kept:
        assert kept.width > kept.height


def test_tesseract_alone_reads_a_straight_card(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(card_sight, "has_eye", lambda: False)
    reading = read_card(saved(LAYOUTS[1](PEOPLE[18])), Floor(country="UA"))
    assert reading.reading.visitor.company == PEOPLE[18].company
    assert reading.reading.visitor.phones[0].e164 == "+380487550123"


def test_silence_is_refused() -> None:
    with pytest.raises(Refused) as fault:
        read_card(saved(Image.new("RGB", (900, 600), "white")))
    assert "No text" in fault.value.happened
    assert fault.value.step


def test_unknown_letters_are_said_and_never_dropped_in_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(card_letters, "knows_cyrillic", lambda: False)
    reading = read_card(photograph(LAYOUTS[1](PEOPLE[18]), 1))
    assert reading.reading.visitor.emails == (PEOPLE[18].email,)
    assert any("letters that can't be read here" in said for said in reading.reading.warnings)


def test_without_any_reader_it_says_how_to_get_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(card_sight, "has_reader", lambda: False)
    with pytest.raises(EnvironmentFault) as fault:
        read_card(photograph(LAYOUTS[0](PEOPLE[0]), 0))
    assert "boothapp[cards]" in fault.value.step


def test_a_reader_that_breaks_gives_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(card_sight, "EYE", "boothapp.badge.no_such_eye")
    with pytest.raises(EnvironmentFault) as fault:
        read_card(photograph(LAYOUTS[0](PEOPLE[0]), 0))
    assert isinstance(fault.value.__cause__, subprocess.CalledProcessError)
    assert fault.value.safe
    assert fault.value.step
