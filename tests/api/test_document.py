"""The API's description of itself: complete, and true to its own schemas."""

from collections.abc import Iterator
from typing import Any

import jsonschema_rs
import pytest

from integrations.links import SignedLinks
from tests.web.site import BASE, FORM_KEY, Clock, Site
from web.api.document.complete import operations
from web.app import create_app
from web.deps import WebDeps

Document = dict[str, Any]


@pytest.fixture(scope="module")
def document() -> Document:
    """As a client reads it."""
    # The document needs no database.
    app = create_app(WebDeps(None, Clock(), SignedLinks("k" * 40, BASE), BASE, FORM_KEY))  # type: ignore[arg-type]
    return app.openapi()


def _schemas(document: Document) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, schema in document["components"]["schemas"].items():
        yield name, schema
        for field, prop in schema.get("properties", {}).items():
            yield f"{name}.{field}", prop


def _contents(document: Document) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, method, operation in operations(document):
        body = operation.get("requestBody", {})
        parts = [("body", body), *operation["responses"].items()]
        for name, part in parts:
            for content in part.get("content", {}).values():
                yield f"{method} {path} {name}", content


def test_it_is_openapi_3_1(document: Document) -> None:
    assert document["openapi"].startswith("3.1.")
    assert document["servers"]
    assert {tag["name"] for tag in document["tags"]} >= {"jobs", "webhooks", "audit"}
    assert all(tag["description"] != tag["name"] for tag in document["tags"])


def test_nothing_is_without_a_description(document: Document) -> None:
    bare = [
        name for name, schema in _schemas(document) if not schema.get("description") and "enum" not in schema
    ]
    for path, method, operation in operations(document):
        where = f"{method} {path}"
        bare += [f"{where}: {what}" for what in ("summary", "description") if not operation.get(what)]
        bare += [f"{where} {one['name']}" for one in operation["parameters"] if not one.get("description")]
        bare += [
            f"{where} {status}" for status, one in operation["responses"].items() if not one["description"]
        ]
    assert bare == []


def test_nothing_is_without_an_example(document: Document) -> None:
    bare = [name for name, schema in _schemas(document) if "." in name and "examples" not in schema]
    bare += [name for name, content in _contents(document) if "example" not in content]
    for path, method, operation in operations(document):
        bare += [
            f"{method} {path} {one['name']}"
            for one in operation["parameters"]
            if "example" not in one and "examples" not in one
        ]
    assert bare == []


@pytest.mark.slow
def test_every_example_fits_its_schema(document: Document) -> None:
    wrong = []
    for name, content in [*_contents(document), *_parameters(document)]:
        if content["schema"].get("format") == "binary" or not content.get("schema"):
            continue
        whole = {**content["schema"], "components": document["components"]}
        checker = jsonschema_rs.validator_for(whole, validate_formats=True)
        wrong += [f"{name}: {error.message}" for error in checker.iter_errors(content["example"])]
    assert wrong == []


def _parameters(document: Document) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, method, operation in operations(document):
        for one in operation["parameters"]:
            if "example" in one and one["example"] is not None:
                yield f"{method} {path} {one['name']}", one


def test_every_operation_has_its_own_id_and_says_how_it_fails(document: Document) -> None:
    ids = [operation["operationId"] for *_, operation in operations(document)]
    assert len(ids) == len(set(ids))
    for path, method, operation in operations(document):
        answers = operation["responses"]
        assert {"401", "403", "422", "429", "503"} <= set(answers), path
        assert operation["security"]
        assert operation["tags"]
        for status, answer in answers.items():
            if status >= "400":
                assert list(answer["content"]) == ["application/problem+json"]
                assert "X-Request-Id" in answer["headers"]
        if method in {"post", "put", "patch"}:
            assert "Idempotency-Key" in {one["name"] for one in operation["parameters"]}


def test_links_lead_to_operations_that_are_there(document: Document) -> None:
    known = {operation["operationId"]: operation for *_, operation in operations(document)}
    count = 0
    for operation in known.values():
        for answer in operation["responses"].values():
            for link in answer.get("links", {}).values():
                count += 1
                names = {one["name"] for one in known[link["operationId"]]["parameters"]}
                assert set(link["parameters"]) <= names
    assert count >= 20


def test_lists_have_one_shape(document: Document) -> None:
    pages = {name: one for name, one in document["components"]["schemas"].items() if name.endswith("Page")}
    assert len(pages) >= 5
    for name, page in pages.items():
        assert {"items", "next"} <= set(page["properties"]), name


def test_what_is_sent_out_is_described(document: Document) -> None:
    hook = document["webhooks"]["log"]["post"]
    assert {one["name"] for one in hook["parameters"]} == {
        "webhook-id",
        "webhook-timestamp",
        "webhook-signature",
    }
    assert hook["requestBody"]["content"]["application/json"]["example"]["type"]


async def test_another_method_is_told_which_there_are(site: Site) -> None:
    for path, allowed in (
        ("/api/v1/jobs", "GET, POST"),
        ("/api/v1/webhooks/7c5e2b1a-93d4-4b52-8c7e-5a1d0f6b2e31", "DELETE, GET, PATCH"),
    ):
        answer = await site.http.request("OPTIONS", path)
        assert (answer.status_code, answer.headers["allow"]) == (405, allowed)
