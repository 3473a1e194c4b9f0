"""Badges of made shows: the same people written in many ways, to be learnt and to be told apart."""

import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

GIVEN = (
    "Anna",
    "Іван",
    "José",
    "Wei",
    "Olga Maria",
    "Jean-Luc",
    "Łukasz",
    "Ines",
    "Noor",
    "山田",
    "Zoë",
    "Ed",
)
FAMILY = (
    "Kovalenko",
    "Müller",
    "O'Brien",
    "van der Berg",
    "Li",
    "García",
    "Șerban",
    "Петренко",
    "Ng",
    "Kılıç",
)
COMPANY = ("Nordlicht GmbH", "Acme", "ТОВ Верф", "Foo & Söhne", "Smith and Sons Ltd", "3D-Druck AG", "Ost KG")
TITLE = ("CEO", "Head of Sales", "Einkäufer", "Головна інженерка", "Intern", "Director R&D")
COUNTRY = {"DE": "Germany", "UA": "Ukraine", "FR": "France", "PL": "Poland", "JP": "Japan"}
CITY = ("Berlin", "Київ", "Bad Homburg", "São Paulo", "Kobe", "Lviv", "Nice")
Person = dict[str, str]
Write = Callable[[Person, random.Random], str]


def person(chance: random.Random, number: int) -> Person:
    given, family = chance.choice(GIVEN), chance.choice(FAMILY)
    local = f"p{number}.{chance.randrange(10**6)}"
    return {
        "badge_id": str(10_000 + 7 * number + chance.randrange(7)),
        "given_name": given,
        "family_name": family,
        "company": chance.choice(COMPANY),
        "job_title": chance.choice(TITLE),
        "emails": f"{local}@firma{chance.randrange(99)}.example",
        "phones": f"+49 30 {chance.randrange(10**6, 10**7)}",
        "city": chance.choice(CITY),
        "country": chance.choice(list(COUNTRY)),
    }


ORDER = (
    "badge_id",
    "family_name",
    "given_name",
    "company",
    "job_title",
    "country",
    "emails",
    "phones",
    "city",
)
TAGS = dict(zip(ORDER, ("ID", "LN", "FN", "CO", "TI", "LD", "EM", "PH", "CI"), strict=True))


def delimited(delimiter: str) -> Write:
    return lambda one, _chance: delimiter.join(one[name] for name in ORDER)


def tagged(start: str, delimiter: str, mark: str) -> Write:
    return lambda one, _chance: start + delimiter.join(f"{TAGS[name]}{mark}{one[name]}" for name in ORDER)


def tagged_where_known(one: Person, chance: random.Random) -> str:
    shown = [name for name in ORDER if name in ("badge_id", "family_name") or chance.random() < 0.8]
    return "T:V;" + ";".join(f"{TAGS[name]}:{one[name]}" for name in shown)


def nested(one: Person, _chance: random.Random) -> str:
    who = {"first": one["given_name"], "last": one["family_name"], "job": {"title": one["job_title"]}}
    return json.dumps({
        "v": 2,
        "registration": {"no": int(one["badge_id"]), "attendee": who},
        "org": [{"name": one["company"], "addr": {"city": one["city"], "cc": one["country"]}}],
        "contact": {"mail": one["emails"], "tel": one["phones"]},
    })  # fmt: skip


def every_second(one: Person, chance: random.Random) -> str:
    return ";".join(part for name in ORDER for part in (one[name], chance.choice(("", "x", "0", "yes"))))


def with_flags(one: Person, chance: random.Random) -> str:
    flags = [chance.choice(("VIP", "")), str(chance.randrange(3)), "EXPO26"]
    return "|".join((*flags, *(one[name] for name in ORDER), str(chance.randrange(10**9))))


def address(one: Person, _chance: random.Random) -> str:
    return f"https://app.expo.example/e/26/?b={one['badge_id']}&fn={quote(one['given_name'])}&ln={quote(one['family_name'])}"


def sentence(one: Person, _chance: random.Random) -> str:
    return (
        f"#{one['badge_id']}: {one['family_name']} / {one['given_name']} ({one['company']}) <{one['emails']}>"
    )


def card(one: Person, chance: random.Random) -> str:
    lines = (
        "BEGIN:VCARD", "VERSION:3.0", f"N:{one['family_name']};{one['given_name']};;;",
        f"FN:{one['given_name']} {one['family_name']}", f"ORG:{one['company']}", f"TITLE:{one['job_title']}",
        f"EMAIL;TYPE=INTERNET:{one['emails']}", f"item1.X-BADGE;TYPE=expo:{one['badge_id']}",
        f"X-PASS:{chance.randrange(10**6)}", "END:VCARD",
    )  # fmt: skip
    return "\r\n".join(lines) + "\r\n"


FORMATS: dict[str, Write] = {
    **{f"delimited {name}": delimited(sign) for name, sign in {
        "caret": "^", "bar": "|", "semicolon": ";", "comma": ",", "colons": "::", "tab": "\t", "tilde": "~",
        "lines": "\n", "hash": "#",
    }.items()},
    "tagged": tagged("VQC:", ";", ":"),
    "tagged by equals": tagged("", "|", "="),
    "labelled lines": tagged("", "\n", ": "),
    "tags where known": tagged_where_known,
    "json": nested,
    "every second": every_second,
    "flags before": with_flags,
    "address": address,
    "sentence": sentence,
    "card": card,
}  # fmt: skip


def shows(text: str, value: str) -> bool:
    return value in text or quote(value) in text or json.dumps(value)[1:-1] in text


