"""The JSON of a server's reply: read as text that can be kept, and held against the shape it must have."""

import json
from collections.abc import Callable
from typing import Any, TypeVar

Shape = TypeVar("Shape")
Hook = Callable[[dict[str, Any]], Any]


def loads(body: bytes, hook: Hook | None = None) -> Any:
    """The value of the JSON; half a letter (a lone surrogate) becomes U+FFFD. ValueError if it is no JSON."""
    try:
        value = json.loads(body, object_hook=hook)
    except (RecursionError, ArithmeticError, KeyError, TypeError) as fault:
        raise ValueError("not JSON") from fault
    return _whole(value) if b"\\ud" in body.lower() else value


def shaped(value: Any, shape: type[Shape]) -> Shape:
    """The value where it has this shape; ValueError where it has not."""
    import msgspec

    try:
        return msgspec.convert(value, shape)
    except msgspec.ValidationError as fault:
        raise ValueError(str(fault)) from fault


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [_whole(one) for one in value]
    if isinstance(value, dict):
        return {_whole(name): _whole(one) for name, one in value.items()}
    return value
