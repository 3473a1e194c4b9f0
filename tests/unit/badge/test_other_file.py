"""Files that are no badge are refused with the kinds that can be read; texts of every kind are not."""

import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from boothapp.actions import badges
from boothapp.badge import other_file
from boothapp.errors import Refused
from tests.unit.badge.photographs import picture_of


def archive() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("word/document.xml", "<w:document/>")
    return file.getvalue()


OTHERS = {
    "letter.docx": archive(),
    "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "letter.rtf": rb"{\rtf1\ansi Ann Abel}",
    "setup.exe": b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0" + bytes(200) + b"This program cannot be run",
    "film.mp4": b"\0\0\0\x20ftypisom" + bytes(range(256)) * 4,
    "song.mp3": b"ID3\x04\0\0\0\0\0\x23TSSE" + bytes(40) + bytes(range(256)) * 4,
    "unknown.bin": bytes(range(256)) * 8,
    "empty.vcf": bytes(3000),
}


@pytest.mark.parametrize("name", OTHERS)
def test_a_file_that_is_no_badge_is_refused_with_what_can_be_read(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(OTHERS[name])
    with pytest.raises(Refused) as refused:
        badges.scan_file(file)
    assert "nothing of it was kept" in str(refused.value)
    assert "VCF" in refused.value.step
    assert "JPEG" in refused.value.step


TEXT = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Оксана Ґедзь\r\nEND:VCARD\r\n"
TEXTS = {
    "utf-8": TEXT.encode(),
    "utf-16": TEXT.encode("utf-16"),
    "utf-16-le": TEXT.encode("utf-16-le"),
    "cp1251": TEXT.encode("cp1251"),
    "one zero at the end": TEXT.encode("utf-16-be")[1:],
    "gs1": b"]d2\x1d0100012345678905\x1d21ABC\x1e\x04",
    "an id": b"MZ-104417",
    "another id": b"ID3-104417",
    "one zero in a name": TEXT.replace("Оксана", "Оксана\0").encode(),
    "zeros for blanks": TEXT.replace(" ", "\0").encode("cp1251") + b"NOTE:\0\x01\r\n",
    "a buffer": TEXT.encode() + bytes(900),
    "tagged": b"BZh;Ann;Abel",
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_is_no_other_file(name: str) -> None:
    other_file.refuse(TEXTS[name])


def test_a_card_with_a_zero_in_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "card.vcf"
    file.write_bytes(b"BEGIN:VCARD\nVERSION:3.0\nFN:Ann\0Abel\nEND:VCARD")
    assert badges.scan_file(file).visitor.full_name == "Ann Abel"


def test_a_picture_with_another_name_is_read_as_one(tmp_path: Path) -> None:
    file = tmp_path / "badge"
    file.write_bytes(picture_of("SB0012345"))
    assert badges.scan_file(file).badge_id == "SB0012345"
    image = Image.open(file).convert("RGB")
    image.save(tmp_path / "badge.jfif", "JPEG")
    assert badges.scan_file(tmp_path / "badge.jfif").badge_id == "SB0012345"
