r"""vCards that lost their line ends: in one line, with blanks, signs, a written "\n" or nothing between.

A property is known again by its name before a colon; what stands between the first two of them stands
between all. Where nothing does, only names in capitals count.
"""

import re

# No code carries more, and each byte is looked at.
LONGEST = 65_536
_NAMES = (
    "VERSION|FN|N|NICKNAME|ORG|TITLE|ROLE|TEL|EMAIL|ADR|LABEL|URL|NOTE|LANG|UID|PHOTO|LOGO|BDAY|ANNIVERSARY|"
    "GENDER|REV|TZ|GEO|CATEGORIES|PRODID|PROFILE|SOURCE|KIND|SORT-STRING|SOUND|KEY|MAILER|AGENT|CLASS|IMPP|"
    "X-[A-Z0-9-]{1,40}"
)
_WORDS = (
    "PREF|WORK|HOME|VOICE|CELL|FAX|MSG|PAGER|VIDEO|MAIN|INTERNET|INTL|DOM|POSTAL|PARCEL|QUOTED-PRINTABLE|BASE64|"
    r"(?:TYPE|CHARSET|ENCODING|VALUE|LANGUAGE|PREF|ALTID|PID|LABEL|X-[A-Z0-9-]{1,40})=(?:\"[^\"\r\n]*\"|[^:;\"\r\n]*)"
)
_PROPERTY = rf"(?:(?i:item)\d{{1,4}}\.)?(?:{_NAMES})(?:;(?:{_WORDS})){{0,12}}:|(?:BEGIN|END):VCARD"
# Up to eight signs that are no line end, such as "\r\n" written out, "<br>" or "%0D%0A".
_JOINT = re.compile(rf"BEGIN:VCARD([^\r\n]{{0,8}}?)(?={_PROPERTY})".encode(), re.IGNORECASE)
_WHOLE = re.compile(_PROPERTY.encode())


def parted(content: bytes) -> bytes:
    """The content with its line ends put back, b"" where they are not lost."""
    text = content[:LONGEST]
    joint = _JOINT.match(text)
    if not joint:
        return b""
    between = joint[1]
    if not between:
        return _WHOLE.sub(rb"\n\g<0>", text)
    gap = rb"(?<![ \t])[ \t]++" if not between.strip() else re.escape(between)
    return re.sub(gap + rb"(?=%b)" % _PROPERTY.encode(), b"\n", text, flags=re.IGNORECASE)
