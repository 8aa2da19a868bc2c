"""llama.cpp through its low-level API: tokens in, pooled vectors out. Runs in the model child only."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Sequence
from pathlib import Path

import llama_cpp.llama_cpp as api
import numpy as np

from models.base import Pooling, Vectors
from models.errors import ModelError

_POOLING: dict[Pooling, int] = {
    "mean": api.LLAMA_POOLING_TYPE_MEAN, "cls": api.LLAMA_POOLING_TYPE_CLS, "last": api.LLAMA_POOLING_TYPE_LAST,
}
_ERROR_LEVEL = 4


@api.llama_log_callback  # type: ignore[untyped-decorator]
def _log(level: int, text: bytes, _user_data: object) -> None:
    if level == _ERROR_LEVEL:
        sys.stderr.write(text.decode("utf-8", "replace"))


class LlamaModel:
    """A loaded GGUF file and its contexts ("lanes"), each of one thread and one micro-batch at a time.

    Lanes share the weights and never wait for each other. That is faster than one context with several threads,
    whose barriers spin between any two operations, and far faster when other programs want the processor too.
    One lane belongs to one thread at a time; ``close`` frees everything.

    Attributes:
        width: length of the pooled vectors.
        trained_context: longest sequence the file declares, in tokens.
        lower_cases: True for a WordPiece vocabulary, whose text wants BERT's own clean-up.
        opening, closing: special tokens that stand around every sequence.
    """

    def __init__(
        self, path: Path, pooling: Pooling, *, lanes: int, flash_attention: bool, max_tokens: int, max_sequences: int
    ) -> None:
        """``max_tokens``: most tokens of one ``encode`` call; ``max_sequences``: most sequences of one.

        Raises ModelError ``model_failed`` when llama.cpp cannot load the file.
        """
        # the callback is a module-level object: llama.cpp keeps only its address
        api.llama_log_set(_log, ctypes.c_void_p(0))
        api.llama_backend_init()
        self._lanes: list[tuple[api.llama_context_p, _Batch]] = []
        self._model = api.llama_model_load_from_file(str(path).encode(), api.llama_model_default_params())
        if not self._model:
            raise ModelError("model_failed", f"llama.cpp could not load {path.name}; the file may be damaged.")
        self._vocabulary = api.llama_model_get_vocab(self._model)
        self.width = int(api.llama_model_n_embd(self._model))
        self.trained_context = int(api.llama_model_n_ctx_train(self._model))
        self.lower_cases = api.llama_vocab_type(self._vocabulary) == api.LLAMA_VOCAB_TYPE_WPM
        self.opening, self.closing = self._special_tokens(pooling)
        params = api.llama_context_default_params()
        # a sequence must lie in one micro-batch or its attention is wrong, so the three sizes are one
        params.n_ctx = params.n_batch = params.n_ubatch = max_tokens
        params.n_seq_max = max_sequences
        params.n_threads = params.n_threads_batch = 1
        params.embeddings = True
        params.kv_unified = True
        params.pooling_type = _POOLING[pooling]
        params.flash_attn_type = (
            api.LLAMA_FLASH_ATTN_TYPE_ENABLED if flash_attention else api.LLAMA_FLASH_ATTN_TYPE_DISABLED
        )
        for _ in range(lanes):
            context = api.llama_init_from_model(self._model, params)
            if not context:
                self.close()
                raise ModelError("model_failed", f"{path.name} was loaded but there is not enough memory to run it.")
            self._lanes.append((context, _Batch(max_tokens)))

    def tokenize(self, text: str) -> list[int]:
        """Tokens of ``text`` without special tokens; text that looks like a special token is plain text."""
        return self._tokenize(text, add_special=False)

    def encode(self, sequences: Sequence[Sequence[int]], lane: int) -> Vectors:
        """Pooled vectors (len(sequences), width), not normalised, of complete token sequences run side by side.

        Raises ModelError ``model_failed`` when llama.cpp refuses the batch.
        """
        context, batch = self._lanes[lane]
        memory = api.llama_get_memory(context)
        if memory:
            api.llama_memory_clear(memory, True)
        status = api.llama_decode(context, batch.fill(sequences))
        if status != 0:
            raise ModelError("model_failed", f"llama.cpp stopped with status {status}.")
        rows = np.empty((len(sequences), self.width), dtype=np.float32)
        for index in range(len(sequences)):
            pointer = api.llama_get_embeddings_seq(context, index)
            if not pointer:
                raise ModelError("model_failed", "llama.cpp returned no vector.")
            rows[index] = np.ctypeslib.as_array(pointer, (self.width,))
        return rows

    def close(self) -> None:
        """Free the native memory; the object cannot be used afterwards."""
        while self._lanes:
            api.llama_free(self._lanes.pop()[0])
        if self._model:
            api.llama_model_free(self._model)
            self._model = None

    def _special_tokens(self, pooling: Pooling) -> tuple[list[int], list[int]]:
        around = self._tokenize("", add_special=True)
        begin, end = api.llama_vocab_bos(self._vocabulary), api.llama_vocab_eos(self._vocabulary)
        opening = around[:1] if around[:1] == [begin] else []
        closing = around[len(opening) :]
        if pooling == "last" and end >= 0 and closing[-1:] != [end]:
            # the vector is the closing token's; older files forget to ask for it
            closing = [*closing, end]
        return opening, closing

    def _tokenize(self, text: str, *, add_special: bool) -> list[int]:
        data = text.encode("utf-8", "replace")
        room = len(data) + 8
        tokens = (api.llama_token * room)()
        count = api.llama_tokenize(self._vocabulary, data, len(data), tokens, room, add_special, False)
        if count < 0:
            raise ModelError("model_failed", f"The text could not be split into tokens (status {count}).")
        return list(tokens[:count])


class _Batch:
    """A llama_batch over numpy arrays, filled without a Python loop over tokens."""

    def __init__(self, capacity: int) -> None:
        self._tokens = np.zeros(capacity, dtype=np.int32)
        self._positions = np.zeros(capacity, dtype=np.int32)
        self._sequence_counts = np.ones(capacity, dtype=np.int32)
        self._sequences = np.zeros(capacity, dtype=np.int32)
        self._sequence_pointers = (
            self._sequences.ctypes.data + np.arange(capacity, dtype=np.uintp) * self._sequences.itemsize
        ).astype(np.uintp)
        self._outputs = np.ones(capacity, dtype=np.int8)

    def fill(self, sequences: Sequence[Sequence[int]]) -> api.llama_batch:
        lengths = [len(sequence) for sequence in sequences]
        total = sum(lengths)
        if total > len(self._tokens):
            raise ValueError(f"{total} tokens do not fit a batch of {len(self._tokens)}")
        start = 0
        for index, sequence in enumerate(sequences):
            end = start + lengths[index]
            self._tokens[start:end] = sequence
            self._positions[start:end] = np.arange(lengths[index])
            self._sequences[start:end] = index
            start = end
        return api.llama_batch(
            n_tokens=total,
            token=self._tokens.ctypes.data_as(ctypes.POINTER(api.llama_token)),
            pos=self._positions.ctypes.data_as(ctypes.POINTER(api.llama_pos)),
            n_seq_id=self._sequence_counts.ctypes.data_as(ctypes.POINTER(ctypes.c_int32)),
            seq_id=self._sequence_pointers.ctypes.data_as(ctypes.POINTER(ctypes.POINTER(api.llama_seq_id))),
            logits=self._outputs.ctypes.data_as(ctypes.POINTER(ctypes.c_int8)),
        )

