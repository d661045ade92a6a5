"""The database role that signs people in, taken on for a few statements."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

_ENTER = text("SELECT current_setting('role') AS before, current_user AS who")
_BECOME = text("SELECT set_config('role', :role, true)")
ROLE = "understudy_identity"
WEB = "understudy_web"


@asynccontextmanager
async def as_identity(session: AsyncSession) -> AsyncIterator[None]:
    """Within, the web tier's transaction may read and write what people sign in with, and nothing of hiring.

    The owner's transactions, of the command line and of a first start, may do so anyway and stay what they are.
    After an error the transaction is over, and its role with it.
    """
    before = (await session.execute(_ENTER)).one()
    if before.who != WEB:
        yield
        return
    await session.flush()
    await session.execute(_BECOME, {"role": ROLE})
    yield
    await session.flush()
    await session.execute(_BECOME, {"role": before.before})
