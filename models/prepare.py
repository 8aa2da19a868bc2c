"""The preparing child: turns weights into what is known to run here.

For a text model ``python -m models.prepare --model ID --source FOLDER --staging FOLDER [--weight-type T]`` converts to
a GGUF file and measures how to run it; ``--source FILE.gguf`` checks and measures a ready file. Reports ``{"file",
"weight_type", "settings": {...}}``. For an image model ``--source FOLDER`` gets the compiled towers; reports
``{"weight_type"}``.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from models.base import ModelSpec
from models.catalogue import spec_of
from models.errors import ModelError
from models.serve import private_streams, report


def main() -> int:
    """Exit code 0, or 1 with the reason as the last frame."""
    _, replies = private_streams()
    parser = argparse.ArgumentParser(prog="python -m models.prepare", description=__doc__)
    parser.add_argument("--model", required=True)
    parser.add_argument("--source", type=Path, required=True)
    parser.add_argument("--staging", type=Path)
    parser.add_argument("--weight-type")
    arguments = parser.parse_args()

    def job() -> dict[str, Any]:
        spec = spec_of(arguments.model)
        if spec.image is not None:
            from models.compile import compile_towers

            return {"weight_type": compile_towers(arguments.source, spec).weight_type}
        if arguments.source.is_dir():
            file, weight_type = _convert(arguments.source, arguments.staging, spec, arguments.weight_type)
        else:
            file, weight_type = arguments.source, check_gguf(arguments.source, spec)
        from models.tune import choose_settings

        return {"file": str(file), "weight_type": weight_type, "settings": asdict(choose_settings(file, spec))}

    return report(replies, job)


def _convert(source: Path, staging: Path, spec: ModelSpec, wanted: str | None) -> tuple[Path, str]:
    from models.convert import WEIGHT_TYPES, convert_bert
    from models.tune import choose_weight_type

    kinds = [kind for kind in WEIGHT_TYPES if wanted in (None, kind)]
    files = {kind: staging / f"{kind}.gguf" for kind in kinds}
    for kind in kinds:
        convert_bert(source, files[kind], kind, spec.pooling, spec.id)
        check_gguf(files[kind], spec)
    chosen = kinds[0] if wanted else choose_weight_type({str(k): p for k, p in files.items()}, spec)[0]
    for kind in kinds:
        if kind != chosen:
            files[kind].unlink()
    return staging / f"{chosen}.gguf", chosen


def check_gguf(path: Path, spec: ModelSpec) -> str:
    """The weight type of the GGUF file at ``path``, in lower case, after checking that it is ``spec``'s.

    Raises ModelError: ``model_damaged`` when it is not a whole GGUF file, ``model_mismatch`` when it holds another
    architecture or another length of vectors.
    """
    import gguf

    try:
        reader = gguf.GGUFReader(path)
        architecture = str(reader.fields["general.architecture"].contents())
        width = reader.fields[f"{architecture}.embedding_length"].contents()
        file_type = reader.fields["general.file_type"].contents() if "general.file_type" in reader.fields else None
        tensors = len(reader.tensors)
    except OSError as error:
        raise ModelError("model_damaged", f"{path.name} could not be read: {error.strerror}.") from error
    except Exception as error:  # the reader indexes an untrusted file and fails in many ways
        raise ModelError(
            "model_damaged", f"{path.name} is not a whole GGUF file ({type(error).__name__}). Download it again."
        ) from error
    if architecture != spec.architecture or width != spec.dim or not tensors:
        raise ModelError(
            "model_mismatch",
            f"{path.name} holds a model of the kind {architecture!r} with vectors of {width} numbers; {spec.id} is "
            f"{spec.architecture!r} with {spec.dim}. Choose the file of {spec.id}.",
        )
    if file_type is None:
        return "unknown"
    return str(gguf.LlamaFileType(file_type).name).removeprefix("MOSTLY_").removeprefix("ALL_").lower()


if __name__ == "__main__":
    sys.exit(main())
