"""What two file names say of each other: versions of one thing, two of a series, or nothing. Pure."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from indexer.paths import fold

VERSION, NOTHING, SERIES = 1, 0, -1
"""Names that differ in marks of versions or in the ending only; that say nothing; that differ in a number or month."""

_WORDS = (
    "final|finale?s?|fin|endfassung|endversion|endgultig|definitif|definitivo|draft|entwurf|brouillon|borrador|bozza|"
    "rascunho|copy|copies|kopie|copie|copia|kopia|kopi|duplicate|duplikat|backup|bak|sicherung|sauvegarde|old|alt|"
    "ancien|viejo|vecchio|velho|new|neu|nouveau|nuevo|nuovo|novo|orig|original|edited|edit|bearbeitet|corrected|"
    "korrigiert|corrige|corregido|corretto|korr|corr|reviewed|revised|revise|revidiert|uberarbeitet|signed|unterschrieben|"
    "signe|firmado|firmato|scan|scanned|gescannt|ocr|latest|aktuell|updated|update|clean|compressed|small|klein|"
    "resized|web|print|druck|export|exported|converted|konvertiert"
)
_UNSPACED = fold(
    "副本|拷贝|复制|最终版|最终|终稿|定稿|草稿|修改版|新版|旧版|コピー|最終版|最終|下書き|修正版|사본|복사본|최종본|최종|초안|수정본"
)
_BEFORE, _AFTER = r"(?:^|(?<=[\W_]))", r"(?=[\W_]|$)"
_DATE = re.compile(
    r"(?<!\d)(?:(?:19|20)\d\d[-_. ]?(?:0[1-9]|1[0-2])[-_. ]?(?:0[1-9]|[12]\d|3[01])"
    r"|(?:0?[1-9]|[12]\d|3[01])[-_.](?:0?[1-9]|1[0-2])[-_.](?:19|20)?\d\d"
    r"|(?:19|20)\d\d[-_.](?:0[1-9]|1[0-2]))(?!\d)(?:[ _T-]+[0-2]\d[-_.:h]?[0-5]\d(?:[-_.:]?[0-5]\d)?(?!\d))?"
)
_MARK = re.compile(
    r"\(\d{1,2}\)|\[\d{1,2}\]"
    rf"|{_BEFORE}(?:v|ver|version|rev|revision|fassung|stand|edition|r)[ ._-]?\d+(?:[._-]\d+)*[a-z]?{_AFTER}"
    rf"|{_BEFORE}(?:{_WORDS})(?:[ _-]?\d{{1,2}})?{_AFTER}|(?:{_UNSPACED})[ _-]?\d*|~+$"
)
_OF = re.compile(r"^(?:(?:copy|kopie|copie|copia|kopia|copia) (?:of|von|de|di|z) |(?:kopie|copie|copia)[ -])")
_GAP = re.compile(r"[\W_]+")
_DIGITS = re.compile(r"\d+")
_MONTH = re.compile(
    rf"{_BEFORE}(?:jan|feb|mar|mrz|mai|apr|may|jun|jul|aug|sep|oct|okt|nov|dec|dez)[a-z]*{_AFTER}|{_BEFORE}q[1-4]{_AFTER}"
)


class _Name(NamedTuple):
    """``stem`` without marks and dates; ``dates`` as written; ``form``: the stem, numbers and months as ``0``."""

    stem: str
    dates: tuple[str, ...]
    form: str


def told(first: str, second: str) -> int:
    """``VERSION``, ``SERIES`` or ``NOTHING``: what the names of two files say of each other."""
    one, other = _taken_apart(first), _taken_apart(second)
    if one.stem and one.stem == other.stem:
        apart = one.dates and other.dates and one.dates != other.dates
        return NOTHING if apart else VERSION
    return SERIES if one.form == other.form and "0" in one.form else NOTHING


@lru_cache(4096)
def _taken_apart(name: str) -> _Name:
    stem, dot, ending = name.rpartition(".")
    bare = fold(stem if dot and stem and len(ending) <= 8 and " " not in ending else name)
    bare = _OF.sub("", bare)
    dates = tuple(_GAP.sub("", match.group()) for match in _DATE.finditer(bare))
    whole = _plain(_MARK.sub(" ", _DATE.sub(" ", bare)))
    form = _DIGITS.sub("0", _MONTH.sub("0", _plain(_MARK.sub(" ", _DATE.sub(" 0 ", bare)))))
    return _Name(whole, dates, form)


def _plain(text: str) -> str:
    return _GAP.sub(" ", text).strip()
