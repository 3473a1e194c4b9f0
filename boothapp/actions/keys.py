"""The recovery key on paper."""

from collections.abc import Callable

from boothapp.store import key
from boothapp.store.database import Store


def recovery_page(store: Store, hand_over: Callable[[bytes], None] | None = None) -> bytes:
    """A new recovery key as a PDF page to print and lock away; the one before no longer opens.

    hand_over writes the page: where it raises, the key before still opens and the new one never does.
    """
    from boothapp.sheets.recovery import render

    code, slot = key.new_recovery(store.key)
    page = render(code)
    if hand_over:
        hand_over(page)
    key.keep_recovery(store.home, slot)
    return page
