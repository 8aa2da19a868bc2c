from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.errors import KnownError
from indexer.extract.encoding import decode

GERMAN = "Sehr geehrte Frau Müller, die Heizung läuft nicht. Bitte prüfen Sie die Größe."
FRENCH = "Le café est à côté de l'église, où l'été naît."
RUSSIAN = "Договор аренды квартиры заключён в мае. Отопление не работает."
JAPANESE = "これは日本語の文章です。暖房が壊れました。"
CHINESE = "这是一个中文文本，锅炉需要在五月更换。请联系房东。"
KOREAN = "이것은 한국어 문장입니다. 보일러를 교체해야 합니다."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((GERMAN, name) for name in ("utf-8", "utf-8-sig", "latin-1", "cp1252", "cp850", "mac_roman")),
        *((GERMAN, name) for name in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be")),
        ("Müller", "cp1252"),
        (FRENCH, "cp1252"),
        *((RUSSIAN, name) for name in ("cp1251", "koi8_r", "cp866", "utf-16-le", "utf-16-be")),
        *((JAPANESE, name) for name in ("cp932", "euc_jp", "iso2022_jp")),
        (CHINESE, "gb18030"),
        (KOREAN, "euc_kr"),
    ],
)
def test_encodings(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@given(st.text(alphabet=st.characters(codec="utf-8", min_codepoint=32), max_size=200))
def test_utf_8_is_never_mistaken(text: str) -> None:
    assert decode(text.encode()) == text.removeprefix("\ufeff")


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_binary(data: bytes) -> None:
    code = ""
    try:
        decode(data).encode()
    except KnownError as error:
        code = error.code
    assert code in ("", "binary")


def test_a_character_cut_off_at_the_end_does_not_change_the_rest() -> None:
    assert decode((GERMAN + "ü").encode()[:-1]) == GERMAN


def test_few_bad_bytes_do_not_garble_a_large_file() -> None:
    data = RUSSIAN.encode() * 50
    assert decode(data + b"\xff" + data).count("аренды") == 100


def test_a_declared_encoding_is_used_unless_it_does_not_fit() -> None:
    text = "ş ı ğ"
    assert decode(text.encode("cp1254"), "cp1254") == text
    assert decode(text.encode(), "cp1254") == text
    assert "Müller" in decode(b"M\xfcller", "no-such-encoding")


def test_nul_padding_is_not_binary() -> None:
    assert decode(b"line one\n" * 20 + b"\x00" * 4000 + b"\nline two").rstrip().endswith("line two")


@pytest.mark.parametrize(
    "data",
    [b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 8, b"\x00" * 500, bytes(range(32)) * 30, b"\x01\x00\x02\x00" * 400],
)
def test_data_is_binary(data: bytes) -> None:
    with pytest.raises(KnownError) as caught:
        decode(data)
    assert caught.value.code == "binary"
