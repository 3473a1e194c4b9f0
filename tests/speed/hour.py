"""An hour at the stand with 100,000 leads in the store: 1,000 visitors through the program's own window.

`python -m tests.speed.hour URL` plays it at once, in a process of its own, and prints what came of it.
Two in five come in crowds and are only scanned; of the others some are typed in and some asked everything.
In between come all pages, searches, filters, prints, and sendings to a CRM that listens at the URL.
"""

import json
import os
import statistics
import sys
import tempfile
import time
import traceback
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from boothapp.actions import targets
from boothapp.crm import kinds
from boothapp.crm.kinds import Kind, Options
from boothapp.crm.target import LeadRecord, Result
from boothapp.paths import Home
from boothapp.store import listed
from boothapp.store.database import open_store
from boothapp.ui import screen, theme
from boothapp.ui.light import travel_light
from boothapp.ui.pages.capture import recognising
from tests.speed.booth import CONTROL, Booth, booth, copied
from tests.speed.stores import PASSPHRASE, kept
from tests.unit.actions.printers import with_queue
from tests.unit.crm.pretend_crm import PretendCrm

VISITORS = 1000
OFFICE, KIND, SECRET = "Office", "listener", "BOOTHAPP_TARGET_OFFICE_SECRET"
CROWD, EVERY = 40, 100
"""So many of every so many visitors come at once; then the person looks at the other pages."""
SEARCHED = ("mueller", "іваненко")
MET = ("Matthias Lindemann", "Daniel Hughes")
BANT = ("budget", "authority", "need", "timing")
KEY = Qt.Key
_ACCEPTED = """INSERT INTO deliveries SELECT row, ?, 'accepted', revision, '{}', '{}', '', '', 0, '', ''
    FROM leads"""


