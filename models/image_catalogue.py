"""The picture models Hunch offers, after open_clip's own tables of weights (``open_clip.pretrained``).

No hashes are published with their safetensors files: the first download is trusted, see ``models.catalogue``.
"""

from __future__ import annotations

from models.base import ImageFacts, ModelFile, ModelSpec

DEFAULT_IMAGE_MODEL = "clip-vit-b-32"
DRAWN_IMAGE_MODEL = "clip-drawn"
"""The demonstration for the sample library: it knows drawn objects only and is no one's default for own folders."""

_WEIGHTS = ModelFile("open_clip_model.safetensors")
_ENGLISH = "English"
_CLIP_MEAN = (0.48145466, 0.4578275, 0.40821073)
_CLIP_STD = (0.26862954, 0.26130258, 0.27577711)
_HALF = (0.5, 0.5, 0.5)


def _clip(architecture: str, size: int = 224, match: float = 0.3) -> ImageFacts:
    return ImageFacts(architecture, size, "shortest", _CLIP_MEAN, _CLIP_STD, match)


def _siglip(architecture: str, size: int, pad_id: int) -> ImageFacts:
    return ImageFacts(architecture, size, "squash", _HALF, _HALF, 0.12, "pieces", pad_id)


IMAGE_MODELS: tuple[ModelSpec, ...] = (
    ModelSpec(
        id=DEFAULT_IMAGE_MODEL, kind="image", title="CLIP B/32 (LAION-2B)",
        source="laion/CLIP-ViT-B-32-laion2B-s34B-b79K", files=(_WEIGHTS,), image=_clip("ViT-B-32"),
        dim=512, context=77, licence="MIT", languages=_ENGLISH,
        advice="The fastest, and good at everyday photos; right for most laptops.",
    ),
    ModelSpec(
        id="clip-vit-b-16", kind="image", title="CLIP B/16 (LAION-2B)",
        source="laion/CLIP-ViT-B-16-laion2B-s34B-b88K", files=(_WEIGHTS,), image=_clip("ViT-B-16"),
        dim=512, context=77, licence="MIT", languages=_ENGLISH,
        advice="Sees smaller things than B/32 and finds a little more; takes some four times as long.",
    ),
    ModelSpec(
        id="siglip-b-16", kind="image", title="SigLIP B/16", source="timm/ViT-B-16-SigLIP",
        files=(_WEIGHTS, ModelFile("tokenizer.json")), image=_siglip("ViT-B-16-SigLIP", 224, pad_id=1),
        dim=768, context=64, licence="Apache-2.0", languages=_ENGLISH,
        advice="The best results for descriptions in English; as slow as CLIP B/16.",
    ),
    ModelSpec(
        id="siglip2-b-32-256", kind="image", title="SigLIP 2 B/32", source="timm/ViT-B-32-SigLIP2-256",
        files=(_WEIGHTS, ModelFile("tokenizer.json")), image=_siglip("ViT-B-32-SigLIP2-256", 256, pad_id=0),
        dim=768, context=64, licence="Apache-2.0", languages="over 100 languages",
        advice="The one to pick when pictures are described in several languages; needs 2 GB of disk.",
    ),
    ModelSpec(
        id="clip-vit-b-32-openai", kind="image", title="CLIP B/32 (OpenAI)",
        source="timm/vit_base_patch32_clip_224.openai", files=(_WEIGHTS,), image=_clip("ViT-B-32-quickgelu"),
        dim=512, context=77, licence="MIT", languages=_ENGLISH,
        advice="The first CLIP, for comparison; the default finds more.",
    ),
    ModelSpec(
        id=DRAWN_IMAGE_MODEL, kind="image", title="Demonstration (drawn objects only)", source="", shipped="clip-drawn",
        files=(_WEIGHTS, ModelFile("open_clip_config.json")), image=_clip("", 64, 0.85),
        dim=128, context=32, licence="Apache-2.0", languages=_ENGLISH,
        advice="For trying Hunch on its sample library: it knows plain shapes and drawn objects, and no photos.",
    ),
)
