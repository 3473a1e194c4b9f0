"""Commands about leads, paper and head office."""

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from boothapp.actions.lane import Lane, here
from boothapp.cli.call import Answer, Call, complain, progress
from boothapp.errors import WrongCall
from boothapp.words import tr

if TYPE_CHECKING:
    from boothapp.store.leads import Line

NEW_PASSPHRASE_VARIABLE = "BOOTHAPP_NEW_PASSPHRASE"
MOST_LEADS = 2**31 - 1
"""More than any store holds, and still a number the store can count with."""
WIDEST = 60
"""Letters of a name or company in the list for people; the JSON has them whole."""


def leads(call: Call) -> Answer:
    """The list, newest first."""
    from boothapp.actions import leads, shows
    from boothapp.store.lists import Query

    args = call.args
    if args.limit < 1:
        raise WrongCall(tr("The limit can't be less than 1."), step=tr("Give --limit 1 or more."))
    if args.show:
        shows.named(call.store, args.show)
    limit = min(args.limit, MOST_LEADS)
    lines = leads.listed(call.store, Query(args.search, args.rating, args.show, limit))
    if args.search and not leads.all_findable(call.store):
        complain(tr("The disk has no room for the search: the newest leads may be missing here."))
    shown = tuple(map(_lead_line, lines))
    return Answer([leads.line_json(line) for line in lines], shown or (tr("No leads."),))


def _lead_line(line: "Line") -> str:
    name = line.name or tr("without a name")
    parts = (line.number, f"{tr(line.level)} {line.points}", _cut(name), _cut(line.company))
    return "  ".join(filter(None, parts))


def _cut(text: str) -> str:
    return text if len(text) <= WIDEST else f"{text[: WIDEST - 1]}…"


def lead(call: Call) -> Answer:
    """One lead whole."""
    from boothapp.actions import leads

    return Answer(leads.whole_json(call.store, call.args.id))


def edit(call: Call) -> Answer:
    """Puts fields of a lead right."""
    from boothapp.actions import edit
    from boothapp.cli import room
    from boothapp.cli.stand import pairs
    from boothapp.domain.field_words import field_list

    room.require(call.args)
    done = edit.correct(call.store, call.args.id, pairs(call.args.set, "--set"), call.args.by)
    lead = done.lead
    line = tr("{name}: nothing was different.").format(name=f"{lead.number} {lead.label}")
    if done.fields:
        line = tr("{name}: {fields} corrected.").format(
            name=f"{lead.number} {lead.label}", fields=field_list(done.fields)
        )
    said = {"lead": lead.id, "number": lead.number, "changed": done.fields, "warnings": done.warnings}
    return Answer(said, (line, *done.warnings))


def sheet(call: Call) -> Answer:
    """The personal page, written to a file."""
    from boothapp.actions import files, sheets

    file = files.place(call.args.output, call.home)
    page = sheets.draw(on(call), call.args.id, call.args.language, call.args.piece)
    files.write(file, page.pdf, call.home)
    sheets.note(on(call), call.args.id, "filed", page)
    for warning in page.warnings:
        complain(warning)
    told = {"pages": page.pages, "pieces": page.pieces, "links": page.links, "warnings": page.warnings}
    return Answer(told)


def pack(call: Call) -> Answer:
    """The lead pack, written to a file."""
    from boothapp.actions import files, packs

    file = files.place(call.args.output, call.home)
    report = packs.write(on(call), file, call.args.show, progress=progress(tr("Leads")))
    if report.unprinted:
        complain(packs.unprinted(report))
    return Answer({
        "files": list(report.files),
        "leads": report.leads,
        "withheld": [lead.number for lead in report.withheld],
        "unprinted": list(report.unprinted),
        "sha256": report.sha256,
    })  # fmt: skip


def target_add(call: Call) -> Answer:
    """Adds a head-office CRM; its secret comes from the environment and is kept in the keystore."""
    import os

    from boothapp.actions import targets
    from boothapp.cli.stand import pairs
    from boothapp.store import secrets

    args = call.args
    options = pairs(args.option, "--option")
    targets.add(call.store, args.name, args.kind, args.url, options, args.moved)
    given = os.environ.get(secrets.variable(args.name))
    kept = bool(given) and secrets.keep(call.store, args.name, given or "")
    return Answer({"target": args.name, "kind": args.kind, "url": args.url, "secret_kept": kept})


