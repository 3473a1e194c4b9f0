"""Words that tell what a bare value of a badge is: companies and positions beyond legal forms, surnames.

Collected from the names of companies and universities and from the positions on cards; all folded but the
East Asian ones, which stand at the end or the beginning of a value without blanks.
"""

import re

from boothapp.badge import labels
from boothapp.domain.folding import fold


def _folded(table: str) -> frozenset[str]:
    return frozenset(map(fold, table.split()))


# In a value of several words, these belong to a company without a legal form.
_COMPANY_WORDS = _folded(
    """university universitat universite universidad universita uniwersytet hochschule college school
    institute institut instituto institution fraunhofer hospital klinik klinikum clinic group gruppe groupe
    grupo holding bank sparkasse versicherung insurance verlag stadtwerke werke werft
    industries industrie industry
    systems systeme technologies technology technologie solutions software services energy energie electronics
    elektronik engineering maschinenbau automotive aerospace airlines consulting logistics logistik media
    pharma chemicals ministry ministerium agency agentur association verband verein foundation stiftung
    завод университет університет інститут група компанія фірма підприємство міністерство
    асоціація агенція институт группа холдинг банк компания фирма предприятие министерство ассоциация
    агентство фабрика"""
)
_EAST_COMPANY = re.compile(
    r"会社|公司|集団|集团|集團|大学|大學|研究所|研究院|銀行|银行|商事|工業|工业|電機|製作所|造船|医院|病院|"
    r"주식회사|\(주\)|㈜|전자|그룹|은행|대학교|산업|중공업|건설|연구소|병원"
)
_EAST_TITLE = re.compile(
    r".*(?:部長|課長|社長|係長|主任|会長|取締役|代表|専務|常務|店長|技師|担当|"
    r"经理|經理|工程师|工程師|总监|總監|主管|总裁|董事长|董事|"
    r"부장|과장|차장|사장|이사|대리|팀장|대표|대표이사|사원|연구원|회장)"
)
_EAST = re.compile(r"[\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7a3々]+")
_HANGUL = re.compile(r"[\uac00-\ud7a3]+")
_LONGEST_NAME = 5
# The commonest of the censuses of China, Taiwan and South Korea, and those of two letters.
_EAST_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪"
    "任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚"
    "張劉陳楊趙黃吳孫馬羅鄭謝韓馮蕭鄧許盧蔣賈葉閻鍾譚鄒陸顧龍萬錢湯喬賀賴龔蘇呂"
    "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구"
) | labels.words("欧阳 歐陽 上官 司马 司馬 诸葛 諸葛 皇甫 慕容 令狐 남궁 황보 제갈 선우 독고")
_TITLE_BEGINS = (
    "giam doc", "truong phong", "ky su", "chuyen vien", "nhan vien", "pho giam doc", "tong giam doc",
    "chu tich",
)  # fmt: skip
# Words of positions and companies that are surnames as well.
_SURNAMES = labels.words(
    """head king bishop bank stein berg president chief partner buyer founder owner leiter direktor director
    major marshall chancellor konig bischof meister richter kaiser graf vogt"""
)


def is_company(text: str) -> bool:
    """Several words, one of them usual in the names of companies, or East Asian letters with such a word."""
    words = fold(text).split()
    if _EAST.search(text):
        return bool(_EAST_COMPANY.search(text))
    return len(words) > 1 and bool(_COMPANY_WORDS & set(words))


def is_title(text: str) -> bool:
    """A position in a language without blanks or with words of two syllables."""
    plain = fold(text)
    return bool(_EAST_TITLE.fullmatch(text)) or plain.startswith(_TITLE_BEGINS)


def is_surname_too(text: str) -> bool:
    """One word that is a position or a company elsewhere and the name of many people."""
    return fold(text) in _SURNAMES


def is_east_surname(text: str) -> bool:
    """A surname of China or Korea: nearly all are of one letter, and few serve most people."""
    return text in _EAST_SURNAMES


def is_east_asian(text: str) -> bool:
    """Kana, Han or Hangul and nothing else."""
    return bool(_EAST.fullmatch(text))


def is_bare_name(text: str) -> bool:
    """Such letters, as few as a name has, and neither a company nor a position."""
    return (
        is_east_asian(text) and 2 <= len(text) <= _LONGEST_NAME and not (is_company(text) or is_title(text))
    )


def is_whole_name(text: str, after: str = "") -> bool:
    """East Asian letters without a blank that hold family and given name: 山田太郎, 김철수.

    after: the next value; three letters may be one of two names, unless what follows is too long to be one.
    """
    if not _EAST.fullmatch(text) or is_company(text) or is_title(text) or not 3 <= len(text) <= 5:
        return False
    longest = 2 if _HANGUL.fullmatch(text) else 3
    return len(text) > 3 or is_company(after) or not _EAST.fullmatch(after) or len(after) > longest
