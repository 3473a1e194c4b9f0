"""The sample badges side by side: a column each, a row for each field that should come out."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from boothapp.badge.learn import Outcome, Sample
from boothapp.badge.profile_words import field_name
from boothapp.domain.badge_profile import BADGE_FIELDS, BADGE_ID
from boothapp.ui import tokens
from boothapp.ui.pages.show.badge_format.cell import Cell, RawText
from boothapp.ui.widgets.buttons import Button, IconButton
from boothapp.ui.widgets.card import emptied, row
from boothapp.ui.widgets.speech import Words
from boothapp.words import mark, tr

MOST = 4
FIRST = (BADGE_ID, "given_name", "family_name", "company", "job_title", "emails", "phones")
MORE, LESS = mark("More fields"), mark("Fewer fields")
# Where a badge would have less than _LEAST beside the names, the names stand above their rows (px).
_NAME_WIDTH, _LEAST, _ANY_WIDTH = 104, 150, 16_777_215


class Samples(QWidget):
    """Emits changed() when a badge or what should come out of it is another."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._texts: list[str] = []
        self._fields: list[dict[str, str]] = []
        self._unfolded = self._above = False
        self._names: list[Words] = []
        self.cells: list[dict[str, Cell]] = []
        self.removers: list[IconButton] = []
        self.more = Button(MORE, "quiet", "chevron-down", parent=self)
        self.more.clicked.connect(self._unfold)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, tokens.size("gap"), 0)
        self._grid.setHorizontalSpacing(tokens.size("gap") + 4)
        self._grid.setVerticalSpacing(6)
        self.setLayout(self._grid)

    def add(self, text: str, fields: Mapping[str, str]) -> None:
        """One more badge, with what should come out of it as far as is known."""
        self._keep()
        self._texts.append(text)
        self._fields.append(dict(fields))
        self._build()

    def remove(self, at: int) -> None:
        """Takes a badge away."""
        self._keep()
        del self._texts[at], self._fields[at]
        self._build()
        if self.removers:
            remover = self.removers[min(at, len(self.removers) - 1)]
            # Its layout would show it only later, and what is not seen takes no keyboard.
            remover.show()
            remover.setFocus()

    def clear(self) -> None:
        """Takes all badges away."""
        self._texts, self._fields = [], []
        self._build()

    def set_value(self, samples: Sequence[Sample]) -> None:
        """Shows these badges."""
        self._texts = [sample.text for sample in samples]
        self._fields = [dict(sample.expected) for sample in samples]
        self._build()

    def value(self) -> list[Sample]:
        """The badges with what should come out."""
        self._keep()
        return [Sample(text, dict(fields)) for text, fields in zip(self._texts, self._fields, strict=True)]

    def has_any(self) -> bool:
        """Whether there is a badge."""
        return bool(self._texts)

    def show_outcomes(self, outcomes: Sequence[Outcome]) -> None:
        """Marks each field; without outcomes nothing is marked."""
        for at, cells in enumerate(self.cells):
            for name, cell in cells.items():
                if at < len(outcomes):
                    cell.show_outcome(outcomes[at].fields.get(name, ""), name in outcomes[at].missed)
                else:
                    cell.forget_outcome()

    def retranslate(self) -> None:
        """Says the names of fields and badges again."""
        self._keep()
        self._build()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _keep(self) -> None:
        for fields, cells in zip(self._fields, self.cells, strict=True):
            fields.update({name: cell.text() for name, cell in cells.items()})

    def _unfold(self) -> None:
        self._keep()
        self._unfolded = not self._unfolded
        self.more.say(LESS if self._unfolded else MORE)
        self._build()
        self.more.setFocus()

    def _rows(self) -> list[str]:
        known = {name for fields in self._fields for name, text in fields.items() if text}
        return [name for name in _ORDER if self._unfolded or name in FIRST or name in known]

    def _build(self) -> None:
        self._empty()
        rows = self._rows()
        for name in rows:
            label = Words(field_name(name), "label", "muted")
            label.setWordWrap(True)
            self._names.append(label)
        for at in range(len(self._texts)):
            self._build_badge(at, rows)
        self._lay_rows()
        self.more.setVisible(bool(self._texts))
        self.changed.emit()

    def _build_badge(self, at: int, rows: Sequence[str]) -> None:
        head, title = row(4), tr("Badge {number}").format(number=at + 1)
        remover = IconButton(tr("Take badge {number} away").format(number=at + 1), "x")
        remover.clicked.connect(lambda: self.remove(at))
        head.addWidget(Words(title, "strong"))
        head.addStretch(1)
        head.addWidget(remover)
        self.removers.append(remover)
        self._grid.addLayout(head, 0, at + 1)
        self._grid.addWidget(RawText(self._texts[at]), 1, at + 1)
        self._grid.setColumnStretch(at + 1, 1)
        self.cells.append({})
        for name in rows:
            cell = Cell(f"{title}: {field_name(name)}", self._fields[at].get(name, ""))
            cell.edited.connect(self.changed)
            self.cells[at][name] = cell

    def _place(self) -> None:
        """Puts the names above their rows where the badges would be too narrow beside them."""
        room = self.width() - _NAME_WIDTH - tokens.size("gap")
        above = room < len(self._texts) * (_LEAST + self._grid.horizontalSpacing())
        if above != self._above:
            self._above = above
            self._lay_rows()

    def _lay_rows(self) -> None:
        above, top, badges = self._above, Qt.AlignmentFlag.AlignTop, max(len(self._texts), 1)
        for at in range(self._grid.rowCount()):
            self._grid.setRowStretch(at, 0)
        for at, label in enumerate(self._names):
            label.setFixedHeight(label.sizeHint().height() if above else tokens.size("field"))
            label.setMinimumWidth(0 if above else _NAME_WIDTH)
            label.setMaximumWidth(_ANY_WIDTH if above else _NAME_WIDTH)
            self._grid.addWidget(label, 2 * at + 2, int(above), 1, badges if above else 1, top)
        for at, cells in enumerate(self.cells):
            for line, cell in enumerate(cells.values()):
                self._grid.addWidget(cell, 2 * line + 2 + int(above), at + 1, top)
        last = 2 * len(self._names) + 2
        self._grid.addWidget(self.more, last, int(above), 1, 2, Qt.AlignmentFlag.AlignLeft)
        self._grid.setRowStretch(last + 1, 1)

    def _empty(self) -> None:
        self.cells, self.removers, self._names = [], [], []
        for at in range(MOST + 2):
            self._grid.setColumnStretch(at, 0)
        self._grid.removeWidget(self.more)
        emptied(self._grid)


_ORDER = (*FIRST, "full_name", *(name for name in BADGE_FIELDS if name not in (*FIRST, "full_name")))
