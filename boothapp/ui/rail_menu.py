"""The menu at the rail's foot, imported when it is first opened: language and look."""

from collections.abc import Callable, Mapping

from PySide6.QtGui import QAction, QActionGroup, QIcon
from PySide6.QtWidgets import QMenu, QWidget

from boothapp import words
from boothapp.ui import icons, keys, letters, text_size, theme
from boothapp.words import mark, tr

LANGUAGE = mark("Language")
SHOW = mark("Show")
SHOWS = {"new": mark("New show…"), "other": mark("Open another show…")}
LOOK, SIZE = mark("Look"), mark("Size")
KIOSK = mark("Kiosk: visitors enter themselves")
KEYS = mark("Keys of this page")
Chosen = Callable[[str], None]


def rail_menu(
    parent: QWidget,
    speak: Chosen,
    wear: Chosen,
    show_keys: Callable[[], None],
    leave: Chosen | None = None,
    kiosk: Callable[[], None] | None = None,
    size: str = text_size.AS_SYSTEM,
    grow: Chosen = lambda _size: None,
) -> QMenu:
    """Shows, languages, looks, sizes and keys, those in use ticked; leave(one of SHOWS) goes to the door.

    kiosk: gives the window to the visitors; size: the one chosen, of text_size.SIZES.
    """
    menu = QMenu(parent)
    if leave is not None:
        _add_shows(menu, leave)
    if kiosk is not None:
        menu.addAction(tr(KIOSK)).triggered.connect(lambda _on: kiosk())
        menu.addSeparator()
    _add_heading(menu, LANGUAGE)
    _add_choices(menu, words.LANGUAGES, words.language(), speak)
    menu.addSeparator()
    _add_heading(menu, LOOK)
    _add_choices(menu, {mode: tr(name) for mode, name in theme.MODES.items()}, theme.mode(), wear)
    inner = menu.addMenu(tr(SIZE))
    _add_choices(inner, {one: tr(name) for one, name in text_size.SIZES.items()}, size, grow)
    menu.addSeparator()
    # The key stands beside the words; the window itself listens for it.
    menu.addAction(f"{tr(KEYS)}\t{keys.HELP}").triggered.connect(lambda _on: show_keys())
    return menu


def _add_shows(menu: QMenu, leave: Chosen) -> None:
    _add_heading(menu, SHOW)
    for key, text in SHOWS.items():
        menu.addAction(tr(text)).triggered.connect(lambda _on, key=key: leave(key))
    menu.addSeparator()


def _add_heading(menu: QMenu, text: str) -> None:
    heading = menu.addAction(tr(text))
    heading.setFont(letters.font("label"))
    heading.setEnabled(False)


def _add_choices(menu: QMenu, choices: Mapping[str, str], now: str, chosen: Chosen) -> None:
    group = QActionGroup(menu)
    for key, text in choices.items():
        action = QAction(text, group, checkable=True, checked=key == now)
        action.setIcon(QIcon(icons.pixmap("check", "accent", menu, 18)) if key == now else QIcon())
        action.triggered.connect(lambda _on, key=key: chosen(key))
        menu.addAction(action)
