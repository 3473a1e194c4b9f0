"""Countries as cards and badges name them -> ISO 3166-1 alpha-2, only where it is certain."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from boothapp import paths

# ISO 3166-1, all codes in use.
_ALL_CODES = """
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS
BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE
EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM
HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC
LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO
TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
"""
# Kosovo has no code of ISO 3166; this one, of those left to users, serves it in the EU and in Unicode CLDR.
CODES = frozenset((*_ALL_CODES.split(), "XK"))

# Alpha-3, the English, German and Ukrainian names, then the country's own and common short ones.
_NAMES = """
AE ARE|United Arab Emirates|Vereinigte Arabische Emirate|Обʼєднані Арабські Емірати|UAE|Emirates|VAE|ОАЕ
AR ARG|Argentina|Argentinien|Аргентина
AT AUT|Austria|Österreich|Австрія
AU AUS|Australia|Australien|Австралія
AZ AZE|Azerbaijan|Aserbaidschan|Азербайджан
BA BIH|Bosnia & Herzegovina|Bosnien und Herzegowina|Боснія і Герцеговина|Bosnia|BiH|Bosna i Hercegovina
BE BEL|Belgium|Belgien|Бельгія|België|Belgique
BG BGR|Bulgaria|Bulgarien|Болгарія|България
BR BRA|Brazil|Brasilien|Бразилія|Brasil
BY BLR|Belarus|Білорусь|Weissrussland|Weißrussland|Беларусь
CA CAN|Canada|Kanada|Канада
CH CHE|Switzerland|Schweiz|Швейцарія|Suisse|Svizzera|Swiss
CI Ivory Coast|Elfenbeinküste
CL CHL|Chile|Чилі
CN CHN|China|Китай|P.R. China|PR China|People's Republic of China|VR China|中国
CO COL|Colombia|Kolumbien|Колумбія
CY CYP|Cyprus|Zypern|Кіпр|Κύπρος
CZ CZE|Czechia|Tschechien|Чехія|Czech Republic|Česko|Česká republika|Tschechische Republik|Чеська Республіка
CZ Czech
DE DEU|Germany|Deutschland|Німеччина|BRD|Federal Republic of Germany|Bundesrepublik Deutschland|Allemagne
DE Germania|Германия
DK DNK|Denmark|Dänemark|Данія|Danmark
EE EST|Estonia|Estland|Естонія|Eesti
EG EGY|Egypt|Ägypten|Єгипет|Misr
ES ESP|Spain|Spanien|Іспанія|España
FI FIN|Finland|Finnland|Фінляндія|Suomi
FR FRA|France|Frankreich|Франція|Frankrijk|Франция
GB GBR|United Kingdom|Vereinigtes Königreich|Велика Британія|UK|U.K.|Great Britain|England|Scotland|Wales
GB Northern Ireland|Grossbritannien|Großbritannien|Англія
GE GEO|Georgia|Georgien|Грузія|Sakartvelo
GR GRC|Greece|Griechenland|Греція|Hellas|Ελλάδα|Ellada
HK HKG|Hong Kong SAR China|Sonderverwaltungsregion Hongkong|Гонконг, ОАР Китаю|Hong Kong|Hongkong|Гонконг
HR HRV|Croatia|Kroatien|Хорватія|Hrvatska
HU HUN|Hungary|Ungarn|Угорщина|Magyarország
ID IDN|Indonesia|Indonesien|Індонезія
IE IRL|Ireland|Irland|Ірландія|Éire
IL ISR|Israel|Ізраїль|ישראל
IN IND|India|Indien|Індія|Bharat
IR IRN|Iran|Іран
IS ISL|Iceland|Island|Ісландія|Ísland
IT ITA|Italy|Italien|Італія|Italia
JP JPN|Japan|Японія|日本|Nippon
KE KEN|Kenya|Kenia|Кенія
KR KOR|South Korea|Südkorea|Південна Корея|Korea|Republic of Korea|Республіка Корея|대한민국
KZ KAZ|Kazakhstan|Kasachstan|Казахстан|Қазақстан
LI LIE|Liechtenstein|Ліхтенштейн
LT LTU|Lithuania|Litauen|Литва|Lietuva
LU LUX|Luxembourg|Luxemburg|Люксембург|Lëtzebuerg
LV LVA|Latvia|Lettland|Латвія|Latvija
MA MAR|Morocco|Marokko|Марокко
MC MCO|Monaco|Монако
MD MDA|Moldova|Republik Moldau|Молдова|Republic of Moldova|Moldau
ME MNE|Montenegro|Чорногорія
MK MKD|North Macedonia|Nordmazedonien|Північна Македонія|Macedonia
MT MLT|Malta|Мальта
MX MEX|Mexico|Mexiko|Мексика|México
MY MYS|Malaysia|Малайзія|Malaysien
NG NGA|Nigeria|Нігерія
NL NLD|Netherlands|Niederlande|Нідерланди|The Netherlands|Netherland|Holland|Nederland|Голландія
NO NOR|Norway|Norwegen|Норвегія|Norge|Noreg
NZ NZL|New Zealand|Neuseeland|Нова Зеландія|Aotearoa
PE PER|Peru|Перу|Perú
PH PHL|Philippines|Philippinen|Філіппіни
PK PAK|Pakistan|Пакистан
PL POL|Poland|Polen|Польща|Polska|Польша
PT PRT|Portugal|Португалія|Португалия
RO ROU|Romania|Rumänien|Румунія|România
RS SRB|Serbia|Serbien|Сербія|Srbija
SA SAU|Saudi Arabia|Saudi-Arabien|Саудівська Аравія|KSA|Kingdom of Saudi Arabia
SE SWE|Sweden|Schweden|Швеція|Sverige
SG SGP|Singapore|Singapur|Сінгапур
SI SVN|Slovenia|Slowenien|Словенія|Slovenija
SK SVK|Slovakia|Slowakei|Словаччина|Slovensko|Slovak Republic|Slovak|Slowakische Republik
TH THA|Thailand|Таїланд
TN TUN|Tunisia|Tunesien|Туніс
TR TUR|Türkiye|Türkei|Туреччина|Turkey|Turkiye|Турция
TW TWN|Taiwan|Тайвань|Taiwan, R.O.C.|R.O.C.|台灣
UA UKR|Ukraine|Україна|Украина|Ukraina|Ukrajina
US USA|United States|Vereinigte Staaten|Сполучені Штати|USA|U.S.A.|U.S.|United States of America|America
US Amerika|США|Сполучені Штати Америки
UY URY|Uruguay|Уругвай
UZ UZB|Uzbekistan|Usbekistan|Узбекистан
VN VNM|Vietnam|Вʼєтнам|Viet Nam|Việt Nam
XK XKX|Kosovo|Kosovo|Косово|Kosova|Kosovë|Republic of Kosovo|Republika e Kosovës
ZA ZAF|South Africa|Südafrika|Південно-Африканська Республіка|RSA|Suid-Afrika
"""

# Only where nothing but a country stands: the signs on cars (Convention on Road Traffic of 1968, annex 3,
# as notified to the United Nations) and the codes of sport (International Olympic Committee), where ISO 3166
# gives them to nobody.
_SIGNS = """
A:AT B:BE D:DE E:ES F:FR H:HU I:IT J:JP L:LU M:MT N:NO P:PT S:SE T:TH V:VA
FL:LI NMK:MK GBZ:GI SLO:SI RUS:RU EST:EE FIN:FI IRL:IE ROK:KR RC:TW RCH:CL RA:AR CDN:CA MEX:MX AUS:AU
IND:IN SRB:RS MNE:ME BIH:BA CYP:CY
GER:DE SUI:CH NED:NL DEN:DK CRO:HR BUL:BG GRE:GR POR:PT LAT:LV RSA:ZA UAE:AE KSA:SA INA:ID MAS:MY PHI:PH
VIE:VN TPE:TW CHI:CL URU:UY ENG:GB SCO:GB WAL:GB
RF:RU РФ:RU ФРН:DE ФРГ:DE
"""
_BY_SIGN = dict(pair.split(":") for pair in _SIGNS.split())
# Used everywhere, but reserved rather than assigned.
_BRITAIN = "UK"
# The apostrophe of Ukrainian words is a letter to Unicode, and many write another one.
_SHORT_REPUBLIC = re.compile(r"(?i)\brep\b\.?")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_APOSTROPHE = "\N{MODIFIER LETTER APOSTROPHE}"


def code(text: str) -> str:
    """The alpha-2 code of a country's code or name in one of several languages, or "" where not certain."""
    letters = text.strip().upper()
    if not letters or letters in CODES:
        return letters
    if letters == _BRITAIN:
        return "GB"
    keys = map(_key, _spellings(text))
    return next((found for key in keys if (found := _by_name().get(key) or _by_any_name().get(key))), "")


