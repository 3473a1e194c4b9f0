"""What makes every start slower for nothing is put away before the window's parts are imported."""

import builtins
import gc

# Pauses of the garbage collector cost a tenth of the start; a window makes little garbage in circles.
BETWEEN_COLLECTIONS = 50_000


def travel_light() -> None:
    """Lets the collector rest longer, and gives Python's own import back.

    PySide looks for its optional features, of which we use none, in every module imported after it: it reads
    the source of each once more at every start.
    """
    gc.set_threshold(BETWEEN_COLLECTIONS)
    import PySide6.QtCore  # noqa: F401 - it puts its own import in place, which is taken out again here

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
