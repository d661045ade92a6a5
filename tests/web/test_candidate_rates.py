"""Candidate pages are counted by the address that asks for them."""

from fastapi import FastAPI

from tests.access.routes import routes
from web.candidate import router
from web.rate_limit import CANDIDATE_PATHS


def test_every_page_of_candidates_is_counted() -> None:
    app = FastAPI(openapi_url=None)
    app.include_router(router)
    paths = {route.path for route in routes(app)}
    assert paths
    assert {path for path in paths if not path.startswith(CANDIDATE_PATHS)} == set()
