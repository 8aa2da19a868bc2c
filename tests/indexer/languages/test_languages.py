"""Languages told apart, stems, heads of compounds, spellings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.languages import COMPOUNDING, LANGUAGES, divisions, head, language_of, lower, plain, spellings, stem
from indexer.languages.han import SIMPLIFIED
from indexer.languages.markers import ENDINGS, LARGEST, LETTERS, MARKERS, SCRIPTS
from indexer.languages.stems import STEMMERS

TEXTS = {
    "en": "please send the signed lease to the address below before the end of the month",
    "de": "bitte senden sie den unterschriebenen vertrag an die folgende adresse",
    "nl": "stuur het getekende contract voor het einde van de maand naar dit adres",
    "sv": "skicka det undertecknade avtalet till adressen nedan före månadens slut",
    "fi": "lähettäkää allekirjoitettu sopimus alla olevaan osoitteeseen ennen kuun loppua",
    "hu": "kérjük hogy az aláírt szerződést a hónap vége előtt küldje el erre a címre",
    "fr": "merci de renvoyer le contrat signé à cette adresse avant la fin du mois",
    "es": "por favor envíe el contrato firmado a esta dirección antes de fin de mes",
    "it": "la preghiamo di inviare il contratto firmato a questo indirizzo entro la fine del mese",
    "pt": "por favor envie o contrato assinado para este endereço até ao fim do mês",
    "pl": "proszę przesłać podpisaną umowę na ten adres przed końcem miesiąca",
    "cs": "prosím zašlete podepsanou smlouvu na tuto adresu do konce měsíce",
    "tr": "lütfen imzalı sözleşmeyi ay sonundan önce bu adrese gönderin",
    "ru": "пожалуйста пришлите подписанный договор по этому адресу до конца месяца",
    "uk": "будь ласка надішліть підписаний договір на цю адресу до кінця місяця",
    "ar": "يرجى إرسال العقد الموقع إلى هذا العنوان قبل نهاية الشهر",
    "el": "παρακαλώ στείλτε το υπογεγραμμένο συμβόλαιο πριν το τέλος του μήνα",
    "he": "נא לשלוח את החוזה החתום לכתובת זו לפני סוף החודש",
    "hi": "कृपया हस्ताक्षरित अनुबंध महीने के अंत से पहले भेजें",
}


@pytest.mark.parametrize(("language", "text"), TEXTS.items())
def test_a_sentence_tells_its_language(language: str, text: str) -> None:
    assert language_of(set(text.split())) == language


@pytest.mark.parametrize("text", ["", "x1 y2", "total 42 kg", "日本語", "iphone ipad", "v e u i"])
def test_little_tells_nothing(text: str) -> None:
    assert language_of(set(text.split())) is None


def test_data_is_of_languages_that_are_told() -> None:
    told = MARKERS.keys() | SCRIPTS.keys()
    assert set(ENDINGS.values()) <= told
    assert {one for several in LETTERS.values() for one in several.split()} <= told
    assert LARGEST.keys() <= told
    assert set(LANGUAGES) <= told
    assert set(STEMMERS) >= COMPOUNDING


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("de", "verträge", "vertrag"), ("de", "straße", "strasse"), ("de", "muenchen", "münchen"),
        ("nl", "rekeningen", "rekening"), ("sv", "räkningarna", "räkning"), ("fi", "laskun", "laskut"),
        ("fr", "payé", "payer"), ("es", "canciones", "canción"), ("it", "fatture", "fattura"),
        ("ru", "счёта", "счетов"), ("tr", "kitapları", "kitap"), ("el", "λογαριασμού", "λογαριασμός"),
        ("ar", "الكتاب", "كِتَاب"), ("hi", "किताबें", "किताब"), ("he", "הספרים", "ספר"), ("pl", "umowy", "umowa"),
    ],
)
def test_forms_of_one_word_have_one_stem(language: str, one: str, other: str) -> None:
    assert stem(language, one) == stem(language, other)


@pytest.mark.parametrize("language", LANGUAGES)
@given(word=st.text(st.characters(categories=["L", "M"]), min_size=1, max_size=30))
def test_any_word_has_a_stem(language: str, word: str) -> None:
    assert isinstance(stem(language, lower(word)), str)


@pytest.mark.parametrize(
    ("language", "compound", "word"),
    [
        ("de", "heizungswartungen", "wartung"), ("de", "mietverträge", "vertrag"), ("de", "gästehäuser", "haus"),
        ("nl", "huurcontracten", "contract"), ("sv", "hyresavtalet", "avtal"), ("da", "lejekontrakter", "kontrakt"),
        ("no", "leiekontraktene", "kontrakt"),
    ],
)
def test_a_compound_ends_in_the_head_of_its_last_word(language: str, compound: str, word: str) -> None:
    assert head(language, compound).endswith((head(language, word), plain(word)))


def test_compounds_are_divided_with_what_links_them() -> None:
    assert any("heizung" in firsts and second == "wartung" for firsts, second in divisions("de", "heizungswartung"))
    assert any("schule" in firsts and second == "weg" for firsts, second in divisions("de", "schulweg"))
    assert any("kyrka" in firsts and second == "gard" for firsts, second in divisions("sv", "kyrkogård"))
    assert list(divisions("de", "haus")) == []


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("münchen", {"munchen", "muenchen"}), ("straße", {"strasse"}), ("øl", {"ol", "oel"}), ("œuvre", {"oeuvre"}),
        ("łódź", {"lodz"}), ("ёлка", {"елка"}), ("йогурт", {"йогурт"}), ("ısı", {"isi"}), ("άνθρωπος", {"ανθρωποσ"}),
        ("كِتَابٌ", {"كتاب"}), ("אֲבָל", {"אבל"}), ("किताबें", {"किताबें"}), ("plain", {"plain"}),
    ],
)
def test_spellings(word: str, found: set[str]) -> None:
    assert set(spellings(word)) == found


@given(st.text(max_size=40))
def test_plain_is_plain(text: str) -> None:
    once = plain(lower(text))
    assert plain(once) == once


def test_chinese_characters_become_one_each() -> None:
    assert "鍋爐維修".translate(SIMPLIFIED) == "锅炉维修"
    again = {point for point in SIMPLIFIED.values() if point in SIMPLIFIED}
    assert again == {ord("苧")}
