"""A screen reader of a few commands over AT-SPI, run by the system's Python, which has pyatspi.

One command a line on stdin, one JSON answer a line on stdout:
find ROLE NAME, focused, texts, press ROLE NAME, unnamed, quit.
"""

import json
import sys
import time

import pyatspi

PATIENCE = 15.0
PROGRAM = "boothapp"


def program():
    """The program under test, once it has said that it is there."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        for one in pyatspi.Registry.getDesktop(0):
            if one is not None and one.name == PROGRAM:
                return one
        time.sleep(0.05)
    raise SystemExit("the program never came to the desktop of the reader")


def visible(top):
    """Every part that shows now, in the order of the tree."""
    waiting = [top]
    while waiting:
        part = waiting.pop(0)
        try:
            if part is None or (part is not top and not part.getState().contains(pyatspi.STATE_SHOWING)):
                continue
            yield part
            waiting[:0] = list(part)
        except LookupError:
            # What went while the tree was read.
            continue


def windows(top):
    return [window for window in top if window is not None]


def parts(top):
    return [part for window in windows(top) for part in visible(window)]


def focused(top):
    """What has the keyboard; of parts inside each other that say so, the innermost that has a name."""
    found = [part for part in parts(top) if part.getState().contains(pyatspi.STATE_FOCUSED)]
    return next((part for part in reversed(found) if part.name), None)


def told(part):
    """What a reader says of a part."""
    if part is None:
        return None
    return {
        "role": part.getRoleName(),
        "name": part.name,
        "on": part.getState().contains(pyatspi.STATE_CHECKED),
    }


def find(top, role, name):
    return next((part for part in parts(top) if part.getRoleName() == role and name in part.name), None)


def unnamed(top):
    """The roles of what takes the keyboard and says nothing."""
    stops = (part for part in parts(top) if part.getState().contains(pyatspi.STATE_FOCUSABLE))
    return [told(part) for part in stops if not part.name and part.getRoleName() not in ("frame", "filler")]


def answer(top, command, role="", name=""):
    if command == "find":
        return told(find(top, role, name))
    if command == "focused":
        return told(focused(top))
    if command == "texts":
        return [part.name for part in parts(top) if part.name]
    if command == "press":
        part = find(top, role, name)
        return part is not None and part.queryAction().doAction(0)
    if command == "unnamed":
        return unnamed(top)
    raise SystemExit(f"no such command: {command}")


def main():
    top = program()
    print(json.dumps("ready"), flush=True)
    for line in sys.stdin:
        command = line.rstrip("\n").split("\t")
        if command == ["quit"]:
            return
        print(json.dumps(answer(top, *command)), flush=True)


main()
