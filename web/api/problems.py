"""How errors look, and what every operation may answer."""

from typing import Any

from pydantic import BaseModel, Field


class FaultShape(BaseModel):
    """One value that does not fit."""

    field: str | None = Field(description="Where it stands in the request.", examples=["title"])
    detail: str = Field(
        description="What is wrong with it.", examples=["String should have at least 1 character"]
    )


class Problem(BaseModel):
    """An error (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    field: str | None = None
    remedy: str | None = None
    request_id: str
    errors: list[FaultShape] = Field(default_factory=list, description="Every value that does not fit.")


PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"model": Problem, "description": text}
    for status, text in {
        401: "The API key is missing, wrong, revoked or has ended.",
        403: "The caller's role, or the scope of the key, does not allow this.",
        404: "No such row, or the caller may not see it.",
        409: "The present state does not allow this.",
        422: "A value does not fit; `field` names it.",
    }.items()
}
