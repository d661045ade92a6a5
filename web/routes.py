"""Every route of the web tier, in one list."""

from functools import cache

from fastapi import APIRouter
from fastapi.routing import APIRoute, APIWebSocketRoute, RouteContext, iter_route_contexts
from starlette.routing import BaseRoute

from web import api, assets, candidate, desk, health, hooks, identity_hooks
from web.media import door


def _operation_id(route: APIRoute) -> str:
    """`jobs_create`: short and stable, for clients that are generated."""
    tag = str(route.tags[0]).replace(" ", "_") if route.tags else "page"
    return f"{tag}_{route.name.strip('_')}"


@cache
def all_routes() -> tuple[BaseRoute, ...]:
    """Made once in a process: preparing them takes FastAPI half a second.

    A router that includes others matches a request once on each of its levels, whatever a level holds route by
    route: with the routes that there are, up to a quarter of a short read. A flat list is matched once.
    """
    flat = APIRouter(generate_unique_id_function=_operation_id)
    for route in iter_route_contexts(nested().routes):
        _add(flat, route)
    return tuple(flat.routes)


def nested() -> APIRouter:
    """The same as the modules that declare them hang together."""
    pages = APIRouter(include_in_schema=False)
    pages.include_router(candidate.router)
    pages.include_router(desk.router)
    pages.include_router(door.router)
    every = APIRouter()
    # Programs ask most often, so theirs come first.
    for router in (api.router, health.router, assets.router, hooks.router, identity_hooks.router, pages):
        every.include_router(router)
    return every


def _add(flat: APIRouter, route: RouteContext) -> None:
    """Add a route as its routers made it: their prefixes, tags and answers are its own here."""
    path, endpoint = route.path, route.endpoint
    original = route.original_route
    if path is None or endpoint is None:
        raise TypeError(f"{original} is no address with a function behind it.")
    if isinstance(original, APIWebSocketRoute):
        flat.add_api_websocket_route(path, endpoint, name=route.name, dependencies=route.dependencies)
        return
    if not isinstance(original, APIRoute):
        raise TypeError(f"{original} is of a kind that this list does not know.")
    flat.add_api_route(
        path,
        endpoint,
        methods=route.methods,
        name=route.name,
        operation_id=route.operation_id,
        status_code=route.status_code,
        tags=route.tags,
        dependencies=route.dependencies,
        summary=route.summary,
        description=route.description,
        responses=route.responses,
        response_model=route.response_model,
        response_class=route.response_class,
        openapi_extra=route.openapi_extra,
        # Candidates' routes tell errors in their own way.
        route_class_override=type(original),
        include_in_schema=route.include_in_schema,
    )
