"""Made lists with the names, firms and places that stand in real ones, in many languages."""

import random
from collections.abc import Iterator

# Headings, then family names, given names, firms, departments, job titles.
NAMES: dict[str, tuple[str, ...]] = {
    "ja": (
        "会員番号,姓,名,会社名,部署,役職,メール",
        "佐藤|鈴木|高橋|田中|渡辺|伊藤|山本|中村|小林|加藤|吉田|山田|佐々木|山口|松本|井上|木村|林|斎藤|清水|長谷川|阿部",
        "太郎|花子|健一|陽子|翔太|美咲|大輔|さくら|由美子|直樹|恵|ゆうこ",
        "三菱電機株式会社|東芝テック株式会社|株式会社日立製作所|富士フイルム|有限会社山田製作|トヨタ自動車|キヤノン株式会社|日本精工",
        "営業部|技術部|製造課|購買部|開発本部",
        "部長|課長|主任|エンジニア|代表取締役",
    ),
    "ko": (
        "등록번호,성,이름,회사,부서,직책,이메일",
        "김|이|박|최|정|강|조|윤|장|임|한|오|서|신|권|황|안|송",
        "민준|서연|지훈|수빈|영희|철수|현우|지은|상철|미경|동현",
        "삼성전자|현대중공업|주식회사한빛|대우조선해양|한국전력공사|(주)태광|포스코|두산로보틱스",
        "영업팀|기술팀|구매팀|연구소",
        "부장|과장|대리|사원|대표이사",
    ),
    "zh": (
        "胸卡号,姓,名,公司,部门,职位,邮箱",
        "王|李|张|刘|陈|杨|赵|黄|周|吴|徐|孙|胡|朱|高|林|何|郭|马|罗|欧阳",
        "伟|芳|娜|敏|静|丽|强|磊|军|洋|勇|艳|杰|建国|志强|晓明|秀英",
        "华为技术有限公司|上海电气集团|深圳市大疆创新科技有限公司|比亚迪股份有限公司|北京京东方|广州汽车集团",
        "销售部|采购部|技术部|研发中心",
        "经理|总监|工程师|主任|总经理",
    ),
    "tw": (
        "胸卡號,姓,名,公司,部門,職位,電郵",
        "陳|林|黃|張|李|王|吳|劉|蔡|楊|許|鄭|謝|郭|洪|曾|邱|廖|賴|歐陽",
        "志明|春嬌|家豪|淑芬|雅婷|俊傑|美玲|建宏|怡君|承翰",
        "台灣積體電路製造股份有限公司|鴻海精密工業|華碩電腦|聯發科技|台達電子|中華電信",
        "業務部|採購部|技術部|研發中心",
        "經理|總監|工程師|主任|總經理",
    ),
    "ru": (
        "Номер,Фамилия,Имя,Компания,Отдел,Должность,Почта",
        "Иванов|Смирнова|Кузнецов|Попова|Васильев|Петрова|Соколов|Михайлова|Новиков|Фёдорова|"
        "Морозов|Щербаков|Юдин|Цой",
        "Александр|Екатерина|Дмитрий|Ольга|Сергей|Наталья|Юрий|Жанна|Эдуард",
        "ООО Ромашка|Завод Прогресс|АО Машиностроитель|Северсталь|ПАО Энергия|Верфь Нева",
        "отдел продаж|Закупки|Техотдел",
        "Директор|Инженер|Менеджер|Главный технолог",
    ),
    "uk": (
        "Номер бейджа,Прізвище,Ім'я,Компанія,Відділ,Посада,Пошта",
        "Шевченко|Коваль|Бондаренко|Ґедзь|Ткаченко|Кравець|Олійник|Їжакевич|Поліщук|Мельник|"
        "Щур|Юрчишин",
        "Оксана|Іван|Євген|Олена|Андрій|Наталія|Юлія|Ілля|Сергій|Зоряна",
        "Чорноморська верф|Завод ім. Шевченка|ТОВ Світанок|Електроважмаш|ПрАТ Київський завод",
        "Закупівлі|Відділ продажів",
        "Інженерка|Директор|Головний технолог",
    ),
    "de": (
        "Badge-Nr.,Nachname,Vorname,Firma,Abteilung,Position,E-Mail",
        "Müller|Schröder|Weiß|Jäger|Schäfer|Krüger|Größmann|Lehmann|Köhler|Meier|Bäcker|Huber|"
        "Vogel|Öztürk",
        "Jürgen|Änne|Günther|Anna|Björn|Käthe|Peter|Sören|Ursula|Thomas",
        "Größe & Söhne|Nordwerft GmbH|Überseehandel GmbH|Möbelwerk Süd AG|Gießerei Bremen",
        "Einkauf|Geschäftsführung|Qualität",
        "Geschäftsführer|Leiter Einkauf|Prüfer",
    ),
    "fr": (
        "Numéro de badge,Nom,Prénom,Société,Service,Fonction,Courriel",
        "Lefèvre|Dubois|Gérard|Müller|Françoise|Bérenger|Hélène|Martin|Châtelain|Benoît|Noël|Desprès",
        "François|Hélène|Élodie|Jérôme|Zoé|Chloé|Marie|André|Gaëlle",
        "Chantiers de l'Ouest|Société Générale d'Électricité|Câbleries du Rhône|Forêt & Fils|"
        "Aciérie Hervé",
        "Achats|Qualité|Ingénierie",
        "Directrice générale|Ingénieur|Gérant|Délégué",
    ),
    "es": (
        "Número,Apellidos,Nombre,Empresa,Departamento,Cargo,Correo",
        "García|Núñez|Muñoz|Fernández|López|Peña|Íñiguez|Gómez|Martínez|Ibáñez|Sánchez",
        "José|María|Ángel|Begoña|Íñigo|Óscar|Lucía|Ana|Raúl|Iñaki",
        "Construcción Naval Española|Cerámicas Peñíscola|Iberdrola|Compañía Andaluza|Niño y Cía",
        "Compras|Dirección|Producción",
        "Director|Ingeniero técnico|Jefa de producción",
    ),
    "pl": (
        "Numer identyfikatora,Nazwisko,Imię,Firma,Dział,Stanowisko,E-mail",
        "Wójcik|Wiśniewska|Kowalczyk|Dąbrowski|Zieliński|Szymańska|Woźniak|Łukaszewicz|Śliwa|"
        "Żak|Grześkowiak|Pająk",
        "Łukasz|Małgorzata|Paweł|Agnieszka|Michał|Świętosława|Żaneta|Józef|Bożena",
        "Stocznia Gdańska|Huta Łaziska|Zakłady Azotowe Puławy|Spółdzielnia Świt|PKP Energetyka",
        "Zakupy|Sprzedaż|Jakość",
        "Kierownik działu|Inżynier|Główny księgowy|Prezes zarządu",
    ),
    "cs": (
        "Číslo,Příjmení,Jméno,Firma,Oddělení,Funkce,E-mail",
        "Novák|Svobodová|Dvořák|Černý|Procházka|Kučera|Veselý|Horáková|Němec|Šťastný|Říha|Žižka",
        "Jiří|Tomáš|Žofie|Kateřina|Lukáš|Přemysl|Zdeněk|Růžena|Alžběta",
        "Škoda Auto|Vítkovice Železárny|Třinecké železárny|Plzeňský Prazdroj|Česká zbrojovka",
        "Nákup|Výroba|Kvalita",
        "Ředitel|Vedoucí nákupu|Inženýr",
    ),
    "hu": (
        "Szám,Vezetéknév,Keresztnév,Cég,Osztály,Beosztás,E-mail",
        "Nagy|Kovács|Tóth|Szabó|Horváth|Kőszegi|Erdős|Németh|Gyűrű|Farkas|Pető",
        "László|Éva|Győző|Zsófia|Ödön|Enikő|Gergő|Ágnes|Jenő",
        "Győri Szerszámgép|Magyar Villamos Művek|Dunai Vasmű|Tűzihorgany Kft.|Őrség Bt.",
        "Beszerzés|Minőség|Gyártás",
        "Ügyvezető|Főmérnök|Vezető",
    ),
    "tr": (
        "Kart no,Soyadı,Adı,Firma,Bölüm,Görev,E-posta",
        "Yılmaz|Öztürk|Şahin|Çelik|Demir|Yıldız|Aydın|Güneş|Doğan|Kılıç|Arslan|Işık",
        "Ayşe|Oğuz|Gülşen|Emre|Çağla|İbrahim|Ömer|Şule|Tuğba|Buğra",
        "Türk Demir Döküm|Işık Makine|Ereğli Demir Çelik|Arçelik|Koç Holding",
        "Satın Alma|Üretim|İhracat",
        "Müdür|Mühendis|Genel Müdür Yardımcısı",
    ),
    "el": (
        "Αριθμός,Επώνυμο,Όνομα,Εταιρεία,Τμήμα,Θέση,Email",
        "Παπαδόπουλος|Γεωργίου|Νικολάου|Δημητρίου|Κωνσταντίνου|Ιωάννου|Οικονόμου|Χριστοδούλου",
        "Γιώργος|Μαρία|Ελένη|Νίκος|Κώστας|Δήμητρα|Ιωάννης|Κατερίνα",
        "Ναυπηγεία Ελευσίνας|Ελληνικά Πετρέλαια|Αλουμίνιον της Ελλάδος|Τιτάν ΑΕ",
        "Προμήθειες|Πωλήσεις",
        "Διευθυντής|Μηχανικός|Υπεύθυνη",
    ),
    "he": (
        "מספר,משפחה,שם,חברה,מחלקה,תפקיד,דואל",
        "כהן|לוי|מזרחי|פרץ|ביטון|דהן|אברהם|פרידמן",
        "יוסף|שרה|דוד|רחל|משה|יעל|נועם|תמר",
        "התעשייה האווירית|רפאל|אלביט מערכות|כימיקלים לישראל",
        "רכש|מכירות",
        "מנהל|מהנדסת|סמנכל",
    ),
    "da": (
        "Nummer,Efternavn,Fornavn,Firma,Afdeling,Titel,E-mail",
        "Sørensen|Jørgensen|Kjær|Østergaard|Åkesson|Hansen|Nørgaard|Møller|Bjørn|Sjöberg",
        "Søren|Bjørn|Åse|Jørgen|Mette|Kåre|Lærke|Göran|Anna",
        "Mærsk|Danfoss|Ørsted|Aalborg Værft|Göteborgs Mekaniska",
        "Indkøb|Salg|Kvalitet",
        "Direktør|Ingeniør|Indkøbschef|Försäljare",
    ),
}  # fmt: skip

