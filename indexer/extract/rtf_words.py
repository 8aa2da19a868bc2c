"""Words of RTF and what they stand for, after the Rich Text Format Specification 1.9.1."""

from __future__ import annotations

CHARSETS: dict[int, str] = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "cp950", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
SYMBOLS: dict[str, str] = {
    "tab": "\t", "line": "\n", "lbr": "\n", "emdash": "—", "endash": "–", "emspace": " ", "enspace": " ",
    "qmspace": " ", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "zwj": "\u200d", "zwnj": "\u200c", "ltrmark": "", "rtlmark": "",
}  # fmt: skip
SIGNS: dict[bytes, str] = {b"~": "\u00a0", b"_": "-", b"-": "", b"{": "{", b"}": "}", b"\\": "\\"}
PARAGRAPH_ENDS = frozenset({"par", "sect", "page", "column"})
_DESTINATIONS = (
    "colortbl pict objdata objclass objname fldinst themedata colorschememapping datastore xmlnstbl listtable "
    "listoverridetable revtbl rsidtbl generator latentstyles filetbl bkmkstart bkmkend xe tc rxe atnid atnauthor "
    "atnref atndate atnicn atnparent atntime sn sv shprslt nonshppict blipuid panose falt fontemb ftnsep ftnsepc "
    "ftncn aftnsep aftnsepc aftncn pgptbl wgrffmtfilter formfield template operator userprops docvar mmathPr "
    "pntxta pntxtb picprop upr private1 htmltag mhtmltag company manager category doccomm hlinkbase keycode"
)
SKIPPED = frozenset(_DESTINATIONS.split())
# Marked as skippable for old programs, and yet text.
KEPT_STARRED = frozenset(
    {"shpinst", "shptxt", "do", "dptxbxtext", "moMath", "moMathPara", "mr", "annotation", "listtext", "pntext"}
)
