"""Requirements as JSON: what the table keeps, the API takes and gives, and older jobs hold.

The full form is `{"must": [item, ...], "nice": [item, ...]}`; an item is an object with `text` and whatever else
differs from the default. Short forms are taken as well: plain strings as items, and `years`, `languages`,
`licences`, `education` beside `must` and `nice`.
"""

import re
from collections.abc import Iterator, Mapping
from typing import cast

from domain.errors import InvalidInputError
from domain.requirements.extract import read_line
from domain.requirements.licences import pattern_of
from domain.requirements.model import (
    CEFR,
    LONGEST_TEXT,
    MOST_ALTERNATIVES,
    MOST_ITEMS,
    MOST_LEVEL,
    MOST_MONTHS,
    Kind,
    Requirement,
    Requirements,
)
from domain.requirements.protected import protected_trait
from domain.requirements.schooling import lowest_asked
from domain.requirements.spoken import code_of, is_code, languages_in, name_of

_LISTS = {"must": True, "must_have": True, "nice": False, "nice_to_have": False, "skills": True}
_KEYS = (*_LISTS, "years", "languages", "licences", "education")
_USUAL = (
    ("nice", "nice"),
    ("preferred", "nice"),
    ("optional", "nice"),
    ("year", "years"),
    ("language", "languages"),
    ("licen", "licences"),
    ("certif", "licences"),
    ("must", "must"),
    ("skill", "must"),
    ("require", "must"),
    ("qualification", "must"),
    ("experience", "must"),
)
"""What part of a key's name says which list is meant, the first that fits."""
_SEPARATOR = re.compile(r"[,;\n]+")
_ITEM_KEYS = ("text", "kind", "months", "language", "level", "education", "alternatives", "span")
_MOST_YEARS = MOST_MONTHS // 12
_END_OF_TEXT = 1_000_000


def parse(data: Mapping[str, object]) -> Requirements:
    """Read requirements that somebody gave.

    Raises InvalidInputError naming the field: an unknown key, a value of another type or length, too many items,
    or a requirement that asks about a protected trait or a postal code.
    """
    if not isinstance(data, Mapping):
        raise _wrong("requirements", "must be an object", 'For example {"must": ["Python"], "nice": []}.')
    for key in data:
        if key not in _KEYS:
            raise _wrong(str(key)[:60], "is not known here", f"Known are: {', '.join(_KEYS)}.")
    items = [*_listed(data), *_years(data), *_spoken(data), *_licences(data), *_schooling(data)]
    if len(items) > MOST_ITEMS:
        raise _wrong("must", f"holds {len(items)} items with the others", f"At most {MOST_ITEMS} in all.")
    unique = {(item.text.casefold(), item.kind): item for item in reversed(items)}
    return Requirements(tuple(item for item in items if unique[item.text.casefold(), item.kind] is item))


def lenient(data: Mapping[str, object]) -> Requirements:
    """Read what people wrote before there were rules, or for a file: what fits is kept, under any usual name.

    A text under a list's name is read as a list, at its commas, semicolons and lines.
    """
    items: list[Requirement] = []
    for key, value in data.items():
        name = key if key in _KEYS else next((n for word, n in _USUAL if word in key.lower()), "")
        for one in _pieces(value, name) if name else ():
            try:
                items += parse({name: one}).items
            except InvalidInputError:
                continue
    unique = {item.text.casefold(): item for item in reversed(items)}
    return Requirements(tuple(item for item in items if unique[item.text.casefold()] is item)[:MOST_ITEMS])


def _pieces(value: object, name: str) -> Iterator[object]:
    """The values that the strict form takes under a name, one by one."""
    if name == "years":
        yield int(value) if isinstance(value, str) and value.strip().isdigit() else value
    elif isinstance(value, str):
        yield from ([piece.strip()] for piece in _SEPARATOR.split(value) if piece.strip())
    elif isinstance(value, list | tuple):
        yield from ([one] for one in value)


