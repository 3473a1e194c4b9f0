"""The commands and their words, as CLI.md has them."""

from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from typing import Any

from boothapp import __version__

Words = tuple[tuple[str, ...], Mapping[str, Any]]


def word(*names: str, **how: Any) -> Words:
    """One argument or option, as argparse takes it."""
    return names, how


UNREADABLE = "\N{REPLACEMENT CHARACTER}"
MANY = {"action": "append", "default": []}
NUMBER = {"type": int}
SOURCE = (
    word("--text", metavar="T"),
    word("--file", metavar="F"),
    word("--image", metavar="F"),
)
GROUPS: Mapping[str, str] = {
    "show": "the shows of this laptop and their kits",
    "attendees": "the organiser's list of visitors",
    "badge": "the show's own badge format",
    "target": "the CRM at head office",
    "key": "the passphrase and the recovery key",
}
"""What the commands of two words are about."""

COMMANDS: Mapping[str, tuple[str, Sequence[Words]]] = {
    "demo": (
        "open the demo show with pretended leads",
        (
            word("--leads", default=40, metavar="N", **NUMBER),
            word("--seed", default=1, metavar="S", **NUMBER),
            word("--no-window", action="store_true"),
        ),
    ),
    "show import": ("open a show from its kit", (word("file"), word("--trust", action="store_true"))),
    "show list": ("the shows of this laptop", ()),
    "show open": ("make a show the one new leads belong to", (word("id"),)),
    "show new": (
        "a new show with the questions and pieces of another",
        (word("name"), word("--from", dest="like", required=True, metavar="ID")),
    ),
    "station": ("which of the stand's laptops this is", (word("letter", nargs="?", default=""),)),
    "attendees import": (
        "the organiser's list: CSV, TSV, XLSX, XLS or ODS",
        (
            word("file"),
            word("--map", metavar="FIELD=COLUMN", help="a column by its heading or its number", **MANY),
            word("--sheet", default="", metavar="NAME", help="the sheet of a workbook"),
            word("--encoding", default="", metavar="E", help="how the file is written, such as cp1251"),
        ),
    ),
    "attendees pretix": (
        "the attendees of a pretix event; its API token comes from BOOTHAPP_PRETIX_TOKEN",
        (word("url"), word("organizer"), word("event")),
    ),
    "attendees remove": ("take the open show's list away", ()),
    "decode": ("read a badge or card; saves nothing", SOURCE),
    "badge learn": (
        "the format of the show's badges, from a few of them",
        (
            word("--sample", metavar="TEXT", required=True, **MANY),
            word("--expect", metavar="FIELD=V,...", **MANY),
            word("--keep", action="store_true"),
        ),
    ),
    "badge show": ("the badge format of the show", ()),
    "badge forget": ("read the show's badges as any others again", ()),
    "capture": (
        "save one conversation",
        (
            *SOURCE,
            word(
                "--with",
                dest="others",
                metavar="BADGE-FILE",
                help="one more person of the same conversation, who becomes a lead too",
                **MANY,
            ),
            word("--set", metavar="FIELD=V", **MANY),
            word("--answer", metavar="QUESTION=OPTION", **MANY),
            word("--interest", metavar="PRODUCT", **MANY),
            word("--touch", metavar="KIND[:PIECE]", **MANY),
            word("--piece", metavar="PIECE", **MANY),
            word("--consent", default="", metavar="PURPOSE,..."),
            word("--note", default="", metavar="T"),
            word("--remark", metavar="TAG=T", help="what the visitor said, and what it is about", **MANY),
            word("--message", metavar="MESSAGE", help="a key message that worked", **MANY),
            word("--competitor", metavar="NAME", help="who else was named", **MANY),
            word("--by", default="", metavar="STAFF"),
        ),
    ),
    "leads": (
        "the list, newest first",
        (
            word("--search", default="", metavar="Q"),
            word("--rating", choices=("hot", "warm", "cold")),
            word("--show", default="", metavar="S"),
            word("--limit", default=50, metavar="N", **NUMBER),
        ),
    ),
    "lead": ("one lead whole", (word("id"),)),
    "edit": (
        "put a lead right; it goes to head office again with the next sync",
        (
            word("id"),
            word("--set", metavar="FIELD=V", required=True, help="an empty V removes what is there", **MANY),
            word("--by", default="", metavar="STAFF"),
        ),
    ),
    "sheet": (
        "the personal page as PDF",
        (
            word("id"),
            word("-o", "--output", required=True, metavar="F.pdf"),
            word("--language", default="", metavar="L"),
            word("--piece", metavar="P", **MANY),
        ),
    ),
    "receipt": (
        "what the visitor has allowed, as PDF to hand over and to keep",
        (
            word("id"),
            word("-o", "--output", required=True, metavar="F.pdf"),
            word("--language", default="", metavar="L"),
        ),
    ),
    "withdraw": (
        "take back what the visitor has allowed; head office hears of it with the next sync",
        (
            word("id"),
            word("purpose", nargs="*", metavar="PURPOSE", help="everything where none is named"),
            word("--by", default="", metavar="STAFF"),
        ),
    ),
    "pack": (
        "the lead pack for sales",
        (word("-o", "--output", required=True, metavar="F.zip"), word("--show", default="", metavar="S")),
    ),
    "target add": (
        "a head-office CRM",
        (
            word("name"),
            word("kind"),
            word("--url", default="", metavar="U"),
            word("--option", metavar="K=V", **MANY),
            word("--moved", action="store_true", help="it is the same head office as before, elsewhere"),
        ),
    ),
    "target remove": ("take a CRM away that no lead was sent to", (word("name"),)),
    "target test": ("sign in there and look at the rights; changes nothing", (word("name"),)),
    "target list": ("the CRMs set up here", ()),
    "sync": (
        "send what waits",
        (
            word("name", nargs="?", default=""),
            word("--release", metavar="LEAD", help="send a lead that is held back all the same", **MANY),
            word(
                "--same-person",
                metavar="LEAD",
                help="a lead to review is the person head office knows",
                **MANY,
            ),
            word("--demo", action="store_true", help="send the demo show's invented visitors too"),
            word("--someone-else", metavar="LEAD", help="a lead to review is a new person", **MANY),
        ),
    ),
    "pull": ("fetch outcomes", (word("name", nargs="?", default=""),)),
    "key change": ("a new passphrase, from BOOTHAPP_NEW_PASSPHRASE", ()),
    "key recovery": ("a new recovery key as a page to print", (word("-o", "--output", required=True),)),
    "check": ("is every lead readable and whole?", ()),
    "rehearse": ("is everything ready before the show opens? Pretended visitors leave no trace", ()),
    "self-test": ("does this installation have all its parts?", ()),
}