class Listener(PretendCrm):
    """A CRM of which every push goes over a real line to this machine's own listener."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self._url = url

    def push(self, records: "Any") -> list[Result]:
        import httpx

        rows = [_row(record) for record in records]
        httpx.post(self._url, json=rows, trust_env=False).raise_for_status()
        return super().push(records)


def _row(record: LeadRecord) -> dict[str, str]:
    return {"key": record.key, "name": record.visitor.name, "company": record.visitor.company}


class Hour:
    """What happens at the stand. ready: a save's milliseconds of the window each, until all of it is done.

    seen: for each question "Seen before?" the milliseconds of the store's thread, and of the window's.
    """

    def __init__(self, here: Booth) -> None:
        self.here, self.window = here, here.program.window
        self.page: Any = self.window.pages()["capture"]
        self.ready: list[float] = []
        self.seen: list[tuple[float, float]] = []
        self.scans: list[float] = []
        self._asked: list[float] = []
        candidates = recognising._candidates

        def timed(*given: Any, **named: Any) -> Any:
            begun = time.thread_time()
            found = candidates(*given, **named)
            self._asked.append((time.thread_time() - begun) * 1000)
            return found

        recognising._candidates = timed

    def pass_by(self) -> None:
        """All of it."""
        # The start, which has limits of its own, is over.
        self.here.turns.clear()
        for at in range(VISITORS):
            if at % EVERY < CROWD:
                self.crowd(at, at % EVERY)
            else:
                self.visitor(at)
            if at % EVERY == EVERY - 1:
                self.look_around(at)
            if at % 16 == 0:
                self.here.doing = "the look at the laptop"
                self.here.act(self.here.program.desk.laptop.look)

    def crowd(self, at: int, number: int) -> None:
        """One badge of many."""
        self.here.doing = "a scan in a crowd"
        if number == 0:
            self.here.key(KEY.Key_R, CONTROL)
        before, first = len(self.page.crowd.waiting), len(self.here.turns)
        self.scan(_badge(at))
        self.here.until(lambda: len(self.page.crowd.waiting) == before + 1)
        self.scans.append(self.took(first))
        if number == CROWD - 1:
            self.here.key(KEY.Key_R, CONTROL)
            self.here.key(KEY.Key_J, CONTROL)
            self.here.until(lambda: bool(self.page.draft().visitor.name))
            self.save(KEY.Key_Return)

    def visitor(self, at: int) -> None:
        """One conversation, from the badge or the name to the next one."""
        if at % 20 == 5:
            self.here.doing = "typing a name"
            self.type_name(at)
        else:
            self.here.doing = "a scan"
            typed = at % 20 == 3
            self.here.write(f"{_badge(at)}\n") if typed else self.scan(_badge(at))
            self.here.until(lambda: bool(self.page.draft().visitor.name))
        if at % 8 == 0:
            self.answers(at)
        self.save(KEY.Key_P if at % 40 == 21 else KEY.Key_Return)

    def answers(self, at: int) -> None:
        """What is asked, and the consent."""
        self.here.doing = "an answer"
        for question in BANT:
            self.tap(self.page.talk.questions.rows[question].answers, "option", at)
        self.tap(self.page.talk.interests, "item", at)
        self.here.tap(self.page.consents.ticks["mail"])
        self.here.rest()

    def type_name(self, at: int) -> None:
        """By hand, with "Seen before?" answered."""
        self.page.talk.person.fields["full_name"].input.setFocus()
        pause = self.page.recognising._pause
        self.here.write(MET[at // 20 % 2])
        self.here.until(lambda: not self.here.program.guard.holding() and pause.isActive())
        asked = len(self._asked)
        self.here.until(lambda: not pause.isActive())
        first, panel = len(self.here.turns) - 1, self.page.recognising.panel
        self.here.until(lambda: bool(panel.cards))
        self.here.act(QApplication.processEvents)
        self.seen.append((sum(self._asked[asked:]), self.took(first)))
        self.here.rest()

    def save(self, key: Qt.Key) -> None:
        """And the next visitor can come."""
        self.here.doing = "a save" if key == KEY.Key_Return else "a print"
        first, talk = len(self.here.turns), self.page.talk_id
        self.here.key(key, CONTROL)
        assert self.page.talk_id != talk
        assert self.page.scan.hasFocus()
        self.here.rest()
        self.ready.append(self.took(first))

    def look_around(self, at: int) -> None:
        """The other pages, and back."""
        leads = self.go(KEY.Key_2, "leads")
        self.search(leads)
        self.here.doing = "a filter"
        for chip in [part for part in leads.sifting.chips.findChildren(QWidget) if hasattr(part, "item")][:2]:
            for _ in range(2):
                self.here.tap(chip)
                self.here.rest()
        if at % (2 * EVERY) < EVERY:
            self.go(KEY.Key_4, "today")
            self.go(KEY.Key_5, "show")
            self.send(self.go(KEY.Key_3, "send"))
        self.go(KEY.Key_1, "capture")

    def search(self, leads: Any) -> None:
        """Letter after letter, and down the list."""
        self.here.doing = "a search"
        for text in SEARCHED:
            for end in range(len(text) + 1):
                self.here.act(partial(_search, leads.search, text[:end]))
            self.here.rest()
        leads.list.setFocus()
        for _ in range(2):
            self.here.key(KEY.Key_Down)
            self.here.rest()
        self.here.act(leads.search.empty)
        self.here.rest()

    def send(self, page: Any) -> None:
        """Begins a sending and does not wait for it."""
        self.here.doing = "a sending"
        self.here.tap(page.send_button)
        if page.caution.isVisible():
            self.here.tap(page.caution.anyway_button)

    def go(self, key: Qt.Key, place: str) -> Any:
        """To another place, until all of it stands there."""
        self.here.doing = f"the way to {place}"
        self.here.key(key, CONTROL)
        assert self.window.here() == place
        self.here.rest()
        return self.window.pages()[place]

    def scan(self, text: str) -> None:
        self.here.act(lambda: self.here.program.desk.scanner.received.emit(text.encode()))

    def tap(self, row: QWidget, kind: str, at: int) -> None:
        """One of the answers in a row."""
        parts = [part for part in row.findChildren(QWidget) if hasattr(part, kind)]
        self.here.tap(parts[at % min(len(parts), 3)])

    def took(self, first: int) -> float:
        """Milliseconds of the window since a turn."""
        return sum(turn.took for turn in self.here.turns[first:])


def _badge(at: int) -> str:
    who = f"MECARD:N:Byron{at},Ada;ORG:Engines {at % 90};EMAIL:ada{at}@engine{at % 90}.example"
    return f"{who};TEL:+442079{at:06};;"


def _search(field: Any, text: str) -> None:
    field.setText(text)
    field.searched.emit(text)


def _prepared(home: Home, url: str) -> None:
    """Everybody of before is at head office already: what the hour brings is what is sent."""
    kinds.KINDS[KIND] = Kind("Listener", (), _listener, {})  # type: ignore[index]
    store = open_store(home, PASSPHRASE)
    targets.add(store, OFFICE, KIND, url, {})
    with store.transaction():
        store.run(_ACCEPTED, (OFFICE,))
        # Nobody filters by that: the list need not be made anew for it.
        store.run("DELETE FROM list_stale")
    listed.catch_up(store)
    store.close()


def _listener(url: str, _options: Options, _secret: str) -> Listener:
    return Listener(url)


def _told(hour: Hour) -> dict[str, object]:
    turns = sorted(hour.here.turns, key=lambda turn: -turn.took)
    worst: dict[str, float] = {}
    for turn in turns:
        worst.setdefault(turn.doing, round(turn.took, 1))
    return {
        "ready": statistics.quantiles(hour.ready, n=100)[98],
        "ready_usual": statistics.median(hour.ready),
        "stall": turns[0].took,
        "seen": statistics.quantiles([sum(both) for both in hour.seen], n=20)[18],
        "seen_window": statistics.median(window for _, window in hour.seen),
        "scan": statistics.median(hour.scans),
        "worst": worst,
    }


def main(url: str) -> None:
    travel_light()
    application: Any = screen.application([*sys.argv[:1], *theme.STYLE])
    with tempfile.TemporaryDirectory() as folder, copied(kept()) as home:
        with_queue(Path(folder), "stand", ["stand"], "idle")
        os.environ["PATH"] = f"{folder}{os.pathsep}{os.environ['PATH']}"
        os.environ[SECRET] = "for measuring only"
        _prepared(home, url)
        with booth(application, home, PASSPHRASE) as here:
            here.program.desk.choose_staff("lange")
            hour = Hour(here)
            hour.pass_by()
    print(json.dumps(_told(hour)))


if __name__ == "__main__":
    try:
        main(sys.argv[1])
    except BaseException:  # noqa: BLE001 - whatever it was, it is told and ends the hour
        # A window that is still open would only fail once more at the end.
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)
