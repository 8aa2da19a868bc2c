from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from models.catalogue import DEFAULT_TEXT_MODEL, spec_of
from models.errors import ModelError
from models.store import ModelStore
from models.text import TextModel, clean_for_bert
from tests.helpers.tiny_qwen import WIDTH, write_tiny_qwen
from tests.models.conftest import MINILM, Reference


def test_agrees_with_the_reference(minilm: TextModel, reference: Reference) -> None:
    found = minilm.embed_texts(reference.texts, "document")
    cosines = np.einsum("ij,ij->i", found, reference.vectors)
    worst = int(cosines.argmin())
    assert len(reference.texts) == 20
    assert cosines[worst] >= 0.999, f"{reference.names[worst]}: {cosines[worst]}"
    np.testing.assert_allclose(found[:, :5], reference.vectors[:, :5], atol=0.006)


def test_a_long_text_is_read_to_its_end(minilm: TextModel, reference: Reference) -> None:
    long = reference.texts[reference.windows.index(3)]
    with_end, without = minilm.embed_texts([long + " The red kayak is in the shed.", long], "document")
    assert with_end @ without < 0.9999


def test_packed_or_alone_the_vector_is_the_same(minilm: TextModel, reference: Reference) -> None:
    together = minilm.embed_texts(reference.texts * 4, "document").reshape(4, 20, -1)
    alone = np.concatenate([minilm.embed_texts([text], "document") for text in reference.texts])
    cosines = np.einsum("rij,ij->ri", together, alone)
    assert cosines.min() > 0.9999


def test_more_short_texts_than_one_pack_holds(minilm: TextModel) -> None:
    texts = [f"note {index}" for index in range(700)]
    together = minilm.embed_texts(texts, "document")
    assert together.shape == (700, 384)
    for index in (0, 350, 699):
        assert together[index] @ minilm.embed_texts([texts[index]], "document")[0] > 0.9999


def test_no_texts(minilm: TextModel) -> None:
    assert minilm.embed_texts([], "query").shape == (0, 384)


def test_texts_without_a_word_share_one_unit_vector(minilm: TextModel) -> None:
    found = minilm.embed_texts(["", "   \n\t", "\u0000\ufffd\u200b"], "document")
    np.testing.assert_allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)
    assert (found @ found.T).min() > 0.9999


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(max_size=400), min_size=1, max_size=5))
def test_any_text_gives_a_finite_unit_vector(minilm: TextModel, texts: list[str]) -> None:
    found = minilm.embed_texts(texts, "document")
    assert found.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(found, axis=1), 1, atol=1e-4)


def test_lone_surrogates_and_special_tokens_are_plain_text(minilm: TextModel) -> None:
    found = minilm.embed_texts(["name \udcff.pdf", "[CLS] [SEP]", "kayak [SEP] boiler"], "document")
    assert np.isfinite(found).all()
    assert found[1] @ minilm.embed_texts([""], "document")[0] < 0.999


@pytest.mark.parametrize(("given_text", "clean"), [
    ("plain ASCII text", "plain ASCII text"), ("cafe\u0301", "cafe"), ("café", "cafe"), ("a\u00a0b", "a b"),
    ("tab\there", "tab here"), ("zero\u200bwidth", "zerowidth"), ("明天", "明天"), ("\u0130", "I"),
])
def test_clean_up(given_text: str, clean: str) -> None:
    assert clean_for_bert(given_text) == clean


def test_prefixes_are_put_before_texts(minilm_files: dict[str, Path]) -> None:
    spec = replace(MINILM, query_prefix="search for: ", document_prefix="passage about ")
    bare, prefixed = TextModel(minilm_files["f16"], MINILM), TextModel(minilm_files["f16"], spec)
    long = "the boiler needs a new valve " * 60
    for role, prefix in (("query", "search for: "), ("document", "passage about ")):
        expected = bare.embed_texts([prefix + "boiler"], "document")[0]
        assert prefixed.embed_texts(["boiler"], role)[0] @ expected > 0.9999  # type: ignore[arg-type]
        # every window of a long text carries the prefix, so it is nearer to the prefix than without
        anchor = bare.embed_texts([prefix], "document")[0]
        assert prefixed.embed_texts([long], role)[0] @ anchor > bare.embed_texts([long], role)[0] @ anchor  # type: ignore[arg-type]
    bare.close()
    prefixed.close()


