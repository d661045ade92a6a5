"""The flat list of routes is the nested one: nothing that a router says of its routes gets lost on the way."""

from fastapi.routing import iter_route_contexts

from web.routes import all_routes, nested

KEPT = (
    "path", "endpoint", "methods", "name", "status_code", "tags", "summary", "description", "responses",
    "response_model", "response_class", "response_description", "response_model_include", "response_model_exclude",
    "response_model_by_alias", "response_model_exclude_unset", "response_model_exclude_defaults",
    "response_model_exclude_none", "dependencies", "deprecated", "operation_id", "openapi_extra", "callbacks",
    "include_in_schema", "max_body_size",
)  # fmt: skip


def test_the_flat_list_keeps_everything_that_routers_say_of_a_route() -> None:
    flat, before = all_routes(), list(iter_route_contexts(nested().routes))
    assert len(flat) == len(before) > 300
    for route, declared in zip(flat, before, strict=True):
        assert type(route) is type(declared.original_route)
        for name in KEPT:
            assert getattr(route, name, None) == getattr(declared, name, None), (declared.path, name)
