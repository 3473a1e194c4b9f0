"""Letters that change with their neighbours: which glyphs stand where in a run, by HarfBuzz."""

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import ShapedStr

# Glyphs that no letter has alone stand in the PDF under private letters, the same in every document.
PRIVATE = 0xE000


class Shaped(NamedTuple):
    """The glyphs as the PDF writer takes them, and how far they reach, in thousandths of the size."""

    glyphs: "ShapedStr"
    advance: float


@lru_cache(maxsize=4096)
def shaped(font: str, text: str) -> Shaped:
    """A run of one script in the shapes and places its language wants."""
    import uharfbuzz as harfbuzz
    from reportlab.pdfbase.pdfmetrics import getFont
    from reportlab.pdfbase.ttfonts import ShapeData, ShapedStr

    face, buffer = getFont(font).face, harfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    harfbuzz.shape(_shaper(font), buffer)
    letters, places = [], []
    for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        letter = _letter(font, face, info.codepoint)
        letters.append(chr(letter))
        measures = (at.x_advance, at.y_advance, at.x_offset, at.y_offset)
        places.append(ShapeData(info.cluster, *map(face._pdfScale, measures), face.charWidths[letter]))
    return Shaped(ShapedStr("".join(letters), places), float(sum(place.x_advance for place in places)))


@cache
def _shaper(font: str) -> Any:
    import uharfbuzz as harfbuzz
    from reportlab.pdfbase.pdfmetrics import getFont

    return harfbuzz.Font(harfbuzz.Face(harfbuzz.Blob(getFont(font).face._ttf_data)))


def _letter(font: str, face: Any, glyph: int) -> int:
    if glyph in face.glyphToChar:
        return int(face.glyphToChar[glyph][0])
    letter = PRIVATE + glyph
    face.charToGlyph[letter] = glyph
    face.glyphToChar[glyph] = [letter]
    face.charWidths[letter] = face._pdfScale(_shaper(font).get_glyph_h_advance(glyph))
    return letter