def target_list(call: Call) -> Answer:
    """The CRMs set up here."""
    from boothapp.actions import targets

    return Answer([
        {"target": one.name, "kind": one.kind, "url": one.url, "options": dict(one.options)}
        for one in targets.entries(call.store)
    ])  # fmt: skip


def target_remove(call: Call) -> Answer:
    """Takes a CRM away that no lead was delivered to."""
    from boothapp.actions import targets

    targets.remove(call.store, call.args.name)
    return Answer({"removed": call.args.name})


def target_test(call: Call) -> Answer:
    """Signs in at a CRM and looks at the rights."""
    from boothapp.actions import targets

    health = targets.try_out(on(call), call.args.name)
    found = asdict(health)
    return Answer({"ok": health.ok, **found}, exit_code=0 if health.ok else 1)


def sync(call: Call) -> Answer:
    """Sends what waits; exit 1 where something was refused, held back or not delivered."""
    from boothapp.actions import deliver, office

    decided = dict.fromkeys(call.args.same_person, True) | dict.fromkeys(call.args.someone_else, False)
    office.decide_all(call.store, call.args.name, decided)
    args = call.args
    sent = deliver.sync(on(call), args.name, args.release, progress(tr("Sent")), args.demo)
    for remark in sent.remarks:
        complain(remark)
    return Answer(sent.json(), exit_code=0 if sent.complete else 1)


def pull(call: Call) -> Answer:
    """Fetches outcomes."""
    from boothapp.actions import outcomes

    return Answer(outcomes.pull(on(call), call.args.name).json())


def key_recovery(call: Call) -> Answer:
    """A new recovery key, as a page to print; the one before no longer opens."""
    from boothapp.actions import files, keys

    file = files.place(call.args.output, call.home)
    keys.recovery_page(call.store, lambda page: files.write(file, page, call.home, private=True))
    return Answer({"file": call.args.output})


def key_change(call: Call) -> Answer:
    """A new passphrase, from BOOTHAPP_NEW_PASSPHRASE: no shell keeps it in its history."""
    import os

    from boothapp.store import key

    given = os.environ.get(NEW_PASSPHRASE_VARIABLE)
    if not given:
        raise WrongCall(
            tr("There is no new passphrase."),
            safe=tr("Nothing was changed."),
            step=tr("Give it in BOOTHAPP_NEW_PASSPHRASE."),
        )
    key.change_passphrase(call.home, call.store.key, given)
    return Answer({"changed": True}, (tr("From now on the new passphrase opens the leads."),))


def check(call: Call) -> Answer:
    """Looks at the whole store."""
    from boothapp.actions import safety

    found = safety.check(call.store)
    if step := safety.next_step(found):
        complain(step)
    return _checked(found)


def self_test(_: Call) -> Answer:
    """Proves this installation."""
    from boothapp.actions import self_test

    return _checked(self_test.run())


def rehearse(call: Call) -> Answer:
    """Tries everything the stand needs; exit 1 where something would stop the work."""
    from boothapp.actions import rehearsal

    found = rehearsal.rehearse(on(call), call.home)
    for one in found:
        if one.state != "ok" and one.step:
            complain(f"{one.name}: {one.step}")
    complain(tr("The scanner is tried in the window: Show, Rehearsal."))
    answer = _checked(found)
    return replace(answer, json={"ok": answer.json["ok"], "checks": [one.json() for one in found]})


def _checked(found: list[Any]) -> Answer:
    ok = all(one.ok for one in found)
    lines = tuple(f"{'ok   ' if one.ok else 'WRONG'} {one.name}: {one.detail}" for one in found)
    return Answer({"ok": ok, "checks": [asdict(one) for one in found]}, lines, 0 if ok else 1)


def on(call: Call) -> Lane[Any]:
    """The lane of a command."""
    return here(call.store)
