"""What every operation shares, filled in once: errors, headers, repeats, examples, links, and webhooks out."""

from collections.abc import Iterator, Mapping
from typing import Any

from web.api.document import words_processing, words_questions, words_scorecards
from web.api.document.examples import Schema, describe, example
from web.api.document.hooks import webhooks
from web.api.document.links import LINKS
from web.api.document.words_figures import PARAMETERS

CHANGING = frozenset({"post", "put", "patch"})
PROBLEM = {"$ref": "#/components/schemas/Problem"}
ALL_PARAMETERS = {
    **PARAMETERS,
    **words_processing.PARAMETERS,
    **words_questions.PARAMETERS,
    **words_scorecards.PARAMETERS,
}
ERRORS: Mapping[str, str] = {
    "400": "The body cannot be read.",
    "401": "The API key is missing, wrong, revoked or has ended.",
    "403": "The caller's role, or the scope of the key, does not allow this.",
    "404": "No such row, or the caller may not see it.",
    "409": "The present state does not allow this, or the first request with this Idempotency-Key is under way.",
    "410": "The time for this has passed.",
    "412": "It changed since it was read (If-Match).",
    "413": "The request is too large.",
    "422": "A value does not fit; `field` names it.",
    "428": "This edit replaces a whole list: it needs If-Match.",
    "429": "Too many requests in the last minute; Retry-After says when to go on.",
    "500": "A fault on our side, or something is not set up; nothing was changed.",
    "503": "The database, or a calendar, did not answer; Retry-After says when to try again.",
}
WALL_CLOCK = r"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?$"
DANGEROUS = ("/requirements", "/interviewers")
"""Edits that replace a whole list, so that they need If-Match."""
HEADERS: Mapping[str, tuple[str, Any]] = {
    "X-Request-Id": ("Name it when you ask for help.", "3f0c8f6a5d9e4b7c8a1b2c3d4e5f6071"),
    "ETag": ("Tag of what is shown.", '"6f1e2d3c4b5a69788796a5b4c3d2e1f0"'),
    "RateLimit": ("What is left, and seconds until more.", '"user";r=87;t=12'),
    "RateLimit-Policy": ("Requests in a window of so many seconds.", '"user";q=100;w=60'),
    "Retry-After": ("Seconds to wait.", "12"),
    "Idempotency-Replayed": ("`true`: this was answered before, and nothing happened now.", "true"),
}
TAGS: Mapping[str, str] = {
    "jobs": "Creating and reading jobs.",
    "job acts": "What a recruiter does with a job.",
    "applications": "Taking in, ranking, and the recruiter's hand.",
    "requirements": "What a job asks for.",
    "interviews": "Deadlines, times and outcomes.",
    "interviewers": "Who interviews.",
    "interview types": "Kinds of interviews, and the skills that each suggests.",
    "skills": "What interviews look at.",
    "questions": "The bank of questions.",
    "interview categories": "What interviews are about: type and skills.",
    "interview plans": "The questions of one interview.",
    "transcripts": "What is said in interviews: live turns, files, who is who.",
    "text interviews": "Interviews in writing that a machine leads.",
    "conversations": "Finding a time, where a person is asked.",
    "calendars": "Connected calendars of interviewers.",
    "flags": "The gates of automation.",
    "audit": "The log.",
    "insights": "What was noticed in an interview.",
    "scorecards": "What interviewers think, each alone and then together.",
    "media": "Files that jobs show in their interviews.",
    "recordings": "Recordings of interviews, as files.",
    "processing": "From recordings and transcripts to evidence and themes.",
    "webhooks": "Following the log from outside.",
    "users": "People who sign in.",
    "keys": "Keys of this API.",
    "impact": "Selection rates and impact ratios.",
    "figures": "The numbers behind the charts.",
}


def complete(document: Schema) -> Schema:
    """Fill in what the code does not say."""
    schemas = document["components"]["schemas"]
    schemas.pop("HTTPValidationError", None)
    schemas.pop("ValidationError", None)
    for schema in schemas.values():
        # Docstrings are wrapped for the code, not for readers of this document.
        if "description" in schema:
            schema["description"] = " ".join(schema["description"].split())
        for prop in schema.get("properties", {}).values():
            _wall_clock_times(prop)
    describe(document)
    document["components"]["headers"] = {
        name: {"description": text, "schema": {"type": "string"}, "example": value}
        for name, (text, value) in HEADERS.items()
    }
    for path, method, operation in operations(document):
        _parameters(document, path, method, operation)
        _body(document, operation)
        _answers(document, path, method, operation)
        operation["description"] = " ".join(str(operation.get("description", operation["summary"])).split())
    used = {tag for *_, operation in operations(document) for tag in operation["tags"]}
    document["tags"] = [{"name": tag, "description": TAGS.get(tag, tag)} for tag in sorted(used)]
    document["webhooks"] = webhooks()
    return document


