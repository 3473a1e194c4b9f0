"""What badges call the parts of a visitor -> the field, in the languages of the shows and of programmers."""

import re
import unicodedata
from functools import lru_cache


def words(table: str) -> frozenset[str]:
    """The words of a table written as running text."""
    return frozenset(table.split())


# Folded: small letters and digits only. Where a field may have several values, the first name is the best.
_NAMES = {
    "given_name": """
        given givenname first firstname fname forename vorname prenom nombre nome imie ім'я имя имʼя
        namefirst firstnames givennames christianname jmeno voornaam fornavn förnamn
        名 име""",
    "family_name": """
        family familyname last lastname lname surname sname ln nachname familienname nomdefamille
        apellido apellidos cognome nazwisko прізвище фамилия namelast prijmeni achternaam efternavn
        efternamn sobrenome
        姓 苗字 성""",
    "full_name": """
        fullname name fn n nm displayname completename namefull vollername nomcomplet nom піб фио
        повнеім'я attendeename personname contactname badgename nameonbadge printname 姓名 名前 氏名 이름
        الاسم ονοματεπωνυμο imieinazwisko nom attendee visitor participant delegate registrant guest
        contact
        성명 성함 お名前 прізвищеім'я ім'япрізвище фамилияимя имяфамилия имеифамилия""",
    "company": """
        company companyname co comp cmp org organization organisation organizationname organisationname
        employer firm firma firmenname unternehmen societe entreprise empresa azienda società компанія
        компания організація организация фірма підприємство business businessname account accountname
        affiliation institution 会社 会社名 公司 회사 الشركة εταιρεια bedrijf
        勤務先 公司名称 单位 會社 회사명 기업 предприятие учреждение""",
    "department": """
        department dept division div abteilung departement відділ отдел departamento dział
        部门 部署
        部門 부서 подразделение підрозділ""",
    "job_title": """
        title jobtitle job ti jt til position role function funktion titel fonction poste cargo puesto
        qualifica stanowisko посада должность designation occupation beruf jobrole jobfunction 職位 职位
        직책 المسمىالوظيفي θεση functie
        职务 職位 役職 肩書 직위 직함 длъжност""",
    "emails": """
        email mail em emailaddress mailaddress eml correo courriel пошта ел.пошта електроннапошта
        электроннаяпочта эл.почта workemail emailwork businessemail emails 邮箱 メール 이메일
        البريدالإلكتروني correoelectronico posta
        почта 邮件 电子邮件 電子郵件 メールアドレス 이메일주소""",
    "phone:": """
        phone tel telephone telephonenumber phonenumber ph telefon telefono téléphone телефон phones
        тел telefonnummer tlf puhelin 电话 電話 전화 هاتف τηλεφωνο telefoon fon teléfono
        номертелефона номертелефону контактныйтелефон контактнийтелефон 电话号码 電話番号 전화번호""",
    "phone:mobile": """
        mobile mob cell cellphone mobilephone mobilenumber handy mobil portable móvil movil celular
        мобільний мобильный мобтел 手机 携帯 whatsapp gsm cellulare
        мобільнийтелефон мобильныйтелефон 手机号 手机号码 携帯電話 휴대폰 휴대전화 핸드폰""",
    "phone:work": "workphone phonework businessphone officephone directphone direct durchwahl telwork",
    "phone:fax": "fax faxnumber telefax факс",
    "street": """
        street address addr ad address1 addressline1 address2 addressline2 address3 addressline3 line1
        line2 line3 streetaddress street1 street2 strasse adresse straße dirección direccion indirizzo
        ulica вулиця адреса адрес улица adr 地址 住所 postaladdress mailingaddress""",
    "city": """
        city town ci locality ort stadt ville ciudad città miasto місто город plaats cidade 城市 市
        municipality πολη مدينة
        都市 도시""",
    "region": """
        state region province stateprovince bundesland kanton county oblast область регіон регион
        provincia województwo stateregion""",
    "postal_code": """
        zip postalcode postcode zipcode plz codepostal cp cap індекс индекс поштовийіндекс zp kodpocztowy
        postleitzahl codigopostal 邮编 postal""",
    "country": """
        country countrycode countryname land pays país pais paese kraj країна страна nation 国家 国 χωρα
        دولة countryiso
        국가 나라""",
    "website": """
        website url web www homepage site webpage webseite internet linkedin linkedinurl profileurl
        linkedinprofile companywebsite сайт вебсайт weburl""",
    "language": "language lang locale sprache langue idioma мова язык preferredlanguage",
    "note": "note notes memo comment comments bemerkung kommentar примітка коментар примечание remarks",
    "badge_id": """
        badgeid badgenumber badgeno badgecode badge barcode registrationid regid registrationnumber
        registrationno regno regnumber registrationcode regcode ticketid ticketnumber ticketno ticketcode
        ticket attendeeid attendeenumber visitorid visitornumber participantid participantnumber
        delegateid delegatenumber guestid personid contactid memberid customerid userid uid uuid guid
        secret ticketsecret positionsecret
        pseudonymizationid qrcode qrid qr scanid code number nr numero num numer nummer
        id ид номер 番号 编号 ідентифікатор""",
}
# Parts of a label that only say whose value it is.
_WHOSE = re.compile(
    r"^(?:attendee|visitor|participant|delegate|registrant|registration|guest|contact|person|personal|user|"
    r"customer|lead|badge|profile|member|holder|ticketholder|primary|work|business|your|besucher|teilnehmer)"
)
# Labels of the code itself; their values say nothing about a visitor.
_OWN = words(
    "t s v ver version type kind format schema scheme source src hash sig signature checksum crc iat exp nbf "
    "iss aud timestamp ts created createdat updated updatedat issued issuedat expires nonce salt"
)
LONGEST = 40


def folded(label: str) -> str:
    """The label as the table spells it: small letters and digits only, without accents of Latin letters."""
    plain = unicodedata.normalize("NFKD", label.casefold())
    return unicodedata.normalize("NFC", "".join(each for each in plain if each.isalnum()))


_RANKS = {
    folded(name): (field, rank)
    for field, names in _NAMES.items()
    for rank, name in reversed(list(enumerate(names.split())))
}


@lru_cache(maxsize=2_048)
def field_of(label: str) -> str:
    """The field a label means: one of Visitor, "phone:" with a kind, "badge_id", "-": the code's own."""
    if len(label) > LONGEST:
        return ""
    bare = folded(label)
    if bare in _OWN:
        return "-"
    known = _known(bare)
    return known[0] if known else ""


def rank(label: str) -> int:
    """How well this label names its field, 0 is best; for badges that carry several numbers."""
    known = _known(folded(label))
    return known[1] if known else len(_RANKS)


def _known(bare: str) -> tuple[str, int] | None:
    return _RANKS.get(bare) or _RANKS.get(_WHOSE.sub("", bare, count=1))
