"""Names are split only where it is sure, and the full name stays as it was given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boothapp.badge import clean, names, shapes
from boothapp.badge.names import Split
from boothapp.domain.visitor import Visitor

SURE = [
    # Ukrainian, Russian, Bulgarian
    ("Петренко Іван Миколайович", "Іван", "Петренко"),
    ("Іван Миколайович Петренко", "Іван", "Петренко"),
    ("Коваль Ганна Петрівна", "Ганна", "Коваль"),
    ("Петрович Ганна Іванівна", "Ганна", "Петрович"),
    ("Petrenko Ivan Mykolaiovych", "Ivan", "Petrenko"),
    ("Иванова Мария Сергеевна", "Мария", "Иванова"),
    ("Оксана Ґедзь", "Оксана", "Ґедзь"),
    ("Ґедзь Оксана", "Оксана", "Ґедзь"),
    ("пан Андрій Шевчук", "Андрій", "Шевчук"),
    ("Красимир Тодоров", "Красимир", "Тодоров"),
    # German, Dutch
    ("Prof. Dr.-Ing. Sabine Weber", "Sabine", "Weber"),
    ("Dipl.-Ing. (FH) Klaus Meyer", "Klaus", "Meyer"),
    ("Frau Dr. Ute Klein MBA", "Ute", "Klein"),
    ("Iris von Arnim", "Iris", "von Arnim"),
    ("Jan van der Berg", "Jan", "van der Berg"),
    ("van den Heuvel, Piet", "Piet", "van den Heuvel"),
    # French, Spanish, Italian
    ("Charles de Gaulle", "Charles", "de Gaulle"),
    ("DUPONT Jean-Luc", "Jean-Luc", "DUPONT"),
    ("Mme Claire Lefèvre", "Claire", "Lefèvre"),
    ("de la Cruz, Juan", "Juan", "de la Cruz"),
    ("Giulia Rossi", "Giulia", "Rossi"),
    # English
    ("O'Brien, Sean", "Sean", "O'Brien"),
    ("John Smith, PhD", "John", "Smith"),
    ("Mr. William Carter Jr.", "William", "Carter"),
    # Polish, Turkish, Czech, Hungarian
    ("Anna Maria Kowalska", "Anna Maria", "Kowalska"),
    ("Ayşe Yılmaz", "Ayşe", "Yılmaz"),
    ("Zdeněk Svoboda", "Zdeněk", "Svoboda"),
    ("Nagy Ferenc", "Ferenc", "Nagy"),
    # Japanese, Korean, Chinese
    ("山田 太郎", "太郎", "山田"),
    ("김 민준", "민준", "김"),
    ("王 小明", "小明", "王"),
]


@pytest.mark.parametrize(("full", "given", "family"), SURE)
def test_a_sure_name_is_split(full: str, given: str, family: str) -> None:
    assert names.split(full) == Split(given, family)


DOUBTFUL = [
    "Kim Min-jun", "Nguyễn Văn An", "山田太郎", "김민준",
    "Martin Thomas", "Thomas Martin", "María del Carmen López",
    "Олександр Петрович", "Madonna", "", "Sales Team", "Bosch Rexroth AG", "Acme GmbH, Berlin", "Smith, Jr.",
    "Visitor 12", "anna@acme.example", "Anna, Bea, Carla", "HANS MÜLLER KRANZ", "Сергій Олена", "von Arnim",
    "Коваленко О.В.", "J.P. Morgan", "JD Vance", "Müller H.-P.", "IBM Deutschland",
    "BMW Group", "SIEMENS Energy",
    "CEO Anna", "VIP Anna", "VISITOR Anna", "Team Anna", "Chris Evans, CEO", "Anna Bee, CEO",
    "Berlin, Germany",
    "Sales, Marketing", "Anna B.", "Petra Maria", "Lee, ", "Nordlicht Maschinenbau und Verwaltung",
    "ジョン スミス",
]  # fmt: skip


@pytest.mark.parametrize("full", DOUBTFUL)
def test_a_doubtful_name_stays_whole(full: str) -> None:
    assert names.split(full) == names.NOT_SURE


@pytest.mark.parametrize("full", [full for full, _, _ in SURE])
def test_the_full_name_stays_as_given(full: str) -> None:
    visitor, _ = clean.visitor(Visitor(full_name=full))
    assert visitor.full_name == full
    assert visitor.family_name


def test_what_is_known_of_the_parts_is_not_touched() -> None:
    for known in (
        Visitor(full_name="Anna Bee", given_name="Bea"),
        Visitor(full_name="Anna Bee", family_name="Co"),
    ):
        visitor, _ = clean.visitor(known)
        assert (visitor.given_name, visitor.family_name) == (known.given_name, known.family_name)


words = st.one_of(
    st.text(max_size=12), st.sampled_from([word for full, _, _ in SURE for word in full.split()])
)


@given(st.lists(words, max_size=8).map(" ".join))
def test_any_name_is_kept_and_only_its_own_words_are_proposed(full: str) -> None:
    found = names.split(full)
    for word in (*found.given.split(), *found.family.split()):
        assert word.strip(",") in full
    visitor, _ = clean.visitor(Visitor(full_name=full))
    kept = clean.one_line(full)
    assert visitor.full_name == ("" if shapes.is_absent(kept, "full_name") else kept)
