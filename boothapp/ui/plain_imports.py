"""PySide looks for its optional features in every module imported after it; we use none of them."""

import builtins

import PySide6.QtCore  # noqa: F401 - it puts its own import in place, which is taken out again here


def restore() -> None:
    """Gives Python's own import back: PySide's reads the source of each module once more at every start."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