WRITTEN: dict[str, tuple[str, ...]] = {
    "ja": (
        "cp932",
        "euc_jp",
        "iso2022_jp",
        "utf-16-le",
        "utf-16-be",
    ),
    "ko": (
        "cp949",
        "utf-16-le",
        "utf-16-be",
    ),
    "zh": (
        "gb18030",
        "utf-16-le",
        "utf-16-be",
    ),
    "tw": (
        "cp950",
        "utf-16-le",
        "utf-16-be",
    ),
    "ru": (
        "cp1251",
        "koi8-r",
        "cp866",
        "mac-cyrillic",
        "iso8859-5",
        "utf-16-le",
    ),
    "uk": (
        "cp1251",
        "koi8-u",
        "mac-cyrillic",
        "utf-16-be",
    ),
    "de": (
        "cp1252",
        "mac-roman",
        "cp850",
    ),
    "fr": (
        "cp1252",
        "mac-roman",
        "cp850",
    ),
    "es": (
        "cp1252",
        "mac-roman",
    ),
    "da": (
        "cp1252",
        "mac-roman",
    ),
    "pl": (
        "cp1250",
        "iso8859-2",
        "mac-latin2",
    ),
    "cs": (
        "cp1250",
        "iso8859-2",
    ),
    "hu": (
        "cp1250",
        "iso8859-2",
    ),
    "tr": ("cp1254",),
    "el": (
        "cp1253",
        "iso8859-7",
    ),
    "he": ("cp1255",),
}
"""Language -> the code pages its lists come in."""


def text(language: str, people: int, seed: int = 0, heading: bool = True) -> str:
    """A list of so many people, the same at every run."""
    chance = random.Random(f"{language} {people} {seed}")
    headings, *parts = NAMES[language]
    lines = [headings] if heading else []
    for at in range(1, people + 1):
        said = ",".join(chance.choice(part.split("|")) for part in parts)
        lines.append(f"SB{at:05d},{said},v{at}@firm{chance.randrange(50)}.example")
    return "\r\n".join(lines) + "\r\n"


def cases() -> Iterator[tuple[str, str]]:
    """Each language in each of its code pages."""
    return ((language, page) for language, pages in WRITTEN.items() for page in pages)