IDS: dict[str, tuple[Callable[[int], str], Callable[[str], str]]] = {
    "plain number": (lambda n: f"{n:07}", str),
    "prefix kept": (lambda n: f"SB{n:07}", str),
    "prefix left away": (lambda n: f"SB{n:07}", lambda text: text[2:]),
    "zeros left away": (lambda n: f"EX{n:09}", lambda text: text[2:].lstrip("0")),
    "digits before": (lambda n: f"9900{n:07}", lambda text: text[4:]),
    "address": (lambda n: f"https://expo.example/badge/{n:07}", lambda text: text.rpartition("/")[2]),
    "with hyphen": (lambda n: f"EXPO26-{n:07}", str),
}


SIGNS = ("^", "|", ";", ",", "\t", "~", "#", "::", "$")
MARKS = (":", "=", ": ")
NAMINGS = (
    dict(zip(ORDER, ("id", "last", "first", "org", "role", "cc", "mail", "tel", "town"), strict=True)),
    dict(zip(ORDER, ("BADGE", "SN", "GN", "FIRM", "POS", "LAND", "MAIL", "TEL", "ORT"), strict=True)),
    dict(zip(ORDER, ("A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9"), strict=True)),
)


def made_id(chance: random.Random) -> Callable[[int], str]:
    """A way in which one show numbers its badges: prefix, number of digits, letters, zeros."""
    prefix = chance.choice(("", "", "AB-", "EXPO26-", "T", "V/", "00"))
    digits, mask = chance.randrange(4, 9), chance.choice(("0123456789", "0123456789", "ABCDEFGHJK"))
    turned = str.maketrans("0123456789", mask)
    return lambda number: prefix + f"{number:0{digits}}".translate(turned)


@dataclass(frozen=True)
class Made:
    """A made show: the fields on its badges in their order, how it numbers them and how it writes them."""

    fields: tuple[str, ...]
    number: Callable[[int], str]
    written: Write

    def person(self, chance: random.Random, number: int) -> Person:
        """Somebody with an id as this show writes it, and only what is on the badge."""
        one = person(chance, number)
        return {name: one[name] for name in self.fields} | {"badge_id": self.number(int(one["badge_id"]))}


def made_show(seed: str) -> Made:
    """A hidden format with a numbering of its own; the same seed, the same show."""
    chance = random.Random(seed)
    others = [name for name in ORDER if name != "badge_id"]
    order = ["badge_id", *chance.sample(others, chance.randrange(2, len(others) + 1))]
    chance.shuffle(order)
    sign, mark, names = chance.choice(SIGNS), chance.choice(MARKS), chance.choice(NAMINGS)
    start = chance.choice(("", "", "V1:", "@"))
    extra = chance.choice(((), (), ("EXPO26",), ("VISITOR", "3")))

    def listed(one: Person, _chance: random.Random) -> str:
        return start + sign.join((*extra, *(one[name] for name in order)))

    def named(one: Person, _chance: random.Random) -> str:
        return start + "|".join(f"{names[name]}{mark}{one[name]}" for name in order)

    def as_json(one: Person, _chance: random.Random) -> str:
        return json.dumps({"v": 1, "who": {names[name]: one[name] for name in order}})

    return Made(tuple(order), made_id(chance), chance.choice((listed, listed, named, as_json)))


# What else is scanned at a show, by its kind; each is read by itself.
STRANGERS = {
    "contact card": "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Kov;Anna\r\nORG:Acme\r\nEMAIL:a@b.example\r\nEND:VCARD",
    "small card": "MECARD:N:Kov,Anna;TEL:+49301234567;EMAIL:a@b.example;;",
    "one word card": "MECARD:N:Kov,Anna;;",
    "web page": "https://acme.example/produkt?id=4711&lang=de",
    "profile": "https://www.linkedin.com/in/anna-kov-4a5b6c",
    "link": "https://expo.example/badge/AB12CD",
    "mail": "mailto:a@b.example?subject=Hi",
    "bare mail": "anna@b.example",
    "call": "tel:+49301234567",
    "message": "SMSTO:+49301234567:Hello",
    "written mail": "MATMSG:TO:a@b.example;SUB:Hi;BODY:there;;",
    "place": "geo:48.1,11.5",
    "payment": "BCD\n002\n1\nSCT\nBFSWDE33BER\nActeon\nDE71110220330123456789\nEUR1\n\n\nHello",
    "swiss bill": "SPC\n0200\n1\nCH4431999123000889012\nS\nKov AG\nWeg\n1\n3000\nBern\nCH",
    "bitcoin": "bitcoin:175tWpb8K1S7NmH4Zx6rewF9WQrcZv245W?amount=1",
    "bookmark": "MEBKM:TITLE:Acme;URL:https\\://acme.example;;",
    "calendar": "BEGIN:VEVENT\nSUMMARY:Talk\nDTSTART:20260314T100000Z\nEND:VEVENT",
    "network": "WIFI:T:WPA;S:Hall7;P:secret9;;",
    "product": "4006381333931",
    "product in words": "(01)04006381333931(10)AB12",
    "sentence": "Hello, please call me back, thanks",
    "name": "Anna Kov",
    "json": '{"sku": "A-1", "price": 12, "name": "Pump"}',
    "encrypted": "U2FsdGVkX1+Zk3Ohq5PbX1n8lYt9aQm5uX0zj2r8o1E=",
    "list": "1;2;3;4;5;6;7;8;9",
    "row": "Pump|4711|12,50|EUR|Lager|3|x|y|z",
    "caret row": "P1^P2^P3^P4^P5^P6^P7^P8^P9",
}
