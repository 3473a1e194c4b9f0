"""Scenes of consent and of the kiosk for tests.ui.pictures."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from boothapp.actions import capture, consents, shows
from boothapp.domain.draft import Draft
from boothapp.domain.signature import packed, slim
from boothapp.domain.visitor import Phone, Visitor
from boothapp.paper.code import encode
from boothapp.store.database import Store
from tests.ui import scenes_people

if TYPE_CHECKING:
    from tests.ui.pictures import Stage

WRITTEN = (
    ((120, 250), (150, 120), (180, 90), (200, 130), (190, 230), (215, 270), (250, 210), (270, 180)),
    ((300, 250), (330, 190), (350, 250), (380, 190), (400, 250), (440, 200), (470, 240), (520, 190)),
    ((540, 250), (580, 130), (600, 90), (590, 170), (570, 260), (620, 230), (700, 200), (860, 190)),
)
AT = datetime(2026, 11, 17, 10, 32, tzinfo=UTC)
LATER = AT + timedelta(days=1)
RECEIPT = (
    "Consent receipt: Nordlicht Robotics\nAutomation Days 2026\nA-0241, Оксана Ґедзь\n"
    "E-mail: Agreed (32fcb0b3)\n17 November 2026, 10:32 UTC+00:00 · by the visitor\n"
    "To withdraw: Write to privacy@nordlicht.example or call +49 381 5550 100, at any time."
)
OKSANA = Visitor(
    full_name="Оксана Ґедзь",
    company="Чорноморська верф",
    emails=("o.gedz@verf.example",),
    phones=(Phone("+380 44 555 01 23"),),
)


def consent_detail(stage: "Stage") -> None:
    """A lead that signed for two purposes and took one back; the receipt is shown as a code."""
    stage.enter()
    page: Any = stage.window.go("leads")
    page.open_lead(stage.program.tasks.in_store(_signed_lead))
    stage.until(lambda: bool(page.detail.whole()) and "Ґедзь" in page.detail.whole().lead.label)
    stage.settle()
    card = _card(page)
    card.code_button.click()
    stage.until(lambda: card.code is not None)
    stage.settle()
    page.detail.ensureWidgetVisible(card.code_button, 0, 400)


def consent_sign(stage: "Stage") -> None:
    """The visitor signs at the stand."""
    stage.enter()
    stage.program.tasks.in_store(_ask_for_signatures)
    show = stage.program.tasks.in_store(shows.current)
    stage.program.desk.open_show(show)
    stage.window.forget("capture")
    page: Any = stage.window.go("capture")
    page.talk.person.show_visitor(OKSANA)
    page.think()
    page.consents.ticks["mail"].click()
    page.consents.sign()
    page.consents._signing.pad.show_strokes(WRITTEN)
    page.consents._signing.pad.changed.emit()


def kiosk_start(stage: "Stage") -> None:
    """The first page, for anybody who comes by."""
    _open(stage)


def kiosk_entry(stage: "Stage") -> None:
    """A visitor has typed a name and ticked a product."""
    entry = _entry(stage)
    entry.person.add(replace(OKSANA, emails=("o.gedz@gmial.com",)))
    entry.person.fields["emails"].complain("")
    entry.person.products.ticks["cell"].click()
    entry.take_keyboard()


def kiosk_many(stage: "Stage") -> None:
    """A show with three hundred products: one is ticked, another one searched for."""
    _open(stage, _with_many_products)
    entry = _begun(stage)
    entry.person.products.ticks["cell"].click()
    entry.person.products.search.only().setFocus()
    stage.settle()
    entry.person.products.search.only().insert("27")
    entry.person.products.search.edited.emit("27")


def kiosk_consent(stage: "Stage") -> None:
    """The visitor decides, signs, and is about to be wiped."""
    _open(stage, _ask_for_signatures)
    entry = _begun(stage)
    entry.person.add(OKSANA)
    entry._go_on()
    entry.consent.ticks["mail"].click()
    entry.consent.pad.show_strokes(WRITTEN)
    stage.program.kiosk.page.warn(9)


def kiosk_thanks(stage: "Stage") -> None:
    """Saved; the receipt waits for a phone."""
    entry = _entry(stage)
    entry.person.add(OKSANA)
    entry._go_on()
    entry.consent.ticks["mail"].click()
    entry._go_on()
    kiosk: Any = stage.program.kiosk
    stage.until(lambda: kiosk.page.view()._beside.isVisible())
    kiosk.patience.end()
    # The code of today says when it was made.
    kiosk.page.view().code.show_code(encode(RECEIPT))


def kiosk_leave(stage: "Stage") -> None:
    """The staff wants the laptop back."""
    _open(stage)
    stage.program.kiosk.ask_to_leave()
    stage.program.kiosk.page.view().pad.field.set_pin("2718")


def _signed_lead(store: Store) -> str:
    draft = Draft(
        visitor=OKSANA,
        consents=("mail", "phone"),
        language="uk",
        staff="lange",
        signature=packed(slim(WRITTEN)),
    )
    saved = capture.save(store, draft, AT)
    consents.withdraw(store, saved.lead.id, ["phone"], "bondar", LATER)
    return saved.lead.id


def _with_many_products(store: Store) -> None:
    show = shows.current(store)
    more = tuple(
        replace(
            one, id=f"{one.id}{at}", name={language: f"{name} {at}" for language, name in one.name.items()}
        )
        for at in range(74)
        for one in show.products
    )
    shows.take(store, replace(show, products=(*show.products, *more), logo=""))


def _ask_for_signatures(store: Store) -> None:
    shows.take(store, replace(shows.current(store), signature=True, logo=""))


def _card(page: Any) -> Any:
    from boothapp.ui.pages.leads.consent_card import ConsentCard

    return page.detail.findChild(ConsentCard)


def _entry(stage: "Stage") -> Any:
    _open(stage)
    return _begun(stage)


def _begun(stage: "Stage") -> Any:
    kiosk: Any = stage.program.kiosk
    kiosk.page.view().tiles[stage.spoken].click()
    return kiosk.page.view()


def _open(stage: "Stage", other_show: Callable[[Store], None] | None = None) -> None:
    scenes_people._with_pins(stage)
    if other_show:
        stage.program.tasks.in_store(other_show)
        stage.program.desk.open_show(stage.program.tasks.in_store(shows.current))
    kiosk = stage.program.kiosk
    kiosk.whole_screen = False
    kiosk.start()
    if stage.spoken not in kiosk.languages:
        kiosk.languages = (stage.spoken,)
        kiosk.begin_again()


SCENES: Mapping[str, "Callable[[Stage], None]"] = {
    "consent-detail": consent_detail,
    "consent-sign": consent_sign,
    "kiosk-start": kiosk_start,
    "kiosk-entry": kiosk_entry,
    "kiosk-many": kiosk_many,
    "kiosk-consent": kiosk_consent,
    "kiosk-thanks": kiosk_thanks,
    "kiosk-leave": kiosk_leave,
}
