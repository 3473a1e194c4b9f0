"""Commands about what visitors have allowed."""

from typing import Any

from boothapp.actions.lane import Lane, here
from boothapp.cli.call import Answer, Call, complain
from boothapp.words import tr


def receipt(call: Call) -> Answer:
    """Writes what a visitor has allowed as one page, and keeps it as proof."""
    from boothapp.actions import files, receipts

    args, file = call.args, files.place(call.args.output, call.home)
    run: Lane[Any] = here(call.store)
    made = receipts.draw(run, args.id, args.language)
    files.write(file, made.pdf, call.home)
    receipts.note(run, args.id, "receipt filed", made)
    for warning in made.warnings:
        complain(warning)
    return Answer(
        {
            "pages": made.pages,
            "pieces": [],
            "links": [],
            "purposes": list(made.purposes),
            "language": made.language,
            "text": made.text,
            "sha256": made.sha256,
            "warnings": list(made.warnings),
        }
    )


def withdraw(call: Call) -> Answer:
    """Takes consent back; what is not allowed now stays as it is."""
    from boothapp.actions import consents

    args = call.args
    done = consents.withdraw(call.store, args.id, args.purpose, args.by)
    if not done.purposes:
        complain(tr("{lead} has allowed nothing that could be taken back.").format(lead=done.lead.number))
    said = {"lead": done.lead.id, "withdrawn": list(done.purposes), "allowed": list(done.lead.allowed)}
    return Answer(said, (f"{done.lead.number} {', '.join(done.purposes)}".strip(),))
