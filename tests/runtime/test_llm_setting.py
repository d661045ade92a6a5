"""The language model is there when an endpoint is set, and never else."""

import sys
from datetime import timedelta

import pytest
from pydantic import ValidationError

from domain.errors import SetupError
from integrations.llm.rewriter import OpenAIRewriter
from runtime.language_model import LanguageModel, language_model
from runtime.settings import Settings

URL = "http://127.0.0.1:1/v1"


def settings(**values: object) -> Settings:
    return Settings(_env_file=None, **values)  # type: ignore[arg-type] # as pydantic-settings takes them


def test_without_an_endpoint_no_model_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("UNDERSTUDY_LLM_URL", raising=False)
    monkeypatch.setitem(sys.modules, "integrations.llm.rewriter", None)  # whoever imports it fails
    assert language_model(settings()) == LanguageModel()


def test_an_endpoint_in_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNDERSTUDY_LLM_URL", URL)
    monkeypatch.setenv("UNDERSTUDY_LLM_TIMEOUT", "PT2S")
    read = settings()
    assert read.llm_timeout == timedelta(seconds=2)
    assert isinstance(language_model(read).rewriter, OpenAIRewriter)


def test_an_endpoint_without_the_library_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "integrations.llm.rewriter", None)
    with pytest.raises(SetupError, match=r"understudy\[llm\]"):
        language_model(settings(llm_url=URL))


@pytest.mark.parametrize("seconds", [0, -1, 21])
def test_a_time_limit_that_a_step_could_not_keep_is_refused(seconds: int) -> None:
    with pytest.raises(ValidationError):
        settings(llm_timeout=timedelta(seconds=seconds))
