"""Numbers, sealed badges, links, licences, and letters garbled on their way."""

import base64
import random
from collections.abc import Iterator
from urllib.parse import quote_plus

from boothapp.badge.reading import Floor
from tests.corpus.item import Item
from tests.corpus.one_line import mecard
from tests.corpus.people import CONTACT, NAMES, PLACE, people

NOTE = frozenset({"note"})
# What scanners make of line end, record and segment separator of a licence.
BREAKS = (("\n", "\x1e", "\r"), ("|", "|", "|"), ("\r\n", "", ""), (" ", " ", " "))
ELEMENTS = (
    "DCSSAMPLE", "DDEN", "DACMICHAEL", "DDFN", "DADJOHN", "DBC1", "DAG2300 WEST BROAD STREET",
    "DAIRICHMOND", "DAJVA", "DAK232690000  ", "DCGUSA",
)  # fmt: skip


def ids(seed: int) -> Iterator[Item]:
    """Numbers with organisers' prefixes, scanners' marks, stars, padding and frames."""
    chance = random.Random(seed)
    for _ in range(20):
        digits = f"{chance.randrange(10**6):06}"
        token = "".join(chance.choices("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", k=10))
        uuid = "-".join(f"{chance.getrandbits(4 * size):0{size}x}" for size in (8, 4, 4, 4, 12))
        for badge_id in (digits, f"SB{digits}", f"REG-{digits}", token, uuid, f"{token}/{digits}"):
            for text in (
                badge_id,
                f"]Q1{badge_id}",
                f"]C0{badge_id}\r\n",
                f"\x02{badge_id}\x03",
                f"\0{badge_id} ",
            ):
                yield Item("plain id", text, {"format": "id", "badge_id": badge_id})
        yield Item("plain id", f"*{token}*", {"format": "id", "badge_id": token})
        yield Item("labelled id", f"Badge ID: {digits}", {"format": "labelled", "badge_id": digits})


def sealed(seed: int) -> Iterator[Item]:
    """What only the organiser can open."""
    chance = random.Random(seed)
    for size in range(90, 370, 10):
        raw = chance.randbytes(size)
        for text in (base64.b64encode(raw), base64.urlsafe_b64encode(raw), raw[:250].hex().encode()):
            yield Item("encrypted", text, {"format": "encrypted", "badge_id": text.decode()})


def links(seed: int) -> Iterator[Item]:
    """Organisers' links with the number in the path or the query, and details in the query."""
    for person in people(11, seed):
        pid = person.badge_id
        for address in (
            f"https://expo.example/badge/{pid}", f"https://x.example/e/2026/attendee/{pid}?utm=qr",
            f"http://x.example/app#/visitors/{pid}", f"https://x.example/scan?badge_id={pid}",
            f"https://x.example/ticket?id={pid}&lang=de", f"www.x.example/registration/{pid}/",
        ):  # fmt: skip
            yield Item("link with a badge id", address, {"format": "link", "badge_id": pid}, loose=NOTE)
        query = (
            f"fn={quote_plus(person.given)}&ln={quote_plus(person.family)}&email={quote_plus(person.email)}"
        )
        wanted = {"format": "link", **person.known(*NAMES, "emails")}
        yield Item("link with details", f"https://x.example/v?{query}", wanted, loose=NOTE)
        yield Item("link", person.website, {"format": "url", "website": person.website})
    for slug, name in (
        ("anna-bee-4a5b6c", "Anna Bee"),
        ("anna-bee", "Anna Bee"),
        ("annabee", ""),
        ("dr-bee", ""),
    ):
        for address in (f"https://www.linkedin.com/in/{slug}", f"linkedin.com/in/{slug}/"):
            known = {"full_name": name} if name else {}
            yield Item("LinkedIn", address, {"format": "linkedin", "website": address, **known})


def licences(seed: int) -> Iterator[Item]:
    """Licences as scanners hand them over; allowed: name and address, otherwise nothing at all."""
    chance = random.Random(seed)
    for _ in range(20):
        number, born = f"T{chance.randrange(10**8):08}", f"{chance.randrange(1, 13):02}061986"
        elements = (f"DAQ{number}", f"DBB{born}", *ELEMENTS)
        for line, record, segment in BREAKS:
            head = f"@{line}{record}{segment}ANSI 636000080002DL00410278ZV03190008DL"
            for noise in ("", "\ufeff", "]L0"):
                text = noise + head + line.join(elements) + segment
                yield Item("licence, not allowed", text, {"format": "licence"})
                wanted = {
                    "given_name": "Michael John", "family_name": "Sample", "full_name": "Michael John Sample",
                    "street": "2300 West Broad Street", "city": "Richmond", "region": "VA",
                    "postal_code": "23269", "country": "US",
                }  # fmt: skip
                yield Item("licence, allowed", text, {"format": "licence", **wanted}, Floor(licences=True))


def garbled(seed: int) -> Iterator[Item]:
    """UTF-8 that a program on the way took for another alphabet."""
    for person in people(11, seed):
        text = "MECARD:" + ";".join(mecard(person)) + ";;"
        for page in ("cp1252", "latin-1", "cp1251"):
            wrong = _mistaken(text.encode(), page)
            wanted = {"format": "mecard", **person.known(*NAMES, *CONTACT, *PLACE, "website", "badge_id")}
            yield Item("garbled letters", wrong, wanted)


def _mistaken(raw: bytes, page: str) -> str:
    """Bytes without a letter there pass as they are, as the systems that do this do it."""
    letters = (bytes([byte]).decode(page, "ignore") or chr(byte) for byte in raw)
    return "".join(letters)
