"""Invented visitors in the scripts of the shows, with what is hard to carry in a code."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

# As their owners write them: the family name first, in China as one word.
EAST_ASIAN = {("小明", "王"): "王小明", ("太郎", "田中"): "田中 太郎"}


@dataclass(frozen=True)
class Person:
    """One visitor as a badge maker knows them; country as written and as its code."""

    given: str
    family: str
    company: str
    department: str
    job_title: str
    city: str
    country: tuple[str, str]
    phone: tuple[str, str]
    email: str
    street: str = "Hauptstraße 12"
    postal_code: str = "01001"
    website: str = "https://werft.example/team?x=1"
    badge_id: str = "REG-004711"

    @property
    def together(self) -> str:
        """The full name a badge shows where it only has its two parts."""
        return EAST_ASIAN.get((self.given, self.family), f"{self.given} {self.family}")

    def known(self, *names: str, phone_kind: str = "") -> dict[str, Any]:
        """What a reader must find where the badge carries the fields of these names."""
        text, e164 = self.phone
        whole = {
            "given_name": self.given, "family_name": self.family, "full_name": self.together,
            "company": self.company, "department": self.department, "job_title": self.job_title,
            "emails": [self.email], "phones": [{"text": text, "e164": e164, "kind": phone_kind}],
            "street": self.street, "city": self.city, "postal_code": self.postal_code,
            "country": self.country[1], "website": self.website, "badge_id": self.badge_id,
        }  # fmt: skip
        return {name: whole[name] for name in names}


NAMES = ("given_name", "family_name", "full_name")
CONTACT = ("company", "job_title", "emails", "phones")
PLACE = ("street", "city", "postal_code", "country")

_DE = (("Deutschland", "DE"), ("+49 30 901820", "+4930901820"))
_PL = (("Polska", "PL"), ("+48 22 555 01 00", "+48225550100"))
_ES = (("España", "ES"), ("+34 912 34 56 78", "+34912345678"))
_UA = (("Україна", "UA"), ("+380 44 123-45-67", "+380441234567"))
_GR = (("Ελλάδα", "GR"), ("+30 21 0123 4567", "+302101234567"))
_CN = (("中国", "CN"), ("+86 10 6552 9988", "+861065529988"))
_JP = (("日本", "JP"), ("+81 3-3224-9999", "+81332249999"))
_AE = (("United Arab Emirates", "AE"), ("+971 4 336 9999", "+97143369999"))
_GB = (("United Kingdom", "GB"), ("+44 20 7946 0958", "+442079460958"))

PEOPLE = (
    Person("Anna", "Bee", "Hive Ltd", "Sales", "Head of Sales", "London", *_GB, "anna.bee@hive.example"),
    Person("Pat", "O'Neil", "Smith, Sons & Co", "R&D", "Buyer", "Leeds", *_GB, "pat@smith.example"),
    Person("Jürgen", "Groß-Müller", "Größer; Söhne AG", "Öl", "Geschäftsführer", "Köln", *_DE, "jgm@x.eu"),
    Person("Łukasz", "Wiśniewski", "Żaba Sp. z o.o.", "Zakupy", "Kierownik", "Łódź", *_PL, "lw@zaba.example"),
    Person("José María", "Núñez", "Año: Nuevo S.A.", "Ventas", "Dueño", "Málaga", *_ES, "jm@anno.example"),
    Person("Оксана", "Ґедзь-Їжакевич", "ТОВ «Верф»", "Закупівлі", "Інженерка", "Львів", *_UA, "og@v.example"),
    Person("Віталій", "Лук’янов", "Завод, філія 2", "Цех", "Директор", "Київ", *_UA, "vl@zavod.example"),
    Person("Γιώργος", "Παπαδόπουλος", "Ναυπηγεία ΑΕ", "Έργα", "Μηχανικός", "Πάτρα", *_GR, "gp@nav.example"),
    Person("小明", "王", "三菱造船", "営業", "経理", "北京", *_CN, "wang@ship.example"),
    Person("太郎", "田中", "東京ポンプ株式会社", "技術部", "部長", "東京", *_JP, "tanaka@pump.example"),
    Person("محمد", "الفارسي", "شركة الخليج", "المبيعات", "مدير", "دبي", *_AE, "m@gulf.example"),
)  # fmt: skip


STREETS = ("Hauptstraße 12", "12 High St, Flat 3", "вул. Морська, 7/9", "C/ Ancha 4; bajo", "中山路 88 号")
ONE_LANGUAGE = 0.5
NUMBERS = ("{0:06}", "SB{0:06}", "E7-{0:X}", "2026/{0}")
DOMAINS = ("werft.example", "mail.hive.example", "xn--werft-7qa.example", "ship.co.example")


def people(count: int, seed: int) -> Iterator[Person]:
    """Every person once if there is room, then new ones from the parts of these; the same for a seed."""
    chance = random.Random(seed)
    for index in range(count):
        yield PEOPLE[index] if index < len(PEOPLE) else _mixed(chance)


def _mixed(chance: random.Random) -> Person:
    """One language throughout, so that old alphabets can hold it, or parts of several."""
    number = chance.choice(NUMBERS).format(chance.randrange(10**6))
    email, code = (
        f"visitor{chance.randrange(10**4)}@{chance.choice(DOMAINS)}",
        f"{chance.randrange(10**5):05}",
    )
    person = replace(chance.choice(PEOPLE), email=email, postal_code=code, badge_id=number)
    if chance.random() < ONE_LANGUAGE:
        return replace(person, street="High St 12, Flat 3")
    work, home = chance.choice(PEOPLE), chance.choice(PEOPLE)
    return replace(
        person,
        company=work.company,
        department=work.department,
        job_title=chance.choice(PEOPLE).job_title,
        city=home.city,
        country=home.country,
        phone=chance.choice(PEOPLE).phone,
        street=chance.choice(STREETS),
    )
