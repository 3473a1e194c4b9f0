"""Cards in East Asian letters that name no alphabet, and those of the West that could be taken for one."""

import pytest

from boothapp.badge.reading import read_text

EAST = {
    "cp932": ("山田 太郎", "株式会社"),
    "euc_jp": ("佐藤 花子", "トヨタ自動車"),
    "gb18030": ("李建国", "上海电气集团"),
    "cp949": ("박지훈", "삼성전자"),
    "big5": ("陳志明", "鴻海精密工業"),
    "koi8_u": ("Оксана Шевчук", "Чорноморська верф"),
}
WEST = {
    "cp1252": ("Jürgen Weiß", "Größe & Söhne"), "cp1250": ("Jiří Dvořák", "Škoda"),
    "cp1251": ("Іван Петренко", "Верф"), "cp1253": ("Γιώργος Παπαδόπουλος", "Ναυπηγεία"),
}  # fmt: skip


@pytest.mark.parametrize("page", [*EAST, *WEST])
def test_a_card_that_names_no_alphabet(page: str) -> None:
    name, company = {**EAST, **WEST}[page]
    card = f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nORG:{company}\r\nEND:VCARD\r\n".encode(page)
    read = read_text(card)
    assert (read.visitor.full_name, read.visitor.company) == (name, company)
    assert [said for said in read.warnings if "alphabet" in said]


@pytest.mark.parametrize("page", EAST)
def test_a_mecard_that_names_no_alphabet(page: str) -> None:
    name, company = EAST[page]
    assert read_text(f"MECARD:N:{name};ORG:{company};;".encode(page)).visitor.company == company


@pytest.mark.parametrize("page", ["cp850", "mac-roman", "cp1252"])
def test_a_western_name_never_becomes_east_asian(page: str) -> None:
    for name in ("Jörg Müller", "Anna Bähr", "Zoë Süß", "Åse Øster"):
        shown = read_text(f"BEGIN:VCARD\r\nFN:{name}\r\nEND:VCARD\r\n".encode(page)).visitor.full_name
        assert not any("\u3000" < letter < "\ud7b0" for letter in shown), shown
