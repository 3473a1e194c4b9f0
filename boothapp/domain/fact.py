"""What is true of every fact of the domain: it never changes, and is equal to another that says the same."""

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


# The standard decorator alone writes and compiles comparing and telling for each class anew, at every start.
@dataclass_transform(frozen_default=True)
def fact(cls: type[T], /) -> type[T]:
    """A frozen dataclass with slots; comparing, hashing and telling are made once for all of them."""
    return _fact(cls, kw_only=False)


@dataclass_transform(frozen_default=True, kw_only_default=True)
def named_fact(cls: type[T], /) -> type[T]:
    """The same for a fact of many fields: each is given by its name."""
    return _fact(cls, kw_only=True)


def _fact(cls: type[T], kw_only: bool) -> type[T]:
    for method in (__eq__, __hash__, __repr__):
        setattr(cls, method.__name__, method)
    return dataclass(frozen=True, slots=True, eq=False, repr=False, kw_only=kw_only)(cls)


def _said(fact: object) -> tuple[object, ...]:
    return tuple([getattr(fact, name) for name in fact.__slots__])  # type: ignore[attr-defined]


def __eq__(self: object, other: object) -> bool:  # noqa: N807 - becomes a method
    return _said(self) == _said(other) if other.__class__ is self.__class__ else NotImplemented


def __hash__(self: object) -> int:  # noqa: N807
    return hash((self.__class__, *_said(self)))


def __repr__(self: object) -> str:  # noqa: N807
    named = zip(self.__slots__, _said(self), strict=True)  # type: ignore[attr-defined]
    return f"{self.__class__.__qualname__}({', '.join(f'{name}={value!r}' for name, value in named)})"
