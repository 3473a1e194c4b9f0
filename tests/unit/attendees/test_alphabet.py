"""How a list is written is found out: names and headings come out exact, in whatever code page."""

import random
from itertools import chain
from pathlib import Path

import pytest

from boothapp.attendees import columns, encodings, list_file
from boothapp.attendees.alphabet import writing
from boothapp.errors import WrongCall
from tests.unit.attendees import lists_of_the_world, names_in_latin

SEEDS = range(3)


def read(file: Path, raw: bytes, encoding: str = "") -> str:
    """The file's text, as the import reads it."""
    file.write_bytes(raw)
    found = list_file.read(file, encoding=encoding)
    rows = chain.from_iterable(found.table.batches())
    return "".join(",".join(row) + "\r\n" for row in rows).removeprefix("\ufeff")


@pytest.mark.parametrize(("language", "page"), [*lists_of_the_world.cases()])
@pytest.mark.parametrize("heading", [True, False])
def test_every_list_of_ten_people_is_exact(tmp_path: Path, language: str, page: str, heading: bool) -> None:
    for seed in SEEDS:
        text = lists_of_the_world.text(language, 10, seed, heading)
        assert read(tmp_path / "list.csv", text.encode(page)) == text


@pytest.mark.parametrize(
    ("page", "languages"),
    [("cp1252", "de fr es da"), ("mac-roman", "de fr es da"), ("cp1250", "pl cs hu de"), ("cp1251", "ru uk"),
     ("cp1254", "tr de"), ("utf-8", "ja ko zh uk pl he")],
)  # fmt: skip
def test_a_list_of_several_languages(tmp_path: Path, page: str, languages: str) -> None:
    rows = [row for one in languages.split() for row in lists_of_the_world.text(one, 5).splitlines()[1:]]
    random.Random(page).shuffle(rows)
    text = "".join(f"{row}\r\n" for row in rows)
    assert read(tmp_path / "list.csv", text.encode(page)) == text


@pytest.mark.parametrize(("language", "page"), [*lists_of_the_world.cases()])
def test_headings_are_known_where_they_can_be(tmp_path: Path, language: str, page: str) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes(lists_of_the_world.text(language, 5).encode(page))
    found = list_file.read(file)
    assert found.headings == tuple(lists_of_the_world.NAMES[language][0].split(","))
    proposed = columns.propose(found.headings, found.sample)
    assert (proposed[0], proposed[-1]) == ("badge_id", "emails")


@pytest.mark.parametrize(("language", "page"), [*names_in_latin.cases()])
@pytest.mark.parametrize("people", [20, 100, 300])
@pytest.mark.parametrize("guests", [0, 10])
def test_lists_of_bare_names_in_latin_letters(
    tmp_path: Path, language: str, page: str, people: int, guests: int
) -> None:
    for seed in SEEDS:
        text = names_in_latin.text(language, people, seed, guests, page)
        assert read(tmp_path / "list.csv", text.encode(page)).replace(",", ";") == text.replace(",", ";")


def test_signs_where_they_belong_are_no_letters(tmp_path: Path) -> None:
    text = "1,Jürgen Weiß,Büro 20 m²\r\n2,Mª José Muñoz,¿Almuerzo? «Sí»\r\n3,Nº 5,O’Brien – Müller·Söhne\r\n"
    file = tmp_path / "list.csv"
    file.write_bytes(text.encode("cp1252"))
    assert writing(file).codec == "cp1252"


@pytest.mark.parametrize("codec", encodings.NAMES)
def test_what_people_choose_is_taken_at_its_word(tmp_path: Path, codec: str) -> None:
    text = "SB1,Anna,anna@firm.example\r\n"
    for bom in (b"", b"\xef\xbb\xbf") if codec == "utf-8" else (b"",):
        assert read(tmp_path / "list.csv", bom + text.encode(codec), codec) == text


def test_a_wrong_guess_is_put_right(tmp_path: Path) -> None:
    text = "SB1,Kőszegi Zita,z@firm.example\r\n"
    assert read(tmp_path / "list.csv", text.encode("cp1250"), "windows-1250") == text
    assert read(tmp_path / "list.csv", text.encode("utf-16-be"), "utf-16") == text
    with pytest.raises(WrongCall, match="no encoding"):
        read(tmp_path / "list.csv", text.encode(), "klingon")


def test_the_show_decides_only_where_nothing_else_does(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes("1,Їжак\n".encode("koi8-u"))
    assert writing(file, "koi8-u").codec in ("koi8-u", "koi8-r")
    file.write_bytes("1,Jürgen Weiß\n2,Änne Müller\n".encode("cp1252"))
    assert writing(file, "koi8-u").codec == "cp1252"
