"""The application: routes, guard, error handlers. Everything it needs comes in as `WebDeps`."""

from fastapi import APIRouter, FastAPI

from web import api, assets, candidate, desk, errors, health, hooks
from web.deps import WebDeps
from web.guard import Guard

OPENAPI = "/api/v1/openapi.json"


def create_app(deps: WebDeps) -> FastAPI:
    """The web tier as an ASGI application.

    FastAPI's own documentation pages are off: they load scripts from other hosts.
    """
    app = FastAPI(
        title="Understudy",
        version="1",
        description="Durable hiring automation: jobs, applications, interviews, flags and the log.",
        openapi_url=OPENAPI,
        docs_url=None,
        redoc_url=None,
    )
    app.state.deps = deps
    pages = APIRouter(include_in_schema=False)
    pages.include_router(candidate.router)
    pages.include_router(desk.router)
    for router in (health.router, assets.router, hooks.router, api.router, pages):
        app.include_router(router)
    errors.install(app)
    app.add_middleware(Guard, is_secure=deps.is_secure)
    return app
