"""Imports that a library makes and nobody needs here: they wait until something in them is asked for.

Each is read, unpacked and run at every start otherwise.
"""

import importlib
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import ModuleType

NOTHING: Mapping[str, tuple[str, ...]] = {}


class _Unloaded(ModuleType):
    """Stands for a module until something in it is asked for."""

    def __getattr__(self, name: str) -> object:
        _take_away(self)
        return getattr(importlib.import_module(self.__name__), name)


@contextmanager
def put_off(*names: str, functions: Mapping[str, tuple[str, ...]] = NOTHING) -> Iterator[None]:
    """What is imported inside gets these modules unloaded, and loads them when it uses them.

    functions: by module, those that are already taken out of it while it is imported, and called later.
    """
    unloaded = [_Unloaded(name) for name in names if name not in sys.modules]
    for module in unloaded:
        vars(module).update({name: _later(module, name) for name in functions.get(module.__name__, ())})
        sys.modules[module.__name__] = module
        _show_in_package(module)
    try:
        yield
    finally:
        for module in unloaded:
            _take_away(module)


@contextmanager
def left_out(name: str) -> Iterator[None]:
    """What is imported inside does without this module, as where it is not installed."""
    if name in sys.modules:
        yield
        return
    sys.modules[name] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules[name]


def _later(module: _Unloaded, name: str) -> Callable[..., object]:
    return lambda *given, **named: module.__getattr__(name)(*given, **named)  # type: ignore[operator]


def _show_in_package(module: ModuleType) -> None:
    package, _, name = module.__name__.rpartition(".")
    if package:
        setattr(importlib.import_module(package), name, module)


def _take_away(module: ModuleType) -> None:
    if sys.modules.get(module.__name__) is module:
        del sys.modules[module.__name__]
