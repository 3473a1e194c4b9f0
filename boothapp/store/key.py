"""The store's key: random, never stored plain, wrapped in up to three slots beside the database.

keystore: the operating system keeps it; passphrase and recovery: wrapped by a key from argon2id.
A new passphrase re-wraps the same key, so the leads are never written anew.
"""

import json
import os
from pathlib import Path
from typing import Any, NamedTuple

from boothapp.errors import EnvironmentFault, Locked
from boothapp.paths import Home
from boothapp.store import keystore
from boothapp.store.turn import turn
from boothapp.words import tr

KEY_BYTES = 32
# RFC 9106, 4 (second recommended option): 64 MiB, 3 passes, 4 lanes: about 0.1 s on a booth laptop.
ARGON2 = {"time_cost": 3, "memory_cost": 65536, "parallelism": 4}
# No 0, 1, 8, 9, I, O, B or G: what is written down by hand must be read back right.
RECOVERY_LETTERS = "234567ACDEFHJKLMNPQRSTUVWXYZ"
RECOVERY_GROUPS, RECOVERY_GROUP = 6, 5
# Tells a right key from a wrong one without the database; half of an HMAC is enough (RFC 2104, 5).
CHECK_LABEL, CHECK_BYTES = b"boothapp: the key of the leads", 16


class Slot(NamedTuple):
    """One wrapped copy of the key (RFC 3394), and the salt its wrapping key was derived with; hex."""

    salt: str
    wrapped: str


class KeyFile(NamedTuple):
    """What stands beside the database: which store, the slots that can open it, and whether it was made.

    check: a value that only the right key gives, hex; "" in a key file from before there was one.
    """

    store: str
    keystore: bool = False
    made: bool = False
    check: str = ""
    passphrase: Slot | None = None
    recovery: Slot | None = None


SLOTS = ("passphrase", "recovery")


def exists(home: Home) -> bool:
    """True where a store was made already."""
    return home.key.exists() or home.store.exists()


def create(home: Home, passphrase: str | None) -> bytes:
    """Makes the key of a new home and keeps it in the OS keystore, or wrapped by the passphrase.

    Raises Locked where there is neither.
    """
    import secrets

    key, store = secrets.token_bytes(KEY_BYTES), secrets.token_hex(8)
    kept = False if passphrase else _keep(store, key)
    if not (passphrase or kept):
        raise Locked(
            tr("There is no key for the leads yet."),
            step=tr("Set BOOTHAPP_PASSPHRASE, or open the window once and choose a passphrase."),
        )
    slot = wrap(key, passphrase) if passphrase else None
    _write(home, KeyFile(store, keystore=kept, check=check_value(key), passphrase=slot))
    return key


def unlock(home: Home, passphrase: str | None) -> bytes:
    """The key of this home; raises Locked where no slot opens. A recovery key is taken as a passphrase."""
    file = read(home)
    if passphrase:
        return _by_passphrase(file, passphrase)
    key = _kept(file.store) if file.keystore else None
    if key is None:
        raise Locked(
            tr("The leads are locked."),
            step=tr("Give the passphrase in BOOTHAPP_PASSPHRASE, or open the window and type it there."),
        )
    return key


def settle(home: Home, key: bytes) -> None:
    """Notes that the database was made and which key opens it.

    One that is missing later is never replaced by an empty one; one that doesn't open is damaged.
    """
    before = read(home)
    if not (before.made and before.check):
        _write(home, before._replace(made=True, check=check_value(key)))


def check_value(key: bytes) -> str:
    """What stands in the key file for the key; nothing of the key can be learnt from it. Hex."""
    import hmac

    return hmac.digest(key, CHECK_LABEL, "sha256")[:CHECK_BYTES].hex()


def is_right(home: Home, key: bytes) -> bool | None:
    """Whether this is the key of these leads; None where the key file doesn't know yet."""
    kept = read(home).check
    return kept == check_value(key) if kept else None


def must_have_store(home: Home) -> None:
    """Raises EnvironmentFault where the database was made once and is not there now, or has nothing in it."""
    if read(home).made and not (home.store.exists() and home.store.stat().st_size):
        raise EnvironmentFault(
            tr("The file of the leads is missing."),
            safe=tr("Nothing was changed."),
            step=tr("Put leads.db back beside leads.key, from the second copy or a backup."),
        )


