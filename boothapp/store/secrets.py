"""A target's password or key: in the OS keystore, the environment or memory, never in the store."""

import os
import re
import unicodedata
from itertools import filterfalse

from boothapp.errors import EnvironmentFault
from boothapp.store import keystore
from boothapp.store.database import Store
from boothapp.store.key import read
from boothapp.words import tr


class NoSecret(EnvironmentFault):
    """A target's password is not on this laptop."""


def variable(target: str) -> str:
    """The environment variable of a target's secret, such as BOOTHAPP_TARGET_OFFICE_SECRET.

    Shells take ASCII alone: marks are left out, and any other letter is told by its number in Unicode.
    """
    plain = unicodedata.normalize("NFKD", target.upper())
    letters = "".join(map(_spelt, filterfalse(unicodedata.combining, plain)))
    return f"BOOTHAPP_TARGET_{re.sub('[^A-Z0-9]+', '_', letters).strip('_')}_SECRET"


def _spelt(letter: str) -> str:
    return letter if letter.isascii() or not letter.isalnum() else f"U{ord(letter):04X}"


def secret(store: Store, target: str) -> str:
    """The secret of a target; raises NoSecret where there is none."""
    found = os.environ.get(variable(target)) or store.secrets.get(target) or _kept(store, target)
    if not found:
        raise NoSecret(
            tr("There is no password for {target} on this laptop.").format(target=target),
            safe=tr("All leads wait safely."),
            step=tr("Set {variable}, or type it on the Send page.").format(variable=variable(target)),
        )
    return found


def found(store: Store, target: str) -> str:
    """The secret kept under this name, "" where there is none."""
    return store.secrets.get(target) or _kept(store, target) or ""


def keep(store: Store, target: str, text: str) -> bool:
    """Keeps the secret in the OS keystore; False where there is no keystore."""
    return keystore.keep(_name(store, target), text)


def keep_for_run(store: Store, target: str, text: str) -> None:
    """Keeps the secret until the program ends."""
    store.secrets[target] = text


def _kept(store: Store, target: str) -> str | None:
    return keystore.kept(_name(store, target)) if keystore.works() else None


def _name(store: Store, target: str) -> str:
    return f"{read(store.home).store}:{target}"
