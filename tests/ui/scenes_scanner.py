"""Scenes of the scanner test for tests.ui.pictures."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from boothapp.badge.calibration import CODE
from tests.ui.typing_scanner import scan

if TYPE_CHECKING:
    from tests.ui.pictures import Stage

CARD = (
    "BEGIN:VCARD\nVERSION:3.0\nN:Doe;Jane\nORG:Tyne Fabrication\nTITLE:Head of Works\n"
    "EMAIL:jane.doe@tyne.example\nTEL:+441915550123\nEND:VCARD"
)


def scanner_ready(stage: "Stage") -> None:
    """Nothing was scanned yet."""
    _open(stage)


def scanner_card(stage: "Stage") -> None:
    """A card typed on a Ukrainian keyboard."""
    panel = _open(stage)
    panel.teaching.print_button.setFocus()
    scan(CARD, "ua")
    stage.until(lambda: panel.reading is not None)


def scanner_taught(stage: "Stage") -> None:
    """The set-up code taught it; then a badge came."""
    panel = _open(stage)
    panel.teaching.print_button.setFocus()
    scan(CODE, "ua", prefix=("F9",), suffix=("F10",))
    stage.until(stage.program.desk.scanner.is_taught)
    scan("AD26000001", "ua", prefix=("F9",), suffix=("F10",))
    stage.until(lambda: panel.reading is not None)


def scanner_serial(stage: "Stage") -> None:
    """A serial scanner that is unplugged."""
    panel = _open(stage)
    stage.program.settings.choose("scanner_port", str(Path("COM4")))
    stage.program.desk.scanner.begin()
    stage.until(lambda: "not there" in panel.connection.state.text() or bool(_away(panel)))
    panel.connection.retranslate()


def _away(panel: Any) -> bool:
    state = panel.connection._scanner.line_state
    return state is not None and state.value == "away"


def _open(stage: "Stage") -> Any:
    stage.enter()
    page: Any = stage.window.go("show")
    return page.open_part("scanner")


SCENES: Mapping[str, "Callable[[Stage], None]"] = {
    "scanner": scanner_card,
    "scanner-ready": scanner_ready,
    "scanner-taught": scanner_taught,
    "scanner-serial": scanner_serial,
}
