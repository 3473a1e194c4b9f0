"""The keys of every page in one table: buttons and tooltips take theirs from it, and F1 shows it."""

from collections.abc import Mapping
from typing import NamedTuple

from boothapp.words import mark, tr


class Key(NamedTuple):
    """What a key does; more than one may do it, and `to` ends a row of keys such as 1 to 9."""

    does: str
    keys: tuple[str, ...]
    to: str = ""


# Signs that every keyboard wears, and keys that Qt calls otherwise than keyboards do.
_SIGNS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓"}
_CALLED = {"Return": mark("Enter"), "Space": mark("Space bar")}
HELP, UNDO, PLACE = "F1", "Ctrl+Z", "Ctrl+{number}"
WHO, LOCK = "Ctrl+Shift+S", "Ctrl+L"
SAME = ("Alt+1", "Alt+2", "Alt+3")
EVERYWHERE: Mapping[str, Key] = {
    "help": Key(mark("Show or hide these keys"), (HELP,)),
    "press": Key(mark("Press the button in focus"), ("Space",)),
}
# Not at the door, nor while the window is locked.
INSIDE: Mapping[str, Key] = {
    "undo": Key(mark("Undo, while a message offers it"), (UNDO,)),
    "who": Key(mark("Choose who is at the stand"), (WHO,)),
    "lock": Key(mark("Lock the window"), (LOCK,)),
}
PAGES: Mapping[str, Mapping[str, Key]] = {
    "capture": {
        "save": Key(mark("Save, and begin with the next visitor"), ("Ctrl+Return",)),
        "print": Key(mark("Save and print the sheet"), ("Ctrl+P",)),
        "scan": Key(mark("Back to the scan field"), ("Esc",)),
        "answer": Key(mark("Answer the question in focus and go on to the next"), ("1",), "9"),
        "next": Key(mark("From the interests to what is next"), ("Return",)),
        "consent": Key(mark("Tick what the visitor allows"), ("F2",), "F4"),
        "more": Key(mark("More of the talk, or less of it"), ("Ctrl+M",)),
        "move": Key(mark("Move inside a row of answers"), ("Left", "Right")),
        "camera": Key(mark("Open or close the camera"), ("Ctrl+K",)),
        "open": Key(mark("Open a picture or file"), ("Ctrl+O",)),
        "paste": Key(mark("Take in a copied picture or file"), ("Ctrl+V",)),
        "crowd": Key(mark("Rapid mode: every scan is a lead at once"), ("Ctrl+R",)),
        "complete": Key(mark("Complete the one scanned last in rapid mode"), ("Ctrl+J",)),
        "group": Key(mark("One more person of this conversation"), ("Ctrl+G",)),
        "same": Key(mark("Same visitor as the first, second or third one shown"), SAME[:1], "3"),
        "drafts": Key(mark("Conversations that are not finished"), ("Ctrl+D",)),
    },
    "leads": {
        "search": Key(mark("Search"), ("Ctrl+F", "/")),
        "list": Key(mark("From the search to the list, and through it"), ("Down", "Up")),
        "lead": Key(mark("From the list to the lead"), ("Return",)),
        "back": Key(mark("Back to the search; once more empties it"), ("Esc",)),
        "complete": Key(mark("Complete the lead on Capture"), ("Ctrl+J",)),
        "edit": Key(mark("Correct the lead"), ("Ctrl+E",)),
        "print": Key(mark("Print the sheet"), ("Ctrl+P",)),
        "pdf": Key(mark("Save the sheet as PDF"), ("Ctrl+S",)),
        "delete": Key(mark("Delete the lead"), ("Ctrl+Del",)),
    },
    "leads-edit": {
        "save": Key(mark("Save the corrections"), ("Ctrl+Return",)),
        "cancel": Key(mark("Leave everything as it was"), ("Esc",)),
    },
    "send": {
        "send": Key(mark("Send what waits"), ("Ctrl+Return",)),
        "enter": Key(mark("Press the button in focus"), ("Return",)),
    },
    "today": {
        "figure": Key(mark("Show the leads behind the figure in focus"), ("Return",)),
        "move": Key(mark("Move among the bars of a chart"), ("Left", "Right")),
        "goal": Key(mark("Set the goal of a day"), ("Ctrl+G",)),
    },
    "show-attendees": {
        "part": Key(mark("Move between the parts of the show"), ("Up", "Down")),
        "enter": Key(mark("Press the button in focus"), ("Return",)),
    },
    "show-badge_format": {
        "keep": Key(mark("Keep the format shown"), ("Ctrl+Return",)),
        "scan": Key(mark("Back to the scan field"), ("Esc",)),
        "part": Key(mark("Move between the parts of the show"), ("Up", "Down")),
    },
    "show-scanner": {
        "part": Key(mark("Move between the parts of the show"), ("Up", "Down")),
        "enter": Key(mark("Press the button in focus"), ("Return",)),
    },
    "show-people": {
        "part": Key(mark("Move between the parts of the show"), ("Up", "Down")),
        "enter": Key(mark("Press the button in focus"), ("Return",)),
    },
    "show-rehearsal": {
        "begin": Key(mark("Begin the rehearsal"), ("Ctrl+Return",)),
        "part": Key(mark("Move between the parts of the show"), ("Up", "Down")),
    },
    "lock": {
        "enter": Key(mark("Go on, once the PIN is typed"), ("Return",)),
        "names": Key(mark("Move between the names"), ("Up", "Down")),
    },
    "door": {"enter": Key(mark("Press the button in focus"), ("Return",))},
}


def of(page: str, act: str) -> str:
    """The key of an act on a page, as Qt reads it: the first where several do it."""
    return PAGES[page][act].keys[0]


def shown(key: str) -> str:
    """A key as it is written on the keyboard of this system and language."""
    from PySide6.QtGui import QKeySequence

    native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    *held, last = key.split("+")
    if called := _CALLED.get(last):
        before = native.split("+")[:-1]
        # A Mac writes the keys held as signs, with no plus between.
        return "+".join((*before, tr(called))) if len(before) == len(held) else native
    return _SIGNS.get(key) or native
