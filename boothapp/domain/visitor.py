"""The person at the stand, as far as known. Unknown is empty, and never erases what is known."""

from dataclasses import fields, replace
from typing import Any

from boothapp.domain.fact import fact, named_fact
from boothapp.domain.folding import fold
from boothapp.domain.name_order import together


@fact
class Phone:
    """A phone number as captured, and in E.164 where it could be read as one."""

    text: str
    e164: str = ""
    kind: str = ""


@named_fact
class Visitor:
    """What the badge, the card or the person said; all fields text, lists as tuples."""

    given_name: str = ""
    family_name: str = ""
    full_name: str = ""
    company: str = ""
    department: str = ""
    job_title: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[Phone, ...] = ()
    street: str = ""
    city: str = ""
    region: str = ""
    postal_code: str = ""
    country: str = ""
    website: str = ""
    language: str = ""
    note: str = ""

    @property
    def name(self) -> str:
        """The name to show: as given, else put together."""
        return self.full_name or together(self.given_name, self.family_name)

    @property
    def email(self) -> str:
        """The first e-mail address, or ""."""
        return self.emails[0] if self.emails else ""

    @property
    def phone(self) -> str:
        """The first phone number as it is best dialled, or ""."""
        return (self.phones[0].e164 or self.phones[0].text) if self.phones else ""

    @property
    def label(self) -> str:
        """The best one line to name this visitor by, or ""."""
        return self.name or self.company or self.email or self.phone

    def known(self) -> dict[str, Any]:
        """The fields that are known, lists as lists, phones as {text, e164, kind}: the JSON of CLI.md."""
        found = {name: getattr(self, name) for name in FIELDS}
        return {name: _plain(value) for name, value in found.items() if value}

    def updated(self, newer: "Visitor") -> "Visitor":
        """This visitor with what the newer one knows: per field, absent is not empty, lists are joined."""
        changes = {name: _joined(getattr(self, name), getattr(newer, name)) for name in FIELDS}
        return replace(self, **changes)


FIELDS = tuple(field.name for field in fields(Visitor))
TEXT_FIELDS = tuple(name for name in FIELDS if name not in ("emails", "phones"))


def items(text: str) -> tuple[str, ...]:
    """E-mails or phones as people type several of them: with commas between."""
    return tuple(item.strip() for item in text.split(",") if item.strip())


def may_be_same(one: Visitor, other: Visitor) -> bool:
    """False only for two full names without a common word, and no common e-mail address."""
    names = set(fold(one.name).split()), set(fold(other.name).split())
    mails = {mail.casefold() for mail in one.emails} & {mail.casefold() for mail in other.emails}
    return bool(mails) or not all(names) or bool(names[0] & names[1])


def visitor_from(known: dict[str, Any]) -> Visitor:
    """The visitor from `known()`; fields it does not know are left out."""
    values = {name: known[name] for name in TEXT_FIELDS if known.get(name)}
    phones = tuple(Phone(**phone) for phone in known.get("phones", ()))
    return Visitor(emails=tuple(known.get("emails", ())), phones=phones, **values)


def _plain(value: str | tuple[str | Phone, ...]) -> Any:
    if isinstance(value, str):
        return value
    return [_told(one) if isinstance(one, Phone) else one for one in value]


def _told(phone: Phone) -> dict[str, str]:
    return {"text": phone.text, "e164": phone.e164, "kind": phone.kind}


def _joined(old: Any, new: Any) -> Any:
    if not isinstance(new, tuple):
        return new or old
    return (*new, *(item for item in old if _key(item) not in {_key(known) for known in new}))


def _key(item: str | Phone) -> str:
    return (item.e164 or item.text) if isinstance(item, Phone) else item.casefold()
