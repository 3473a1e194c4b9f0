"""Which leads of the list are selected, to do something with all of them; by id: they may be anywhere."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from boothapp.actions.several import Selected
from boothapp.store.lists import Query


class Marks(QObject):
    """Some leads, or all that are found but some. Emits changed()."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: frozenset[str] = frozenset()
        self._all = False

    def has(self, id: str) -> bool:
        """Whether this lead is selected."""
        return (id in self._ids) != self._all

    def any(self) -> bool:
        """Whether something is selected."""
        return self._all or bool(self._ids)

    def count(self, total: int) -> int:
        """How many are selected of this many found."""
        return total - len(self._ids) if self._all else len(self._ids)

    def toggle(self, id: str) -> None:
        """Selects this lead, or no longer."""
        self._become(self._ids ^ {id}, self._all)

    def hold(self, ids: Iterable[str]) -> None:
        """Selects exactly these."""
        self._become(frozenset(ids), False)

    def hold_all(self) -> None:
        """Selects everything that is found."""
        self._become(frozenset(), True)

    def are_all(self) -> bool:
        """Whether everything that is found is selected, whichever leads these are."""
        return self._all

    def name(self, ids: Iterable[str]) -> None:
        """Everything that is found are these: who comes in from now on is not selected."""
        if self._all:
            self._become(frozenset(ids) - self._ids, False)

    def clear(self) -> None:
        """Selects nothing."""
        self._become(frozenset(), False)

    def ids(self) -> frozenset[str]:
        """Those selected one by one; of "all but some" none."""
        return frozenset() if self._all else self._ids

    def selected(self, query: Query) -> Selected:
        """What an action is done with; `query` is what the list shows."""
        return Selected(self._ids, query if self._all else None)

    def _become(self, ids: frozenset[str], all: bool) -> None:
        if (ids, all) != (self._ids, self._all):
            self._ids, self._all = ids, all
            self.changed.emit()
