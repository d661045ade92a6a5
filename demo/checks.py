"""What the demo checks at its end: invariants in the database, histories without people, one mail each."""

from collections import Counter
from collections.abc import Iterable

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from temporalio.client import Client

from demo.world import Mail
from services.invariants import violations

PEOPLE = text("""
SELECT name FROM candidates UNION SELECT email FROM candidates WHERE email IS NOT NULL
UNION SELECT left(btrim(line), 80) FROM applications, regexp_split_to_table(resume_text, E'\\n') AS line
WHERE length(btrim(line)) > 45
""")


async def people_words(sessions: async_sessionmaker[AsyncSession]) -> list[str]:
    """Names, addresses and resume lines that must stand in no history and no log row."""
    async with sessions() as session:
        return [word for word in await session.scalars(PEOPLE) if word and len(word) > 5]


async def broken_invariants(sessions: async_sessionmaker[AsyncSession]) -> list[str]:
    """Violations in the database, in words."""
    async with sessions() as session:
        problems: list[str] = await violations(session)
        return problems


async def leaks(client: Client, words: Iterable[str]) -> tuple[list[str], int]:
    """Workflows whose history names a person, and how many histories were searched (I8)."""
    known = list(words)
    found: list[str] = []
    count = 0
    async for run in client.list_workflows(page_size=500):
        history = await client.get_workflow_handle(run.id, run_id=run.run_id).fetch_history()
        told = history.to_json()
        count += 1
        if any(word in told for word in known):
            found.append(run.id)
    return found, count


def doubled_mails(mails: Iterable[Mail]) -> list[str]:
    """Mails that arrived more than once as different messages for one step."""
    counts = Counter(m.message_id for m in mails)
    return [message for message, count in counts.items() if count > 1]
