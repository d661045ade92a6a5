"""Commands."""

import typer

app = typer.Typer()


@app.callback()
def _root() -> None:
    """Commands."""
