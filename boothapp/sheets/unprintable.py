"""What of a page no bundled face can draw: left out and told, never a hollow square."""

from collections.abc import Iterator
from dataclasses import replace

from boothapp.paper.fonts import printable
from boothapp.sheets.content import SheetContent
from boothapp.words import tr


def printed(content: SheetContent) -> tuple[SheetContent, tuple[str, ...]]:
    """The content as it can be printed, and a sentence for each thing that can't be."""
    named, placed = printable(content.visitor_name, "strong"), printable(content.company)
    shown = replace(
        content,
        visitor_name=content.visitor_name if named else "",
        company=content.company if placed else "",
    )
    warnings = []
    if not named:
        sentence = tr("The name can't be printed in its own letters: {shown} stands in its place.")
        warnings.append(sentence.format(shown=shown.addressee))
    if not placed:
        warnings.append(tr("The company can't be printed in its own letters and is left out."))
    if not all(map(printable, _texts(content))):
        warnings.append(tr("Some letters of the texts can't be printed: question marks stand for them."))
    return shown, tuple(warnings)


def _texts(content: SheetContent) -> Iterator[str]:
    yield from (content.show, content.exhibitor, content.greeting, content.next_step)
    yield from (content.consent, content.footer)
    for pair in content.answers:
        yield from pair
    for piece in content.pieces:
        yield from (piece.title, piece.text, piece.kind)
    if content.representative:
        yield from (content.representative.name, *content.representative.ways)
