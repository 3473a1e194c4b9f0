"""Badges that are hard to take apart, from lists of parts that no reader knows as a whole: every seed is new.

Titles, streets, East Asian and Vietnamese names, surnames that are words of positions, companies without a
legal form; vCards without their line ends; JSON with kinds of phones, tables and what stands for nothing.
"""

import json
import random
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from tests.corpus.item import Item

NOTE = frozenset({"note"})
GIVEN = (
    "Anna", "Petra", "Hans", "Max", "Ruth", "Oskar", "Bruno", "Ines", "Maja", "Dorothea", "Оксана",
    "Назар", "Łucja", "Zeynep", "Séverine", "Ingrid",
)  # fmt: skip
FAMILY = (
    "Head", "King", "Bishop", "Bank", "Berg", "Stein", "Direktor", "Meyer", "Groß-Müller", "Kowalska",
    "Yılmaz", "Ґедзь", "Lefèvre", "Chief", "Owner", "Ahrens", "Bischof", "Kaiser", "Vogt", "Nuñez",
    "O'Neil", "Partner", "President", "Founder",
)  # fmt: skip
COMPANIES = (
    "Hive Ltd", "Nordlicht", "Deutsche Bank", "Siemens Energy", "Universität Bremen", "Werft Nord",
    "Berg Stein AG",
    "King's College", "ТОВ «Верф»", "Bosch", "Stadtwerke Kiel", "Head Sport GmbH", "Завод «Маяк»",
    "Klinik am See",
)  # fmt: skip
TITLES = (
    "Head of Sales", "Bank Manager", "Chief Engineer", "Leiter Einkauf", "Buyer",
    "Director of Holding Services",
    "Головний інженер", "Sales Manager Bosch GmbH", "CEO",
)  # fmt: skip
HONOURS = ("Dr.", "Prof. Dr.", "Dipl.-Ing.", "Prof. Dr.-Ing.", "Herr", "Frau Dr.", "Mr.", "Ms")
STREETS = (
    "Hauptstraße 12",
    "12 High Street",
    "King's Cross Road 7",
    "вул. Морська 7",
    "Bahnhofstr. 3a",
    "Am Ring 5",
)
CITIES = ("Köln", "Львів", "Bad Homburg", "Leeds", "Málaga")
EAST = ("山田太郎", "佐藤健一", "김철수", "박지훈", "王小明", "李建国")
EAST_COMPANIES = ("東京ポンプ株式会社", "삼성전자", "北京大学", "现代重工集团", "株式会社日立製作所")
EAST_TITLES = ("部長", "과장", "总经理", "営業課長")
VIETNAMESE = ("Nguyễn Văn A", "Trần Thị Mai", "Lê Hoàng Nam")
LOST = ("\\n", "\\r\\n", " ", "|", "\t", "<br>", "")


def _person(chance: random.Random) -> dict[str, str]:
    given, family = chance.choice(GIVEN), chance.choice(FAMILY)
    return {
        "badge_id": f"REG{chance.randrange(10**5):05}", "given_name": given, "family_name": family,
        "full_name": f"{given} {family}", "company": chance.choice(COMPANIES),
        "job_title": chance.choice(TITLES),
        "street": chance.choice(STREETS), "city": chance.choice(CITIES),
        "postal_code": f"{chance.randrange(1000, 99999):05}",
    }  # fmt: skip


def cells(seed: int) -> Iterator[Item]:
    """Bare values: who is who is told by content and place."""
    chance = random.Random(seed)
    for _ in range(60):
        who, separator, honour = _person(chance), chance.choice(";|\t"), chance.choice(HONOURS)
        names = [who["given_name"], who["family_name"]]
        yield _item("title in a cell", who, [honour, *names, who["company"], who["job_title"]], separator)
        yield _item("degree behind", who, [*names, "PhD", who["company"], who["job_title"]], separator)
        place = [who["street"], f"{who['postal_code']} {who['city']}"]
        address = ("street", "postal_code", "city")
        yield _item(
            "address", who, [*names, who["company"], *place, "Germany"], separator, address, country="DE"
        )
        place = [who["street"], who["postal_code"], who["city"]]
        yield _item("address apart", who, [*names, who["company"], *place, "a@x.example"], separator, address,
                    emails=["a@x.example"])  # fmt: skip
        together = f"{honour} {who['full_name']}"
        values = [together, who["company"], who["job_title"]]
        wanted = {"full_name": together, "company": who["company"], "job_title": who["job_title"]}
        yield _bare("title before the name", who["badge_id"], values, separator, wanted)
    for _ in range(20):
        whole, company, title = chance.choice(EAST), chance.choice(EAST_COMPANIES), chance.choice(EAST_TITLES)
        wanted = {"full_name": whole, "company": company, "job_title": title}
        yield _bare("East Asian name", f"A{chance.randrange(10**6):06}", [whole, company, title], ";", wanted)
        whole = chance.choice(VIETNAMESE)
        wanted = {"full_name": whole, "company": "Vinamilk", "job_title": "Giám đốc"}
        yield _bare("Vietnamese name", f"A{chance.randrange(10**6):06}", [*wanted.values()], ";", wanted)


