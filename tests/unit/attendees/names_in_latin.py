"""Made lists of bare names and towns, as short exports have them: few words tell which alphabet it is."""

import random
from collections.abc import Iterator

# Given names, family names, towns: everyday ones of the country's own registers, combined by chance.
NAMES: dict[str, tuple[str, str, str]] = {
    "pl": (
        "Łukasz|Paweł|Michał|Rafał|Stanisław|Małgorzata|Grażyna|Elżbieta|Józef|Jan|Anna|Marek|Ewa",
        "Wiśniewski|Wójcik|Kamiński|Lewandowska|Zieliński|Szymański|Woźniak|Dąbrowski|Kozłowski|Jankowska|"
        "Mazur|Krawczyk|Kaczmarek|Piotrowska|Grabowski|Pawłowski|Michalska|Żółciński|Król|Wróbel|Gałązka",
        "Łódź|Kraków|Poznań|Gdańsk|Wrocław|Białystok|Rzeszów|Warszawa|Lublin|Płock",
    ),
    "lv": (
        "Jānis|Andris|Kristīne|Inga|Mārtiņš|Edgars|Līga|Zane|Raimonds|Ieva|Aigars|Ģirts|Žanis",
        "Bērziņš|Kalniņa|Ozoliņš|Jansons|Liepiņa|Krūmiņš|Balodis|Zariņa|Pētersons|Vītols|Eglītis|Ķirsis|"
        "Šmits|Dūmiņa|Āboliņš|Čakste",
        "Rīga|Liepāja|Daugavpils|Jelgava|Jūrmala|Rēzekne|Cēsis|Ķekava",
    ),
    "lt": (
        "Jonas|Rūta|Žydrūnas|Eglė|Vytautas|Šarūnas|Ramunė|Dovilė|Mindaugas|Agnė|Tomas",
        "Kazlauskas|Petrauskienė|Stankevičius|Žukauskas|Butkutė|Paulauskienė|Urbonas|Navickaitė|Ramanauskas|"
        "Šimkus|Čepaitis|Mačiulis|Vaičiūnas",
        "Vilnius|Kaunas|Klaipėda|Šiauliai|Panevėžys|Alytus|Kėdainiai",
    ),
    "et": (
        "Jüri|Mati|Tõnu|Ülle|Kärt|Märt|Anne|Jaan|Siim|Tiit|Õie|Pärt",
        "Tamm|Saar|Mägi|Kask|Rebane|Põder|Õunapuu|Kõiv|Lepik|Sepp|Käär|Pärn|Žukov|Rüütel|Vähi",
        "Tallinn|Tartu|Pärnu|Põltsamaa|Võru|Jõhvi|Räpina|Kuressaare",
    ),
    "tr": (
        "Ayşe|Mehmet|Çağlar|Gökhan|Hüseyin|Zeynep|İpek|Uğur|Özlem|Mustafa|Emine|Şebnem",
        "Yılmaz|Kaya|Demir|Şahin|Çelik|Yıldız|Yıldırım|Öztürk|Aydın|Özdemir|Arslan|Doğan|Kılıç|Çetin|Koç|Kurt",
        "İstanbul|Ankara|İzmir|Bursa|Eskişehir|Muğla|Diyarbakır|Aydın",
    ),
    "ro": (
        "Ştefan|Ioana|Mihai|Cătălin|Raluca|Andrei|Mădălina|Bogdan|Ionuţ|Elena",
        "Popescu|Ionescu|Munteanu|Stănescu|Ţurcanu|Dănilă|Moraru|Câmpeanu|Şerban|Bălan|Rusu",
        "Bucureşti|Iaşi|Timişoara|Braşov|Galaţi|Ploieşti|Brăila|Cluj",
    ),
    "hr": (
        "Željko|Ivana|Tomislav|Dražen|Marija|Krešimir|Tanja|Goran|Đurđica|Luka",
        "Horvat|Kovačević|Babić|Marić|Jurić|Novak|Knežević|Vuković|Marković|Petrović|Šarić|Đurić|Perković",
        "Zagreb|Split|Rijeka|Osijek|Šibenik|Požega|Čakovec",
    ),
    "sk": (
        "Ján|Mária|Ľubomír|Zuzana|Štefan|Jozef|Katarína|Ďurko|Peter|Božena",
        "Kováč|Horváthová|Baláž|Tóth|Nagy|Lukáč|Molnárová|Šimko|Krajčír|Gajdoš|Hudák|Mikuľák|Vrábel",
        "Košice|Žilina|Prešov|Nitra|Trenčín|Levoča|Bratislava|Piešťany",
    ),
    "fi": (
        "Jukka|Päivi|Väinö|Anneli|Mikko|Sirpa|Heikki|Jyrki|Hänninen|Aino",
        "Virtanen|Mäkinen|Hämäläinen|Järvinen|Koskinen|Lehtonen|Heikkinen|Väisänen|Mäkelä|Kärkkäinen|Öhman",
        "Helsinki|Jyväskylä|Seinäjoki|Hämeenlinna|Järvenpää|Oulu",
    ),
    "pt": (
        "João|Conceição|José|Inês|António|Luís|Mónica|Sebastião|Ana|Tomé",
        "Gonçalves|Conceição|Araújo|Simões|Guimarães|Magalhães|Silva|Estêvão|Brandão|Falcão|Sá|Lourenço",
        "São João|Évora|Setúbal|Guimarães|Portimão|Lisboa|Covilhã",
    ),
}  # fmt: skip
PAGES = {
    "pl": ("cp1250", "iso8859-2", "cp852"),
    "lv": ("cp1257",),
    "lt": ("cp1257",),
    "et": ("cp1257", "cp1252"),
    "tr": ("cp1254",),
    "ro": ("cp1250", "iso8859-2"),
    "hr": ("cp1250", "iso8859-2"),
    "sk": ("cp1250", "iso8859-2"),
    "fi": ("cp1252",),
    "pt": ("cp1252", "mac-roman"),
}
"""Language -> the code pages its lists come in."""

GUESTS = ("Jürgen Weiß,Köln", "Hélène Lefèvre,Besançon", "José Muñoz,A Coruña", "Bjørn Sørensen,Tromsø")
"""From abroad, in letters that a page may lack; such a name is then written without."""


def text(language: str, people: int, seed: int = 0, guests: int = 0, page: str = "utf-8") -> str:
    """A list of so many people, the same at every run; guests: so many of a hundred are from abroad."""
    chance = random.Random(f"{language} {people} {seed} {guests}")
    given, family, towns = (part.split("|") for part in NAMES[language])
    lines = ["ID;Name;Email"]
    for at in range(people):
        said = f"{chance.choice(given)} {chance.choice(family)},{chance.choice(towns)}"
        if chance.randrange(100) < guests:
            said = _plain(chance.choice(GUESTS), page)
        lines.append(f"{10_000 + at};{said};v{at}@firm.example")
    return "\r\n".join(lines) + "\r\n"


def _plain(name: str, page: str) -> str:
    return "".join(sign for sign in name if sign.encode(page, "ignore"))


def cases() -> Iterator[tuple[str, str]]:
    """Each language in each of its code pages."""
    return ((language, page) for language, pages in PAGES.items() for page in pages)
