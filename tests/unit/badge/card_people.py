"""Pretended people for printed cards, in four languages; every name, firm, number and address is invented."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Person:
    """What a card says; phones as printed, office first."""

    language: str
    name: str
    title: str
    company: str
    street: str
    town: str
    country: str
    phones: tuple[str, ...]
    email: str
    website: str
    fax: str = ""


PEOPLE = (
    Person("en", "Harriet Blackwood", "Head of Procurement", "Severn Valley Robotics Ltd", "14 Quay Street",
           "Bristol BS1 4DJ", "United Kingdom", ("+44 117 496 0123", "+44 7700 900123"),
           "h.blackwood@severnvalley.example", "www.severnvalley.example"),
    Person("en", "Dr. Samuel O'Brien", "Chief Technology Officer", "Kestrel Dynamics Inc.",
           "2200 Harbor Drive, Suite 300", "Portland, OR 97201", "USA", ("+1 503 555 0142",),
           "sobrien@kestreldynamics.example", "kestreldynamics.example"),
    Person("en", "Priya Raghavan", "Senior Sales Manager", "Lotus Pumps & Valves plc", "7 Mill Lane",
           "Leeds LS2 8AB", "", ("+44 113 496 0456",), "priya.raghavan@lotuspumps.example",
           "www.lotuspumps.example"),
    Person("en", "Tom Ashdown", "Project Engineer", "Northgate Welding", "3 Foundry Road", "Sheffield S3 9QX",
           "UK", ("+44 7700 900456",), "tom@northgate-welding.example", "www.northgate-welding.example"),
    Person("en", "Grace Whitfield", "Managing Director", "Whitfield & Sons Ltd.", "88 Station Approach",
           "York YO1 7HH", "", ("+44 1904 496 077", "+44 7700 900789"), "grace@whitfield-sons.example",
           "whitfield-sons.example", "+44 1904 496 078"),
    Person("en", "Daniel Okafor", "Business Development Manager", "Bluewater Logistics LLC",
           "410 Market Street", "Houston, TX 77002", "", ("+1 713 555 0177", "+1 713 555 0178"),
           "daniel.okafor@bluewaterlogistics.example", "www.bluewaterlogistics.example"),
    Person("de", "Dr. Jürgen Weißmüller", "Geschäftsführer", "Nordwerk Maschinenbau GmbH", "Hafenstraße 12",
           "20457 Hamburg", "Deutschland", ("+49 40 5550123", "+49 170 5550123"),
           "j.weissmueller@nordwerk.example", "www.nordwerk.example"),
    Person("de", "Sabine Köhler", "Leiterin Einkauf", "Alpenglas Systeme AG", "Ringweg 5", "80331 München",
           "", ("+49 89 5550456",), "sabine.koehler@alpenglas.example", "www.alpenglas.example",
           "+49 89 5550457"),
    Person("de", "Markus Brandstätter", "Vertriebsleiter", "Brandstätter Fördertechnik GmbH & Co. KG",
           "Industriestraße 44", "4020 Linz", "Österreich", ("+43 732 555012", "+43 660 5550123"),
           "m.brandstaetter@foerdertechnik.example", "www.foerdertechnik.example"),
    Person("de", "Dipl.-Ing. Petra Schäfer", "Technische Leiterin", "Rheinstahl Armaturen GmbH",
           "Am Stadtgraben 9", "50667 Köln", "", ("+49 221 5550789",), "schaefer@rheinstahl.example",
           "www.rheinstahl.example"),
    Person("de", "Lukas Vogt", "Produktmanager", "Vogt & Partner KG", "Lindenallee 77", "01067 Dresden", "",
           ("+49 351 5550321", "+49 151 5550321"), "lukas.vogt@vogt-partner.example",
           "www.vogt-partner.example"),
    Person("de", "Annegret Hölzl", "Prokuristin", "Hölzl Feinmechanik e.K.", "Bergstr. 3", "94032 Passau", "",
           ("+49 851 5550654",), "info@hoelzl-feinmechanik.example", "www.hoelzl-feinmechanik.example"),
    Person("fr", "Amélie Delacroix", "Directrice commerciale", "Lumière Optique SAS", "18 rue des Forges",
           "69002 Lyon", "France", ("+33 4 72 55 01 23", "+33 6 12 55 01 23"),
           "a.delacroix@lumiere-optique.example", "www.lumiere-optique.example"),
    Person("fr", "François Lefèvre", "Ingénieur des ventes", "Atelier Mécanique Lefèvre SARL",
           "5 avenue de la Gare", "67000 Strasbourg", "", ("+33 3 88 55 04 56",),
           "francois@atelier-lefevre.example", "www.atelier-lefevre.example"),
    Person("fr", "Hélène Garnier", "Responsable achats", "Papeteries du Rhône SA", "Zone Industrielle 4",
           "26000 Valence", "", ("+33 4 75 55 07 89",), "helene.garnier@papeteries-rhone.example",
           "www.papeteries-rhone.example", "+33 4 75 55 07 90"),
    Person("fr", "Théo Marchand", "Chef de projet", "Solaire Atlantique", "22 quai des Antilles",
           "44200 Nantes", "France", ("+33 6 98 55 03 21",), "theo.marchand@solaire-atlantique.example",
           "solaire-atlantique.example"),
    Person("fr", "Mireille Fontaine", "Présidente", "Fontaine Robinetterie SAS", "9 boulevard Carnot",
           "59800 Lille", "", ("+33 3 20 55 06 54", "+33 6 45 55 06 54"),
           "m.fontaine@fontaine-robinetterie.example", "www.fontaine-robinetterie.example"),
    Person("fr", "Étienne Roussel", "Directeur technique", "Câbleries de l'Est SA", "31 rue du Canal",
           "57000 Metz", "", ("+33 3 87 55 09 87",), "e.roussel@cableries-est.example",
           "www.cableries-est.example"),
    Person("uk", "Оксана Ґедзь", "Головна інженерка", "ТОВ «Чорноморська верф»", "вул. Приморська, 18",
           "65026, м. Одеса", "Україна", ("+380 48 755 01 23", "+380 67 555 01 23"),
           "o.gedz@chornomor-verf.example", "www.chornomor-verf.example"),
    Person("uk", "Ковальчук Андрій Петрович", "Директор", "ПрАТ «Дніпромаш»", "просп. Поля, 46",
           "49000, м. Дніпро", "", ("+380 56 755 04 56",), "kovalchuk@dnipromash.example",
           "www.dnipromash.example"),
    Person("uk", "Ірина Шевчук", "Керівниця відділу закупівель", "ТОВ «Київський скляний завод»",
           "вул. Хрещатик, 22", "01001, м. Київ", "Україна", ("+380 44 555 07 89", "+380 50 555 07 89"),
           "i.shevchuk@kyivglass.example", "kyivglass.example"),
    Person("uk", "Богдан Їжакевич", "Менеджер з продажу", "ФОП Їжакевич Б. М.", "вул. Зелена, 7",
           "79005, м. Львів", "", ("+380 63 555 03 21",), "bogdan@yizhak.example", "www.yizhak.example"),
    Person("uk", "Тетяна Бондаренко", "Комерційна директорка", "АТ «Полтавські насоси»",
           "вул. Соборності, 31",
           "36000, м. Полтава", "Україна", ("+380 532 55 06 54",), "t.bondarenko@poltava-pumps.example",
           "www.poltava-pumps.example"),
    Person("uk", "Василь Мельник", "Провідний інженер", "ТОВ «Агротехсервіс»", "вул. Київська, 104",
           "21000, м. Вінниця", "", ("+380 432 55 09 87", "+380 97 555 09 87"),
           "melnyk@agrotech-service.example", "www.agrotech-service.example"),
)  # fmt: skip

STRANGERS = (
    Person("pl", "Katarzyna Wójcik", "Kierownik działu zakupów", "Stalmet Polska Sp. z o.o.",
           "ul. Fabryczna 17", "40-601 Katowice", "Polska", ("+48 32 555 01 23", "+48 601 555 123"),
           "katarzyna.wojcik@stalmet.example", "www.stalmet.example"),
    Person("pl", "Mgr inż. Łukasz Żak", "Prezes Zarządu", "Żak Automatyka S.A.", "al. Niepodległości 5",
           "02-653 Warszawa", "", ("+48 22 555 04 56",), "l.zak@zak-automatyka.example",
           "www.zak-automatyka.example"),
    Person("es", "María José Ibáñez", "Directora de compras", "Hierros del Norte S.L.", "Calle Mayor 31",
           "48001 Bilbao", "España", ("+34 944 55 01 23",), "mj.ibanez@hierrosnorte.example",
           "www.hierrosnorte.example"),
    Person("es", "Andrés Quintana", "Jefe de proyecto", "Quintana Ingeniería", "Avenida del Puerto 8",
           "46021 Valencia", "", ("+34 600 55 04 56",), "andres@quintana-ing.example",
           "quintana-ing.example"),
    Person("it", "Giulia Ferraris", "Responsabile vendite", "Officine Ferraris S.r.l.", "Via Torino 112",
           "10036 Settimo Torinese", "Italia", ("+39 011 555 0123", "+39 333 555 0123"),
           "g.ferraris@officineferraris.example", "www.officineferraris.example"),
    Person("it", "Ing. Marco Bellandi", "Direttore tecnico", "Bellandi Valvole S.p.A.", "Corso Europa 4",
           "25121 Brescia", "", ("+39 030 555 0456",), "marco.bellandi@bellandivalvole.example",
           "www.bellandivalvole.example"),
    Person("nl", "Pieter van der Laan", "Hoofd inkoop", "Laan Techniek B.V.", "Havenweg 22",
           "3089 Rotterdam", "Nederland", ("+31 10 555 0123",), "p.vanderlaan@laantechniek.example",
           "www.laantechniek.example"),
    Person("cs", "Jiří Dvořák", "Obchodní ředitel", "Dvořák Strojírny s.r.o.", "Nádražní 9", "602 00 Brno",
           "Česko", ("+420 541 555 012",), "dvorak@strojirny.example", "www.strojirny.example"),
)  # fmt: skip
"""People whose languages the word lists were not tried on while they were made."""
