"""Scenes of the attendee list in the Show place, and of a name completed on the Capture page."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from boothapp.actions import capture
from boothapp.domain.capture import Capture
from boothapp.domain.draft import Draft
from boothapp.domain.visitor import Visitor
from boothapp.errors import WrongCall
from boothapp.store.database import Store
from boothapp.words import tr

if TYPE_CHECKING:
    from tests.ui.pictures import Stage

LIST = """Teilnehmer automation dialog 2026;;;;;;;;
Badge-Nr.;Vorname;Nachname;Firma;Position;E-Mail;Telefon;Land;Tickettyp
AD-00421;Änne;Weiß;Nordlicht Werft GmbH;Leiterin Einkauf;a.weiss@nordlicht.example;040 5550123;Deutschland;Tag
AD-00422;Оксана;Ґедзь;Чорноморська верф;Головна інженерка;o.gedz@verf.example;+380 44 555 01 23;Україна;Tag
AD-00423;Łukasz;Wójcik;Stocznia Gdańska;Kierownik produkcji;l.wojcik@stocznia.example;;Polen;Dauer
AD-00424;Marie;Dupont;Chantiers de l’Ouest;Directrice technique;m.dupont@chantiers.example;;Frankreich;Tag
AD-00425;Kenji;Satō;三菱電機;Engineer;k.sato@mitsubishi.example;;Japan;Dauer
;;;Nur eine Firma;;;;;
"""


def none(stage: "Stage") -> Any:
    """No list yet."""
    stage.enter()
    page: Any = stage.window.go("show")
    panel = page.open_part("attendees")
    stage.until(lambda: panel.stack.currentWidget() is panel.none)
    return panel


def understood(stage: "Stage") -> Any:
    """A file was chosen: its columns are proposed."""
    panel = none(stage)
    file = Path(stage.program.home.root) / "Teilnehmerliste.csv"
    file.write_text(LIST, encoding="utf-8-sig")
    panel.open_file(file)
    stage.until(lambda: panel.stack.currentWidget() is panel.mapping and not panel.work.busy)
    return panel


def from_pretix(stage: "Stage") -> Any:
    """An address was copied from the browser; the token is not accepted."""
    panel = none(stage)
    panel.none.other_button.click()
    stage.until(lambda: panel.stack.currentWidget() is panel.pretix)
    panel.pretix.url.set_text("https://tickets.automation.example/automation/dialog26/")
    panel.pretix.url.left.emit("")
    panel.pretix.token.set_text("for pictures only")
    refused = WrongCall(
        tr("pretix does not accept the token."), step=tr("Make a new API token in pretix under Teams.")
    )
    panel.pretix.message.say(str(refused), "error")
    return panel


def listed(stage: "Stage") -> None:
    """The list is in; leads captured by id before are completed, some differ, one is not in it."""
    panel = understood(stage)
    stage.program.tasks.in_store(_captured)
    panel.mapping.import_button.click()
    stage.until(lambda: not panel.work.busy and len(panel.report.rows) > 2)


def completed(stage: "Stage") -> None:
    """A name is being typed: the list and earlier leads offer whom it may be."""
    listed(stage)
    stage.until(lambda: stage.program.tasks.in_store(_all_indexed))
    page: Any = stage.window.go("capture")
    field = page.talk.person.fields["full_name"]
    stage.window.activateWindow()
    field.input.setFocus()
    stage.until(field.input.hasFocus)
    field.input.setText("wo")
    field.edited.emit("wo")
    stage.until(lambda: bool(page.completing.offers("full_name").lines()))


def from_list(stage: "Stage") -> None:
    """A badge's id was scanned: the list fills in the person."""
    listed(stage)
    page: Any = stage.window.go("capture")
    page.scanning.take_text("AD-00424")
    stage.until(lambda: bool(page.talk.person.visitor().company))


def _captured(store: Store) -> None:
    people = {
        "AD421": Visitor(),
        "AD422": Visitor(full_name="Оксана Ґедзь", company="Чорноморська верф", job_title="Директорка"),
        "AD-00423": Visitor(full_name="Jan Kowalski"),
        "AD-00999": Visitor(),
    }
    for badge, visitor in people.items():
        capture.save(store, Draft(visitor=visitor, capture=Capture(format="id", badge_id=badge)))


def _all_indexed(store: Store) -> bool:
    return int(store.value("SELECT min(indexed) FROM attendee_lists")) > 0


SCENES: Mapping[str, "Callable[[Stage], Any]"] = {
    "attendees-none": none,
    "attendees-pretix": from_pretix,
    "attendees-columns": understood,
    "attendees": listed,
    "attendees-name": completed,
    "attendees-scan": from_list,
}