def test_vectors_are_cut_only_to_lengths_the_model_allows(minilm_files: dict[str, Path]) -> None:
    spec = replace(MINILM, matryoshka=(128, 64))
    full = TextModel(minilm_files["f16"], MINILM)
    cut = TextModel(minilm_files["f16"], spec, dim=128)
    normed = TextModel(minilm_files["f16"], replace(spec, matryoshka_layer_norm=True), dim=128)
    [whole] = full.embed_texts(["boiler"], "query")
    [short] = cut.embed_texts(["boiler"], "query")
    np.testing.assert_allclose(short, whole[:128] / np.linalg.norm(whole[:128]), atol=1e-5)
    [layered] = normed.embed_texts(["boiler"], "query")
    expected = (whole - whole.mean()) / whole.std()
    np.testing.assert_allclose(layered, expected[:128] / np.linalg.norm(expected[:128]), atol=1e-3)
    assert abs(layered - short).max() > 1e-4
    for model in (full, cut, normed):
        model.close()
    with pytest.raises(ModelError, match="384, 128, 64"):
        TextModel(minilm_files["f16"], spec, dim=100)


@pytest.mark.parametrize("add_eos", [True, False])
def test_last_token_pooling_always_has_a_closing_token(add_eos: bool, tmp_path: Path) -> None:
    spec = replace(spec_of("qwen3-embedding-0.6b"), dim=WIDTH, context=128, query_prefix="")
    path = write_tiny_qwen(tmp_path / "qwen.gguf", add_eos=add_eos)
    model = TextModel(path, spec, threads=2)
    texts = ["red kayak", "boiler", "a letter about the lease", "x" * 300, ""]
    together = model.embed_texts(texts, "document")
    alone = np.concatenate([model.embed_texts([text], "document") for text in texts])
    assert np.einsum("ij,ij->i", together, alone).min() > 0.9999
    other = TextModel(write_tiny_qwen(tmp_path / "other.gguf", add_eos=not add_eos), spec)
    assert np.einsum("ij,ij->i", together, other.embed_texts(texts, "document")).min() > 0.9999
    model.close()
    other.close()


def test_a_file_of_another_size_is_refused(minilm_files: dict[str, Path]) -> None:
    with pytest.raises(ModelError) as caught:
        TextModel(minilm_files["f16"], replace(MINILM, dim=768))
    assert caught.value.code == "model_mismatch"


def test_a_file_that_is_no_model_is_refused(tmp_path: Path) -> None:
    (tmp_path / "junk.gguf").write_bytes(b"GGUF" + bytes(100))
    with pytest.raises(ModelError) as caught:
        TextModel(tmp_path / "junk.gguf", MINILM)
    assert caught.value.code == "model_failed"
    assert "junk.gguf" in caught.value.message


def test_weights_that_give_no_numbers_are_an_error(minilm_files: dict[str, Path], tmp_path: Path) -> None:
    data = bytearray(minilm_files["f32"].read_bytes())
    data[-4 * 384 :] = np.full(384, np.nan, dtype=np.float32).tobytes()
    (tmp_path / "nan.gguf").write_bytes(data)
    model = TextModel(tmp_path / "nan.gguf", MINILM)
    with pytest.raises(ModelError, match="not finite"):
        model.embed_texts(["boiler"], "query")
    model.close()


def test_the_installed_model_is_the_default(models_folder: Path) -> None:
    installed = ModelStore(models_folder).resolve(DEFAULT_TEXT_MODEL)
    assert (installed.origin, installed.hash_known) == ("package", True)
