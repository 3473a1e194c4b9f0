"""The recovery key on paper."""

from boothapp.store import key
from boothapp.store.database import Store


def recovery_page(store: Store) -> bytes:
    """A new recovery key as a PDF page to print and lock away; the one before no longer opens."""
    from boothapp.sheets.recovery import render

    return render(key.make_recovery(store.home, store.key))
