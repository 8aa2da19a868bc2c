from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tokenizers
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.catalogue import spec_of
from models.clip_words import ClipWords, canonical
from models.errors import ModelError
from models.sample_pictures import SENTENCES
from models.tokens import PIECES, tokens_of

CLIP = spec_of("clip")
SIGLIP = spec_of("siglip-b-16")
ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def words() -> ClipWords:
    return ClipWords()


@pytest.fixture(scope="module")
def reference(open_clip: Any) -> Any:
    return open_clip.get_tokenizer("ViT-B-32")


def _same(words: ClipWords, reference: Any, text: str) -> None:
    assert words.ids(text) == reference.encode(text)


@pytest.mark.parametrize("text", [
    *SENTENCES, "don't I'll we've", "<start_of_text> <end_of_text> <START_OF_TEXT>", "&amp;amp; &lt;b&gt;",
    "caf\xc3\xa9",
    "ﬁne “quotes”", "naïve cafe\u0301", "3.14 × 10⁸ ½ Ⅷ", "👩‍👩‍👧 🛶", "a\u0000b\x1b[31m", "İstanbul ẞ", "\u200bzero",
])
def test_equal_to_open_clip(text: str, words: ClipWords, reference: Any) -> None:
    _same(words, reference, text)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=60) | st.text("abcdez '&;<>|_-.19é\u0301ﬁ\n\t", max_size=60))
def test_equal_to_open_clip_on_any_text(text: str, words: ClipWords, reference: Any) -> None:
    _same(words, reference, text)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=60))
def test_texts_for_siglip_are_cleaned_as_open_clip_does(text: str, open_clip: Any) -> None:
    assert canonical(text) == open_clip.tokenizer.get_clean_fn("canonicalize")(text)


def test_a_text_is_as_long_as_it_is(tmp_path: Path, reference: Any) -> None:
    (ids,) = tokens_of(CLIP, tmp_path).windows("a photo of a dog")
    assert ids.shape == (1, 7)
    assert ids.dtype == np.int64
    assert ids[0].tolist() == reference(["a photo of a dog"])[0, :7].tolist()
    assert [one.shape for one in tokens_of(CLIP, tmp_path).windows("")] == [(1, 2)]


def test_a_long_text_becomes_windows_that_hold_all_of_it(tmp_path: Path) -> None:
    text = " ".join(f"{number}" for number in range(10, 99))
    windows = tokens_of(CLIP, tmp_path).windows(text)
    assert len(windows) > 1
    assert {one.shape[1] for one in windows} <= set(range(2, CLIP.context + 1))
    inner = [one[0, 1:-1].tolist() for one in windows]
    assert inner[0][:4] == ClipWords().ids(text)[:4]
    assert inner[-1][-4:] == ClipWords().ids(text)[-4:]


def _write_pieces(folder: Path, end: str) -> None:
    vocabulary = {end: 1, "<pad>": 0, "<unk>": 2, "red": 3, "kayak": 4}
    tokenizer = tokenizers.Tokenizer(tokenizers.models.WordLevel(vocabulary, unk_token="<unk>"))
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    tokenizer.enable_padding(length=9)
    tokenizer.enable_truncation(2)
    tokenizer.save(str(folder / PIECES))


@pytest.mark.parametrize("end", ["</s>", "<eos>"])
def test_pieces_are_cleaned_closed_and_padded(end: str, tmp_path: Path) -> None:
    _write_pieces(tmp_path, end)
    (ids,) = tokens_of(replace(SIGLIP, context=8), tmp_path).windows("Red, KAYAK! boat")
    assert ids.tolist() == [[3, 4, 2, 1, 1, 1, 1, 1]]
    (ids,) = tokens_of(replace(spec_of("siglip2-b-32-256"), context=8), tmp_path).windows("")
    assert ids.tolist() == [[1, 0, 0, 0, 0, 0, 0, 0]]


def test_pieces_that_cannot_be_read(tmp_path: Path) -> None:
    for content, code in (("{", "model_damaged"), (None, "model_damaged")):
        (tmp_path / PIECES).unlink(missing_ok=True)
        if content is not None:
            (tmp_path / PIECES).write_text(content, encoding="utf-8")
        with pytest.raises(ModelError) as caught:
            tokens_of(SIGLIP, tmp_path)
        assert caught.value.code == code
    _write_pieces(tmp_path, "<end>")
    with pytest.raises(ModelError, match="no token for the end"):
        tokens_of(SIGLIP, tmp_path)


def test_plain_words_need_neither_torch_nor_ftfy() -> None:
    program = (
        "import sys; from models.clip_words import ClipWords\n"
        "assert len(ClipWords().ids('red kayak')) == 2\n"
        "assert not {'torch', 'ftfy', 'open_clip'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)