def _item(
    group: str,
    who: dict[str, str],
    values: list[str],
    separator: str,
    more: tuple[str, ...] = (),
    **known: Any,
) -> Item:
    names = ("given_name", "family_name", "full_name", "company", *more)
    wanted: dict[str, Any] = {name: who[name] for name in names} | known
    if who["job_title"] in values:
        wanted["job_title"] = who["job_title"]
    return _bare(group, who["badge_id"], values, separator, wanted)


def _bare(group: str, badge_id: str, values: list[str], separator: str, wanted: dict[str, Any]) -> Item:
    known = {"format": "delimited", "badge_id": badge_id, **wanted}
    return Item(f"delimited, {group}", separator.join((badge_id, *values)), known, loose=NOTE)


def joined(seed: int) -> Iterator[Item]:
    """vCards whose line ends became something else, or nothing."""
    chance = random.Random(seed)
    for lost in LOST * 12:
        who = _person(chance)
        lines = [
            "BEGIN:VCARD", chance.choice(("VERSION:3.0", "VERSION:2.1")),
            f"N:{who['family_name']};{who['given_name']};;;", f"FN:{who['full_name']}",
            f"ORG:{who['company']}",
            f"TITLE:{who['job_title']}", "TEL;TYPE=WORK:+49 30 901820", "EMAIL:a@x.example",
            f"ADR;TYPE=WORK:;;{who['street']};{who['city']};;{who['postal_code']};", "END:VCARD",
        ]  # fmt: skip
        wanted = {
            **who,
            "badge_id": "",
            "emails": ["a@x.example"],
            "phones": [_phone("+49 30 901820", "work")],
        }
        wanted = {"format": "vcard", **{name: value for name, value in wanted.items() if value}}
        yield Item("vCard without line ends", lost.join(lines), wanted, loose=NOTE)


def _phone(text: str, kind: str) -> dict[str, str]:
    return {"text": text, "e164": text.replace(" ", ""), "kind": kind}


def objects(seed: int) -> Iterator[Item]:
    """JSON with kinds, titles, tables, nothing written out, and as a part of an address."""
    chance = random.Random(seed)
    for _ in range(30):
        who, nothing = _person(chance), chance.choice(("null", "N/A", "-", "undefined", "n/a", "NaN"))
        kinds = [{"type": "fax", "number": "+49 30 901829"}, {"type": "mobile", "number": "+49 170 1234567"}]
        chance.shuffle(kinds)
        name = {"firstName": who["given_name"], "lastName": who["family_name"]}
        both = [_phone("+49 170 1234567", "mobile"), _phone("+49 30 901829", "fax")]
        known = {name: who[name] for name in ("given_name", "family_name", "full_name")}
        wanted = {"format": "json", **known, "phones": both, "job_title": who["job_title"]}
        data: Any = {"title": chance.choice(HONOURS), **name, "phones": kinds, "jobTitle": who["job_title"],
                     "company": nothing, "city": nothing, "email": nothing, "id": nothing}  # fmt: skip
        yield Item("JSON with kinds", json.dumps(data), wanted, loose=NOTE)
        rows = [["firstName", "lastName", "company"], [*name.values(), who["company"]]]
        wanted = {"format": "json", **known, "company": who["company"]}
        yield Item("JSON table", json.dumps(rows), wanted)
        number = f"{chance.randrange(10**6)}"
        text = json.dumps({**name, "company": who["company"]}).replace("}", f', "id": {number}.0}}')
        yield Item("JSON number", text, {**wanted, "badge_id": number})
        link = f"https://x.example/v?data={quote(text)}"
        yield Item("JSON in a link", link, {**wanted, "format": "link", "badge_id": number}, loose=NOTE)
