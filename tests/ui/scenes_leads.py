"""Scenes of the Leads and Send pages for tests.ui.pictures."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from boothapp.actions import capture, edit, several, shows, targets
from boothapp.actions import leads as lead_actions
from boothapp.crm import gate
from boothapp.domain.delivery import Delivery
from boothapp.domain.draft import Draft
from boothapp.domain.folding import fold
from boothapp.domain.voice import Voice
from boothapp.store import leads, lists, outbox
from boothapp.store.database import Store
from boothapp.store.lists import Query
from boothapp.ui.pages.door.page import DEMO_LEADS
from boothapp.words import tr
from tests.ui import scenes_talk

if TYPE_CHECKING:
    from tests.ui.pictures import Stage

OFFICE = "Nordlicht CRM"
NOTE = "Came back with the head of the foundry, who asks for a quote of two cells."
# A port that no service has: nobody answers there.
NOWHERE = "http://127.0.0.1:1"


def leads_list(stage: "Stage") -> None:
    """The list with its counts, and the newest lead."""
    stage.enter()
    page: Any = stage.window.go("leads")
    stage.until(lambda: bool(page.detail.lead() and page._counts))


def leads_search(stage: "Stage") -> None:
    """A few letters, and the keyboard in the list."""
    leads_list(stage)
    page: Any = stage.window.go("leads")
    _search(page, fold(page.lines.line(page.lines.index(2)).name)[:3])
    stage.until(lambda: 0 < page.lines.rowCount() == sum(page._counts.values()) < DEMO_LEADS)
    page.list.setFocus()


def leads_edit(stage: "Stage") -> None:
    """A lead's fields, to be put right."""
    leads_list(stage)
    page: Any = stage.window.go("leads")
    page.edit()


def leads_said(stage: "Stage") -> None:
    """What was said in two conversations, unfolded to be put right."""
    leads_list(stage)
    page: Any = stage.window.go("leads")
    id = page.detail.lead()
    stage.program.tasks.in_store(lambda store: _talked_again(store, id))
    page.open_lead(id)
    stage.until(lambda: len(page.detail.whole().lead.visits) > 1)
    page.edit()
    stage.settle()
    page.side.currentWidget().talk_button.click()


def leads_filters(stage: "Stage") -> None:
    """All filters beside the list, two of them on."""
    leads_list(stage)
    page: Any = stage.window.go("leads")
    page.toggle_filters()
    stage.until(lambda: len(page.sifting.panel.groups["owner"]._chips) > 1)
    page.sifting._toggle([], ["rating:warm", "owner:koval"])
    stage.until(lambda: page.lines.total == page._counts.get("warm", 0) > 0)
    page.sifting.panel.groups["owner"]._chips[0].setFocus()


def leads_several(stage: "Stage") -> None:
    """Several lines selected, with the keyboard in the list."""
    leads_list(stage)
    page: Any = stage.window.go("leads")
    page.list.setFocus()
    for at in (0, 2, 3):
        page.list.marks.toggle(page.lines.line(page.lines.index(at)).id)
    stage.until(lambda: page.side.currentWidget() is not page.detail)


def leads_time_line(stage: "Stage") -> None:
    """What happened to a lead: conversations, consent, an owner for several, a name put right."""
    leads_list(stage)
    page: Any = stage.window.go("leads")
    id = page.detail.lead()
    stage.program.tasks.in_store(lambda store: _with_history(store, id))
    page.open_lead(id)
    stage.until(lambda: len(page.detail.whole().history) > 3)
    stage.settle()
    page.detail.verticalScrollBar().setValue(page.detail.verticalScrollBar().maximum())


def leads_nothing(stage: "Stage") -> None:
    """A search without result."""
    leads_list(stage)
    page: Any = stage.window.go("leads")
    _search(page, "zzzq")
    stage.until(lambda: page.body.currentWidget() is page.nothing and not sum(page._counts.values()))


def leads_none(stage: "Stage") -> None:
    """A show without leads."""
    stage.enter()
    tasks, desk = stage.program.tasks, stage.program.desk
    tasks.change(lambda store: shows.start_new(store, "Interpack 2027", desk.show))
    desk.open_show(tasks.in_store(shows.current))
    page: Any = stage.window.go("leads")
    stage.until(lambda: page.stack.currentWidget() is page.none)


