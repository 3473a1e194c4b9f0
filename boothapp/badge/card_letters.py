"""Tesseract, where it is installed: reads lines in alphabets that the eye does not know, or a whole card."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from boothapp.badge.card_line import Seen

if TYPE_CHECKING:
    from PIL import Image

PROGRAM = "tesseract"
# The languages used where installed, the likeliest first; each one more costs time.
LATIN = ("eng", "deu", "fra", "spa", "ita", "pol")
CYRILLIC = ("ukr", "rus", "bul", "srp")
_LONGEST = 30
# Tesseract reads best where capitals are some 30 pixels high (its documentation, "Improve quality").
_HEIGHT, _GAP = 44, 26
_LINES, _SPARSE = "6", "11"
# Fewer Cyrillic letters than this in a line are stains.
_FEWEST = 2
_CYRILLIC = re.compile("[\u0400-\u052f]")
_ALIKE = str.maketrans("ABCEHIKMOPTXaceiopxy", "АВСЕНІКМОРТХасеіорху")
_EXACT = (
    re.compile(r"[\w.+-]+@[\w.-]+"),
    re.compile(r"(?<![\w@.-])(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?![\w@])"),
    re.compile(r"\+\d[\d\s()-]+\d"),
)
# Two threads on a busy laptop are some nine times slower than one.
_ONE_THREAD = {"OMP_THREAD_LIMIT": "1"}


@cache
def languages() -> tuple[str, ...]:
    """The installed languages that are of use here; none where the program is not installed."""
    program = shutil.which(PROGRAM)
    if program is None:
        return ()
    listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False)
    known = set(listed.stdout.split())
    return tuple(language for language in (*CYRILLIC, *LATIN) if language in known)


def knows_cyrillic() -> bool:
    """Whether a language written in Cyrillic letters is installed."""
    return bool(set(languages()) & set(CYRILLIC))


def read_lines(picture: Image.Image, lines: Sequence[Seen]) -> list[Seen]:
    """The same lines, those in Cyrillic letters as Tesseract reads them; the others stay as they were."""
    from PIL import Image

    strips = [_strip(picture, line) for line in lines]
    sheet = Image.new(
        "L", (max(strip.width for strip in strips) + 40, (_HEIGHT + _GAP) * len(strips) + _GAP), 255
    )
    for at, strip in enumerate(strips):
        sheet.paste(strip, (20, _GAP + at * (_HEIGHT + _GAP)))
    told: dict[int, list[tuple[str, float]]] = {}
    for word, score, (_, top, _, bottom) in _words(sheet, _LINES):
        told.setdefault(int(((top + bottom) / 2 - _GAP / 2) // (_HEIGHT + _GAP)), []).append((word, score))
    return [_told(line, told.get(at, [])) for at, line in enumerate(lines)]


def read_card(picture: Image.Image) -> list[Seen]:
    """Every line that Tesseract finds by itself."""
    from PIL import ImageOps

    rows: dict[tuple[str, ...], list[tuple[str, float, tuple[int, ...]]]] = {}
    for row in _table(ImageOps.autocontrast(picture.convert("L")), _SPARSE):
        rows.setdefault(tuple(row[2:5]), []).append((row[11], float(row[10]) / 100, _box(row)))
    return [_line(words) for words in rows.values()]


def _told(line: Seen, words: list[tuple[str, float]]) -> Seen:
    """The line in Cyrillic letters, with numbers and addresses as the eye read them: better."""
    text = " ".join(_cyrillic(word) for word, _ in words)
    if len(_CYRILLIC.findall(text)) < _FEWEST:
        return line
    for kind in _EXACT:
        ours, theirs = kind.findall(line.text), kind.findall(text)
        if len(ours) == len(theirs) == 1:
            text = text.replace(theirs[0], ours[0])
    return Seen(text, line.corners, sum(score for _, score in words) / len(words))


def _cyrillic(word: str) -> str:
    """The word without Latin letters where Cyrillic ones look the same; all Latin ones stay, and mails."""
    alike = word.translate(_ALIKE)
    return alike if "@" not in word and not re.search("[A-Za-z]", alike) else word


def _line(words: list[tuple[str, float, tuple[int, ...]]]) -> Seen:
    left, top = min(box[0] for *_, box in words), min(box[1] for *_, box in words)
    right, bottom = max(box[2] for *_, box in words), max(box[3] for *_, box in words)
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    score = sum(score for _, score, _ in words) / len(words)
    return Seen(" ".join(word for word, *_ in words), corners, score)


def _strip(picture: Image.Image, line: Seen) -> Image.Image:
    """The line cut out and straight, dark on light, at the height that is read best."""
    from PIL import Image, ImageOps

    (x1, y1), (x2, y2), (x3, y3), (x4, y4) = line.corners
    high = max(((x1 - x4) ** 2 + (y1 - y4) ** 2) ** 0.5, 1)
    wide = ((x1 - x2) ** 2 + (y1 - y2) ** 2) ** 0.5
    size = (max(int(wide * _HEIGHT / high), 1), _HEIGHT)
    quad = (x1, y1, x4, y4, x3, y3, x2, y2)
    grey = picture.convert("L")
    strip = grey.transform(size, Image.Transform.QUAD, quad, Image.Resampling.BICUBIC)
    # The paper is what there is more of: a dark one is turned into a light one.
    clear = ImageOps.autocontrast(strip, cutoff=1)
    return ImageOps.invert(clear) if _is_dark(clear) else clear


def _is_dark(strip: Image.Image) -> bool:
    counts = strip.histogram()
    return sum(counts[:128]) > sum(counts[128:])


def _words(sheet: Image.Image, layout: str) -> Iterable[tuple[str, float, tuple[int, ...]]]:
    for row in _table(sheet, layout):
        yield row[11], float(row[10]) / 100, _box(row)


def _box(row: Sequence[str]) -> tuple[int, ...]:
    left, top, wide, high = map(int, row[6:10])
    return left, top, left + wide, top + high


def _table(picture: Image.Image, layout: str) -> list[list[str]]:
    """The words as Tesseract's table has them: level, five numbers, box, sureness, text."""
    file = io.BytesIO()
    picture.save(file, "PNG")
    program = shutil.which(PROGRAM) or PROGRAM
    known = [one for one in languages() if layout == _SPARSE or one in (*CYRILLIC, LATIN[0])]
    spoken = "+".join(known)
    command = [program, "-", "-", "-l", spoken, "--psm", layout, "--dpi", "300", "tsv"]
    ended = subprocess.run(
        command, input=file.getvalue(), capture_output=True, check=False, timeout=_LONGEST,
        env={**os.environ, **_ONE_THREAD},
    )  # fmt: skip
    rows = (line.split("\t") for line in ended.stdout.decode("utf-8", "replace").splitlines()[1:])
    return [row for row in rows if len(row) == 12 and row[11].strip()]
