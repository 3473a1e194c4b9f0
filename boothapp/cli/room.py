"""How much a word of a command holds: as much as the field of the window for the same."""

from argparse import Namespace
from collections.abc import Iterator

from boothapp.domain import lengths
from boothapp.errors import WrongCall
from boothapp.words import number, tr

_FIELDS = {"emails": lengths.SEVERAL, "phones": lengths.SEVERAL, "note": lengths.NOTE}


def require(args: Namespace) -> None:
    """Raises WrongCall for a text that is longer than its field; nothing is cut, and nothing saved."""
    for option, text, limit in _texts(args):
        if (length := len(text)) > limit:
            raise WrongCall(
                tr("{option} holds {limit} characters, and this text has {length}.").format(
                    option=option, limit=number(limit), length=number(length)
                ),
                safe=tr("Nothing was saved."),
                step=tr("Shorten it, then save it again."),
            )


def _texts(args: Namespace) -> Iterator[tuple[str, str, int]]:
    """Option, text and limit of all that a person may write freely."""
    given = vars(args)
    for text in given.get("set", ()):
        name, _, value = text.partition("=")
        yield f"--set {name}", value, _FIELDS.get(name, lengths.LINE)
    yield "--note", given.get("note", ""), lengths.NOTE
    for text in given.get("remark", ()):
        yield "--remark", text.partition("=")[2], lengths.NOTE
    for text in given.get("answer", ()):
        id, _, value = text.partition("=")
        yield f"--answer {id}", value, lengths.LINE
    for text in given.get("competitor", ()):
        yield "--competitor", text, lengths.LINE
