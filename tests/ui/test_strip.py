"""The filmed strip shows what happened: each step changed what it should, and nothing else."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from boothapp.app import PASSPHRASE_VARIABLE
from tests.golden.compare import GOLDEN
from tests.ui import strip
from tests.ui.film import ANSWERS, INTERESTS, Shot

STRIP, MOST_BYTES = GOLDEN / "strip.png", 1_000_000
ANSWERED, CHOSEN = {"answers"}, {"interests"}
FRESH = {"visitor", "answers", "interests", "consents"}
CHANGES = (
    {"visitor"}, ANSWERED, ANSWERED, ANSWERED, ANSWERED, CHOSEN, CHOSEN, {"consents"}, {"newest", *FRESH},
    {"sheets"}, {"visitor"},
)  # fmt: skip
"""What is another than in the picture before, step by step: from the scan to the next one."""


@pytest.fixture(scope="module")
def film(qapp: QApplication) -> Sequence[Shot]:
    """Every shot of one filming."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(PASSPHRASE_VARIABLE, "")
        return strip.shots()


def standing(shot: Shot) -> dict[str, object]:
    """What a step may change."""
    parts = {name: getattr(shot.draft, name) for name in FRESH}
    return {**parts, "newest": shot.newest.id, "sheets": shot.sheets}


def test_each_step_changes_what_it_should(film: Sequence[Shot]) -> None:
    told = [standing(shot) for shot in film]
    changed = [{name for name in was if was[name] != now[name]} for was, now in pairwise(told)]
    assert changed == list(CHANGES)


def test_each_picture_shows_it(film: Sequence[Shot]) -> None:
    pictures = [shot.picture.toImage() for shot in film]
    assert all(was != now for was, now in pairwise(pictures))


def test_the_lead_is_whole_and_its_sheet_is_on_paper(film: Sequence[Shot]) -> None:
    lead = film[-1].newest
    assert (lead.visitor.name, lead.visitor.email) == ("Ada Byron", "ada@engine.example")
    assert set(lead.basis.answers) == set(ANSWERS)
    assert lead.interests == tuple(INTERESTS)
    assert (lead.allowed, lead.rating.level, lead.flags) == (("mail",), "hot", ())
    [sheet] = film[-1].sheets
    assert sheet.startswith(b"%PDF")


def test_all_steps_are_put_together_into_one_small_picture(film: Sequence[Shot], tmp_path: Path) -> None:
    file = tmp_path / "strip.png"
    strip.write(film, file)
    made, kept = QImage(str(file)), QImage(str(STRIP))
    assert made.size() == kept.size()
    assert STRIP.stat().st_size < MOST_BYTES
    assert file.stat().st_size < MOST_BYTES
