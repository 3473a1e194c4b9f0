"""Long work of a page beside the window: one at a time, with a number, and it can be stopped."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QProgressBar, QWidget
from shiboken6 import isValid

from boothapp.domain.changes import Changes
from boothapp.errors import UserError
from boothapp.ui.tasks import CancelledError, Progress, Tasks
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.card import row
from boothapp.ui.widgets.speech import Words
from boothapp.words import mark, number, tr

Answer = TypeVar("Answer")
STOP, STOPPING = mark("Stop"), mark("Stopping…")
_NOTHING = Changes()


@dataclass(frozen=True)
class Stopped:
    """The person stopped the work; what was done before stays."""

    changes: Changes


class Work(QObject):
    """Runs one job; began, counted and ended tell the page. Ended comes after the job's own callback.

    A page may be gone before its job is over: what was done stays, what went wrong the window says.
    """

    began = Signal(str)
    counted = Signal(int, int)
    stopped = Signal()
    ended = Signal()

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._progress: Progress | None = None

    @property
    def busy(self) -> bool:
        """True while a job runs."""
        return self._progress is not None

    def run(
        self,
        name: str,
        job: Callable[[Progress], Answer],
        done: Callable[[Answer], None],
        failed: Callable[[UserError], None],
        partly: Changes = _NOTHING,
    ) -> None:
        """Begins a job under a ready name, if none runs; partly: what it may have changed when stopped."""
        if self.busy:
            return
        progress = self._progress = self._tasks.progress(self._counted)
        self.began.emit(name)

        def work() -> Answer | Stopped:
            try:
                return job(progress)
            except CancelledError:
                return Stopped(partly)

        self._tasks.beside(
            work, lambda answer: self._finished(answer, done), lambda error: self._refused(error, failed)
        )

    def _counted(self, at: int, total: int) -> None:
        if isValid(self):
            self.counted.emit(at, total)

    def _finished(self, answer: Any, done: Callable[[Any], None]) -> None:
        if not isValid(self):
            return
        self._progress = None
        if isinstance(answer, Stopped):
            self.stopped.emit()
        else:
            done(answer)
        self.ended.emit()

    def _refused(self, error: UserError, failed: Callable[[UserError], None]) -> None:
        if not isValid(self):
            self._tasks.unheard.emit(error)
            return
        self._progress = None
        failed(error)
        self.ended.emit()

    def stop(self) -> None:
        """Ends the job at its next step."""
        if self._progress is not None:
            self._progress.cancel()


class WorkLine(QWidget):
    """The job's name, how far it is, and the button that stops it."""

    def __init__(self, work: Work, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self.count, self.bar = Words("", "body"), Words("", "number", "muted"), QProgressBar()
        self.stop_button = Button(STOP, "quiet", "x")
        self.bar.setTextVisible(False)
        self.bar.setMinimumWidth(48)
        self.bar.setMaximumWidth(180)
        line = row(12)
        line.addWidget(self._name)
        line.addWidget(self.bar, 100)
        line.addWidget(self.count)
        line.addWidget(self.stop_button)
        line.addStretch(1)
        self.setLayout(line)
        self.hide()
        work.began.connect(self._begin)
        work.counted.connect(self._count)
        work.ended.connect(self.hide)
        self.stop_button.clicked.connect(work.stop)
        self.stop_button.clicked.connect(self._stopping)

    def _begin(self, name: str) -> None:
        self._name.say(name)
        self.count.say("")
        self.bar.setRange(0, 0)
        self.stop_button.say(STOP)
        self.stop_button.setEnabled(True)
        self.show()

    def _count(self, done: int, total: int) -> None:
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        self.count.say(tr("{done} of {total}").format(done=number(done), total=number(total)))

    def _stopping(self) -> None:
        self.stop_button.say(STOPPING)
        self.stop_button.setEnabled(False)
