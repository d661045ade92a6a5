"""One question to an endpoint with OpenAI's chat completions. What comes back is judged by the domain, not here."""

import asyncio
import json
from collections.abc import Mapping
from datetime import timedelta
from typing import ClassVar

from openai import AsyncOpenAI, OpenAIError
from pydantic_ai import Agent
from pydantic_ai.exceptions import AgentRunError
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.providers.openai import OpenAIProvider
from pydantic_ai.settings import ModelSettings

from domain.errors import UnavailableError

LANGUAGES = {"en": "English", "de": "German", "fr": "French", "es": "Spanish", "pt": "Portuguese"}
NO_KEY = "none"
"""Local servers ask for no key, the client insists on one."""
FAILURES = (
    AgentRunError, OpenAIError, OSError, TimeoutError, ValueError, LookupError, TypeError, AttributeError,
)  # fmt: skip
"""The last four: a body that is no JSON, or has another form than the library expects (no `choices`, for example)."""


class Asker:
    """What every use of a model shares: one request on a connection of its own, no second try."""

    instructions: ClassVar[str]
    longest_answer_tokens: ClassVar[int]
    meanwhile: ClassVar[str]
    """How things go on without an answer, for the error's remedy."""

    def __init__(
        self, url: str, model: str, key: str | None = None, timeout: timedelta = timedelta(seconds=5)
    ) -> None:
        """`url` ends where `/chat/completions` follows, usually with `/v1`. Nothing is connected yet.

        `timeout` is for everything from the connection to the last word.
        """
        self._url = url
        self._model = model
        self._key = key or NO_KEY
        self._timeout = timeout.total_seconds()
        self._agent = Agent(
            instructions=self.instructions,
            model_settings=ModelSettings(max_tokens=self.longest_answer_tokens, temperature=0.0),
            retries=0,
        )

    async def ask(self, data: Mapping[str, object]) -> str:
        """The answer's text. Raises UnavailableError: not reached, refused, overloaded, too slow, no answer."""
        try:
            async with asyncio.timeout(self._timeout), self._client() as client:
                model = OpenAIChatModel(self._model, provider=OpenAIProvider(openai_client=client))
                answer = await self._agent.run(json.dumps(data, ensure_ascii=False), model=model)
        except FAILURES as error:
            raise UnavailableError(
                f"The language model gave no answer ({type(error).__name__}).",
                remedy=f"Look at UNDERSTUDY_LLM_URL; {self.meanwhile} meanwhile.",
            ) from error
        return answer.output

    def _client(self) -> AsyncOpenAI:
        return AsyncOpenAI(base_url=self._url, api_key=self._key, max_retries=0, timeout=self._timeout)
