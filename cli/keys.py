"""`understudy keys`: keys with which programs act for people."""

import asyncio
import json
from typing import Annotated, Any
from uuid import UUID

import typer

from domain.identity import Scope

app = typer.Typer(help="Keys with which programs act for people.", no_args_is_help=True)


@app.command()
def add(
    email: Annotated[str, typer.Argument(metavar="EMAIL", help="For whom the key acts.")],
    name: Annotated[str, typer.Option(help="The program that will use it.")],
    scope: Annotated[list[Scope], typer.Option(help="What it is good for; may be given several times.")],
    days: Annotated[int | None, typer.Option(help="How long it lasts; default 90.")] = None,
) -> None:
    """Make a key and print it, this once."""
    from cli.users import owning
    from services.identity import keys

    async def main() -> str:
        async with owning() as owner:
            user = await owner.user(email)
            made = await keys.make(
                owner.session,
                user.id,
                name,
                scope,
                days=days,
                cause=owner.cause,
                now=owner.now,
                at=owner.at,
            )
            return made.token

    typer.echo(asyncio.run(main()))


@app.command(name="list")
def list_(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object on stdout, for programs.")] = False,
) -> None:
    """Show keys that were not revoked, of everybody; never what opens anything."""
    from sqlalchemy import select

    from cli.users import owning
    from models import ApiKey, User
    from services.identity import keys

    async def main() -> list[Any]:
        async with owning() as owner:
            query = select(*keys.SHOWN, User.email).join(User, User.id == ApiKey.user_id)
            rows = await owner.session.execute(
                query.where(ApiKey.revoked_at.is_(None)).order_by(User.email, ApiKey.created_at, ApiKey.id)
            )
            return list(rows)

    found = asyncio.run(main())
    if as_json:
        shown = ("id", "email", "name", "hint", "scopes", "created_at", "expires_at", "last_used_at")
        rows = [{name: _plain(getattr(row, name)) for name in shown} for row in found]
        typer.echo(json.dumps({"keys": rows}))
        return
    for row in found:
        ends = f"{row.expires_at:%Y-%m-%d}" if row.expires_at else "never"
        typer.echo(
            f"{row.id}  {row.email:<36} {row.hint}…  {','.join(row.scopes):<22} ends {ends}  {row.name}"
        )


@app.command()
def revoke(key_id: Annotated[UUID, typer.Argument(metavar="ID")]) -> None:
    """End a key at once."""
    from cli.users import owning
    from services.identity import keys

    async def main() -> None:
        async with owning() as owner:
            await keys.revoke(owner.session, key_id, None, cause=owner.cause, now=owner.now, at=owner.at)

    asyncio.run(main())
    typer.echo("Revoked.")


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, list | str) else str(value)
