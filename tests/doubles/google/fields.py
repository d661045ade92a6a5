"""Partial answers: the `fields` parameter (guide "Performance tips"), for example `a,items(id,b/c)`."""

from typing import Any

from tests.doubles.google.errors import GoogleError

Mask = dict[str, "Mask"]
"""Names that are wanted; an empty mask below a name wants everything."""


def pick(answer: Any, fields: str | None) -> Any:
    """The part of an answer that was asked for. An unknown syntax is refused, as Google does."""
    if not fields:
        return answer
    mask, rest = _parse(fields)
    if rest:
        raise GoogleError(
            400, "invalidParameter", "Invalid field selection", location=("parameter", "fields")
        )
    return _pick(answer, mask)


def _pick(value: Any, mask: Mask) -> Any:
    if not mask or not isinstance(value, dict | list):
        return value
    if isinstance(value, list):
        return [_pick(each, mask) for each in value]
    return {name: _pick(value[name], below) for name, below in mask.items() if name in value}


def _parse(text: str) -> tuple[Mask, str]:
    mask: Mask = {}
    while True:
        below = mask
        while True:
            end = next((index for index, sign in enumerate(text) if sign in ",()/"), len(text))
            below = below.setdefault(text[:end], {})
            text = text[end:]
            if not text.startswith("/"):
                break
            text = text[1:]
        if text.startswith("("):
            inner, text = _parse(text[1:])
            below.update(inner)
            if not text.startswith(")"):
                return mask, text or "("
            text = text[1:]
        if not text.startswith(","):
            return mask, text
        text = text[1:]
