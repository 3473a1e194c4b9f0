"""Which part of a bare badge is the family name, and in which order a name is put together."""

import pytest

from boothapp.badge.reading import read_text
from boothapp.domain.name_order import together


@pytest.mark.parametrize(
    ("given", "family", "whole"),
    [
        ("Anna", "Schmidt", "Anna Schmidt"), ("明", "李", "李明"), ("明", "欧阳", "欧阳 明"),
        ("太郎", "山田", "山田 太郎"), ("철수", "김", "김철수"), ("철수", "", "철수"), ("", "李", "李"),
        ("Ming", "李", "Ming 李"), ("Іван", "Коваль", "Іван Коваль"),
    ],
)  # fmt: skip
def test_the_order_of_the_script(given: str, family: str, whole: str) -> None:
    assert together(given, family) == whole


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("BEGIN:VCARD\nVERSION:3.0\nN:李;明\nEND:VCARD", "李明"),
        ("BEGIN:VCARD\nVERSION:3.0\nN:山田;太郎\nEND:VCARD", "山田 太郎"),
        ("BEGIN:VCARD\nVERSION:3.0\nN:Bee;Anna;May;Dr.;MBA\nEND:VCARD", "Dr. Anna May Bee, MBA"),
        ("MECARD:N:김,철수;;", "김철수"), ("王小明", "王小明"), ("李明", "李明"), ("홍길동", "홍길동"),
        ('{"firstname":"明","lastname":"李"}', "李明"),
    ],
)  # fmt: skip
def test_east_asian_names(text: str, whole: str) -> None:
    read = read_text(text)
    assert (read.visitor.full_name, read.badge_id) == (whole, "")


@pytest.mark.parametrize(
    ("text", "given", "family", "badge"),
    [
        ("王;小明;华为技术有限公司", "小明", "王", ""), ("12|小明|王|华为技术有限公司", "小明", "王", ""),
        ("12345|Schmidt|Anna|ACME", "Anna", "Schmidt", "12345"),
        ("12345|Anna|Schmidt|ACME", "Anna", "Schmidt", "12345"),
        ("12345::Anna::Schmidt::ACME", "Anna", "Schmidt", "12345"),
        ("VISITOR|000123|SCHMIDT|ANNA|ACME|DE", "ANNA", "SCHMIDT", "000123"),
        ("12345;Коваль;Іван;ТОВ Ромашка", "Іван", "Коваль", "12345"),
        ("12345|MÜLLER|Hans-Peter|ACME", "Hans-Peter", "MÜLLER", "12345"),
        ("12345|Lee|Kim|ACME", "Lee", "Kim", "12345"), ("12345|J|Smith|Acme", "J", "Smith", "12345"),
        ("EXPO26|V|000123|SCHMIDT|ANNA|ACME", "ANNA", "SCHMIDT", "000123"),
        ("EXPO26|V|000123", "", "", "000123"),
    ],
)  # fmt: skip
def test_names_in_cells_of_their_own(text: str, given: str, family: str, badge: str) -> None:
    read = read_text(text)
    assert (read.visitor.given_name, read.visitor.family_name) == (given, family)
    assert read.badge_id == badge or not badge


def test_a_mail_address_outweighs_a_known_given_name() -> None:
    visitor = read_text("12345|Schmidt|Anna|ACME|schmidt.anna@acme.example").visitor
    assert (visitor.given_name, visitor.family_name) == ("Schmidt", "Anna")


def test_a_code_of_two_letters_is_nobodys_name() -> None:
    assert read_text("AB|12345").visitor.full_name == ""
