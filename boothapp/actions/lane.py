"""How long work reaches the store: in short turns, where the store lives."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from boothapp.store.database import Store

T = TypeVar("T")
Lane = Callable[[Callable[["Store"], T]], T]
"""Runs a function with the store where the store lives, and waits for it.

Work that takes its time (network, drawing, packing) gets a lane, not the store, so that the next visitor
never waits for it.
"""


def here(store: "Store") -> "Lane[T]":
    """The lane of a program without a window: the function simply runs."""
    return lambda function: function(store)
