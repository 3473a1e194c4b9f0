"""Dataclasses to JSON columns and back; what comes back is checked against its type."""

from dataclasses import MISSING, fields, is_dataclass
from typing import Any, TypeVar

from boothapp.seldom import left_out

# Python 3.11 has in typing itself all that msgspec looks for there, and that module is as large as typing.
with left_out("typing_extensions"):
    import msgspec

T = TypeVar("T")


def packed(value: Any) -> str:
    """JSON of a dataclass, mapping or list."""
    return msgspec.json.encode(value).decode()


def packed_briefly(value: Any) -> str:
    """JSON of a dataclass that leaves out what `unpacked` would make by itself: every default."""
    return packed(_said(value))


def _said(value: Any) -> Any:
    if not is_dataclass(value):
        return value
    named = ((one, getattr(value, one.name)) for one in fields(value))
    return {one.name: _said(here) for one, here in named if here != _otherwise(one)}


def _otherwise(field: Any) -> Any:
    return field.default_factory() if field.default_factory is not MISSING else field.default


def unpacked(text: str, type: type[T]) -> T:
    """The value of this type; msgspec.ValidationError where the JSON does not fit."""
    return msgspec.json.decode(text, type=type)
