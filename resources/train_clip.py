"""Train the small CLIP of ``clip-drawn/`` on drawn scenes and their captions.

    python -m resources.train_clip

Nothing is read but this folder and nothing is random but by a fixed seed. About ten minutes on two cores.
"""

from __future__ import annotations

import json
import math
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import torch
from PIL import Image
from safetensors.torch import save_file
from torch.nn import functional
from torch.utils.data import DataLoader, Dataset

from models.clip import import_open_clip
from resources.draw_scenes import draw
from resources.draw_words import Scene, caption, make_scene, vary

FOLDER = Path(__file__).resolve().parent / "clip-drawn"
SEED = 20
BATCH = 128
LONGEST = 24  # tokens of a caption; the positions after it are as the last one
UNKNOWN_TOKEN = 0  # a word never seen in training says nothing: its row of the token table is zero

Batch = tuple[torch.Tensor, torch.Tensor]


@dataclass(frozen=True)
class Round:
    """``pairs`` of a batch differ in one thing only; the first ``simple`` steps show one thing a scene."""

    steps: int
    pairs: int
    rate: float
    simple: int = 0


ROUNDS = (Round(900, 20, 1.3e-3, simple=200), Round(300, 56, 7e-4))


class Scenes(Dataset[Batch]):
    """Item n is batch n: pictures float32 (BATCH, 3, size, size) and tokens int64 (BATCH, context)."""

    def __init__(self, plan: Round, begin: int, tokenizer: Any, preprocess: dict[str, Any]) -> None:
        """``begin``: number of batches made before these."""
        self._plan = plan
        self._begin = begin
        self._tokenizer = tokenizer
        self._size = preprocess["size"]
        self._mean = np.array(preprocess["mean"], np.float32)
        self._std = np.array(preprocess["std"], np.float32)

    def __len__(self) -> int:
        return self._plan.steps

    def __getitem__(self, step: int) -> Batch:
        random = Random(SEED * 1_000_003 + self._begin + step)
        scenes, captions = zip(*self._pairs(step, random), strict=True)
        pictures = np.stack([self._picture(scene, random) for scene in scenes])
        pictures = (pictures.astype(np.float32) / 255 - self._mean) / self._std
        tokens = self._tokenizer(captions)
        for row in tokens:
            if random.random() < 0.15:
                end = int(row.argmax())
                if end + 1 < len(row):
                    at = random.randint(1, end)
                    row[at + 1 :] = row[at:-1].clone()
                    row[at] = UNKNOWN_TOKEN
        return torch.from_numpy(pictures).permute(0, 3, 1, 2).contiguous(), tokens

    def _pairs(self, step: int, random: Random) -> Iterator[tuple[Scene, str]]:
        number = 1 if step < self._plan.simple else None
        for at in range(BATCH - self._plan.pairs):
            scene = self._known(lambda: make_scene(random, number))
            if at < self._plan.pairs:
                other = self._known(lambda scene=scene: vary(scene, random))
                yield scene, caption(scene, random)
                yield other, caption(other, random)
            else:
                yield scene, caption(scene, random, partial=random.random() < 0.35)

    def _known(self, make: Callable[[], Scene]) -> Scene:
        while (scene := make()).held_out:
            pass
        return scene

    def _picture(self, scene: Scene, random: Random) -> np.ndarray[Any, np.dtype[np.uint8]]:
        size = self._size if random.random() < 0.7 else random.randint(self._size, 2 * self._size)
        drawn = draw(scene, random, (size, size))
        if size != self._size:
            drawn = drawn.resize((self._size, self._size), Image.Resampling.BICUBIC)
        return np.asarray(drawn)


def share_of_rate(done: int, steps: int) -> float:
    """Up in a line, then down along half a cosine."""
    warm = min(1.0, (done + 1) / 60)
    return warm * (0.02 + 0.98 * (1 + math.cos(math.pi * done / steps)) / 2)


def train() -> None:
    torch.manual_seed(SEED)
    torch.set_num_threads(2)
    open_clip = import_open_clip()
    config = json.loads((FOLDER / "open_clip_config.json").read_text(encoding="utf-8"))
    text_config = config["model_cfg"]["text_cfg"]
    model = open_clip.model.CLIP(**{**config["model_cfg"], "text_cfg": {**text_config, "context_length": LONGEST}})
    table = model.token_embedding
    table.padding_idx = UNKNOWN_TOKEN  # torch gives this row no gradient
    table.weight.data[UNKNOWN_TOKEN] = 0
    seen = torch.zeros(len(table.weight), dtype=torch.bool)
    tokenizer = open_clip.tokenizer.SimpleTokenizer(context_length=LONGEST)
    begin = 0
    for plan in ROUNDS:
        seen |= train_round(model, plan, Scenes(plan, begin, tokenizer, config["preprocess_cfg"]))
        begin += plan.steps
    seen[UNKNOWN_TOKEN] = False
    table.weight.data[~seen] = 0
    save(model.state_dict(), text_config["context_length"])


def train_round(model: Any, plan: Round, scenes: Scenes) -> torch.Tensor:
    """Train in place; returns which tokens occurred, bool (vocabulary,)."""
    seen = torch.zeros(len(model.token_embedding.weight), dtype=torch.bool)
    batches = DataLoader(scenes, batch_size=None, num_workers=1, prefetch_factor=4)
    plain = [weight for name, weight in model.named_parameters() if weight.ndim < 2 or "embedding" in name]
    decayed = [weight for name, weight in model.named_parameters() if weight.ndim >= 2 and "embedding" not in name]
    groups = [{"params": plain, "weight_decay": 0.0}, {"params": decayed, "weight_decay": 0.1}]
    optimiser = torch.optim.AdamW(groups, lr=plan.rate, betas=(0.9, 0.98), eps=1e-6)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda done: share_of_rate(done, plan.steps))
    wanted = torch.arange(BATCH)
    began = time.monotonic()
    for step, (pictures, tokens) in enumerate(batches):
        seen[tokens.unique()] = True
        of_pictures, of_texts, scale = model(pictures, tokens)
        scores = scale * of_pictures @ of_texts.T
        loss = (functional.cross_entropy(scores, wanted) + functional.cross_entropy(scores.T, wanted)) / 2
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        with torch.no_grad():
            model.logit_scale.clamp_(0, math.log(100))
        if step % 25 == 0:
            hits = float((scores.argmax(0) == wanted).float().mean())
            seconds = time.monotonic() - began
            print(f"{seconds:6.0f} s  step {step}  loss {loss.item():.3f}  first {hits:.2f}", flush=True)
    return seen


def save(weights: dict[str, torch.Tensor], context: int) -> None:
    positions = weights["positional_embedding"]
    weights["positional_embedding"] = torch.cat((positions, positions[-1:].expand(context - len(positions), -1)))
    halves = {name: value.half().contiguous() for name, value in weights.items()}
    save_file(halves, FOLDER / "open_clip_model.safetensors")


if __name__ == "__main__":
    train()
