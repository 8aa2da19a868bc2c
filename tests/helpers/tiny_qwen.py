"""A Qwen3 of one layer with random weights as GGUF: a decoder with a cache, byte tokens and last-token pooling."""

from __future__ import annotations

from pathlib import Path

import gguf
import numpy as np

WIDTH, VOCABULARY = 64, 257


def write_tiny_qwen(path: Path, *, add_eos: bool) -> Path:
    """Write the file; ``add_eos`` is what it says about its closing token."""
    heads, head, inner = 4, 16, 96
    writer = gguf.GGUFWriter(path, "qwen3")
    writer.add_block_count(1)
    writer.add_context_length(512)
    writer.add_embedding_length(WIDTH)
    writer.add_feed_forward_length(inner)
    writer.add_head_count(heads)
    writer.add_head_count_kv(heads)
    writer.add_key_length(head)
    writer.add_value_length(head)
    writer.add_layer_norm_rms_eps(1e-6)
    writer.add_rope_freq_base(10000.0)
    writer.add_pooling_type(gguf.PoolingType.LAST)
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("qwen2")
    writer.add_token_list([*_byte_characters(), "<|endoftext|>"])
    writer.add_token_types([gguf.TokenType.NORMAL] * 256 + [gguf.TokenType.CONTROL])
    writer.add_token_merges(["a b"])
    writer.add_eos_token_id(256)
    writer.add_add_bos_token(False)
    writer.add_add_eos_token(add_eos)
    shapes = {
        "token_embd.weight": (VOCABULARY, WIDTH), "output_norm.weight": (WIDTH,), "blk.0.attn_norm.weight": (WIDTH,),
        "blk.0.attn_q.weight": (heads * head, WIDTH), "blk.0.attn_k.weight": (heads * head, WIDTH),
        "blk.0.attn_v.weight": (heads * head, WIDTH), "blk.0.attn_output.weight": (WIDTH, heads * head),
        "blk.0.attn_q_norm.weight": (head,), "blk.0.attn_k_norm.weight": (head,), "blk.0.ffn_norm.weight": (WIDTH,),
        "blk.0.ffn_gate.weight": (inner, WIDTH), "blk.0.ffn_up.weight": (inner, WIDTH),
        "blk.0.ffn_down.weight": (WIDTH, inner),
    }
    random = np.random.default_rng(3)
    for name, shape in shapes.items():
        writer.add_tensor(name, random.normal(0, 0.5, shape).astype(np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def _byte_characters() -> list[str]:
    """The 256 printable stand-ins for bytes of byte-level BPE (GPT-2's table), in order of byte."""
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    others = iter(range(256, 512))
    return [chr(byte if byte in printable else next(others)) for byte in range(256)]