def dump(requirements: Requirements) -> dict[str, object]:
    """The full form, for the table and the API. `parse(dump(r)) == r`."""
    return {
        "must": [_dumped(item) for item in requirements.must],
        "nice": [_dumped(item) for item in requirements.nice],
    }


def _dumped(item: Requirement) -> dict[str, object]:
    full: dict[str, object] = {
        "months": item.months,
        "language": item.language,
        "level": item.level,
        "education": item.education,
        "alternatives": list(item.alternatives),
        "span": list(item.span) if item.span else None,
    }
    return {"text": item.text, "kind": item.kind.value} | {key: value for key, value in full.items() if value}


def _listed(data: Mapping[str, object]) -> Iterator[Requirement]:
    for key, must in _LISTS.items():
        for n, value in enumerate(_list(data, key)):
            where = f"{key}.{n}"
            if isinstance(value, str):
                yield _of_string(_text(value, where), where, must=must)
            elif isinstance(value, Mapping):
                yield _full(cast("Mapping[str, object]", value), where, must=must)
            else:
                raise _wrong(where, "must be a text or an object")


def _of_string(text: str, where: str, *, must: bool) -> Requirement:
    """A plain string: its kind is read from its words, its text stays as given."""
    _refuse_protected(text, where)
    found = read_line(text, must=must)
    if len(found) == 1:
        one = found[0]
        return Requirement(
            text, one.kind, must, one.months, one.language, one.level, one.education, one.alternatives
        )
    return Requirement(text, Kind.SKILL, must)


def _full(value: Mapping[str, object], where: str, *, must: bool) -> Requirement:
    for key in value:
        if key not in _ITEM_KEYS:
            raise _wrong(
                f"{where}.{str(key)[:60]}", "is not known here", f"Known are: {', '.join(_ITEM_KEYS)}."
            )
    text = _text(value.get("text"), f"{where}.text")
    _refuse_protected(text, f"{where}.text")
    kind = value.get("kind", Kind.SKILL.value)
    if kind not in set(Kind):
        raise _wrong(f"{where}.kind", "is not a kind", f"One of: {', '.join(Kind)}.")
    language, level = value.get("language", ""), value.get("level", "")
    if language and not (isinstance(language, str) and is_code(language)):
        raise _wrong(f"{where}.language", "is not a language that is known here", "For example de.")
    if level and level not in CEFR:
        raise _wrong(f"{where}.level", "is not a level", f"One of: {', '.join(CEFR)}.")
    alternatives = tuple(
        _text(one, f"{where}.alternatives.{n}")
        for n, one in enumerate(_list(value, "alternatives", f"{where}.alternatives", MOST_ALTERNATIVES))
    )
    for n, one in enumerate(alternatives):
        _refuse_protected(one, f"{where}.alternatives.{n}")
    made = Requirement(
        text,
        Kind(str(kind)),
        must,
        _number(value, "months", where, MOST_MONTHS),
        str(language or ""),
        str(level or ""),
        _number(value, "education", where, MOST_LEVEL),
        alternatives,
        _span(value, where),
    )
    return _completed(made, where)


def _completed(item: Requirement, where: str) -> Requirement:
    """An item whose kind asks for a figure that was not given: it is read from its text."""
    read = read_line(item.text, must=item.must)
    same = next((one for one in read if one.kind is item.kind), None)
    missing = {
        Kind.EXPERIENCE: not item.months,
        Kind.LANGUAGE: not item.language,
        Kind.EDUCATION: not item.education,
    }.get(item.kind, False)
    if not missing:
        return item
    if same is None:
        needs = {"experience": "months", "language": "language", "education": "education"}[item.kind.value]
        raise _wrong(f"{where}.{needs}", f"is needed for the kind {item.kind}")
    return Requirement(
        item.text,
        item.kind,
        item.must,
        same.months,
        same.language,
        item.level or same.level,
        same.education,
        item.alternatives or same.alternatives,
        item.span,
    )


def _years(data: Mapping[str, object]) -> Iterator[Requirement]:
    value = data.get("years")
    if value is None or value == 0:
        return
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= _MOST_YEARS:
        raise _wrong("years", "must be a number of years", f"Between 0 and {_MOST_YEARS}.")
    unit = "year" if value == 1 else "years"
    yield Requirement(f"{value:g} {unit} of experience", Kind.EXPERIENCE, months=max(1, round(12 * value)))