def _wall_clock_times(schema: Schema) -> None:
    """Working hours are wall-clock times; the format `time` of JSON Schema wants an offset (RFC 3339)."""
    if schema.get("format") == "time":
        del schema["format"]
        schema["pattern"] = WALL_CLOCK
        schema["examples"] = ["09:00:00"]
    for option in schema.get("anyOf", ()):
        _wall_clock_times(option)


def operations(document: Schema) -> Iterator[tuple[str, str, Schema]]:
    """Path, method and operation of everything in the document."""
    for path, item in document["paths"].items():
        for method, operation in item.items():
            if method in {"get", "put", "post", "delete", "patch"}:
                yield path, method, operation


def _parameters(document: Schema, path: str, method: str, operation: Schema) -> None:
    parameters = operation.setdefault("parameters", [])
    if method in CHANGING:
        parameters.append(
            _header(
                "Idempotency-Key",
                "A UUID of yours. The same request again with the same key has no second effect and gets the same"
                " answer, for 24 hours.",
                "5f0c2f6e-9d0b-4a52-9a43-0f6f7f1d2c3b",
                {"type": "string", "minLength": 16, "maxLength": 255, "pattern": "^[ -~]+$"},
            )
        )
    if method == "get":
        text = "ETag of what you have; 304 when nothing changed."
        parameters.append(_header("If-None-Match", text, HEADERS["ETag"][1], {"type": "string"}))
    for parameter in parameters:
        known = ALL_PARAMETERS.get(parameter["name"])
        # Where one name stands for several things, the operation says its own example.
        own = "examples" in parameter["schema"]
        value = known[1] if known and not own else None
        if known:
            parameter.setdefault("description", known[0])
        if "example" not in parameter and "examples" not in parameter:
            parameter["example"] = value if value is not None else example(document, parameter["schema"])
        if parameter["name"] == "If-Match" and path.endswith(DANGEROUS):
            parameter["required"] = True


def _header(name: str, text: str, value: str, schema: Schema) -> Schema:
    return {
        "name": name,
        "in": "header",
        "required": False,
        "description": text,
        "schema": schema,
        "example": value,
    }


def _body(document: Schema, operation: Schema) -> None:
    body = operation.get("requestBody")
    if body is None:
        return
    body.setdefault("description", "What is to be done.")
    for content in body["content"].values():
        if "example" not in content:
            content["example"] = example(document, content["schema"])


def _answers(document: Schema, path: str, method: str, operation: Schema) -> None:
    given = operation["responses"]
    answers: dict[str, Schema] = {}
    for status, answer in given.items():
        if not status.startswith("2"):
            continue
        for content in answer.get("content", {}).values():
            content.setdefault("example", example(document, content["schema"]))
        if answer.get("description") == "Successful Response":
            answer["description"] = "Done." if method != "get" else "As asked for."
        answer["headers"] = _headers(method, status)
        if links := LINKS.get(operation["operationId"]):
            answer["links"] = links
        answers[status] = answer
    if method == "get":
        answers["304"] = {
            "description": "You have it already (If-None-Match).",
            "headers": _headers(method, "304"),
        }
    more = {status for status in given if status in ERRORS and status not in {"404", "409"}}
    for status in sorted(_statuses(path, method, operation) | more):
        answers[status] = {
            "description": ERRORS[status],
            "headers": _headers(method, status),
            "content": {"application/problem+json": {"schema": PROBLEM, "example": _problem(status)}},
        }
    operation["responses"] = answers


def _statuses(path: str, method: str, operation: Schema) -> set[str]:
    found = {"401", "403", "422", "429", "500", "503"}
    if "{" in path or method != "get":
        found.add("404")
    if method != "get":
        found.add("409")
    if method in CHANGING:
        found |= {"400", "413"}
    if any(parameter["name"] == "If-Match" for parameter in operation["parameters"]):
        found.add("412")
        if path.endswith(DANGEROUS):
            found.add("428")
    if path.startswith("/api/v1/interviews/") and method != "get":
        found.add("410")
    return found


def _headers(method: str, status: str) -> Schema:
    names = ["X-Request-Id"]
    if status in {"200", "304"} and method == "get":
        names.append("ETag")
    if status not in {"401", "500"}:
        names += ["RateLimit", "RateLimit-Policy"]
    if status in {"429", "503"}:
        names.append("Retry-After")
    if method in CHANGING and status.startswith("2"):
        names.append("Idempotency-Replayed")
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}


CODES: Mapping[str, str] = {
    "400": "bad_request", "401": "unauthorized", "403": "forbidden", "404": "not_found", "409": "conflict",
    "410": "deadline_passed", "412": "precondition_failed", "413": "content_too_large", "422": "invalid_input",
    "428": "precondition_required", "429": "too_many_requests", "500": "internal_error", "503": "unavailable",
}  # fmt: skip


def _problem(status: str) -> Schema:
    code = CODES[status]
    return {
        "type": f"urn:understudy:error:{code}",
        "title": code.replace("_", " ").capitalize(),
        "status": int(status),
        "detail": ERRORS[status],
        "field": "title" if status == "422" else None,
        "remedy": None,
        "request_id": HEADERS["X-Request-Id"][1],
    }