def change_passphrase(home: Home, key: bytes, passphrase: str) -> None:
    """Wraps the same key by a new passphrase; the recovery key stays as it is."""
    slot = wrap(key, passphrase)
    with turn(home.root):
        _write(home, read(home)._replace(passphrase=slot))


def make_recovery(home: Home, key: bytes) -> str:
    """A new recovery key to print and lock away; the one before no longer opens."""
    code, slot = new_recovery(key)
    keep_recovery(home, slot)
    return code


def new_recovery(key: bytes) -> tuple[str, Slot]:
    """A new recovery key and its slot; it opens nothing until the slot is kept."""
    import secrets

    letters = [secrets.choice(RECOVERY_LETTERS) for _ in range(RECOVERY_GROUPS * RECOVERY_GROUP)]
    groups = ["".join(letters[at : at + RECOVERY_GROUP]) for at in range(0, len(letters), RECOVERY_GROUP)]
    code = "-".join(groups)
    return code, wrap(key, _typed(code))


def keep_recovery(home: Home, slot: Slot) -> None:
    """From now on this slot's recovery key opens; the one before no longer does."""
    with turn(home.root):
        _write(home, read(home)._replace(recovery=slot))


def wrap(key: bytes, secret: str) -> Slot:
    """The key wrapped by a secret, with a fresh salt."""
    import secrets

    from cryptography.hazmat.primitives.keywrap import aes_key_wrap

    salt = secrets.token_bytes(16)
    return Slot(salt.hex(), aes_key_wrap(_derive(secret, salt), key).hex())


def unwrap(slot: Slot, secret: str) -> bytes | None:
    """The key, or None where the secret is not the right one."""
    from cryptography.hazmat.primitives.keywrap import InvalidUnwrap, aes_key_unwrap

    try:
        return aes_key_unwrap(_derive(secret, bytes.fromhex(slot.salt)), bytes.fromhex(slot.wrapped))
    except InvalidUnwrap:
        return None


def read(home: Home) -> KeyFile:
    """The key file; raises EnvironmentFault where it is missing or not one."""
    try:
        return _parsed(json.loads(home.key.read_text("utf-8")))
    except FileNotFoundError as error:
        raise EnvironmentFault(
            tr("The key file of the leads is missing."),
            step=tr("Put leads.key back beside leads.db, from the second copy or a backup."),
        ) from error
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise EnvironmentFault(
            tr("The key file of the leads can't be read."),
            step=tr("Put back leads.key from the second copy or a backup."),
        ) from error


def _parsed(data: dict[str, Any]) -> KeyFile:
    slots = {name: Slot(**data[name]) for name in SLOTS if data.get(name)}
    check = str(data.get("check", ""))
    return KeyFile(data["store"], bool(data["keystore"]), bool(data["made"]), check, **slots)


def _write(home: Home, file: KeyFile) -> None:
    slots = {name: slot._asdict() for name in SLOTS if (slot := getattr(file, name))}
    content = json.dumps({**file._asdict(), **slots}, indent=1)
    _write_durably(home.key, content.encode())


def _write_durably(path: Path, content: bytes) -> None:
    """Old or new, never half: a temporary file, flushed, then renamed over."""
    draft = path.with_name(path.name + ".new")
    with draft.open("wb") as file:
        os.fchmod(file.fileno(), 0o600) if hasattr(os, "fchmod") else None
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


def _by_passphrase(file: KeyFile, passphrase: str) -> bytes:
    tries = ((file.passphrase, passphrase), (file.recovery, _typed(passphrase)))
    for slot, secret in tries:
        if slot and (key := unwrap(slot, secret)):
            return key
    raise Locked(
        tr("The passphrase is not the right one."),
        safe=tr("Nothing was changed."),
        step=tr("Try again, or use the printed recovery key."),
    )


def _typed(code: str) -> str:
    return "".join(code.upper().split()).replace("-", "")


def _derive(secret: str, salt: bytes) -> bytes:
    from argon2.low_level import Type, hash_secret_raw

    return hash_secret_raw(secret.encode(), salt, hash_len=KEY_BYTES, type=Type.ID, **ARGON2)


def _keep(store: str, key: bytes) -> bool:
    """Keeps the key as 64 hex digits (Windows takes at most 2,560 bytes) and reads it back to be sure."""
    return keystore.keep(store, key.hex()) and _kept(store) == key


def _kept(store: str) -> bytes | None:
    found = keystore.kept(store)
    return bytes.fromhex(found) if found else None
