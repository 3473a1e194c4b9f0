"""What is said at a closed store: what was tried, and the ways that there are into these leads."""

from collections.abc import Mapping

from boothapp.errors import Locked
from boothapp.store.key import PUT_KEY_BACK, KeyFile
from boothapp.words import mark, tr

PASSPHRASE = mark("Give the passphrase in BOOTHAPP_PASSPHRASE, or open the window and type it there.")
RECOVERY = mark("Give the printed recovery key in BOOTHAPP_PASSPHRASE, or type it in the window.")
EITHER = mark("Give the passphrase or the printed recovery key: in BOOTHAPP_PASSPHRASE, or in the window.")
KEYSTORE = mark("Open the keystore of this account, as at its log-in, then try again.")
KEYSTORE_OR_RECOVERY = mark(
    "Open the keystore of this account, as at its log-in, or give the printed recovery key: in"
    " BOOTHAPP_PASSPHRASE, or in the window."
)
WAYS_IN: Mapping[tuple[bool, bool, bool], str] = {
    # Whether the key file names a keystore, a passphrase, a recovery key.
    (False, False, False): PUT_KEY_BACK,
    (False, False, True): RECOVERY,
    (False, True, False): PASSPHRASE,
    (False, True, True): EITHER,
    (True, False, False): KEYSTORE,
    (True, False, True): KEYSTORE_OR_RECOVERY,
    (True, True, False): PASSPHRASE,
    (True, True, True): EITHER,
}

SHUT = {
    False: mark("The leads are locked."),
    True: mark("The keystore of this laptop doesn't give the key of the leads."),
}
AGAIN = {
    False: mark("Try again; capitals and the keyboard's language count."),
    True: mark("Try again, or use the printed recovery key."),
}


def locked(file: KeyFile, tried: bool) -> Locked:
    """tried: whether a passphrase or a recovery key was given."""
    if tried and (file.passphrase or file.recovery):
        happened, step = mark("The passphrase is not the right one."), AGAIN[file.recovery is not None]
    else:
        ways = (file.keystore, file.passphrase is not None, file.recovery is not None)
        happened, step = SHUT[file.keystore], WAYS_IN[ways]
    return Locked(tr(happened), safe=tr("Nothing was changed."), step=tr(step))
