"""What is printed on business cards in several languages: titles, legal forms, labels, streets.

Collected from the business registers' lists of legal forms and from cards in use; beginnings of words serve
all endings and genders. All folded: lower case, no marks.
"""

import re

from boothapp.domain.folding import fold


def _folded(words: str) -> tuple[str, ...]:
    return tuple(map(fold, words.split()))


# A word that begins so belongs to a job title.
TITLES = _folded("""
accountant administrator adviser advisor agent analyst architect assistant associate attorney auditor buyer
ceo cfo chair chief cio cmo cofounder consultant controller coo coordinator cto designer developer director
engineer executive founder general head inspector lawyer manager marketer member officer operator owner
partner planner president principal procurement professor purchasing recruiter representative researcher
sales scientist secretary senior specialist strategist supervisor supply technician trainee vice vp
abteilungsleiter aussendienst berater bereichsleiter betriebsleiter einkauf entwickl fachberater
geschaftsfuhr gebietsleiter gruppenleiter grunder inhaber ingenieur kundenberater leiter leitung
mitglied monteur produktmanag projektleit projektmanag prokurist referent sachbearbeit techniker
teamleit verkauf vertrieb vorstand vorsitzend werkleit
achat acheteu adjoint administrateur charge chef commercial conseiller delegue developpeu directeur directrice
dirigeant fondat gerant ingenieure presidente responsable technicien vendeu
consejer delegad director directora encargad gerente ingenier jefe jefa presidenta tecnico vendedor
amministrat capo commerciale consulente direttore direttrice ingegner responsabile socio titolare venditor
hoofd inkoop inkoper verkoop medewerker bestuurder zaakvoerder
obchodni reditel jednatel vedouci technicky zastupce konatel riaditel
forsaljning inkop verkstallande innkjop salg daglig ledare myynti toimitusjohtaja osto
mudur satis uzman yonetici igazgato vezeto ertekesit mernok inginer sef
asystent doradca dyrektor glowny handlowiec inzynier kierowni prezes przedstawiciel specjalist wlasciciel
zastepca czlonek
адвокат аналитик архитектор асистент бухгалтер виконавчий голова головн дизайнер директор замісник заступник
завідувач засновни власни інженер инженер конструктор консультант координатор керівни керуюч комерційн
маркетолог менеджер начальник представник президент провідн розробник секретар спеціаліст технолог торгов
фахівець юрист бухгалтер ведущ главн заведующ заместител исполнительн коммерческ консультант
начальник представител руководител специалист технолог учредител генеральн
""")  # fmt: skip

# A word that is one of these ends or begins the name of a firm.
_FORMS = """
ltd limited plc llp llc inc incorporated corp corporation co company pty group holding holdings
gmbh mbh ag kg kgaa ohg gbr ug ev ek eg se gmbh&co
sa sas sasu sarl eurl snc scop sprl bv nv vof
sl slu spa srl srls snc sapa
oo sp spółka spolka spj spk
ab as asa aps oy oyj oü ou uab sia doo dd ad kft zrt nyrt bt sro spol
тов прат пат ат ват зат фоп кп дп пп нвп твп ооо оао зао ао ип пао нпп
"""
FORMS = frozenset(_FORMS.split())

# A line with one of these words tells of a part of a firm.
DEPARTMENTS = _folded("""
department dept division abteilung bereich geschaftsbereich departement direction departamento dipartimento
reparto dzial відділ департамент підрозділ управління отдел
""")  # fmt: skip

STREETS = _folded("""
street road lane avenue ave drive boulevard blvd suite floor highway way square court quay approach parkway
strasse platz weg allee gasse ring ufer damm chaussee postfach
rue quai impasse chemin cedex zone route
calle avenida plaza paseo poligono
via viale piazza corso largo
ulica aleja plac
вул вулиця просп проспект бульвар площа пров провулок шосе набережна офіс оф буд
ул улица пер переулок шоссе наб дом
""")  # fmt: skip
_STREET_ENDINGS = (
    "strasse",
    "str",
    "platz",
    "weg",
    "allee",
    "gasse",
    "gata",
    "straat",
    "ring",
    "damm",
    "ufer",
)

