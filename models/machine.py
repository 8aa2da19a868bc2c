"""This machine, as far as measurements depend on it. Loads nothing native: the engine reads this."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import psutil


@dataclass(frozen=True, slots=True)
class RunSettings:
    """How to run a model on one machine. ``threads``: packs at the same time; ``pack_tokens``: tokens of a pack."""

    threads: int
    flash_attention: bool
    pack_tokens: int


def machine_key() -> str:
    """What the measurements depend on: processor, cores, version of llama.cpp's binding."""
    return f"{_processor_name()}; {most_threads()} cores; llama-cpp-python {metadata.version('llama-cpp-python')}"


def most_threads() -> int:
    """Physical cores this process may use."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(psutil.cpu_count(logical=False) or usable, usable))


def has_bfloat16() -> bool:
    """Whether the processor calculates in bfloat16, as far as the system tells."""
    try:
        flags = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return False  # not Linux
    return "avx512_bf16" in flags or "amx_bf16" in flags


def _processor_name() -> str:
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    except OSError:
        pass  # not Linux
    return platform.processor() or platform.machine()
