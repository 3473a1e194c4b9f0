"""MECARD, BIZCARD, MEMORY and the codes that start a call or a message."""

import random
from collections.abc import Iterator
from urllib.parse import quote

from boothapp.badge.reading import Floor
from tests.corpus.item import Item
from tests.corpus.people import CONTACT, NAMES, PLACE, Person, people


def escaped(text: str) -> str:
    """Backslashes before what separates in a MECARD."""
    return "".join(f"\\{letter}" if letter in "\\;:," else letter for letter in text)


def mecard(person: Person, colons: bool = False) -> list[str]:
    """The fields of a MECARD with the usual extras."""
    e = escaped
    website = person.website.replace(":", "\\:") if colons else person.website
    return [
        f"N:{e(person.family)},{e(person.given)}", f"ORG:{e(person.company)}", f"TIL:{e(person.job_title)}",
        f"TEL:{person.phone[0]}", f"EMAIL:{person.email}", f"URL:{website}", f"UID:{person.badge_id}",
        f"ADR:,,{e(person.street)},{e(person.city)},,{person.postal_code},{e(person.country[0])}",
    ]  # fmt: skip


def mecards(seed: int) -> Iterator[Item]:
    """Fields in any order, with and without the last semicolons, spaces, small letters, code pages."""
    chance = random.Random(seed)
    for person in people(60, seed):
        fields = mecard(person, colons=chance.random() < 0.5)
        wanted = {"format": "mecard", **person.known(*NAMES, *CONTACT, *PLACE, "website", "badge_id")}
        chance.shuffle(fields)
        start, end = (
            chance.choice(("MECARD:", "mecard:", " MECARD:", "]Q1MECARD:")),
            chance.choice((";;", ";", "")),
        )
        yield Item("MECARD", start + ";".join(fields) + end, wanted)
        yield from _in_code_pages(start + ";".join(fields) + end, wanted)


def _in_code_pages(text: str, wanted: dict[str, object]) -> Iterator[Item]:
    for page in ("cp1250", "cp1251", "cp1252", "cp1253", "cp932", "gbk"):
        try:
            raw = text.encode(page)
        except UnicodeEncodeError:
            continue
        if not text.isascii():
            yield Item("MECARD in the show's code page", raw, wanted, Floor(code_page=page))


def bizcards(seed: int) -> Iterator[Item]:
    """BIZCARD and the MEMORY card of Japanese phones."""
    for person in people(22, seed):
        e = escaped
        text = (
            f"BIZCARD:N:{e(person.given)};X:{e(person.family)};T:{e(person.job_title)};"
            f"C:{e(person.company)};A:{e(person.street)};B:{person.phone[0]};E:{person.email};;"
        )
        names = (*NAMES, *CONTACT, "street")
        yield Item("BIZCARD", text, {"format": "bizcard", **person.known(*names, phone_kind="work")})
        lines = ("MEMORY:met at the stand", f"NAME1:{person.together}", f"TEL1:{person.phone[0]}",
                 f"MAIL1:{person.email}", f"ADD:{person.street}")  # fmt: skip
        wanted = person.known("full_name", "emails", "phones", "street")
        yield Item("MEMORY", "\r\n".join(lines), {"format": "memory", "note": "met at the stand", **wanted})


def messages(seed: int) -> Iterator[Item]:
    """mailto, MATMSG, tel and sms; the text becomes the note."""
    for person in people(22, seed):
        note = f"{person.company} / {person.job_title}"
        mail, call = person.known("emails"), person.known("phones")
        yield Item("mailto", f"mailto:{person.email}?subject={quote(note)}",
                   {"format": "mailto", "note": note, **mail})  # fmt: skip
        yield Item("MATMSG", f"MATMSG:TO:{person.email};SUB:{escaped(note)};;",
                   {"format": "matmsg", "note": note, **mail})  # fmt: skip
        yield Item("tel", f"tel:{person.phone[0]}", {"format": "tel", **call})
        yield Item("sms", f"SMSTO:{person.phone[0]}:{note}", {"format": "sms", "note": note, **call})
        yield Item("bare e-mail or phone", person.email, {"format": "mailto", **mail})
        yield Item("bare e-mail or phone", person.phone[0], {"format": "tel", **call})
