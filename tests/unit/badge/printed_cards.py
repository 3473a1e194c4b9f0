"""Business cards as printed in six layouts, and as a phone takes them: askew, grainy, in uneven light."""

import io
import random
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

from tests.unit.badge.card_people import Person
from tests.unit.badge.photographs import grain

FONTS = Path(__file__).parents[3] / "resources" / "fonts"
SIZE = (1020, 660)
LABELS = {
    "en": ("Tel.", "Mobile", "Fax", "E-mail", "Web"),
    "de": ("Tel.", "Mobil", "Fax", "E-Mail", "Web"),
    "fr": ("Tél.", "Portable", "Fax", "E-mail", "Site"),
    "uk": ("тел.", "моб.", "факс", "e-mail", "сайт"),
}


class Press:
    """A sheet of card being printed on."""

    def __init__(self, paper: str = "white", ink: str = "#1d2430", accent: str = "#1c5fa8") -> None:
        self.sheet = Image.new("RGB", SIZE, paper)
        self.pen = ImageDraw.Draw(self.sheet)
        self.ink, self.accent = ink, accent

    def put(
        self,
        at: tuple[int, int],
        text: str,
        size: int,
        bold: bool = False,
        how: str = "la",
        ink: str = "",
        room: int = SIZE[0] - 110,
    ) -> int:
        """Prints one line, smaller where it has no room; gives where the next one may begin."""
        name = "Inter-SemiBold.ttf" if bold else "Inter-Regular.ttf"
        font = ImageFont.truetype(str(FONTS / name), size)
        while font.getlength(text) > room:
            size -= 2
            font = ImageFont.truetype(str(FONTS / name), size)
        self.pen.text(at, text, font=font, fill=ink or self.ink, anchor=how)
        return at[1] + int(size * 1.45)

    def lines(self, at: tuple[int, int], texts: list[str], size: int = 27, how: str = "la") -> int:
        """Prints lines below each other."""
        left, top = at
        for text in filter(None, texts):
            top = self.put((left, top), text, size, how=how)
        return top


def contacts(person: Person, labelled: bool = True) -> list[str]:
    """The lines of phones, mail and website, each with what it is called."""
    tel, mobile, fax, mail, web = (
        LABELS.get(person.language, LABELS["en"]) if labelled else ("T", "M", "F", "E", "W")
    )
    colon = ":" if labelled and person.language != "de" else ""
    named = [f"{name}{colon} {number}" for name, number in zip((tel, mobile), person.phones, strict=False)]
    named += [f"{fax}{colon} {person.fax}"] if person.fax else []
    return [*named, f"{mail}{colon} {person.email}", f"{web}{colon} {person.website}"]


def address(person: Person) -> list[str]:
    return [person.street, person.town, person.country]


def centred(person: Person) -> Image.Image:
    press, middle = Press(), SIZE[0] // 2
    press.put((middle, 60), person.company, 42, bold=True, how="ma", ink=press.accent)
    press.put((middle, 190), person.name, 50, bold=True, how="ma")
    press.put((middle, 258), person.title, 29, how="ma")
    press.lines((middle, 350), [*address(person), *contacts(person)], 25, "ma")
    return press.sheet


def name_first(person: Person) -> Image.Image:
    press = Press(paper="#fbfaf6")
    top = press.put((60, 60), person.name, 54, bold=True)
    press.put((60, top), person.title, 30, ink=press.accent)
    press.put((60, 250), person.company, 32, bold=True)
    press.lines((60, 306), address(person), 26)
    press.lines((60, 440), contacts(person), 26)
    return press.sheet


def two_columns(person: Person) -> Image.Image:
    press = Press()
    press.pen.rectangle((490, 60, 493, 600), fill=press.accent)
    words, top = person.company.split(), 90
    half = (len(words) + 1) // 2
    for part in (" ".join(words[:half]), " ".join(words[half:])):
        top = press.put((50, top), part, 34, bold=True, ink=press.accent, room=410)
    press.lines((50, 420), address(person), 25)
    press.put((530, 90), person.name, 34, bold=True, room=440)
    press.put((530, 140), person.title, 25)
    # No room for labels: the column is narrow.
    press.lines((530, 380), [*person.phones, person.email, person.website], 24)
    return press.sheet


def dark(person: Person) -> Image.Image:
    press = Press(paper="#17212e", ink="#f2f4f7", accent="#7fc4ff")
    press.put((60, 70), person.name, 46, bold=True)
    press.put((60, 140), person.title, 28, ink=press.accent)
    press.lines((60, 270), contacts(person, labelled=False), 27)
    press.put((60, 500), person.company, 36, bold=True, ink=press.accent)
    press.put((60, 560), ", ".join(filter(None, address(person))), 24)
    return press.sheet


def banded(person: Person) -> Image.Image:
    press = Press(accent="#0d6b4f")
    press.pen.rectangle((0, 0, SIZE[0], 150), fill=press.accent)
    press.put((60, 48), person.company, 40, bold=True, ink="white")
    press.put((SIZE[0] - 60, 220), person.name, 46, bold=True, how="ra")
    press.put((SIZE[0] - 60, 285), person.title, 28, how="ra")
    press.lines((SIZE[0] - 60, 370), [*contacts(person), ", ".join(filter(None, address(person)))], 25, "ra")
    return press.sheet


def in_rows(person: Person) -> Image.Image:
    press, middle = Press(accent="#8a2942"), SIZE[0] // 2
    press.pen.ellipse((middle - 45, 50, middle + 45, 140), outline=press.accent, width=8)
    press.put((middle, 170), person.name.upper(), 40, bold=True, how="ma", ink=press.accent)
    press.put((middle, 232), person.title, 27, how="ma")
    press.put((middle, 330), person.company, 32, bold=True, how="ma")
    rows = [" · ".join(person.phones), f"{person.email} | {person.website}"]
    press.lines((middle, 430), [*rows, ", ".join(filter(None, address(person)))], 25, "ma")
    return press.sheet


LAYOUTS: tuple[Callable[[Person], Image.Image], ...] = (
    centred, name_first, two_columns, dark, banded, in_rows
)  # fmt: skip


def photograph(card: Image.Image, seed: int) -> bytes:
    """The card on a table as a phone takes it, as JPEG."""
    chance = random.Random(seed)
    table = Image.new("RGB", (1500, 1120), chance.choice(("#7b6a58", "#565c63", "#a9a294")))
    scene = ImageChops.add(table, grain(table.size, 22, seed).convert("RGB"), 1, -128)
    scene.paste(card, (240 + chance.randint(-60, 60), 230 + chance.randint(-60, 60)))
    turned = scene.rotate(chance.uniform(-4, 4), Image.Resampling.BICUBIC, fillcolor="#6c6459")
    lean, (width, height) = chance.uniform(-25, 25), turned.size
    corners = (0, 0, 0, height, width, height + lean, width, -lean)
    seen = turned.transform(turned.size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC)
    lamp = Image.linear_gradient("L").resize(seen.size).rotate(chance.choice((0, 180)))
    lit = ImageChops.multiply(seen, lamp.point(lambda value: 150 + value * 105 // 255).convert("RGB"))
    dark = grain(lit.size, 14, seed + 1).convert("RGB")
    soft = ImageChops.add(lit, dark, 1, -128).filter(ImageFilter.GaussianBlur(0.7))
    file = io.BytesIO()
    soft.save(file, "JPEG", quality=80)
    return file.getvalue()
