"""A lead in Tryton's fields: one party with its contact mechanisms and address, one opportunity."""

import unicodedata
from decimal import Decimal
from typing import Any

from boothapp.crm import lead_text
from boothapp.crm.target import LeadRecord
from boothapp.crm.three_way import settled
from boothapp.domain.visitor import Phone
from boothapp.words import tr

Values = dict[str, Any]

OPPORTUNITY_FIELDS = ("description", "comment", "amount")
ADDRESS_FIELDS = ("street", "postal_code", "city", "country")
# The party carries the key in a contact mechanism, so that a push cut off half-way finds it again.
KEY_TYPE, KEY_NAME = "other", "boothapp"
PHONE_TYPES = {"mobile": "mobile", "cell": "mobile", "fax": "fax"}


def texts(record: LeadRecord) -> dict[str, str]:
    """Every field boothapp may write, as the text it sends; "" where it knows nothing."""
    visitor = record.visitor
    return {
        "name": line(visitor.name or visitor.company or visitor.label or record.number),
        "description": line(lead_text.title(record)),
        "comment": block(lead_text.story(record)),
        "amount": amount_text(record.amount),
        "street": block(visitor.street),
        "postal_code": line(visitor.postal_code),
        "city": line(visitor.city),
        "country": line(visitor.country).upper(),
    }


def party(record: LeadRecord, country: int | None) -> Values:
    """The values of a new party with everything that belongs to it, for one `create`."""
    values: Values = {"name": texts(record)["name"]}
    values["contact_mechanisms"] = [("create", [_key(record), *mechanisms(record)])]
    values["addresses"] = [("create", [_address(record, country)])]
    return values


def opportunity(record: LeadRecord, party_id: int, employee: int | None) -> Values:
    """The values of a new lead."""
    known = texts(record)
    return {
        "reference": record.key,
        "party": party_id,
        "description": known["description"],
        "comment": known["comment"],
        "amount": record.amount,
        "employee": employee,
        "start_date": record.captured_at.date(),
    }


def mechanisms(record: LeadRecord) -> list[Values]:
    """E-mail addresses, phones and website; a number nobody could read stays as it was captured."""
    found = [{"type": "email", "value": line(email)} for email in record.visitor.emails]
    found += [_phone(phone) for phone in record.visitor.phones]
    found.append({"type": "website", "value": line(record.visitor.website)})
    return [mechanism for mechanism in found if mechanism["value"]]


def email(record: LeadRecord) -> str:
    """The address that tells whose lead it is, "" if there is none."""
    return line(record.visitor.email)


def amount_text(amount: Decimal | None) -> str:
    """An amount as plain digits without zeros at the end, so that 5.50 and 5.5 are the same text."""
    return "" if amount is None else f"{amount.normalize():f}"


def line(text: str) -> str:
    """The text on one line, without what a CRM refuses in a short field."""
    return " ".join(block(text).split())


def block(text: str) -> str:
    """The text without control characters and broken code points."""
    kept = (letter for letter in text if letter == "\n" or unicodedata.category(letter) not in ("Cc", "Cs"))
    return settled("".join(kept))


def folded(text: str) -> str:
    """A name or address for comparing: case, accents and spaces do not count."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).split())


def field_in(message: str, record: LeadRecord) -> str:
    """The field whose value the CRM quotes first in its refusal, "" if none; the name comes later."""
    values = [(name, text) for name, text in texts(record).items() if name != "comment"]
    values += [("amount", str(record.amount))] if record.amount is not None else []
    values += [(mechanism["type"], mechanism["value"]) for mechanism in mechanisms(record)]
    said = message.replace("'", "")
    quoted = [(said.index(f'"{text}"'), name) for name, text in values if text and f'"{text}"' in said]
    return min(quoted)[1] if quoted else ""


def _key(record: LeadRecord) -> Values:
    return {"type": KEY_TYPE, "name": KEY_NAME, "value": record.key}


def _phone(phone: Phone) -> Values:
    if not phone.e164:
        return {"type": "other", "name": tr("Phone as captured"), "value": line(phone.text)}
    return {"type": PHONE_TYPES.get(phone.kind.lower(), "phone"), "value": phone.e164}


def _address(record: LeadRecord, country: int | None) -> Values:
    known = texts(record)
    values: Values = {name: known[name] for name in ADDRESS_FIELDS if name != "country" and known[name]}
    if record.visitor.company and record.visitor.name:
        values["party_name"] = line(record.visitor.company)
        values["attn"] = line(record.visitor.name)
    if country is not None:
        values["country"] = country
    return values
