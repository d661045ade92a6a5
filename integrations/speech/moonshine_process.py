"""The local engine in a process of its own: a file or live sound in, one JSON object per line out.

Started with `python -I moonshine_process.py file PATH FROM_MS` or `… live`. The recording comes from a stranger, and
native code reads it: this process limits itself, gives way to others, and is thrown away afterwards. Imports nothing
of the project but the file beside it, by its path. A line is {"upto_ms", "total_ms", "segments"}, for live sound
{"words", "is_final"}, or {"problem": code}; no line means that it hit a limit or died.
"""

import importlib.util
import json
import os
import resource
import sys
from contextlib import suppress
from pathlib import Path
from types import ModuleType
from typing import Any

MEMORY_BYTES = 2 * 1024 * 1024 * 1024
"""Address space: the model and its runtime map about half of it."""
LIVE_BYTES = 3200
"""A tenth of a second."""
PAUSE_SAMPLES = 12_800
NICE = 10
"""Transcribing gives way to whatever else runs on the machine."""


def limit_process() -> None:
    """No more memory or files than a recording needs."""
    os.nice(NICE)
    for kind, value in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_AS, MEMORY_BYTES),
    ):
        # macOS refuses RLIMIT_AS; the other limits still hold there.
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (value, value))


def beside(name: str) -> ModuleType:
    """A file of this folder as a module: an isolated interpreter does not look for it by itself."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).resolve().with_name(f"{name}.py"))
    if spec is None or spec.loader is None:
        raise ImportError(name)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def engine() -> Any:
    """The engine with the model of its wheel; nothing is downloaded."""
    moonshine_voice: Any = importlib.import_module("moonshine_voice")
    model = Path(moonshine_voice.__file__).parent / "assets" / "tiny-en"
    return moonshine_voice.Transcriber(model_path=str(model), model_arch=moonshine_voice.ModelArch.TINY)


def tell(**line: Any) -> None:
    """One line, at once."""
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def segment(line: Any, offset_ms: int) -> dict[str, Any]:
    """A line of the engine."""
    starts = offset_ms + round(line.start_time * 1000)
    return {
        "text": line.text.strip(),
        "starts_ms": max(0, starts),
        "ends_ms": max(0, starts + round(line.duration * 1000)),
    }


def of_file(path: str, from_ms: int) -> None:
    """Transcribe a recording, piece by piece."""
    sound = beside("sound")
    transcriber = None
    try:
        for starts, ends, total, samples in sound.pieces(Path(path), from_ms):
            transcriber = transcriber or engine()
            said = transcriber.transcribe_without_streaming(samples.tolist(), sound.RATE)
            lines = [segment(line, starts) for line in said.lines if line.text.strip()]
            tell(upto_ms=ends, total_ms=total, segments=lines)
    except sound.SoundError as error:
        tell(problem=str(error))


def of_live() -> None:
    """Transcribe sound as it comes, until it ends."""
    import numpy as np

    transcriber = engine()
    stream = transcriber.create_stream()
    said: dict[int, tuple[str, bool]] = {}

    def told(transcript: Any) -> None:
        for line in transcript.lines:
            now = (line.text.strip(), bool(line.is_complete))
            if now[0] and said.get(line.line_id) != now:
                said[line.line_id] = now
                tell(words=segment(line, 0), is_final=now[1])

    stream.start()
    waiting = 0
    while sound := sys.stdin.buffer.read(LIVE_BYTES):
        even = sound[: len(sound) // 2 * 2]
        stream.add_audio((np.frombuffer(even, "<i2") / 32768).tolist(), 16_000)
        waiting += 1
        if waiting % 5 == 0:
            told(stream.update_transcription())
    # The engine holds its last words back until it has heard a pause.
    stream.add_audio([0.0] * PAUSE_SAMPLES, 16_000)
    stream.stop()
    told(stream.update_transcription())


def main() -> None:
    """Limit, listen, tell."""
    limit_process()
    try:
        if sys.argv[1] == "file":
            of_file(sys.argv[2], int(sys.argv[3]))
        else:
            of_live()
    except MemoryError:
        tell(problem="too_big")


if __name__ == "__main__":
    main()