def _spellings(text: str) -> Iterator[str]:
    """As it stands; then "Czech Rep." in full and "Korea, Republic of" the right way round."""
    yield text
    whole = _SHORT_REPUBLIC.sub("Republic", text)
    if whole != text:
        yield whole
    name, comma, rest = whole.partition(",")
    if comma:
        yield f"{rest} {name}"


def code_in_field(text: str) -> str:
    """As `code`, for a text that stands where only a country stands: "D" and "GER" are codes there too."""
    return code(text) or _BY_SIGN.get(text.strip(" .-()").upper(), "")


@cache
def _by_any_name() -> dict[str, str]:
    """Names in many languages, made at set-up by build_spec/countries.py; none where that was left out."""
    file = paths.resources() / "countries.tsv"
    try:
        rows = [line.split("\t") for line in file.read_text("utf-8").splitlines()]
    except OSError:
        return {}
    return _keyed((name, row[0]) for row in rows for name in row[1:])


@cache
def _by_name() -> dict[str, str]:
    lines = (line.split(" ", 1) for line in _NAMES.strip().splitlines())
    return _keyed((name, code) for code, names in lines for name in names.split("|"))


def _keyed(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Key -> code; with "Oesterreich" for "Österreich" where no other country has that key."""
    pairs = [(name, code) for name, code in named if _key(name)]
    spelt = {_key(name.translate(_UMLAUTS)): code for name, code in pairs}
    return spelt | {_key(name): code for name, code in pairs}


@cache
def names(language: str) -> dict[str, str]:
    """Code -> name of the countries known by name, in Ukrainian or German or else in English."""
    rows = [line.split(" ", 1) for line in _NAMES.strip().splitlines()]
    whole = [(code, row.split("|")) for code, row in rows if row[3:4] == "|"]
    name = {"uk": _ukrainian, "de": _german}.get(language, _english)
    return {code: name(row) for code, row in whole}


def _english(row: list[str]) -> str:
    return row[1]


def _german(row: list[str]) -> str:
    """Where German writes the country as English does, the Ukrainian name follows at once."""
    return row[1] if _is_cyrillic(row[2]) else row[2]


def _ukrainian(row: list[str]) -> str:
    return next(filter(_is_cyrillic, row), row[1]).replace(_APOSTROPHE, "’")


def _is_cyrillic(name: str) -> bool:
    return "а" <= name[-1].casefold() <= "ї"


def _key(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in plain if letter.isalnum() and letter != _APOSTROPHE)