def _spoken(data: Mapping[str, object]) -> Iterator[Requirement]:
    for n, value in enumerate(_list(data, "languages")):
        where = f"languages.{n}"
        if isinstance(value, Mapping):
            yield _full({"kind": Kind.LANGUAGE.value, **value}, where, must=True)
            continue
        text = _text(value, where)
        found = languages_in(text)
        code = code_of(text) or (found[0].code if found else "")
        if not code:
            raise _wrong(where, "is not a language that is known here", "For example German B2, or de.")
        level = found[0].level if found else ""
        yield Requirement(text if found else name_of(code), Kind.LANGUAGE, language=code, level=level)


def _licences(data: Mapping[str, object]) -> Iterator[Requirement]:
    for n, value in enumerate(_list(data, "licences")):
        where = f"licences.{n}"
        if isinstance(value, Mapping):
            yield _full({"kind": Kind.LICENCE.value, **value}, where, must=True)
            continue
        text = _text(value, where)
        _refuse_protected(text, where)
        yield Requirement(text, Kind.LICENCE)


def _schooling(data: Mapping[str, object]) -> Iterator[Requirement]:
    value = data.get("education")
    if value is None:
        return
    for n, one in enumerate(value if isinstance(value, list | tuple) else [value]):
        where = f"education.{n}"
        if isinstance(one, Mapping):
            yield _full({"kind": Kind.EDUCATION.value, **one}, where, must=True)
            continue
        text = _text(one, where)
        asked = lowest_asked(text)
        if asked is None:
            raise _wrong(where, "names no level of education", "For example Bachelor's degree.")
        yield Requirement(text, Kind.EDUCATION, education=asked.level)


def _list(
    data: Mapping[str, object], key: str, where: str | None = None, most: int = MOST_ITEMS
) -> list[object] | tuple[object, ...]:
    value = data.get(key)
    if value is None:
        return []
    if isinstance(value, str) and key in _KEYS:
        return [value]
    if not isinstance(value, list | tuple):
        raise _wrong(where or key, "must be a list")
    if len(value) > most:
        raise _wrong(where or key, f"holds {len(value)} items", f"At most {most}.")
    return value


def _text(value: object, where: str) -> str:
    if not isinstance(value, str) or not value.strip() or "\x00" in value:
        raise _wrong(where, "must be a text")
    text = " ".join(value.split())
    if len(text) > LONGEST_TEXT:
        raise _wrong(
            where, f"has {len(text)} characters", f"At most {LONGEST_TEXT}: one requirement, not a paragraph."
        )
    return text


def _number(value: Mapping[str, object], key: str, where: str, most: int) -> int:
    number = value.get(key, 0)
    if isinstance(number, bool) or not isinstance(number, int) or not 0 <= number <= most:
        raise _wrong(f"{where}.{key}", "must be a whole number", f"Between 0 and {most}.")
    return number


def _span(value: Mapping[str, object], where: str) -> tuple[int, int] | None:
    span = value.get("span")
    if span is None:
        return None
    numbers = list(span) if isinstance(span, list | tuple) else []
    start, end = numbers if len(numbers) == 2 else (None, None)  # noqa: PLR2004 - start and end
    if type(start) is int and type(end) is int and 0 <= start < end <= _END_OF_TEXT:
        return start, end
    raise _wrong(f"{where}.span", "must be a start and an end", "For example [120, 131].")


def _refuse_protected(text: str, where: str) -> None:
    trait = protected_trait(text)
    if trait is not None and pattern_of(text) is None:
        raise InvalidInputError(
            f"“{text[:60]}” asks about {trait}, which may not decide about a job.",
            field=where,
            remedy="Leave it out, or say which skill or licence the work needs.",
        )


def _wrong(where: str, what: str, remedy: str | None = None) -> InvalidInputError:
    return InvalidInputError(f"{where} {what}.", field=where, remedy=remedy)
