"""From the words of a call to its exit code; no fault of a person or a machine ends in a traceback."""

import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

from boothapp import crash
from boothapp.cli import badge, consent, lists, office, stand
from boothapp.cli.arguments import parser, spell_out
from boothapp.cli.call import Answer, Call, complain, say
from boothapp.errors import Refused, UserError
from boothapp.words import tr

OUR_BUG = 70
"""EX_SOFTWARE of sysexits.h: not a fault of the person or the machine."""

RUN: Mapping[str, Callable[[Call], Answer]] = {
    "demo": stand.demo,
    "show import": stand.show_import,
    "show list": stand.show_list,
    "show open": stand.show_open,
    "show new": stand.show_new,
    "station": stand.station,
    "attendees import": lists.attendees_import,
    "attendees pretix": lists.attendees_pretix,
    "attendees remove": lists.attendees_remove,
    "decode": stand.decode,
    "badge learn": badge.learn,
    "badge show": badge.show,
    "badge forget": badge.forget,
    "capture": stand.capture,
    "leads": office.leads,
    "lead": office.lead,
    "edit": office.edit,
    "sheet": office.sheet,
    "receipt": consent.receipt,
    "withdraw": consent.withdraw,
    "pack": office.pack,
    "target add": office.target_add,
    "target remove": office.target_remove,
    "target list": office.target_list,
    "target test": office.target_test,
    "sync": office.sync,
    "pull": office.pull,
    "key change": office.key_change,
    "key recovery": office.key_recovery,
    "check": office.check,
    "rehearse": office.rehearse,
    "self-test": office.self_test,
}


def run(words: Sequence[str], window: Callable[[str | None], int]) -> int:
    """Runs one call and gives its exit code; without a command, and after `demo`, the window opens."""
    _speak_utf8()
    args = parser().parse_args(list(words))
    if not args.command:
        return window(args.home)
    if spell_out(args):
        complain(tr("Some letters of the call can't be read; use UTF-8 in this terminal."))
    call = Call(args)
    try:
        answer = RUN[args.command](call)
        say(answer, args.json)
    except UserError as error:
        return _refused(error, args.json)
    except (BrokenPipeError, KeyboardInterrupt):
        return 1
    except Exception as error:  # noqa: BLE001  (the one place where a bug of ours ends)
        return _report(call, error)
    finally:
        call.close()
    return window(args.home) if answer.opens_window else answer.exit_code


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _refused(error: UserError, as_json: bool) -> int:
    """Says what went wrong; what ran and was refused stands in the JSON too, as CLI.md has it."""
    complain(str(error))
    if as_json and error.exit_code == Refused.exit_code:
        told = {"happened": error.happened, "safe": error.safe, "step": error.step}
        with suppress(UserError, BrokenPipeError):
            say(Answer({"error": told}), as_json)
    return error.exit_code


def _report(call: Call, error: Exception) -> int:
    """Keeps what is needed to mend our bug beside the leads, and says so."""
    file = crash.report(call.home, error)
    complain(tr("Something in boothapp went wrong. All leads saved so far are safe."))
    if file:
        complain(tr("Please send {file} to whoever looks after boothapp.").format(file=file))
    return OUR_BUG
