"""What a lead allows, purpose by purpose, with its proofs, a way to take it back and the receipt."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout
from shiboken6 import isValid

from boothapp.actions.leads import Whole
from boothapp.domain.consent import Consent, Standing, standings
from boothapp.domain.purpose import METHODS, PURPOSES
from boothapp.domain.signature import unpacked
from boothapp.ui import locale
from boothapp.ui.pages.leads.known import CONSENT
from boothapp.ui.pages.leads.proofs import ConsentProofs
from boothapp.ui.widgets.buttons import Button
from boothapp.ui.widgets.card import Card, column, row
from boothapp.ui.widgets.code_view import CodeView
from boothapp.ui.widgets.facts import Fact, Facts, value
from boothapp.ui.widgets.flow import Flow
from boothapp.ui.widgets.sign import Sign
from boothapp.ui.widgets.signature import SignatureView
from boothapp.ui.widgets.speech import Words
from boothapp.words import LANGUAGES, mark, tr

if TYPE_CHECKING:
    from boothapp.paper.code import Code

WITHDRAW, WITHDRAW_MORE = mark("Withdraw"), mark("The visitor takes this back")
PRINT, SAVE = mark("Print receipt"), mark("Save receipt as PDF")
CODE, NO_CODE = mark("Show receipt as a code"), mark("Hide the code")
CODE_NAME = mark("Consent receipt as a code for a phone")
WORDED = mark("wording {version}, {language}")
TAKEN_BACK = mark("Withdrawn {moment}")
_SIGNED_HIGH = 88


class ConsentCard(Card):
    """Stands among the cards of the detail; made anew with every change of the lead."""

    def __init__(self, whole: Whole, missing: list[Fact], proofs: ConsentProofs) -> None:
        super().__init__(CONSENT)
        self._whole, self._proofs = whole, proofs
        self.withdraw_buttons: dict[str, Button] = {}
        self.code: CodeView | None = None
        for one in standings(whole.lead.consents):
            self.body.addLayout(self._purpose(one))
        if missing:
            self.body.addWidget(Facts(missing))
        if strokes := _last_signature(whole):
            signed = SignatureView(_SIGNED_HIGH)
            signed.show_strokes(unpacked(strokes))
            self.body.addWidget(signed)
        if whole.lead.consents:
            self.body.addLayout(self._receipt())

    def _purpose(self, one: Standing) -> QHBoxLayout:
        line, texts = row(12), column(0)
        sign = ("shield-check", "ok") if one.holds else ("x", "text_muted")
        line.addWidget(Sign(*sign, 20), 0, Qt.AlignmentFlag.AlignTop)
        name = Words(PURPOSES.get(one.purpose, one.purpose), "strong", "" if one.holds else "muted")
        name.setWordWrap(True)
        texts.addWidget(name)
        texts.addWidget(value(self._proof(one), "muted", "label"))
        line.addLayout(texts, 1)
        if one.holds:
            line.addWidget(self._withdraw_button(one.purpose), 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _withdraw_button(self, purpose: str) -> Button:
        button = self.withdraw_buttons[purpose] = Button(WITHDRAW, "quiet", tip=WITHDRAW_MORE)
        button.setAccessibleName(f"{tr(WITHDRAW)}: {tr(PURPOSES.get(purpose, purpose))}")
        button.clicked.connect(lambda: self._proofs.withdraw(self._whole.lead, [purpose]))
        return button

    def _proof(self, one: Standing) -> str:
        lines = []
        if one.given:
            how = self._who(one.given), tr(METHODS[one.given.method]), _worded(one.given)
            parts = (locale.moment(one.given.at), *how)
            lines.append(", ".join(part for part in parts if part))
        if one.withdrawn:
            moment = tr(TAKEN_BACK).format(moment=locale.moment(one.withdrawn.at))
            lines.append(", ".join(part for part in (moment, self._who(one.withdrawn)) if part))
        return "\n".join(lines)

    def _who(self, one: Consent) -> str:
        person = self._whole.show.person(one.staff)
        return tr("with {name}").format(name=person.name if person else one.staff) if one.staff else ""

    def _receipt(self) -> Flow:
        lead, proofs = self._whole.lead, self._proofs
        self.print_button = Button(PRINT, "secondary", "printer")
        self.save_button = Button(SAVE, "secondary", "file-text")
        self.code_button = Button(CODE, "secondary", "scan-line")
        self.print_button.clicked.connect(lambda: proofs.print_receipt(lead))
        self.save_button.clicked.connect(lambda: proofs.save_receipt(lead))
        self.code_button.clicked.connect(self._toggle_code)
        line = Flow()
        for button in (self.print_button, self.save_button, self.code_button):
            line.addWidget(button)
        return line

    def _toggle_code(self) -> None:
        if self.code is None:
            self._proofs.show_code(self._whole.lead, self._show_code)
        else:
            self.code.setVisible(self.code.isHidden())
            self.code_button.say(CODE if self.code.isHidden() else NO_CODE)

    def _show_code(self, code: "Code") -> None:
        """Another lead may be shown by now."""
        if not isValid(self) or self.code is not None:
            return
        self.code = CodeView(CODE_NAME)
        self.code.show_code(code)
        self.body.addWidget(self.code)
        self.code_button.say(NO_CODE)


def _worded(given: Consent) -> str:
    if not given.wording:
        return ""
    spoken = LANGUAGES.get(given.language, given.language)
    return tr(WORDED).format(version=given.wording, language=spoken)


def _last_signature(whole: Whole) -> str:
    return whole.signatures[max(whole.signatures)] if whole.signatures else ""
