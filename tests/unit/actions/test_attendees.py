"""The list taken in, asked, updated and removed; leads captured before it came are completed."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from boothapp.actions import attendees, capture, delete, leads, listed, reconcile, shows, suggest
from boothapp.actions.lane import here
from boothapp.attendees import text_file
from boothapp.domain.capture import Capture
from boothapp.domain.delivery import Delivery
from boothapp.domain.draft import Draft
from boothapp.domain.lead import Lead
from boothapp.domain.routing import Whom, route
from boothapp.domain.visitor import Phone, Visitor
from boothapp.errors import WrongCall
from boothapp.store import leads as lead_store
from boothapp.store import outbox
from boothapp.store.database import Store
from tests.unit.actions.attendee_list import take

HEAD = "Badge-Nr.;Vorname;Nachname;Firma;E-Mail;Telefon;Land\n"
ANNA = "SB-00421;Anna;Weiß;Werft GmbH;a@werft.example;040 5550123;Deutschland\n"
OKSANA = "SB-00422;Оксана;Ґедзь;Чорноморська верф;;+380 44 555 01 23;Україна\n"


def captured(store: Store, badge: str, visitor: Visitor | None = None) -> Lead:
    how = Capture(format="id", badge_id=badge)
    return capture.save(store, Draft(visitor=visitor or Visitor(), capture=how)).lead


def everything(store: Store) -> list[object]:
    """All that the store holds of lists and leads."""
    tables = ("attendees", "attendee_keys", "attendee_lists", "leads", "changes", "outbox")
    return [store.tuples(f"SELECT * FROM {table} ORDER BY 1, 2, 3") for table in tables]


@pytest.mark.parametrize("scanned", ["SB-00421", "sb00421", "SB421", "421", "000421"])
def test_a_badge_is_found_however_its_id_is_written(store: Store, tmp_path: Path, scanned: str) -> None:
    take(store, tmp_path, HEAD + ANNA + OKSANA)
    found = listed.by_badge(store, shows.current(store), scanned)
    assert found is not None
    assert found.visitor.full_name == "Anna Weiß"
    assert found.visitor.country == "DE"
    assert found.visitor.phones == (Phone("040 5550123", "+49405550123"),)


@pytest.mark.parametrize("scanned", ["", "X421", "4210", "SB", "0"])
def test_another_badge_is_nobody(store: Store, tmp_path: Path, scanned: str) -> None:
    take(store, tmp_path, HEAD + ANNA + OKSANA)
    assert listed.by_badge(store, shows.current(store), scanned) is None


def test_an_id_that_may_be_two_people_is_nobody_until_it_is_exact(store: Store, tmp_path: Path) -> None:
    take(store, tmp_path, "Badge ID,Name\nV-421,Anna\nX-421,Jan\n0042,Eva\n42,Ida\n")
    show = shows.current(store)
    assert listed.by_badge(store, show, "421") is None
    assert listed.by_badge(store, show, "v421").visitor.full_name == "Anna"
    assert listed.by_badge(store, show, "0042").visitor.full_name == "Eva"
    assert listed.by_badge(store, show, "42").visitor.full_name == "Ida"
    assert listed.by_badge(store, show, "00042") is None


@pytest.mark.parametrize("scanned", ["12-3", "1.2.3", "12/3", "123", "V421", "EXH421", "SB-0421"])
def test_signs_between_digits_and_letters_not_of_the_list_are_another_badge(
    store: Store, tmp_path: Path, scanned: str
) -> None:
    take(store, tmp_path, "Badge ID,Name\n1-23,Anna\n421,Jan\n")
    assert listed.by_badge(store, shows.current(store), scanned) is None


def test_ids_that_differ_only_in_case_are_two_people(store: Store, tmp_path: Path) -> None:
    text = "Badge ID,Name\nAb1,Anna\naB1,Jan\n"
    assert take(store, tmp_path, "Badge ID,Name\nAb1,Anna\n").taken.new == 1
    assert take(store, tmp_path, text).taken.new == 1
    show = shows.current(store)
    assert listed.by_badge(store, show, "Ab1").visitor.name == "Anna"
    assert listed.by_badge(store, show, "aB1").visitor.name == "Jan"
    assert listed.by_badge(store, show, "AB1") is None
    assert take(store, tmp_path, text).taken.already == 2
    assert take(store, tmp_path, text + "AB1,Eva\n").taken.new == 1
    assert listed.by_badge(store, show, "AB1").visitor.name == "Eva"


def test_the_same_file_twice_changes_nothing(store: Store, tmp_path: Path) -> None:
    captured(store, "421")
    first = take(store, tmp_path, HEAD + ANNA + OKSANA)
    before = everything(store)
    again = take(store, tmp_path, HEAD + ANNA + OKSANA)
    assert (first.taken.new, len(first.reconciled.changed)) == (2, 1)
    assert (again.taken.new, again.taken.changed, again.taken.already) == (0, 0, 2)
    assert again.reconciled.changed == []
    assert everything(store) == before


def test_an_updated_list_updates_per_field_and_erases_nothing(store: Store, tmp_path: Path) -> None:
    take(store, tmp_path, HEAD + ANNA + OKSANA)
    newer = "Badge-Nr.;Nachname;Firma;Position\nsb-00421;;Werft AG;Einkauf\nSB-00500;Neu;;\n"
    done = take(store, tmp_path, newer)
    assert (done.taken.new, done.taken.changed, done.people) == (1, 1, 3)
    visitor = listed.by_badge(store, shows.current(store), "421").visitor
    assert (visitor.full_name, visitor.company, visitor.job_title) == ("Anna Weiß", "Werft AG", "Einkauf")
    assert visitor.emails == ("a@werft.example",)


def test_two_codes_of_a_person_both_lead_there(store: Store, tmp_path: Path) -> None:
    take(store, tmp_path, "Ticket secret,Pseudonymization ID,Name\nxk29s0f3j,ML7ZRUARDG,Anna\n")
    show = shows.current(store)
    assert {listed.by_badge(store, show, one).visitor.name for one in ("ML7ZRUARDG", "XK29S0F3J")} == {"Anna"}


def test_a_scanned_id_is_completed_and_the_badge_wins(store: Store, tmp_path: Path) -> None:
    take(store, tmp_path, HEAD + ANNA + OKSANA)
    saved = captured(store, "sb421", Visitor(company="Werft AG, Kiel"))
    assert (saved.visitor.full_name, saved.visitor.company) == ("Anna Weiß", "Werft AG, Kiel")
    assert saved.owner == route(shows.current(store), Whom("", Visitor(country="DE"))).owner


def test_what_people_emptied_on_the_page_stays_empty(store: Store, tmp_path: Path) -> None:
    take(store, tmp_path, HEAD + ANNA + OKSANA)
    how = Capture(format="id", badge_id="421")
    draft = Draft(visitor=Visitor(full_name="Anna Weiß"), capture=how, looked_up=True)
    assert capture.save(store, draft).lead.visitor.emails == ()


def test_leads_captured_before_are_completed_once_and_sent_again(store: Store, tmp_path: Path) -> None:
    bare, other = captured(store, "421"), captured(store, "SB-422", Visitor(full_name="Jan Kowalski"))
    part = captured(store, "SB-00422-x", Visitor(full_name="Nobody Known"))
    row = lead_store.row_of(store, bare.id)
    from datetime import UTC, datetime

    now = datetime.now(UTC)
    from boothapp.actions import targets

    targets.add(store, "office", "tryton", "http://127.0.0.1:9", {"database": "x", "user": "y"})
    with store.transaction():
        outbox.put(store, row, Delivery(bare.id, "office", "accepted", bare.revision), now)
    waiting = outbox.waiting(store, "office")
    done = take(store, tmp_path, HEAD + ANNA + OKSANA)
    assert done.reconciled.changed == [bare.id]
    assert [one.lead for one in done.reconciled.lonely] == [part.id]
    assert [(one.lead, one.differs[0].field) for one in done.reconciled.conflicts] == [
        (other.id, "full_name")
    ]
    after = leads.find(store, bare.id)
    assert (after.visitor.full_name, after.visitor.country, after.revision) == ("Anna Weiß", "DE", 2)
    assert outbox.waiting(store, "office") == waiting + 1
    assert [one.action for one in lead_store.history(store, row)] == ["captured", "completed"]
    assert [line.number for line in leads.listed(store, leads.Query("weiss"))] == [bare.number]
    assert leads.find(store, other.id) == other


def test_an_owner_proposed_by_the_country_follows_it_and_a_chosen_one_stays(
    store: Store, tmp_path: Path
) -> None:
    show = shows.current(store)
    proposed = captured(store, "422")
    how = Capture(format="id", badge_id="421")
    kept = next(
        one.id for one in show.staff if one.sales and one.id != route(show, Whom("", Visitor())).owner
    )
    chosen = capture.save(store, Draft(capture=how, owner=kept)).lead
    take(store, tmp_path, HEAD + ANNA + OKSANA)
    assert leads.find(store, proposed.id).owner == route(show, Whom("", Visitor(country="UA"))).owner
    assert leads.find(store, chosen.id).owner == kept


def test_looking_changes_nothing(store: Store, tmp_path: Path) -> None:
    take(store, tmp_path, HEAD + ANNA + OKSANA)
    how = Capture(format="id", badge_id="421")
    capture.save(store, Draft(capture=how, looked_up=True))
    before = everything(store)
    seen = reconcile.leads_with_list(here(store), apply=False)
    assert (len(seen.matched), seen.changed) == (1, [])
    assert everything(store) == before


def test_a_lead_deleted_while_the_leads_are_compared_is_passed_over(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(store, tmp_path, HEAD + ANNA + OKSANA)
    looked_up = [Draft(capture=Capture(badge_id=badge), looked_up=True) for badge in ("SB-421", "SB-422")]
    first, second = (capture.save(store, draft).lead for draft in looked_up)
    monkeypatch.setattr(reconcile, "BATCH", 1)

    def told(done: int, _all: int) -> None:
        if done == 1:
            delete.delete(store, second.id)

    found = reconcile.leads_with_list(here(store), progress=told)
    assert [one.lead for one in found.matched] == [first.id]


def test_columns_named_by_people_are_remembered_for_the_same_headings(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Alpha,Beta\n77,Anna\n", "utf-8")
    run = here(store)
    looked = attendees.look(run, file, {"badge_id": "alpha", "full_name": "Beta"})
    attendees.take_in(run, looked)
    assert attendees.look(run, file).mapping == ("badge_id", "full_name")
    assert attendees.look(run, file).remembered
    for wrong in ({"shoe": "Alpha"}, {"badge_id": "Gamma"}):
        with pytest.raises(WrongCall):
            attendees.look(run, file, wrong)


def test_a_list_in_which_nobody_can_be_found_is_refused(store: Store, tmp_path: Path) -> None:
    with pytest.raises(WrongCall, match="No column"):
        take(store, tmp_path, "Colour,Shape\nred,round\nblue,square\n")
    assert attendees.standing(store) is None


def test_a_list_without_ids_takes_its_people_by_name(store: Store, tmp_path: Path) -> None:
    text = "Name,Company\nAnna Weiß,Werft\nJan,Stocznia\n"
    first, again = take(store, tmp_path, text), take(store, tmp_path, text)
    assert (first.has_ids, first.taken.new, again.taken.already) == (False, 2, 2)


def test_stopped_half_way_the_rest_comes_with_the_next_import(store: Store, tmp_path: Path) -> None:
    class Stop(Exception):
        pass

    text = "Badge ID,Name\n" + "".join(f"{n},{'x' * 90} {n}\n" for n in range(60_000))
    file = tmp_path / "list.csv"
    file.write_text(text, "utf-8")
    said: list[tuple[int, int]] = []

    def stop(done: int, whole: int) -> None:
        said.append((done, whole))
        raise Stop

    looked = attendees.look(here(store), file)
    with pytest.raises(Stop):
        attendees.take_in(here(store), looked, progress=stop)
    half = attendees.standing(store)
    assert 0 < half.people == said[0][0] < said[0][1]
    assert not half.whole
    done = attendees.take_in(here(store), looked)
    assert (done.taken.new, done.taken.already) == (60_000 - half.people, half.people)
    assert attendees.standing(store).whole


def test_a_removed_list_is_gone_and_the_leads_keep_what_came_from_it(store: Store, tmp_path: Path) -> None:
    take(store, tmp_path, HEAD + ANNA + OKSANA)
    index(store)
    lead = captured(store, "421")
    attendees.remove(here(store))
    assert attendees.standing(store) is None
    assert [store.value(f"SELECT count(*) FROM {table}") for table in ("attendees", "attendee_keys")] == [
        0,
        0,
    ]
    assert suggest.for_typed(store, shows.current(store), "full_name", "oksana") == []
    assert leads.find(store, lead.id).visitor.full_name == "Anna Weiß"


def index(store: Store) -> None:
    suggest.index_names(here(store), lambda _done, _left: None)


@pytest.mark.parametrize(
    ("field", "typed", "found"),
    [
        ("full_name", "wei", "Anna Weiß"),
        ("full_name", "weiss an", "Anna Weiß"),
        ("full_name", "ґедз", "Оксана Ґедзь"),
        ("full_name", "гедз", "Оксана Ґедзь"),
        ("company", "чорн", "Чорноморська верф"),
        ("company", "werft", "Werft GmbH"),
    ],
)
def test_names_and_companies_are_completed(
    store: Store, tmp_path: Path, field: str, typed: str, found: str
) -> None:
    take(store, tmp_path, HEAD + ANNA + OKSANA)
    index(store)
    (one,) = suggest.for_typed(store, shows.current(store), field, typed)
    assert found == (one.company if field == "company" else one.name)


def test_a_person_chosen_brings_everything_and_a_lead_comes_first(store: Store, tmp_path: Path) -> None:
    take(store, tmp_path, HEAD + ANNA + OKSANA)
    index(store)
    show = shows.current(store)
    (person,) = suggest.for_typed(store, show, "full_name", "weiß")
    visitor, badge = suggest.chosen(store, show, person)
    assert (visitor.company, visitor.country, badge) == ("Werft GmbH", "DE", "SB-00421")
    lead = captured(store, "SB-00421")
    (known,) = suggest.for_typed(store, show, "full_name", "weiß")
    assert (known.source, known.lead) == ("lead", lead.id)
    assert suggest.chosen(store, show, known) == (lead.visitor, "SB-00421")
    assert suggest.for_typed(store, show, "full_name", "w") == []


def test_a_changed_name_is_found_by_the_new_one(store: Store, tmp_path: Path) -> None:
    take(store, tmp_path, HEAD + ANNA + OKSANA)
    index(store)
    take(store, tmp_path, HEAD + ANNA.replace("Weiß", "Schwarz"))
    show = shows.current(store)
    assert suggest.for_typed(store, show, "full_name", "weiss") == []
    assert [one.name for one in suggest.for_typed(store, show, "full_name", "schw")] == ["Anna Schwarz"]


def test_each_show_has_its_own_list(store: Store, tmp_path: Path) -> None:
    take(store, tmp_path, HEAD + ANNA + OKSANA)
    first = shows.current(store)
    shows.take(store, replace(first, id="other", name="Other"))
    assert attendees.standing(store) is None
    assert listed.by_badge(store, shows.current(store), "421") is None
    assert listed.by_badge(store, first, "421") is not None


def test_a_file_that_is_gone_or_another_one_is_a_sentence_and_leaves_no_half_line(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "list.csv"
    file.write_text(HEAD + ANNA, "utf-8")
    looked = attendees.look(here(store), file)
    file.unlink()
    with pytest.raises(WrongCall, match="can't be read"):
        attendees.take_in(here(store), looked)
    file.write_text("Name;Company\nAnna;Werft AG\n", "utf-8")
    with pytest.raises(WrongCall, match="has changed"):
        attendees.take_in(here(store), looked)
    assert attendees.standing(store) is None
    monkeypatch.setattr(text_file, "AT_ONCE", 4000)
    file.write_text("Badge ID;Name\n" + "".join(f"SB{n};Person {n}\n" for n in range(1000)), "utf-8")
    looked = attendees.look(here(store), file)

    def cut(_done: int, _all: int) -> None:
        if file.stat().st_size > 8000:
            file.write_bytes(file.read_bytes()[:8000])

    with pytest.raises(WrongCall, match="has changed"):
        attendees.take_in(here(store), looked, progress=cut)
    names = store.tuples("SELECT badge_id, full_name FROM attendees")
    assert names
    assert all(f"Person {badge[2:]}" == name for badge, name in names)
    assert not attendees.standing(store).whole


def test_a_save_never_waits_for_more_than_a_few_thousand_people(store: Store, tmp_path: Path) -> None:
    text = "Badge ID;Name\n" + "".join(f"S{n};P{n}\n" for n in range(25_000))
    first, again = _turns(store, tmp_path, text), _turns(store, tmp_path, text)
    assert first == [attendees.NEW, 25_000 - attendees.NEW]
    assert again == [attendees.BATCH] * 12 + [1000]


def _turns(store: Store, tmp_path: Path, text: str) -> list[int]:
    """How many people come in each turn at the store."""
    file, counts = tmp_path / "many.csv", [0]
    file.write_text(text, "utf-8")
    looked = attendees.look(here(store), file)
    attendees.take_in(here(store), looked, progress=lambda done, _all: counts.append(done))
    return [after - before for before, after in pairwise(counts)]


def test_ids_of_kinds_that_begin_alike_are_told_apart(store: Store, tmp_path: Path) -> None:
    take(store, tmp_path, "Badge ID,Name\nVISA-1,Anna\nVISB-1,Jan\nVISB-2,Eva\n")
    show = shows.current(store)
    assert listed.by_badge(store, show, "1") is None
    assert listed.by_badge(store, show, "2").visitor.full_name == "Eva"


def test_zeros_lost_are_said_and_only_where_one_person_is_meant(store: Store, tmp_path: Path) -> None:
    take(store, tmp_path, "Badge ID,Name\n421,Anna\n0042,Eva\n42,Ida\nSB-7,Jan\n")
    show = shows.current(store)
    found = {badge: listed.by_badge(store, show, badge) for badge in ("00421", "421", "42", "00042", "sb007")}
    assert {badge: one and one.listed_as for badge, one in found.items()} == {
        "00421": "421", "421": "", "42": "", "00042": None, "sb007": "SB-7",
    }  # fmt: skip
