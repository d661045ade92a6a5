"""Serving the application over HTTP."""

import uvicorn
from fastapi import FastAPI


def server(app: FastAPI, host: str, port: int) -> uvicorn.Server:
    """A server for the application; `await server.serve()` runs it.

    Access logs stay off: addresses of candidate pages hold their tokens.
    """
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        access_log=False,
        server_header=False,
        log_config=None,
        lifespan="off",
        timeout_keep_alive=30,
        h11_max_incomplete_event_size=16 * 1024,
    )
    return uvicorn.Server(config)
