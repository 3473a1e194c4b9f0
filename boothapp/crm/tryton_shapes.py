"""The shapes of Tryton's replies, by what was asked; whatever answers in another one is no Tryton."""

import typing
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any, NotRequired, TypedDict, cast

from boothapp.crm import reply
from boothapp.crm.reply import Shape
from boothapp.crm.target import NotThisCrm
from boothapp.words import tr

Row = dict[str, Any]
# More digits than any currency has, and years the calendar can still count from.
MOST_DIGITS, YEARS = 30, range(1900, 9000)


class Named(TypedDict):
    """A party beside a contact."""

    id: int
    name: str | None


class Coded(TypedDict):
    """A country or a currency."""

    code: str | None


TEXTS = (
    *("reference", "description", "comment", "lost_reason", "name", "value", "code"),
    *("street", "postal_code", "city", "party_name"),
)
FIELDS: dict[str, tuple[str, Any]] = {
    **{name: (name, str | None) for name in TEXTS},
    **{name: (name, str) for name in ("state", "type", "rec_name", "_timestamp")},
    **{name: (name, int | None) for name in ("party", "country")},
    **{name: (name, datetime | None) for name in ("create_date", "write_date")},
    "end_date": ("end_date", date | None),
    "amount": ("amount", Decimal | None),
    "party.name": ("party.", Named),
    "state:string": ("state:string", NotRequired[str]),
    "country.code": ("country.", NotRequired[Coded | None]),
    "currency.code": ("currency.", NotRequired[Coded | None]),
}
"""The field as it is asked for -> its name in the reply, and what it holds."""
OWNED = ("party.contact_mechanism", "party.address")
"""Models whose records always belong to a party."""


def rows(found: Any, model: str, fields: Sequence[str]) -> list[Row]:
    """The records of a search_read in the order of their ids; raises NotThisCrm for anything else."""
    records = tryton(found, _rows(model, tuple(fields)))
    numbers = [record["id"] for record in records]
    if numbers != sorted(set(numbers)) or not all(map(_counts, _values(records))):
        raise not_tryton()
    return records


def ids(found: Any, count: int) -> list[int] | None:
    """The ids of so many records just made, None where the reply doesn't say them."""
    try:
        made = reply.shaped(found, list[int])
    except ValueError:
        return None
    return made if len(made) == len(set(made)) == count else None


def tryton(found: Any, shape: type[Shape]) -> Shape:
    """What was found where it has this shape; raises NotThisCrm where it has not."""
    try:
        return reply.shaped(found, shape)
    except ValueError:
        raise not_tryton() from None


def not_tryton() -> NotThisCrm:
    """The fault for what answers in Tryton's place."""
    return NotThisCrm(
        tr("What answers at this address is not Tryton."),
        safe=tr("All leads are kept here."),
        step=tr("Check the address; a sign-in page of a guest network answers like this too."),
    )


@cache
def _rows(model: str, fields: tuple[str, ...]) -> type[list[Row]]:
    shape = {"id": int, **dict(FIELDS[field] for field in fields)}
    if model in OWNED and "party" in shape:
        shape["party"] = int
    # Made at run time, of fields that are no Python names: typing knows the function, mypy only the word.
    make: Any = typing.__dict__["TypedDict"]
    rows: Any = list
    return cast("type[list[Row]]", rows[make("Row", shape)])


def _values(records: Sequence[Row]) -> list[Any]:
    return [value for record in records for value in record.values()]


def _counts(value: Any) -> bool:
    """Can it be reckoned with?"""
    if isinstance(value, Decimal):
        return value.is_finite() and abs(value.adjusted()) < MOST_DIGITS
    return not isinstance(value, datetime) or value.year in YEARS
