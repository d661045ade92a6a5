"""Looking for persons where only ids and decisions may stand: the log (I8)."""

import re
import string
from collections.abc import Iterator

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

PHRASE = 5
"""Words of a resume that count as copied when they stand together in the log; names are compared as far."""

# Ids, instants and numbers with decimals are replaced, so that thousands of rows become few different texts.
LOG_TEXTS = text(r"""
SELECT DISTINCT regexp_replace(
    concat_ws(' ', action_type, actor_kind, reason, entity, previous_state, new_state, flag, workflow_id, run_id,
              idempotency_key, details),
    '[0-9a-f]{8}-[0-9a-f-]{27}|\d{4}-\d\d-\d\dT[0-9:.+Z-]+|\d+\.\d+|\d{5,}', '#', 'g')
FROM automation_logs
""")
PEOPLE = text("SELECT id, name, email FROM candidates")
RESUMES = text("SELECT id, left(resume_text, 4000) FROM applications WHERE resume_text IS NOT NULL")

SEPARATORS = str.maketrans(dict.fromkeys(string.punctuation + "“”„‘’«»–—…·•", " "))
ADDRESS = re.compile(r"[^\s\"<>,;:@]+@[^\s\"<>,;@]+\.[a-z]{2,}")


async def leaks(session: AsyncSession) -> list[str]:
    """Names, mail addresses and pieces of resumes that occur in the log, told by the owner's id.

    A name counts from two words on (one word alone may be a word of the product), a resume from five. Any mail
    address counts, whoever's it is.
    """
    texts = [line.lower() for line in await session.scalars(LOG_TEXTS)]
    phrases = {phrase for line in texts for phrase in _phrases(_words(line))}
    begins = {phrase.partition(" ")[0] for phrase in phrases}
    found = [
        f"the log holds a mail address ({len(line)} characters of text)"
        for line in texts
        if ADDRESS.search(line)
    ]
    for candidate_id, name, email in await session.execute(PEOPLE):
        words = _words(name.lower())
        if len(words) > 1 and " ".join(words[:PHRASE]) in phrases:
            found.append(f"the log holds the name of candidate {candidate_id}")
        if email and any(email.lower() in line for line in texts if "@" in line):
            found.append(f"the log holds the mail address of candidate {candidate_id}")
    for application_id, resume in await session.execute(RESUMES):
        if any(piece in phrases for piece in _pieces(_words(resume.lower()), begins)):
            found.append(f"the log holds a piece of the resume of application {application_id}")
    return found


def _words(line: str) -> list[str]:
    return line.translate(SEPARATORS).split()


def _phrases(words: list[str]) -> Iterator[str]:
    for start in range(len(words)):
        for length in range(2, PHRASE + 1):
            yield " ".join(words[start : start + length])


def _pieces(words: list[str], begins: set[str]) -> Iterator[str]:
    for start in range(len(words) - PHRASE + 1):
        if words[start] in begins:
            yield " ".join(words[start : start + PHRASE])