HONOURS = re.compile(
    r"^(?:(?:dr|prof|dipl|ing|mag|mba|msc|bsc|phd|med|rer|nat|h\.?c|mr|mrs|ms|herr|frau|mme|m|sr|sra|dott|"
    r"inż|inz|mgr|к\.т\.н|д\.т\.н|проф|канд)(?:\.|\s|-|$)[\s.-]*)+",
    re.IGNORECASE,
)

# Small words inside family names.
_PARTICLES = "af al am bin da dal de del della den der di do dos du el la le ten ter van von zu zum zur"
PARTICLES = frozenset(_PARTICLES.split())

# What stands before a number, a mail or a page on the web; the kind of phone, "mail" or "web".
LABELS: tuple[tuple[str, str], ...] = (
    ("fax", r"tele?fax|fax|факс|f"),
    ("mobile", r"mobile|mobil|mob|cell|handy|portable|cellulare|movil|móvil|kom|komórka|gsm|моб|мобільний|"
             r"мобильный|m"),
    ("mail", r"e\s?-?\s?mail|mail|courriel|correo|пошта|ел\.?\s?пошта|е-?пошта|почта|e"),
    ("web", r"website|web|site|internet|homepage|www\s?:|сайт|веб|w"),
    ("", r"telephone|telefon|téléphone|teléfono|telefono|phone|tel|tél|tlf|direct|office|durchwahl|zentrale|"
         r"тел|телефон|t|p|ph"),
)  # fmt: skip
_LABEL = {
    kind: re.compile(rf"(?<![\w@.])(?:{words})\s*[.:]*[.:\s]\s*$", re.IGNORECASE) for kind, words in LABELS
}

# Ukrainian by the resolution of the Cabinet of Ministers No. 55 (2010), with what Russian needs beside it.
_LATIN = str.maketrans({
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh", "з": "z",
    "и": "y", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p",
    "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ь": None, "ю": "iu", "я": "ia", "ы": "y", "э": "e", "ё": "e", "ъ": None, "’": None,
})  # fmt: skip


def label_before(text: str) -> str | None:
    """The kind of what follows a text that ends with a label; None where it ends with none."""
    return next((kind for kind, pattern in _LABEL.items() if pattern.search(text)), None)


def without_label(text: str) -> str:
    """The text without the label at its end."""
    for pattern in _LABEL.values():
        text = pattern.sub("", text)
    return text


def is_title(text: str) -> bool:
    """Whether a word of the text belongs to a job title."""
    return any(word.startswith(TITLES) for word in fold(text).split())


def has_form(text: str) -> bool:
    """Whether a legal form or the word for a firm stands in the text."""
    words = re.sub(r"(?<=\w)\.(?=\w)|\.", "", text.casefold()).replace("&", " ").split()
    return any(word.strip('«»"“”„,()') in FORMS for word in words) and len(text) > 2


def is_form(text: str) -> bool:
    """Whether the text is nothing but a legal form: the end of the name above it."""
    words = re.sub(r"\.", "", text.casefold()).replace("&", " ").split()
    return bool(words) and all(word.strip('«»"“”„,()') in FORMS for word in words)


def is_department(text: str) -> bool:
    """Whether the text names a part of a firm."""
    return any(word.startswith(DEPARTMENTS) for word in fold(text).split())


def is_street(text: str) -> bool:
    """Whether the text names a street or a place in a building."""
    words = fold(text).split()
    return any(word in STREETS or word.endswith(_STREET_ENDINGS) for word in words) and any(
        letter.isdigit() for letter in text
    )


def latin(text: str) -> str:
    """The letters of a text as an e-mail address or a domain would have them, and nothing else."""
    return "".join(letter for letter in fold(text.casefold().translate(_LATIN)) if letter.isalnum())
