"""Dataclasses to JSON columns and back; what comes back is checked against its type."""

from typing import Any, TypeVar

import msgspec

T = TypeVar("T")


def packed(value: Any) -> str:
    """JSON of a dataclass, mapping or list."""
    return msgspec.json.encode(value).decode()


def unpacked(text: str, type: type[T]) -> T:
    """The value of this type; msgspec.ValidationError where the JSON does not fit."""
    return msgspec.json.decode(text, type=type)