AS_BYTES = frozenset({"home", "text", "file", "image", "output"})
"""Names of files, and the badge: their bytes are kept whatever they spell."""


def spell_out(args: Namespace) -> bool:
    """Makes every other word text that can be saved; says whether something in them was none.

    Bytes that are no UTF-8 arrive as lone surrogates (PEP 383) and become U+FFFD; the value of a NAME=VALUE
    that has nothing else is empty.
    """
    given = {name: value for name, value in vars(args).items() if name not in AS_BYTES}
    spelt = {name: _spelt(value) for name, value in given.items()}
    vars(args).update(spelt)
    return spelt != given


def _spelt(value: Any) -> Any:
    if isinstance(value, list):
        return [_spelt(item) for item in value]
    if not isinstance(value, str) or value.isascii():
        return value
    text = "".join(UNREADABLE if "\ud800" <= letter <= "\udfff" else letter for letter in value)
    name, equals, said = text.partition("=")
    return text if text == value or not equals or said.strip(UNREADABLE) else name + equals


def parser() -> ArgumentParser:
    """The parser of all commands; --home and --json may stand before or after the command."""
    common = ArgumentParser(add_help=False, argument_default=SUPPRESS)
    common.add_argument("--home", metavar="DIR", help="folder of the leads")
    common.add_argument("--json", action="store_true", help="one JSON document on stdout")
    top = ArgumentParser("boothapp", description="Trade-show leads; without a command the window opens.")
    top.add_argument("--version", action="version", version=f"boothapp {__version__}")
    top.add_argument("--home", metavar="DIR", default=None, help="folder of the leads")
    top.add_argument("--json", action="store_true", default=False, help="one JSON document on stdout")
    top.set_defaults(command="")
    groups: dict[str, Any] = {"": top.add_subparsers(title="commands", metavar="COMMAND")}
    for name, (does, words) in COMMANDS.items():
        group, _, last = name.rpartition(" ")
        if group not in groups:
            outer = groups[""].add_parser(
                group, help=GROUPS[group], description=GROUPS[group], parents=[common]
            )
            groups[group] = outer.add_subparsers(required=True, metavar="COMMAND")
        one = groups[group].add_parser(last, help=does, description=does, parents=[common])
        one.set_defaults(command=name)
        for names, how in words:
            one.add_argument(*names, **how)
    return top
