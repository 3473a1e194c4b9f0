"""JSON as Tryton writes it: dates, amounts and bytes are objects that carry their kind in `__class__`."""

import base64
import json
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from boothapp.crm import reply

Tagged = dict[str, Any]


def dumps(value: Any) -> bytes:
    """The value as UTF-8 JSON; aware datetimes are sent as naive UTC, which is what the server keeps."""
    return json.dumps(value, default=_tag, separators=(",", ":")).encode()


def loads(text: bytes) -> Any:
    """The value in a reply; datetimes come back aware, in UTC. ValueError when it is no such JSON."""
    return reply.loads(text, _untag)


def _tag(value: Any) -> Any:
    for kind, writer in WRITERS.items():
        if isinstance(value, kind):
            return writer(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} has no tagged form")


def _untag(found: Tagged) -> Any:
    reader = READERS.get(str(found.get("__class__")))
    return reader(found) if reader else found


def _datetime(value: datetime) -> Tagged:
    utc = value.astimezone(UTC) if value.tzinfo else value
    return {"__class__": "datetime", **_parts(utc, "year month day hour minute second microsecond")}


def _parts(value: Any, names: str) -> Tagged:
    return {name: getattr(value, name) for name in names.split()}


def _plain(found: Tagged) -> Tagged:
    return {name: value for name, value in found.items() if name != "__class__"}


# datetime is a date as well, so it comes first.
WRITERS: dict[type, Callable[[Any], Tagged]] = {
    datetime: _datetime,
    date: lambda value: {"__class__": "date", **_parts(value, "year month day")},
    time: lambda value: {"__class__": "time", **_parts(value, "hour minute second microsecond")},
    timedelta: lambda value: {"__class__": "timedelta", "seconds": value.total_seconds()},
    Decimal: lambda value: {"__class__": "Decimal", "decimal": str(value)},
    bytes: lambda value: {"__class__": "bytes", "base64": base64.b64encode(value).decode()},
}
READERS: dict[str, Callable[[Tagged], Any]] = {
    "datetime": lambda found: datetime(**_plain(found), tzinfo=UTC),
    "date": lambda found: date(**_plain(found)),
    "time": lambda found: time(**_plain(found)),
    "timedelta": lambda found: timedelta(**_plain(found)),
    "Decimal": lambda found: Decimal(found["decimal"]),
    "bytes": lambda found: base64.b64decode(found["base64"]),
}
