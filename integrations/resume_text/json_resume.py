"""JSON Resume (jsonresume.org, schema 1.0.0) as text that reads like a resume: headings, positions, dates."""

import json

from domain.ports import ResumeText
from integrations.resume_text.plain import clean, email_in
from integrations.resume_text.reasons import unreadable

_SECTIONS = ("basics", "work", "education", "skills", "projects")
_WORDS_AND_DEEDS = ("keywords", "highlights")
_MOST_ITEMS = 200


def read_json_resume(text: str) -> ResumeText:
    """Raises UnreadableResumeError: damaged JSON, nested too deep, or another kind of document."""
    try:
        document = json.loads(text)
    except RecursionError as error:
        raise unreadable("not_json_resume") from error
    except ValueError as error:
        raise unreadable("bad_json") from error
    if not isinstance(document, dict) or not any(document.get(key) for key in _SECTIONS):
        raise unreadable("not_json_resume")
    basics = _mapping(document.get("basics"))
    blocks = [
        [_text(basics, "name"), _text(basics, "label"), _text(basics, "email"), _text(basics, "summary")],
        *_entries(document, "work", "Experience", what=("position",), where=("name", "company", "location")),
        *_entries(document, "volunteer", "Volunteering", what=("position",), where=("organization",)),
        *_entries(
            document, "projects", "Projects", what=("name",), where=("entity", "type"), lists=_WORDS_AND_DEEDS
        ),
        *_entries(
            document,
            "education",
            "Education",
            what=("studyType", "area"),
            where=("institution",),
            lists=("courses",),
        ),
        *_entries(document, "skills", "Skills", what=("name", "level"), lists=("keywords",)),
        *_entries(document, "languages", "Languages", what=("language", "fluency")),
        *_entries(document, "certificates", "Certificates", what=("name",), where=("issuer", "date")),
        *_entries(document, "publications", "Publications", what=("name",), where=("publisher",)),
        *_entries(document, "awards", "Awards", what=("title",), where=("awarder",)),
    ]
    body = clean("\n\n".join("\n".join(filter(None, block)) for block in blocks if any(block)))
    return ResumeText(
        text=body,
        format="json_resume",
        name=_text(basics, "name") or None,
        email=email_in(_text(basics, "email")),
    )


def _entries(
    document: dict[str, object],
    key: str,
    heading: str,
    *,
    what: tuple[str, ...],
    where: tuple[str, ...] = (),
    lists: tuple[str, ...] = ("highlights",),
) -> list[list[str]]:
    """A heading and one block per entry: what, when, where, then prose and lists."""
    blocks = [
        [
            _joined(item, what, " "),
            _dates(item),
            _joined(item, where, ", "),
            _text(item, "summary") or _text(item, "description"),
            *(", ".join(_strings(item.get(name))) for name in lists),
        ]
        for item in map(_mapping, _items(document.get(key)))
    ]
    return [[heading], *blocks] if blocks else []


def _joined(item: dict[str, object], keys: tuple[str, ...], between: str) -> str:
    return between.join(filter(None, (_text(item, key) for key in keys)))


def _dates(item: dict[str, object]) -> str:
    start, end = _text(item, "startDate")[:7], _text(item, "endDate")[:7]
    return f"{start} - {end or 'present'}" if start else end


def _mapping(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def _items(value: object) -> list[object]:
    return value[:_MOST_ITEMS] if isinstance(value, list) else []


def _strings(value: object) -> list[str]:
    return [item for item in _items(value) if isinstance(item, str)]


def _text(item: dict[str, object], key: str) -> str:
    value = item.get(key)
    return value.strip() if isinstance(value, str) else ""
