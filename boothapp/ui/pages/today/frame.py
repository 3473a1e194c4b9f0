"""What stands where on the Today page."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from boothapp.ui import keys, tokens
from boothapp.ui.desk import Desk
from boothapp.ui.pages.today.goal_form import GoalForm
from boothapp.ui.pages.today.laptop_card import LaptopCard
from boothapp.ui.widgets.bars import Bars
from boothapp.ui.widgets.buttons import Button, enter_clicks
from boothapp.ui.widgets.card import Card, Scroll, column, row
from boothapp.ui.widgets.choice import Choice
from boothapp.ui.widgets.empty import Empty
from boothapp.ui.widgets.figure_tile import FigureTile
from boothapp.ui.widgets.page_header import PageHeader
from boothapp.words import mark

TITLE = mark("Today")
NONE_MORE = mark("Every lead that is saved counts here at once, by hour, rating and person.")
CAPTURE = mark("Capture one")
TILES = {"leads": "users", "hot": "flame", "printed": "printer", "unsent": "inbox"}
"""The figures in the first row and their signs."""
CHARTS = (mark("By hour"), mark("By rating"), mark("By person"))
LEAST = 236
"""Height of the charts below which the page scrolls (px)."""


class TodayFrame(QWidget):
    """Figures in the first row, charts in the middle, the laptop in the last row."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        enter_clicks(self)
        self.header, self.days = PageHeader(TITLE, " ", low=True), Choice("")
        self.goal_button = Button(mark("Set a goal"), "secondary", "target", keys.of("today", "goal"))
        self.goal_form = GoalForm()
        self.tiles = {key: FigureTile(icon) for key, icon in TILES.items()}
        self.hours, self.ratings, self.staff = Bars(upright=True), Bars(upright=False), Bars(upright=False)
        self.empty = Empty("chart-column", " ", NONE_MORE, CAPTURE, " ")
        self.laptop = LaptopCard(desk.laptop)
        self.charts, self.middle = QWidget(), QStackedWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        page = tokens.size("page")
        self.header.setContentsMargins(page, 12, page, 8)
        self.header.right.addWidget(self.days)
        self.header.right.addWidget(self.goal_button)
        inner, first, whole = column(12), row(12), column(0)
        for tile in self.tiles.values():
            first.addWidget(tile, 1)
        self._lay_out_charts()
        for part in (self.charts, self.empty):
            self.middle.addWidget(part)
        self.middle.setMinimumHeight(LEAST)
        inner.setContentsMargins(page, 0, page, 12)
        inner.addWidget(self.goal_form)
        inner.addLayout(first)
        inner.addWidget(self.middle, 1)
        inner.addWidget(self.laptop)
        content = QWidget()
        content.setLayout(inner)
        whole.addWidget(self.header)
        whole.addWidget(Scroll(content), 1)
        self.setLayout(whole)

    def _lay_out_charts(self) -> None:
        charts = row(12)
        hours, ratings, staff = (Card(title, dense=True) for title in CHARTS)
        hours.body.addWidget(self.hours, 1)
        ratings.body.addWidget(self.ratings)
        ratings.body.addStretch(1)
        people, held = QWidget(), column(0)
        held.addWidget(self.staff)
        held.addStretch(1)
        people.setLayout(held)
        staff.body.addWidget(Scroll(people), 1)
        for card, share in ((hours, 5), (ratings, 3), (staff, 3)):
            charts.addWidget(card, share)
        self.charts.setLayout(charts)
