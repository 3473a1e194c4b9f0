"""Leads for the pack tests: every rating, several owners, hard names, dangerous cells."""

from datetime import date

from boothapp.domain.visitor import Phone, Visitor
from boothapp.packs.lead import PackLead
from boothapp.packs.summary import SummaryAbout

ABOUT = SummaryAbout(
    show="Hannover Messe 2027", exhibitor="Nordlicht Robotics", made_at="2027-04-20T18:00:00+02:00"
)


def lead(number: int, name: str, rating: str, points: float, owner: str = "", **more: object) -> PackLead:
    """A lead with what most tests do not care about filled in."""
    visitor = Visitor(
        full_name=name,
        company=f"Company {number}",
        emails=(f"v{number}@example.org",),
        phones=(Phone(f"040 555 {number:04d}", f"+4940555{number:04d}", "mobile"),),
    )
    values: dict[str, object] = {
        "number": f"A-{number:04d}",
        "id": f"01960000-0000-7000-8000-{number:012d}",
        "visitor": visitor,
        "rating": rating,
        "points": points,
        "owner": owner,
        "next_step": "Call",
        "due": date(2027, 4, 21).isoformat(),
        "show": "Hannover Messe 2027",
        "captured_at": "2027-04-16T11:20:00+02:00",
        "may_mail": True,
    }
    return PackLead(**{**values, **more})  # type: ignore[arg-type]


HARD = Visitor(
    given_name="Оксана",
    family_name="Ґедзь",
    company='Їжачок; "Харчопром", ТОВ',
    department="R&D",
    job_title="Керівниця\nвиробництва",
    emails=("oksana@example.ua", "o.gedz@example.ua"),
    phones=(Phone("067 555 12 34", "+380675551234", "mobile"), Phone("044 1", "", "fax")),
    street="вул. Сагайдачного, 25",
    city="Київ",
    postal_code="04070",
    country="UA",
    website="https://example.ua/?a=1,2;b=3",
    language="uk",
    note="=HYPERLINK(1)",
)
LEADS = (
    lead(
        1,
        "Margaret O’Brien",
        "hot",
        11,
        "Katrin Vogel",
        reasons=("Budget: Approved +3", "Need: Urgent +3"),
        others=("A-0002 Оксана Ґедзь", "A-0007"),
        together="In conversation with A-0002 Оксана Ґедзь, A-0007",
    ),
    lead(
        2,
        "",
        "hot",
        12,
        "Андрій Коваль",
        visitor=HARD,
        notes=("=1+1", "-2; +3", "\ttab", "'quoted"),
        remarks=("Doubt: Too heavy\nfor us", "=Price: a tenth less"),
        messages=("Set up in a day",),
        competitors=("Kuka", "@Fjord"),
        answers=(("Budget", "Approved"), ("=Which line?", "@both")),
        interests=("Polar arm", "Care contract"),
        touches=("Demo watched 50%: Welding cell",),
        consents=("May be called",),
        may_mail=False,
        no_mail="No consent to e-mail: oksana@example.ua, o.gedz@example.ua",
        delivery="crm: sent",
    ),
    lead(3, "三菱 花子", "warm", 7.5, "Katrin Vogel", answers=(("Budget", "Planned"),)),
    lead(4, "محمد الفارسي", "cold", -1),
    lead(5, "Élise Bare", "", 0),
    lead(6, "Anna Amber", "hot", 11, "Katrin Vogel"),
)
