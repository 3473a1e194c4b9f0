"""Scenes of pictures on the capture page for tests.ui.pictures: business card, several codes, camera."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from threading import Event
from typing import TYPE_CHECKING, Any

from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoSink

from boothapp.actions import leads
from boothapp.badge.card_sight import Sight
from boothapp.errors import Refused
from boothapp.ui.camera import LOOKING
from boothapp.words import tr
from tests.ui.read_once import readers
from tests.unit.badge.card_people import PEOPLE
from tests.unit.badge.photographs import picture_of, vcard
from tests.unit.badge.printed_cards import LAYOUTS, photograph

if TYPE_CHECKING:
    from tests.ui.pictures import Stage


def card_confirm(stage: "Stage") -> None:
    """A Ukrainian card was read; some fields are doubtful."""
    with readers():
        page = _dropped(stage, _photo(1, 18, 2))
        stage.until(page.pictures.card.use.isVisible)


def card_reading(stage: "Stage") -> None:
    """A card is being read."""
    began = Event()

    def look(_pictures: Sequence[Image.Image]) -> list[Sight]:
        began.set()
        stage.over.wait()
        raise Refused("The scene is over.")

    with readers(look):
        page = _dropped(stage, _photo(3, 6, 2))
        stage.until(lambda: page.pictures.card.isVisible() and began.is_set())


def card_codes(stage: "Stage") -> None:
    """Two badges in one picture."""
    cards = vcard("Оксана Ґедзь", "o.gedz@verf.example"), vcard("Bob Blum", "bob@blum.example")
    page = _dropped(stage, picture_of(*cards))
    stage.until(page.pictures.choice.isVisible)


def card_kept(stage: "Stage") -> None:
    """The lead's detail with its card."""
    card_confirm(stage)
    page: Any = stage.window.go("capture")
    page.pictures.card.use.click()
    page.save()
    # After this, the save has been made.
    stage.program.tasks.in_store(lambda store: leads.counts(store, leads.Query()))
    page = stage.window.go("leads")
    stage.until(lambda: bool(page.detail._whole and page.detail._whole.pictures))
    stage.window.message.hide()
    stage.settle()
    bar = page.detail.verticalScrollBar()
    # A line of the rest more or less would move the whole picture by a point.
    bar.setValue(bar.maximum() // 8 * 8)


def camera_looking(stage: "Stage") -> None:
    """The camera sees a visitor with a badge that is not read yet."""
    page = _camera(stage)
    panel = page.pictures.camera
    panel.show()
    panel.camera.watch(QVideoSink(panel))
    panel.message.say(tr(LOOKING))
    room = QImage.fromData(_photo(1, 12, 6)).convertToFormat(QImage.Format.Format_RGB32)
    panel.camera._sink.setVideoFrame(QVideoFrame(room))
    stage.until(lambda: not panel.photo.image().isNull())


def camera_none(stage: "Stage") -> None:
    """This laptop has no camera."""
    page = _camera(stage)
    page.pictures.camera_button.click()
    stage.until(lambda: bool(page.pictures.camera.message.text()))


@cache
def _photo(layout: int, person: int, seed: int) -> bytes:
    return photograph(LAYOUTS[layout](PEOPLE[person]), seed)


def _camera(stage: "Stage") -> Any:
    stage.enter()
    return stage.window.go("capture")


def _dropped(stage: "Stage", picture: bytes) -> Any:
    stage.enter()
    page: Any = stage.window.go("capture")
    page.pictures.look_at(picture)
    return page


SCENES: Mapping[str, "Callable[[Stage], None]"] = {
    "card-confirm": card_confirm,
    "card-reading": card_reading,
    "card-codes": card_codes,
    "card-kept": card_kept,
    "card-camera": camera_looking,
    "card-camera-none": camera_none,
}
