"""The Send page: what waits for head office, sending it, and what came back."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from boothapp.actions import deliver, leads, office, outcomes, targets
from boothapp.actions.deliver import Sent
from boothapp.actions.office import Office, Released, Standing
from boothapp.actions.outcomes import Pulled
from boothapp.actions.targets import NoSecret, SetUp
from boothapp.domain.changes import Changes, changed
from boothapp.errors import UserError
from boothapp.store.leads import Line
from boothapp.ui.desk import Desk
from boothapp.ui.focus_back import FocusBack
from boothapp.ui.latest import Latest
from boothapp.ui.pages.send import came
from boothapp.ui.pages.send.came import Came
from boothapp.ui.pages.send.frame import NO_OFFICE_MORE, SEND, SendFrame
from boothapp.ui.pages.send.pack_saving import PackSaving
from boothapp.ui.pages.send.target_form import Typed
from boothapp.words import mark, plural, tr

if TYPE_CHECKING:
    from boothapp.crm.target import Health
    from boothapp.store.database import Store

TOPICS = frozenset(("leads", "outbox", "targets", "outcomes"))
LOOK = mark("These need a look")
KEPT_FOR_NOW = mark("This laptop has no keystore: the password is kept until boothapp closes.")
RELEASED = mark("Released: it goes out with the next sending.")
IS_SAME = mark("Same person: it goes out with the next sending.")
IS_OTHER = mark("Someone else: it goes out with the next sending, as a new person.")
ONLY_DEMO = mark("The deliveries and outcomes of the demo show are pretended: nothing was ever sent.")
_PARTLY = changed("outbox", "leads")


class SendPage(SendFrame):
    """Reads the store when shown and when Changes touch what it shows; the network is only used beside it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._desk, self._reading, self._naming = desk, Latest(desk.tasks), Latest(desk.tasks)
        self._standing: Standing | None = None
        self._chosen, self._summary, self._stale, self._editing = "", "", True, False
        self._back: list[Came] = []
        self.pack = PackSaving(desk, self.work, self)
        self._focus = FocusBack()
        self._connect()
        self._settle()

    def shown(self) -> None:
        """Called when the page comes to the front."""
        if self._stale:
            self._read()
        self.take_keyboard()

    def refresh(self, changes: Changes) -> None:
        """Reads again what has changed."""
        if not TOPICS & changes.topics:
            return
        self._stale = True
        if self.isVisible():
            self._read()

    def retranslate(self) -> None:
        """Speaks the language spoken now, where a control does not by itself."""
        if self._standing is not None:
            self._show(self._standing)

    def state(self) -> str:
        """The line of state, calm in every case."""
        shown, unsent = self.office(), self._standing.unsent if self._standing else 0
        real = shown is not None and not shown.pretended
        n, look = (shown.waiting, len(shown.stuck)) if shown and real else (unsent, 0)
        if not n and not look:
            return tr("Everything is at head office.") if real else ""
        needs = plural("{n} needs a look", "{n} need a look", look) if look else ""
        return "{}. {}".format(
            ", ".join(part for part in (came.wait(n), needs) if part), tr("Nothing is lost.")
        )

    def office(self) -> Office | None:
        """The office shown: the one chosen, else the first that can be sent to, else the pretended one."""
        offices = self._standing.offices if self._standing else ()
        return next((one for one in offices if one.entry.name == self._chosen), next(iter(offices), None))

    def _connect(self) -> None:
        only = self._desk.signed_in.only
        self.send_button.clicked.connect(only("crm", self._ask_and_send))
        self.caution.agreed.connect(only("crm", self._send))
        self.fetch_button.clicked.connect(only("crm", self._fetch))
        self.pack_button.clicked.connect(only("export", self.pack.save))
        self.card.test_button.clicked.connect(only("crm", self._test))
        self.card.change_button.clicked.connect(only("crm", self._change))
        self.card.choice.activated.connect(lambda _at: self._choose(self.card.choice.value()))
        self.form.accepted.connect(lambda typed: self._desk.signed_in.do("crm", lambda: self._set_up(typed)))
        self.form.cancelled.connect(self._leave_form)
        self.came.opened.connect(lambda lead: self._desk.place_wanted.emit("leads", lead))
        self.came.released.connect(self._release)
        self.came.decided.connect(self._decide)
        self.work.began.connect(self._began)
        self.work.stopped.connect(lambda: self._say(tr("Stopped. What was sent is sent, the others wait.")))
        self.work.ended.connect(self._ended)

    def _read(self) -> None:
        self._stale = False
        self._reading.ask(office.standing, self._show)

    def _show(self, standing: Standing) -> None:
        first = self._standing is None
        self._standing = standing
        real = [one.entry.name for one in standing.offices if not one.pretended]
        shown = self.office()
        self.header.show_state(self.state())
        if shown is not None:
            self.card.show_office(shown, real)
        if not real and not self._editing:
            self._open_form(None)
        elif not self._editing:
            self.show_offices()
        self._settle()
        self._name_leads()
        if first and self.isVisible():
            self.take_keyboard()

    def _began(self, _name: str) -> None:
        self.caution.hide()
        self.card.work_began()
        self._focus.turn_off(self._settle)

    def _ended(self) -> None:
        self.card.work_ended()
        self._settle()
        self._name_leads()
        self._focus.give_back(self.take_keyboard)

    def _settle(self) -> None:
        """What can be pressed now, and with which number."""
        shown, busy = self.office(), self.work.busy
        n = shown.waiting if shown else 0
        self.send_button.say(plural("Send {n} lead", "Send {n} leads", n) if n else SEND)
        self.send_button.setEnabled(bool(n) and not busy)
        self.fetch_button.setEnabled(shown is not None and not busy)
        self.pack_button.setEnabled(not busy)
        self.card.test_button.setEnabled(not busy)

    def _name_leads(self) -> None:
        """What came back, with the leads' names."""
        listed = self._listed()
        ids = [one.lead for one in listed]
        self._naming.ask(
            lambda store: leads.lines_of(store, ids), lambda lines: self._show_came(listed, lines)
        )

    def _listed(self) -> list[Came]:
        """What is stuck comes from the store, the rest from the last report."""
        shown = self.office()
        return [*came.stuck(shown.stuck if shown else ()), *self._back]

    def _show_came(self, listed: Sequence[Came], lines: Sequence[Line]) -> None:
        nothing = self.unsure if self.card.troubled() else self.quiet
        self.right.setCurrentWidget(self.came if listed or self._summary else nothing)
        self.came.show_came(self._summary or tr(LOOK), listed, {line.id: line for line in lines})

    def _choose(self, name: str) -> None:
        self._chosen, self._back, self._summary = name, [], ""
        self.card.say("")
        self.caution.hide()
        self._read()

    def _ask_and_send(self) -> None:
        shown = self.office()
        if shown is not None and not self.work.busy and not self.caution.asks(shown):
            self._send()

    def _send(self) -> None:
        shown = self.office()
        if shown is None:
            return
        run, name = self._desk.tasks.in_store, shown.entry.name

        def send(progress: deliver.Progress) -> Sent:
            return deliver.sync(run, name, progress=progress, with_demo=True)

        self.work.run(tr("Sending"), send, self._sent, self._failed, _PARTLY)

    def _sent(self, report: Sent) -> None:
        self._back = came.sent(report)
        arrived = plural("{n} lead is at head office.", "{n} leads are at head office.", len(self._back))
        # What stopped it stands on the card, with the next step; here it would only be said twice.
        self._summary = arrived if self._back or not report.problem else ""

    def _fetch(self) -> None:
        shown = self.office()
        if shown is None:
            return
        tasks, name = self._desk.tasks, shown.entry.name
        self.work.run(
            tr("Fetching outcomes"), lambda _: outcomes.pull(tasks.in_store, name), self._pulled, self._failed
        )

    def _pulled(self, report: Pulled) -> None:
        self._back = came.pulled(report)
        n = len(self._back)
        self._summary = plural("{n} outcome is new.", "{n} outcomes are new.", n) if n else tr("No news.")
        self.card.say("")

    def _failed(self, error: UserError) -> None:
        if isinstance(error, NoSecret):
            self._change()
            self.form.ask_password(error.happened)
            return
        self.card.say(str(error))

    def _test(self) -> None:
        if (shown := self.office()) is not None:
            self._try_out(shown.entry.name)

    def _try_out(self, name: str) -> None:
        tasks = self._desk.tasks
        self.work.run(
            tr("Testing"), lambda _: targets.try_out(tasks.in_store, name), self._tested, self._failed
        )

    def _tested(self, health: "Health") -> None:
        if not health.ok:
            missing = ", ".join(health.missing)
            self.card.say(tr("Signed in, but not allowed: {what}").format(what=missing), "error")
            return
        works = tr("Connected: version {version}. Leads can be sent.").format(version=health.version)
        self.card.say(" ".join((works, *health.warnings)), "ok")

    def _release(self, lead: str) -> None:
        self._let_go(tr(RELEASED), lambda store, office_name: office.release(store, office_name, lead))

    def _decide(self, lead: str, same: bool) -> None:
        said = tr(IS_SAME if same else IS_OTHER)
        self._let_go(said, lambda store, office_name: office.decide(store, office_name, lead, same))

    def _let_go(self, said: str, act: "Callable[[Store, str], Released]") -> None:
        """Lets a lead go that waited for a person, and says so with Undo."""
        if (shown := self.office()) is None:
            return
        tasks, name = self._desk.tasks, shown.entry.name

        def released(done: Released) -> None:
            self._desk.say(said, lambda: tasks.change(lambda store: office.hold_again(store, done.before)))

        tasks.change(lambda store: act(store, name), released)

    def _change(self) -> None:
        shown = self.office()
        self._open_form(shown)

    def _open_form(self, shown: Office | None) -> None:
        if not self._editing:
            self.form.fill(shown.entry if shown else None)
        self._editing = shown is not None
        demo = self.office()
        pretended = tr(ONLY_DEMO) if demo is not None and demo.pretended else ""
        self.none.more.say("\n\n".join(part for part in (tr(NO_OFFICE_MORE), pretended) if part))
        self.show_form(first=shown is None)

    def _leave_form(self) -> None:
        self._editing = False
        self.show_offices()

    def _set_up(self, typed: Typed) -> None:
        self._desk.tasks.change(
            lambda store: targets.set_up(
                store, typed.name, typed.kind, typed.url, typed.options, typed.password
            ),
            self._is_set_up,
            lambda error: self.form.message.say(str(error), "error"),
        )

    def _is_set_up(self, made: SetUp) -> None:
        self._editing, self._chosen = False, made.name
        if not made.kept:
            self._say(tr(KEPT_FOR_NOW))
        self._try_out(made.name)

    def _say(self, sentence: str) -> None:
        self._desk.say(sentence, None)
