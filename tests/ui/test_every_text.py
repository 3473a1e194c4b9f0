"""Every page in every state, in a made-up longer language and each real one: all said in it and in sight."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from boothapp import words
from boothapp.app import PASSPHRASE_VARIABLE
from boothapp.ui.kiosk.controls import OWN_LANGUAGE
from boothapp.ui.pages.show.rehearsal.panel import RehearsalPanel
from boothapp.ui.widgets.field import Message
from boothapp.ui.widgets.message_line import MessageLine
from tests.ui import data_words, pictures, placed, pseudo, texts
from tests.ui.pictures import Stage
from tests.ui.texts import Painted, Said


@pytest.fixture
def stage(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    """The program in the made-up language."""
    monkeypatch.setenv(PASSPHRASE_VARIABLE, "")
    with pseudo.spoken(monkeypatch):
        made = Stage(tmp_path, "light", pseudo.LANGUAGE)
        yield made
        made.close()


@pytest.mark.parametrize("scene", pictures.SCENES)
def test_every_text_is_translated_and_has_room(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, scene: str
) -> None:
    pictures.SCENES[scene](stage)
    data = data_of(stage)
    drawn = drawn_now(stage, monkeypatch)
    shown = [*texts.said(stage.window), *(Said("", "painted", one.text) for one in drawn)]
    assert [(one, found) for one in shown if (found := data_words.bare(one.text, data))] == []
    assert too_narrow(stage, drawn, data) == []
    # Whoever opens the menu takes the keyboard there, and a list below a field goes.
    stage.window.rail.more.setFocus()
    for language in words.LANGUAGES:
        if language != pseudo.LANGUAGE:
            stage.window.speak(language)
            rehearsed(stage)
            drawn = drawn_now(stage, monkeypatch)
            assert [one for one in left_behind(stage.window, drawn) if one.text not in data] == [], language
            assert too_narrow(stage, drawn, data) == [], language


def rehearsed(stage: Stage) -> None:
    """Another language is another rehearsal, and its number goes before anybody could read it."""
    panels = stage.window.findChildren(RehearsalPanel)
    stage.until(lambda: not any(panel.work.busy for panel in panels))


@pytest.mark.parametrize("screen", [pictures.SIZE, (1024, 600)], ids=str)
@pytest.mark.parametrize("language", words.LANGUAGES)
@pytest.mark.parametrize("scene", [name for name in pictures.SCENES if name.startswith("kiosk-")])
def test_what_visitors_read_has_room_beside_all_other_languages(
    qapp: QApplication,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    scene: str,
    language: str,
    screen: tuple[int, int],
) -> None:
    """The made-up language of the test above stands in the kiosk alone."""
    monkeypatch.setenv(PASSPHRASE_VARIABLE, "")
    stage = Stage(tmp_path, "light", language)
    stage.window.resize(*screen)
    pictures.SCENES[scene](stage)
    assert [one for one in drawn_now(stage, monkeypatch) if not one.fits()] == []
    assert texts.cramped(stage.window) == []
    stage.close()


def left_behind(window: QWidget, drawn: list[Painted]) -> list[Said]:
    """What is still said in the made-up language; an answer stays in the language it was given in."""
    given = [part.text() for part in window.findChildren(Message)]
    given += [part.text() for part in window.findChildren(QLabel) if part.property("tone") == "warning"]
    given += [part.words.text() for part in window.findChildren(MessageLine)]
    given += [str(part.property(OWN_LANGUAGE)) for part in window.findChildren(QWidget)]
    shown = [*texts.said(window), *(Said("", "painted", one.text) for one in drawn)]
    return [one for one in shown if pseudo.is_pseudo(one.text) and one.text not in given]


def data_of(stage: Stage) -> str:
    """What is nobody's wording in this scene."""
    inside = stage.program.desk.show is not None
    kept = stage.program.tasks.in_store(data_words.stored) if inside else ""
    return "\n".join((kept, data_words.of_countries(), data_words.of_scenes()))


def drawn_now(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> list[Painted]:
    """The texts the window paints now."""
    stage.settle()
    with texts.painted(monkeypatch) as drawn:
        stage.window.grab()
    return drawn


def too_narrow(stage: Stage, drawn: list[Painted], data: str) -> list[object]:
    """What is cut off, shortened with dots though it is no data, stands out of its place or on another."""
    shortened = [one for one in drawn if is_shortened(one.text, data)]
    window: QWidget = stage.window
    return [
        *shortened,
        *(one for one in drawn if not one.fits()),
        *texts.cramped(window),
        *texts.outside(window),
        *placed.overlapping(window),
    ]


def is_shortened(text: str, data: str) -> bool:
    """Whether dots stand for the rest of a text; names may end in dots, and some texts do by themselves."""
    if not text.endswith(texts.DOTS) or text.removesuffix(texts.DOTS).split(" · ")[-1].strip() in data:
        return False
    return not any(whole.endswith(text[-12:]) for whole in _with_dots(words.language()))


@cache
def _with_dots(language: str) -> tuple[str, ...]:
    single = (text for text in pseudo.english() if isinstance(text, str))
    return tuple(told for text in single if (told := words.tr(text, language)).endswith(texts.DOTS))
