"""Badges whose parts blanks fill up: columns of fixed width, and runs of blanks of any length."""

import random
from collections.abc import Sequence

import pytest

from boothapp.badge import profile_words
from boothapp.badge.learn import Lesson, Sample, fields_of, learn
from boothapp.badge.reading import Floor, read_text
from tests.unit.badge.shows import Person, person

FIELDS = ("badge_id", "company", "given_name", "family_name")
WIDTHS = (10, 20, 14, 14)


def filled_up(*values: str) -> str:
    return "".join(value.ljust(width) for value, width in zip(values, WIDTHS, strict=True))


def set_right(*values: str) -> str:
    return values[0].rjust(WIDTHS[0]) + " " + filled_up("", *values[1:])[WIDTHS[0] :]


def by_runs(*values: str) -> str:
    return "   ".join(values)


WRITERS = {"filled up": filled_up, "bare ends": lambda *values: filled_up(*values).rstrip(),
           "set right": set_right, "runs": by_runs}  # fmt: skip
OKSANA, JAN = ("104417", "GEDZ", "OKSANA", "VERF"), ("104418", "Nord Licht GmbH", "Jan", "Li")
OLGA = ("99", "Ost", "Olga Maria", "Petrenko")


def taught(*rows: Sequence[str], write: str = "filled up") -> Lesson:
    return learn([Sample(WRITERS[write](*row), dict(zip(FIELDS, row, strict=True))) for row in rows])


def read(text: str, lesson: Lesson) -> tuple[str, ...]:
    came = fields_of(read_text(text, floor=Floor(profile=lesson.proposals[0].profile)))
    return tuple(came.get(name, "") for name in FIELDS)


def made(one: Person) -> tuple[str, ...]:
    return tuple(one[name] for name in FIELDS)


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize("seed", range(6))
def test_three_badges_teach_parts_filled_up_with_blanks(write: str, seed: int) -> None:
    chance = random.Random(f"{write} {seed}")
    rows = [made(person(chance, number)) for number in range(43)]
    lesson = taught(*rows[:3], write=write)
    assert lesson.proposals[0].fits
    assert [read(WRITERS[write](*row), lesson) for row in rows] == rows


def test_columns_are_told_in_words() -> None:
    assert profile_words.told(taught(OKSANA, JAN, OLGA).proposals[0].profile)[:2] == [
        "Parts stand in columns that begin at character 1, 11, 31, 45.",
        "Part 1 is the badge id, part 2 is the company, part 3 is the given name, part 4 is the family name.",
    ]


def test_runs_of_blanks_are_told_in_words() -> None:
    told = profile_words.told(taught(OKSANA, JAN, OLGA, write="runs").proposals[0].profile)
    assert told[0] == "Parts are divided by two or more blanks."


FULL = ("123456789X", "ABCDEFGHIJKLMNOPQRST", "Jan", "Li")
EMPTY = ("104500", "", "Jan", "Li")


@pytest.mark.parametrize("odd", [FULL, EMPTY])
def test_a_full_or_an_empty_column_is_read_and_learnt_from(odd: tuple[str, ...]) -> None:
    without, among = taught(OKSANA, JAN, OLGA), taught(OKSANA, odd, OLGA)
    assert among.proposals[0].fits
    assert [read(filled_up(*row), among) for row in (OKSANA, odd, JAN)] == [OKSANA, odd, JAN]
    assert read(filled_up(*EMPTY), without) == EMPTY


@pytest.mark.parametrize(
    "text", ["Please bring this voucher to the bar in hall four before noon today", "104500", "Jan Li"]
)
def test_a_text_with_words_across_the_columns_or_in_one_is_another(text: str) -> None:
    lesson = taught(OKSANA, JAN, OLGA)
    assert read_text(text, floor=Floor(profile=lesson.proposals[0].profile)) == read_text(text)


def test_two_blanks_each_time_stay_a_delimiter() -> None:
    rows = (("1", "A", "Anna", "Kov"), ("2", "Bo", "Jan", "Li"), ("3", "Cid", "Wei", "Ng"))
    lesson = learn([Sample("  ".join(row), dict(zip(FIELDS, row, strict=True))) for row in rows])
    assert lesson.proposals[0].profile.delimiter == "  "


def test_of_two_badges_what_only_one_fills_is_doubtful() -> None:
    texts = ("104417^GEDZ^Oksana^Verf", "104418^^Jan^Li")
    said = {"badge_id": "104417", "company": "GEDZ", "given_name": "Oksana"}
    doubt = "Badge 2: Company comes out empty. Compare it with the badge."
    two = learn([Sample(texts[0], said), Sample(texts[1], {"badge_id": "104418"})]).proposals[0]
    assert doubt in two.doubts
    assert "Given name" not in " ".join(two.doubts)
    filled = learn([Sample(texts[0], said), Sample("104418^Ost^Jan^Li", {"badge_id": "104418"})]).proposals[0]
    assert doubt not in filled.doubts
