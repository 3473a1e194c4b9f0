"""The Leads page with many leads: filters, order, several selected at once, all by keyboard, and undone."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from boothapp import words
from boothapp.actions import capture, edit, leads
from boothapp.domain.draft import Draft
from boothapp.domain.visitor import Visitor
from boothapp.store.leads import Line
from boothapp.store.lists import Query, Sort
from boothapp.ui.pages.leads import LeadsPage
from boothapp.ui.pages.leads import lines as lines_module
from boothapp.ui.pages.leads.lines import PAGE
from boothapp.ui.pages.leads.sifting import FilterPanel
from boothapp.ui.pages.leads.together import Together
from boothapp.ui.widgets.painted_list import ONE
from tests.ui.seen import beyond, name, tab_stops
from tests.ui.stand import Stand

COUNT = 240
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(here: Stand) -> LeadsPage:
    made = LeadsPage(here.desk)
    here.visit(made)
    here.qtbot.waitUntil(lambda: made.lines.rowCount() == COUNT and sum(made._counts.values()) == COUNT)
    return made


def every(here: Stand, **asked: object) -> list[Line]:
    """What the store finds for a query of this show."""
    assert here.desk.show is not None
    query = replace(Query(show=here.desk.show.id, limit=COUNT), **asked)  # type: ignore[arg-type]
    return here.store(lambda store: leads.listed(store, query))


def first(page: LeadsPage, count: int) -> list[str]:
    lines = (page.lines.line(page.lines.index(at)) for at in range(count))
    return [line.id for line in lines if line is not None]


def open_filters(here: Stand, page: LeadsPage) -> FilterPanel:
    QTest.keyClick(page, Qt.Key.Key_F, CONTROL | SHIFT)
    panel = page.sifting.panel
    assert panel is not None
    here.qtbot.waitUntil(lambda: len(panel.groups["owner"].offered()) > 1)
    return panel


def chip(panel: FilterPanel, facet: str, value: str) -> QAbstractButton:
    return next(one for one in panel.groups[facet]._chips if one.item.key == f"{facet}:{value}")


def select(here: Stand, page: LeadsPage, *rows: int) -> Together:
    """Selects these lines with the Space key."""
    page.list.setFocus()
    for row in rows:
        page.list.setCurrentIndex(page.lines.index(row))
        QTest.keyClick(page.list, Qt.Key.Key_Space)
    beside = page.side.currentWidget()
    assert isinstance(beside, Together)
    return beside


def test_a_filter_is_chosen_in_the_panel_and_taken_off_above_the_list(here: Stand, page: LeadsPage) -> None:
    panel = open_filters(here, page)
    wanted = every(here, filters={"owner": ("koval",)})
    assert 0 < len(wanted) < COUNT
    with here.qtbot.waitSignal(page.lines.counted):
        QTest.keyClick(chip(panel, "owner", "koval"), Qt.Key.Key_Space)
    assert page.lines.rowCount() == len(wanted)
    assert first(page, 20) == [line.id for line in wanted[:20]]
    assert page.state() == f"{len(wanted)} leads found"
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert page.side.currentWidget() is page.detail
    above = next(one for one in page.chips._chips if one.item.key == "owner:koval")
    assert above.item.text == "Олена Коваль"
    with here.qtbot.waitSignal(page.lines.counted):
        QTest.keyClick(above, Qt.Key.Key_Space)
    assert page.lines.rowCount() == COUNT
    assert "owner:koval" not in page.chips.offered()


def test_filters_and_words_narrow_together(here: Stand, page: LeadsPage) -> None:
    with here.qtbot.waitSignal(page.lines.shown):
        page.chips._chips[0].click()
    with here.qtbot.waitSignal(page.lines.counted):
        QTest.keyClicks(page.search, "ma")
    wanted = every(here, text="ma", filters={"rating": ("hot",)})
    assert first(page, COUNT) == [line.id for line in wanted] != []
    counted = here.store(lambda store: leads.counts(store, Query("ma")))
    here.qtbot.waitUntil(lambda: dict(page._counts) == dict(counted))


def test_follow_ups_of_today_and_what_is_to_complete(here: Stand, page: LeadsPage) -> None:
    chips = {one.item.key: one for one in page.chips._chips}
    with here.qtbot.waitSignal(page.lines.counted):
        chips["flag:any"].click()
    flags = [here.store(lambda store, id=id: leads.find(store, id)).flags for id in first(page, COUNT)]
    assert flags
    assert all(flags)
    assert len(flags) == page.lines.total == chips["flag:any"].item.count


@pytest.mark.parametrize("sort", ["rating", "name", "company", "owner", "due"])
def test_the_list_is_put_in_another_order(here: Stand, page: LeadsPage, sort: Sort) -> None:
    page.sifting.sort.set_value(sort)
    with here.qtbot.waitSignal(page.lines.shown):
        page.sifting.sort.activated.emit(0)
    assert first(page, PAGE) == [line.id for line in every(here, sort=sort)[:PAGE]]


def test_home_end_and_pages_by_keyboard(here: Stand, page: LeadsPage) -> None:
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_End)
    last = every(here)[-1].id
    here.qtbot.waitUntil(lambda: page.list.lead() == page.detail.lead() == last)
    QTest.keyClick(page.list, Qt.Key.Key_PageUp)
    assert COUNT - 12 < page.list.currentIndex().row() < COUNT - 3
    QTest.keyClick(page.list, Qt.Key.Key_Home)
    assert page.list.currentIndex().row() == 0
    QTest.keyClick(page.list, Qt.Key.Key_PageDown)
    assert 3 < page.list.currentIndex().row() < 12


def test_only_the_pages_last_looked_at_are_kept(
    here: Stand, page: LeadsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines_module, "KEPT", 2)
    model, wanted = page.lines, [line.id for line in every(here)]
    for row in (0, 120, 230, 50):
        index = model.index(row)
        here.qtbot.waitUntil(lambda index=index: model.data(index, ONE) is not None)
        assert model.data(index, ONE).id == wanted[row]
        assert len(model._pages) <= 2
    assert model.line(model.index(120)) is None
    assert model.data(model.index(120)) is None


def test_space_shift_and_control_select_several(here: Stand, page: LeadsPage) -> None:
    together = select(here, page, 1, 4)
    assert together.title.text() == "2 leads selected"
    assert page.list.marks.ids() == {first(page, 5)[at] for at in (1, 4)}
    QTest.keyClick(page.list, Qt.Key.Key_Space)
    assert together.title.text() == "1 lead selected"
    page.list.setCurrentIndex(page.lines.index(2))
    page.list._from = -1
    QTest.keyClick(page.list, Qt.Key.Key_Down, SHIFT)
    with here.qtbot.waitSignal(page.list.marks.changed):
        QTest.keyClick(page.list, Qt.Key.Key_Down, SHIFT)
    here.qtbot.waitUntil(lambda: page.list.marks.ids() == set(first(page, 5)[2:]))
    QTest.keyClick(page.list, Qt.Key.Key_A, CONTROL)
    assert together.title.text() == f"{COUNT} leads selected"
    QTest.keyClick(page.list, Qt.Key.Key_Escape)
    assert not page.list.marks.any()
    assert page.side.currentWidget() is page.detail


def test_a_range_reaches_lines_that_were_never_read(here: Stand, page: LeadsPage) -> None:
    page.list.setFocus()
    page.list.setCurrentIndex(page.lines.index(10))
    QTest.keyClick(page.list, Qt.Key.Key_End, SHIFT)
    wanted = {line.id for line in every(here)[10:]}
    here.qtbot.waitUntil(lambda: page.list.marks.ids() == wanted)


def test_the_left_edge_of_a_line_selects_it_by_mouse_or_finger(here: Stand, page: LeadsPage) -> None:
    spot = page.list.visualRect(page.lines.index(2)).topLeft() + QPoint(20, 30)
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert page.list.marks.ids() == {first(page, 3)[2]}
    spot += QPoint(150, 66)
    QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, CONTROL, spot)
    assert page.list.marks.ids() == {*first(page, 4)[2:]}


def test_owner_step_and_tag_are_set_for_several_and_undone(here: Stand, page: LeadsPage) -> None:
    ids = [first(page, 4)[at] for at in (0, 3)]
    before = [here.store(lambda store, id=id: leads.find(store, id)) for id in ids]
    together = select(here, page, 0, 3)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is together.owner
    other = next(one for one in ("koval", "weber") if one != before[0].owner)
    together.owner.set_value(other)
    together.step.set_value("offer")
    QTest.keyClicks(together.add.input, "VIP, Press")
    QTest.keyClick(together, Qt.Key.Key_Return, CONTROL)
    here.qtbot.waitUntil(lambda: here.said != [])
    assert here.said == ["2 leads: owner, next step, tags set."]
    after = [here.store(lambda store, id=id: leads.find(store, id)) for id in ids]
    assert [(lead.owner, lead.tags) for lead in after] == [(other, ("VIP", "Press"))] * 2
    assert not page.list.marks.any()
    assert page.side.currentWidget() is page.detail
    assert here.undo[0] is not None
    here.undo[0]()
    here.qtbot.waitUntil(lambda: len(here.said) == 2)
    assert here.said[1] == "2 leads are as they were before."
    again = [here.store(lambda store, id=id: leads.find(store, id)) for id in ids]
    assert [(lead.owner, lead.next_step, lead.tags) for lead in again] == [
        (lead.owner, lead.next_step, lead.tags) for lead in before
    ]


def test_all_that_are_found_get_a_tag_that_can_be_filtered_by(here: Stand, page: LeadsPage) -> None:
    with here.qtbot.waitSignal(page.lines.counted):
        page.chips._chips[0].click()
    hot = page.lines.total
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_A, CONTROL)
    together = page.side.currentWidget()
    assert isinstance(together, Together)
    together.add.set_text("Call first")
    together.apply_button.click()
    here.qtbot.waitUntil(lambda: here.said != [])
    assert here.said == [f"{hot} leads: tags set."]
    panel = open_filters(here, page)
    here.qtbot.waitUntil(lambda: panel.groups["tag"].offered() == ["tag:Call first"])
    assert chip(panel, "tag", "Call first").text() == "Call first"
    assert len(every(here, filters={"tag": ("Call first",)})) == hot


def test_a_lead_that_comes_in_after_all_were_selected_is_left_out(here: Stand, page: LeadsPage) -> None:
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_A, CONTROL)
    here.qtbot.waitUntil(lambda: len(page.list.marks.ids()) == COUNT)
    new = here.store(lambda store: capture.save(store, Draft(visitor=Visitor(full_name="New")))).lead
    together = page.side.currentWidget()
    assert isinstance(together, Together)
    together.add.set_text("vip")
    together.apply_button.click()
    here.qtbot.waitUntil(lambda: here.said != [])
    assert here.said == [f"{COUNT} leads: tags set."]
    assert here.store(lambda store: leads.find(store, new.id)).tags == ()


def test_what_is_set_at_once_waits_until_it_is_known_who_they_are(here: Stand, page: LeadsPage) -> None:
    page.list.setFocus()
    QTest.keyClick(page.list, Qt.Key.Key_A, CONTROL)
    page.list.marks.toggle(first(page, 1)[0])
    together = page.side.currentWidget()
    assert isinstance(together, Together)
    together.add.set_text("vip")
    together.apply_button.click()
    here.qtbot.waitUntil(lambda: here.said != [])
    assert here.said == [f"{COUNT - 1} leads: tags set."]
    assert here.store(lambda store: leads.find(store, first(page, 1)[0])).tags == ()


def test_nothing_chosen_says_so_and_changes_nothing(here: Stand, page: LeadsPage) -> None:
    together = select(here, page, 0)
    together.apply_button.click()
    assert "Choose an owner" in together.message.text()
    assert here.store(lambda store: leads.find(store, first(page, 1)[0])).revision == 1


def test_those_selected_stay_selected_when_a_lead_comes_in(here: Stand, page: LeadsPage) -> None:
    select(here, page, 1)
    before = page.list.marks.ids()
    with here.qtbot.waitSignal(page.lines.counted):
        here.tasks.change(lambda store: capture.save(store, Draft(visitor=Visitor(full_name="New"))))
    assert page.list.marks.ids() == before == {first(page, 3)[2]}
    with here.qtbot.waitSignal(page.lines.shown):
        QTest.keyClicks(page.search, "m")
    assert not page.list.marks.any()


def test_one_change_is_undone_from_the_time_line(here: Stand, page: LeadsPage) -> None:
    id = page.detail.lead()
    was = here.store(lambda store: leads.find(store, id)).visitor.company
    here.tasks.change(lambda store: edit.correct(store, id, {"company": "Wrong"}, "lange"))
    undo = f"Undo: Corrected, Company, before: {was}"

    def button() -> QAbstractButton | None:
        found = page.detail.findChildren(QAbstractButton)
        return next((one for one in found if name(one).startswith(undo)), None)

    here.qtbot.waitUntil(lambda: button() is not None)
    there = button()
    assert there is not None
    assert "by Mira Lange" in name(there)
    there.click()
    here.qtbot.waitUntil(lambda: here.said != [])
    assert here.said[0].endswith("company as before.")
    assert here.store(lambda store: leads.find(store, id)).visitor.company == was
    assert here.undo[0] is not None
    here.undo[0]()
    here.qtbot.waitUntil(lambda: here.store(lambda store: leads.find(store, id)).visitor.company == "Wrong")


def test_what_a_second_conversation_replaced_is_undone_from_the_time_line(
    here: Stand, page: LeadsPage
) -> None:
    id = page.detail.lead()
    before = here.store(lambda store: leads.find(store, id))
    moved = replace(before.visitor, company="Werft Nord")
    draft = Draft(visitor=moved, note="came back", lead=id, staff="lange")
    here.tasks.change(lambda store: capture.save(store, draft))
    undo = "Undo: Came back to the stand"

    def button() -> QAbstractButton | None:
        found = page.detail.findChildren(QAbstractButton)
        return next((one for one in found if name(one).startswith(undo)), None)

    here.qtbot.waitUntil(lambda: button() is not None)
    there = button()
    assert there is not None
    assert f"Company, before: {before.visitor.company}" in name(there)
    there.click()
    here.qtbot.waitUntil(lambda: here.said != [])
    lead = here.store(lambda store: leads.find(store, id))
    assert (lead.visitor.company, lead.visits[-1].note) == (before.visitor.company, "came back")


def test_every_stop_of_the_panels_has_a_name(here: Stand, page: LeadsPage) -> None:
    open_filters(here, page)
    stops = tab_stops(page)
    assert page.sifting.sort in stops
    assert [stop for stop in stops if not name(stop)] == []
    page.toggle_filters()
    select(here, page, 0)
    assert [stop for stop in tab_stops(page) if not name(stop)] == []


@pytest.mark.parametrize("language", ["en", "uk", "de"])
def test_nothing_is_cut_off_in_a_small_window(here: Stand, page: LeadsPage, language: str) -> None:
    words.use(language)
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    page.retranslate()
    page.resize(912, 560)
    panel = open_filters(here, page)
    assert beyond(page, page) == []
    panel.left.emit()
    together = select(here, page, 0, 1)
    QApplication.processEvents()
    assert beyond(page, together) == []