def send_setting_up(stage: "Stage") -> None:
    """No head office yet."""
    stage.enter()
    page: Any = stage.window.go("send")
    stage.until(page.form.isVisible)


def send_waiting(stage: "Stage") -> None:
    """Some are delivered, some wait, some need a look."""
    stage.enter()
    stage.program.tasks.in_store(_with_office)
    page: Any = stage.window.go("send")
    stage.until(lambda: len(page.came.rows) > 0)


def send_asks(stage: "Stage") -> None:
    """Some of the leads are the demo's, and the office looks real."""
    send_waiting(stage)
    page: Any = stage.window.go("send")
    page.send_button.click()
    stage.until(page.caution.isVisible)


def send_offline(stage: "Stage") -> None:
    """Sent without a network."""
    send_asks(stage)
    page: Any = stage.window.go("send")
    page.caution.anyway_button.click()
    stage.until(lambda: not page.work.busy and bool(page.card.message.text()))
    page.send_button.setFocus()


def _search(page: Any, text: str) -> None:
    page.search.setText(text)
    page.search.searched.emit(text)


def _talked_again(store: Store, id: str) -> None:
    first = lead_actions.find(store, id).captured_at
    for hours, note in ((1, "Wants to see it run with his own castings."), (2, NOTE)):
        talk = Draft(lead=id, note=note, voice=scenes_talk.SAID if hours > 1 else Voice())
        capture.save(store, talk, first + timedelta(hours=hours))


def _with_history(store: Store, id: str) -> None:
    show, at = shows.current(store), datetime.now(UTC)
    other = next(one.id for one in show.staff if one.sales and one.id != lead_actions.find(store, id).owner)
    edit.correct(store, id, {"job_title": "Head of Purchasing", "city": "Odesa"}, "lange", at)
    wanted = several.Wanted(owner=other, step="offer", add=("VIP", "Press"))
    ids = frozenset(line.id for line in lists.page(store, Query(show=show.id, limit=5)))
    done = several.apply(store, several.Selected(ids | {id}), wanted, "lange", at)
    edit.take_back(store, id, done.lines[id], "lange", at)


def _with_office(store: Store) -> None:
    """A head office that has half of the leads, holds two back, refused one and wants one reviewed."""
    options = {"database": "nordlicht", "user": "boothapp"}
    targets.set_up(store, OFFICE, "tryton", NOWHERE, options, "secret")
    rows = leads.of_show(store, shows.current(store).id)
    held = {reason.code: tr(reason.sentence) for _, reason in gate.RULES}
    stuck = (
        ("held", "", held["unreachable"]),
        ("held", "", held["test"]),
        ("needs correction", "email", 'The value "info@werft" for field "Value" is not valid.'),
        ("review", "email", "o.gedz@verf.example"),
    )
    known = {"contact": "9", "name": "Oksana Gedz", "company": "Verf GmbH", "email": "o.gedz@verf.example"}
    now = datetime.now(UTC)
    with store.transaction():
        for row in rows[: len(rows) // 2]:
            outbox.put(store, row, Delivery("", OFFICE, "accepted", leads.revision(store, row)), now)
        for row, (state, field, message) in zip(rows[len(rows) // 2 :], stuck, strict=False):
            remote = known if state == "review" else {}
            found = Delivery("", OFFICE, state, leads.revision(store, row), remote, {}, field, message)
            outbox.put(store, row, found, now)
        outbox.note_try(store, OFFICE, now, "")


SCENES: Mapping[str, "Callable[[Stage], None]"] = {
    "leads": leads_list,
    "leads-search": leads_search,
    "leads-edit": leads_edit,
    "leads-said": leads_said,
    "leads-filters": leads_filters,
    "leads-several": leads_several,
    "leads-timeline": leads_time_line,
    "leads-nothing": leads_nothing,
    "leads-none": leads_none,
    "send": send_waiting,
    "send-asks": send_asks,
    "send-offline": send_offline,
    "send-setting-up": send_setting_up,
}
