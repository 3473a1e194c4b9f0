"""The encodings a list may be written in, by the names people know; chosen where the guess was wrong."""

from collections.abc import Mapping

from boothapp.badge import charset
from boothapp.errors import WrongCall
from boothapp.words import mark, tr

NAMES: Mapping[str, str] = {
    "utf-8": mark("All languages (UTF-8)"),
    "utf-16": mark("All languages (UTF-16)"),
    "cp1252": mark("Western Europe (Windows)"),
    "cp1250": mark("Central Europe (Windows)"),
    "cp1251": mark("Cyrillic (Windows)"),
    "koi8-u": mark("Cyrillic (KOI8)"),
    "cp866": mark("Cyrillic (DOS)"),
    "mac-cyrillic": mark("Cyrillic (Mac)"),
    "mac-roman": mark("Western Europe (Mac)"),
    "cp850": mark("Western Europe (DOS)"),
    "iso8859-2": mark("Central Europe (ISO)"),
    "cp1254": mark("Turkish"),
    "cp1257": mark("Baltic"),
    "cp1253": mark("Greek"),
    "cp1255": mark("Hebrew"),
    "cp1256": mark("Arabic"),
    "cp874": mark("Thai"),
    "cp932": mark("Japanese (Shift JIS)"),
    "euc_jp": mark("Japanese (EUC)"),
    "cp949": mark("Korean"),
    "gb18030": mark("Chinese, simplified (GB 18030)"),
    "cp950": mark("Chinese, traditional (Big5)"),
}
"""Python's codec -> name, the more common ones first."""

_SAME = {"utf-8-sig": "utf-8", "utf-16-le": "utf-16", "utf-16-be": "utf-16", "koi8-r": "koi8-u"}
_UTF_16 = "utf-16"


def listed(codec: str) -> str:
    """The one of NAMES that a codec belongs to, or the codec itself."""
    return _SAME.get(codec, codec)


def chosen(name: str) -> str:
    """The codec of a name that people have given, "" for none; raises WrongCall for an unknown one."""
    codec = charset.codec(name.strip())
    if name and not codec:
        raise WrongCall(
            tr("There is no encoding {name}.").format(name=name),
            step=tr("Some are {names}.").format(names=", ".join(NAMES)),
        )
    return codec
