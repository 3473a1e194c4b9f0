"""New leads in Tryton: whose party it is, then two calls for all of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from boothapp.crm import tryton_lookup
from boothapp.crm import tryton_values as values
from boothapp.crm.target import STATUS_BY_CODE, DataRefused, LeadRecord, Result, SignInRefused
from boothapp.crm.tryton_model import Models, Row
from boothapp.words import tr

# Mailboxes that many people read: the address says nothing about the person (RFC 2142 and daily use).
ANY_HOUSE = ("info", "office", "sales", "contact", "hello", "mail", "admin", "support", "service", "post")
MORE_WORDS = ("kontakt", "vertrieb", "einkauf", "marketing", "purchasing", "zakupivli")
SHARED_MAILBOXES = frozenset((*ANY_HOUSE, *MORE_WORDS))


@dataclass
class Person:
    """A party that owns an e-mail address: there already, or about to be made for this record."""

    name: str
    party: int | None = None
    made_for: str = ""
    email: str = ""


@dataclass
class Plan:
    """Which record gets which party; `waits` are for somebody to look at, `alike` is who they may be."""

    persons: dict[str, Person] = field(default_factory=dict)
    fresh: list[LeadRecord] = field(default_factory=list)
    alike: dict[str, Person] = field(default_factory=dict)
    waits: dict[str, Result] = field(default_factory=dict)


def store(models: Models, records: Sequence[LeadRecord]) -> dict[str, Result]:
    """Creates party and opportunity of each record; all or nothing but for those that need a look."""
    if not records:
        return {}
    plan = _plan(models, records)
    ready = [record for record in records if record.key not in plan.waits]
    try:
        made = _create(models, plan, ready)
    except DataRefused as refusal:
        made = {record.key: refused(record, refusal) for record in ready}
        _tidy(models, ready)
    return made | plan.waits


def _plan(models: Models, records: Sequence[LeadRecord]) -> Plan:
    keys = [record.key for record in records]
    plan = Plan({key: Person("", party) for key, party in tryton_lookup.parties(models, keys).items()})
    unknown = [record for record in records if record.key not in plan.persons]
    owners = _owners(models, unknown)
    for record in unknown:
        _place(plan, record, owners)
    companies = _companies(models, plan.alike.values())
    waiting = (record for record in records if record.key in plan.alike)
    plan.waits = {record.key: _to_review(record, plan.alike[record.key], companies) for record in waiting}
    return plan


def _place(plan: Plan, record: LeadRecord, owners: dict[str, list[Person]]) -> None:
    """Gives the record its party: the one chosen by hand, the same person's, or a new one."""
    email, name = values.email(record), values.texts(record)["name"]
    mine = owners.setdefault(values.folded(email), []) if email else []
    same = next((person for person in mine if values.folded(person.name) == values.folded(name)), None)
    if record.contact.isdigit():
        plan.persons[record.key] = Person(name, int(record.contact))
    elif same:
        plan.persons[record.key] = same
    elif mine and not _shared(email) and record.contact != "new":
        plan.alike[record.key] = mine[0]
    else:
        plan.persons[record.key] = Person(name, made_for=record.key, email=email)
        plan.fresh.append(record)
        mine.append(plan.persons[record.key])


def _create(models: Models, plan: Plan, records: Sequence[LeadRecord]) -> dict[str, Result]:
    countries = models.countries(values.texts(record)["country"] for record in plan.fresh)
    parties = [values.party(record, countries.get(values.texts(record)["country"])) for record in plan.fresh]
    for record, made in zip(plan.fresh, models.create("party.party", parties), strict=True):
        plan.persons[record.key].party = made
    leads = [
        values.opportunity(record, plan.persons[record.key].party or 0, models.employee(record.owner))
        for record in records
    ]
    ids = models.create("sale.opportunity", leads)
    return {record.key: _created(record, lead, plan) for record, lead in zip(records, ids, strict=True)}


def _created(record: LeadRecord, lead: int, plan: Plan) -> Result:
    person = plan.persons[record.key]
    linked = person.made_for not in ("", record.key) or (not person.made_for and bool(person.name))
    ids = {"lead": str(lead), "contact": str(person.party)}
    sent = {name: text for name, text in values.texts(record).items() if text}
    sent |= sent_mechanisms(record)
    return Result(
        key=record.key, status="created", remote_ids=ids, code="linked" if linked else "", sent=sent
    )


def sent_mechanisms(record: LeadRecord) -> dict[str, str]:
    """The contact mechanisms as one remembered text."""
    listed = "\n".join(mechanism["value"] for mechanism in values.mechanisms(record))
    return {"mechanisms": listed} if listed else {}


def refused(record: LeadRecord, refusal: DataRefused) -> Result:
    """The result of a record whose whole batch was refused."""
    message = refusal.happened
    where = values.field_in(message, record)
    return Result(
        key=record.key,
        status=STATUS_BY_CODE[refusal.code],
        field=where,
        code=refusal.code,
        message=message,
        sent=record.sent,
        together=True,
    )


def _tidy(models: Models, records: Sequence[LeadRecord]) -> None:
    """A lead refused alone leaves no party of ours behind; those of a batch are used a moment later."""
    if len(records) != 1:
        return
    try:
        for party in tryton_lookup.parties(models, [records[0].key]).values():
            if not models.count("sale.opportunity", [("party", "=", party)]):
                models.delete("party.party", party)
    except (DataRefused, SignInRefused):
        # Without that right it stays, and is the lead's own as soon as the lead is mended.
        return


def _owners(models: Models, records: Sequence[LeadRecord]) -> dict[str, list[Person]]:
    """Who has these e-mail addresses at head office, by folded address."""
    wanted = {values.email(record) for record in records} - {""}
    owners: dict[str, list[Person]] = {}
    for row in _rows_with(models, sorted(wanted)):
        party, email = row["party."], str(row["value"] or "")
        owners.setdefault(values.folded(email), []).append(
            Person(party["name"] or "", party["id"], email=email)
        )
    return owners


def _rows_with(models: Models, emails: Sequence[str]) -> list[Row]:
    if not emails:
        return []
    # A capital letter in an address is no other person.
    any_of = ["OR", *(("value", "ilike", _literal(email)) for email in emails)]
    return models.rows("party.contact_mechanism", [("type", "=", "email"), any_of], ["value", "party.name"])


def _literal(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _shared(email: str) -> bool:
    return email.partition("@")[0].casefold() in SHARED_MAILBOXES


def _companies(models: Models, persons: Iterable[Person]) -> dict[int, str]:
    """The company in each party's address, asked for only where somebody has to look."""
    parties = sorted({person.party for person in persons if person.party})
    if not parties:
        return {}
    rows = models.rows("party.address", [("party", "in", parties)], ["party", "party_name"])
    return {int(row["party"]): str(row["party_name"]) for row in reversed(rows) if row["party_name"]}


def _to_review(record: LeadRecord, person: Person, companies: dict[int, str]) -> Result:
    message = tr("{email} belongs to {name} in the CRM.").format(email=values.email(record), name=person.name)
    company = companies.get(person.party or 0, "")
    known = {
        "contact": str(person.party or ""),
        "name": person.name,
        "company": company,
        "email": person.email,
    }
    return Result(
        key=record.key,
        status="review",
        remote_ids={name: text for name, text in known.items() if text},
        field="email",
        code="same_email",
        message=message,
    )
