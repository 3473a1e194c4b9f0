"""What organisers call their columns, in the languages of the shows of Europe and East Asia.

Collected from the exports of registration systems (pretix, Eventbrite, Cvent, Xing Events, Eventmaker) and
from everyday words. Each phrase is compared folded, whole words only.
"""

from collections.abc import Mapping

IGNORED = "ignored"

WEAK_IDS = frozenset(
    {
        "id",
        "no",
        "nr",
        "number",
        "nummer",
        "code",
        "reference",
        "ref",
        "numer",
        "kod",
        "numero",
        "номер",
        "код",
    }
)
"""Headings that may as well number the lines; they are ids only where no other column is."""

PHRASES: Mapping[str, str] = {
    # Looks like one of ours, and is not: these come first, so that the longest phrase wins.
    IGNORED: """
        order code|order id|order number|order no|position id|seat|seat id|zone|row|invoice number
        invoice no|ticket type|ticket category|ticket name|ticket class|badge type|badge category
        visitor type|category|type|status|date|registration date|order date|created at|updated at|time
        price|total|amount|currency|payment|voucher|coupon|comment|comments|product|session|sessions
        event|event name|event id|exhibitor id|salutation|gender|sex|age|birth date|date of birth
        consent|newsletter|tags|check in|checked in|source|fax|fax number|vat id|vat number|tax id
        company id|company size|industry|sector|booth|stand|hall|bestellnummer|bestellung|bestellcode
        auftragsnummer|rechnungsnummer|ticketart|tickettyp|ticketkategorie|kategorie|typ|besuchertyp
        besucherart|datum|anmeldedatum|registrierungsdatum|uhrzeit|preis|betrag|zahlung|anrede
        geschlecht|alter|geburtsdatum|einwilligung|bemerkung|bemerkungen|kommentar|produkt|veranstaltung
        ust id|ustid|umsatzsteuer id|branche|halle|stand nr|firmengroesse|akademischer titel|titel
        замовлення|номер замовлення|код замовлення|тип квитка|категорія|тип|статус|дата|дата реєстрації
        час|ціна|сума|оплата|стать|вік|дата народження|згода|коментар|захід|звертання|факс|галузь|заказ
        номер заказа|тип билета|категория|статус заказа|время|цена|сумма|пол|возраст|комментарий
        мероприятие|обращение|commande|numero de commande|type de billet|categorie|statut
        date d inscription|heure|prix|montant|civilite|sexe|commentaire|evenement|secteur|pedido
        numero de pedido|tipo de entrada|categoria|estado del pedido|fecha|hora|precio|importe
        tratamiento|sexo|comentario|ordine|numero ordine|tipo biglietto|stato ordine|ora|prezzo|importo
        commento|evento|zamowienie|numer zamowienia|typ biletu|kategoria|data|data rejestracji|cena
        kwota|plec|komentarz|wydarzenie|branza|objednavka|typ vstupenky|bestelling|ordernummer""",
    "emails": """
        e mail|email|mail|e mail address|email address|mail address|attendee email|e post|courriel
        adresse e mail|adresse email|adresse mail|correo|correo electronico|e mail adresse|emailadresse
        mailadresse|indirizzo e mail|posta elettronica|adres e mail|e mailadres|e posta|eposta
        endereco de e mail|електронна пошта|ел пошта|електронна адреса|емейл|имейл|пошта
        электронная почта|эл почта|почта|адрес электронной почты
        メール|メールアドレス|eメール|이메일|메일|电子邮件|邮箱|電子郵件|电子邮箱""",
    "phones": """
        phone|phone number|telephone|telephone number|tel|tel no|mobile|mobile phone|mobile number|cell
        cell phone|cellphone|landline|phone mobile|phone work|work phone|business phone|direct line
        telefon|telefonnummer|handy|handynummer|mobil|mobiltelefon|mobilnummer|mobilfunk|festnetz
        rufnummer|durchwahl|telefoon|telefoonnummer|gsm|telephone portable|portable|numero de telephone
        mobile professionnel|telefono|telefono movil|movil|celular|telefone|telemovel|cellulare
        numero di telefono|numer telefonu|komorka|telefon komorkowy|mobilni|telefonni cislo|cep telefonu
        cep|телефон|номер телефону|мобільний|мобільний телефон|моб телефон|тел|номер телефона|мобильный
        мобильный телефон
        電話|電話番号|携帯電話|携帯番号|携帯|전화|전화번호|휴대폰|휴대전화|电话|手机|电话号码|手机号|手機""",
    "country": """
        country|country code|country region|nation|nationality country|land|staat|laendercode
        laenderkennzeichen|pays|code pays|pais|paese|nazione|kraj|kod kraju|zeme|stat|ulke|країна
        код країни|держава|страна|код страны
        国|国名|국가|国家|國家|国家 地区""",
    "postal_code": """
        postal code|postcode|post code|zip|zip code|zipcode|plz|postleitzahl|code postal|cp
        codigo postal|cap|kod pocztowy|psc|postnummer|posta kodu|поштовий індекс|індекс|почтовый индекс
        индекс
        郵便番号|우편번호|邮编|邮政编码""",
    "city": """
        city|town|city town|locality|ort|stadt|wohnort|plaats|woonplaats|stad|ville|localite|ciudad
        localidad|cidade|citta|localita|comune|miasto|miejscowosc|mesto|obec|sehir|місто|населений пункт
        город|населенный пункт
        市区町村|도시|城市""",
    "region": """
        state|state province|province|region|county|federal state|bundesland|kanton|departement|etat
        provincia|estado|regione|wojewodztwo|kraj region|область|регіон|регион|провінція""",
    "street": """
        street|street address|address|address line|address line 1|address line 2|address 1|address 2
        address1|address2|postal address|strasse|str|anschrift|adresse|strasse hausnummer
        strasse und hausnummer|hausnummer|rue|straat|adres|strasse nr|str nr|calle|direccion|via
        indirizzo|rua|endereco|morada|ulica|ulice|adresa|sokak|вулиця|адреса|улица|адрес
        住所|주소|地址""",
    "website": """
        website|web site|web|url|homepage|company website|internet|webseite|internetseite|site web
        site internet|sitio web|pagina web|sito|sito web|strona www|strona internetowa|www|сайт|вебсайт
        веб сайт
        ウェブサイト|웹사이트|网址|网站""",
    "job_title": """
        job title|jobtitle|title|position|job position|job function|function|role|job role|job
        occupation|designation|position title|beruf|berufsbezeichnung|stellung|stelle|funktion|rolle
        positionsbezeichnung|fonction|poste|intitule du poste|titre|profession|cargo|puesto
        puesto de trabajo|funcion|funzione|ruolo|qualifica|posizione|stanowisko|funkcja|funkce|pozice
        functie|unvan|gorev|посада|позиція|роль|должность|позиция
        役職|職位|役職名|직책|직위|직급|职位|职务|職務|职称""",
    "department": """
        department|dept|division|unit|business unit|abteilung|bereich|service|departement service
        direction|departamento|dipartimento|reparto|dzial|oddeleni|afdeling|departman|bolum|відділ
        підрозділ|департамент|отдел|подразделение
        部署|部署名|部門|부서|부서명|部门""",
    "company": """
        company|company name|organisation|organization|organisation name|organization name|employer
        institution|business name|account|account name|name of company|affiliation|company organisation
        company organization|firma|firmenname|unternehmen|unternehmensname|name der firma|arbeitgeber
        betrieb|einrichtung|institut|societe|nom de la societe|entreprise|nom de l entreprise
        raison sociale|organisme|empresa|nombre de la empresa|compania|organizacion|azienda|nome azienda
        societa|ragione sociale|ente|nazwa firmy|przedsiebiorstwo|organizacja|spolecnost|nazev firmy
        organizace|bedrijf|bedrijfsnaam|organisatie|sirket|kurum|firma adi|компанія|назва компанії
        організація|назва організації|підприємство|фірма|місце роботи|установа|компания
        название компании|организация|название организации|предприятие|фирма|место работы
        会社名|会社|貴社名|企業名|勤務先|所属|회사|회사명|소속|公司|公司名称|单位|企业名称|公司名稱""",
    "given_name": """
        first name|firstname|given name|given names|forename|fore name|christian name
        attendee first name|fname|attendee name given name|vorname|rufname|prenom|nombre de pila|nombres
        primer nombre|primeiro nome|nome proprio|imie|jmeno|krestni jmeno|voornaam|fornavn|fornamn
        etunimi|ad|keresztnev|prenume|ime|ім'я|имя|власне ім'я
        名|お名前 名|이름 명|名字""",
    "family_name": """
        last name|lastname|family name|familyname|surname|sur name|attendee last name|lname
        attendee name family name|nachname|familienname|zuname|nom|nom de famille|apellido|apellidos
        sobrenome|cognome|nazwisko|prijmeni|priezvisko|achternaam|familienaam|etternavn|efternavn
        efternamn|sukunimi|soyad|soyadi|vezeteknev|nume de familie|prezime|прізвище|фамилия
        姓|姓氏|성""",
    "full_name": """
        name|full name|fullname|attendee|attendee name|attendee full name|participant|participant name
        visitor|visitor name|delegate|delegate name|guest|guest name|contact|contact name|contact person
        person|badge name|name on badge|display name|teilnehmer|teilnehmername|name des teilnehmers
        besucher|besuchername|gast|ansprechpartner|kontakt|vollstaendiger name|vor und nachname
        vorname nachname|vorname und nachname|nachname vorname|nom complet|nom prenom|nom et prenom
        prenom nom|participant nom|nombre completo|nombre y apellidos|nombre y apellido|nombre
        nome completo|nome e cognome|cognome e nome|nominativo|nome|partecipante|imie i nazwisko
        nazwisko i imie|uczestnik|jmeno a prijmeni|ucastnik|naam|volledige naam|deelnemer|ad soyad
        adi soyadi|піб|п і б|прізвище ім'я по батькові|повне ім'я|прізвище та ім'я|ім'я та прізвище
        ім'я прізвище|прізвище ім'я|учасник|відвідувач|контактна особа|фио|ф и о|полное имя
        имя и фамилия|фамилия имя|фамилия имя отчество|участник|посетитель|контактное лицо
        氏名|お名前|名前|이름|성명|성함|姓名""",
    "language": """
        language|preferred language|language code|locale|sprache|korrespondenzsprache|langue|idioma
        lingua|jezyk|jazyk|taal|dil|мова|мова спілкування|язык""",
    "badge_id": """
        badge id|badge no|badge number|badge code|badge|badgeid|badge barcode|barcode|bar code|qr code
        qr|qrcode|code|id|attendee id|attendee no|attendee number|visitor id|visitor no|visitor number
        participant id|guest id|delegate id|registration id|registration number|registration no
        registration code|reg id|reg no|reg number|reference|reference number|ref|ref no
        confirmation number|confirmation code|external id|contact id|person id|member id|ticket
        ticket id|ticket no|ticket number|ticket code|ticket secret|secret|pseudonymization id
        pseudonymisation id|uuid|guid|rfid|nfc id|scan code|unique id|number|no|nr|badgenummer|badge nr
        badge nummer|barcodenummer|strichcode|ausweisnummer|ausweis nr|teilnehmernummer|teilnehmer nr
        teilnehmer id|besuchernummer|besucher nr|besucher id|registrierungsnummer|registrierungs id
        anmeldenummer|ticketnummer|ticket nr|ticketcode|nummer|kennung|code barres|code barre
        numero de badge|n badge|numero d inscription|identifiant|id participant|numero de billet|codigo
        codigo de barras|numero de registro|numero de entrada|acreditacion|codice|codice a barre
        numero badge|numero biglietto|numer|numer biletu|numer identyfikatora|identyfikator|kod kreskowy
        kod|numer rejestracyjny|cislo vstupenky|carovy kod|badgenummer deelnemer|barkod|бейдж
        номер бейджа|номер бейджу|код бейджа|код бейджу|штрихкод|штрих код|код|квиток|номер квитка
        номер учасника|код учасника|ідентифікатор|реєстраційний номер|номер реєстрації|код реєстрації
        номер|билет|номер билета|номер участника|код участника|идентификатор|регистрационный номер
        номер регистрации
        バッジid|バッジ番号|受付番号|来場者番号|登録番号|배지 id|배지id|배지번호|배지 번호|등록번호
        参会编号|胸卡号|胸牌编号|证件号|登记号|注册号""",
    "note": "note|notes|remark|remarks|notiz|notizen|примітка|примітки|примечание|nota|notes internes",
}
"""Field -> phrases. Where a heading holds phrases of two fields, the longer phrase wins, then the field that
stands first here."""
