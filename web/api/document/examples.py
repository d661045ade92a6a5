"""Examples, composed from what is known of single fields, so that they always have the shape of their schema."""

from collections.abc import Mapping
from typing import Any

from web.api.document import (
    words_figures,
    words_hiring,
    words_house,
    words_media,
    words_processing,
    words_questions,
    words_scorecards,
    words_text_interviews,
    words_transcripts,
)

Schema = dict[str, Any]
WORDS = {
    **words_figures.WORDS,
    **words_house.WORDS,
    **words_hiring.WORDS,
    **words_media.WORDS,
    **words_processing.WORDS,
    **words_questions.WORDS,
    **words_scorecards.WORDS,
    **words_transcripts.WORDS,
    **words_text_interviews.WORDS,
}
BY_FORMAT: Mapping[str, Any] = {
    "uuid": "7c5e2b1a-93d4-4b52-8c7e-5a1d0f6b2e31",
    "date-time": "2026-04-13T08:30:00Z",
    "date": "2026-04-13",
    "time": "09:00:00",
    "duration": "P1D",
    "binary": "(the file)",
}
BY_TYPE: Mapping[str, Any] = {"boolean": True, "integer": 1, "number": 1.0, "string": "text", "null": None}


def describe(document: Schema) -> None:
    """Give every property a description and an example, as far as words are known."""
    for name, schema in document["components"]["schemas"].items():
        for field, prop in schema.get("properties", {}).items():
            known = WORDS.get(f"{name}.{field}", WORDS.get(field))
            text = known if isinstance(known, str) or known is None else known[0]
            if text is not None and "description" not in prop:
                prop["description"] = text
            if "examples" not in prop:
                value = known[1] if isinstance(known, tuple) else example(document, prop, 0)
                prop["examples"] = [value]


def example(document: Schema, schema: Schema, depth: int = 0) -> Any:
    """An example of a schema."""
    if schema.get("examples"):
        return schema["examples"][0]
    if "$ref" in schema:
        return example(document, resolve(document, schema), depth + 1)
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    options = schema.get("anyOf") or schema.get("oneOf") or schema.get("allOf")
    if options:
        real = next((one for one in options if one.get("type") != "null"), options[0])
        return example(document, real, depth)
    return _of_type(document, schema, depth)


def _of_type(document: Schema, schema: Schema, depth: int) -> Any:
    kind = schema.get("type")
    if kind == "array":
        if "prefixItems" in schema:
            return [example(document, one, depth) for one in schema["prefixItems"]]
        return [example(document, schema.get("items", {}), depth)]
    if kind == "object":
        properties = schema.get("properties", {})
        if depth > 6:  # noqa: PLR2004 - deeper than any shape of ours
            return {}
        return {name: example(document, prop, depth + 1) for name, prop in properties.items()}
    if schema.get("format") in BY_FORMAT:
        return BY_FORMAT[schema["format"]]
    return BY_TYPE.get(str(kind))


def resolve(document: Schema, schema: Schema) -> Schema:
    """The schema that a reference names."""
    found: Schema = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
    return found
