"""The language model, when one is set: each thing it may be asked for, behind the port of whoever asks."""

from dataclasses import dataclass

from domain.errors import SetupError
from domain.insights.proposals import InsightProposer
from domain.interview_bot.wording import QuestionWriter
from domain.negotiation.rewriting import Rewriter
from domain.questions.followups import FollowUps
from runtime.settings import Settings


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """What a model helps with. Each field None: nobody is asked, rules alone decide."""

    rewriter: Rewriter | None = None
    question_writer: QuestionWriter | None = None
    insights: InsightProposer | None = None
    follow_ups: FollowUps | None = None


def language_model(settings: Settings) -> LanguageModel:
    """From the settings; the library is loaded only when an endpoint is set. Raises SetupError without the library."""
    if settings.llm_url is None:
        return LanguageModel()
    try:
        from integrations.llm.follow_ups import OpenAIFollowUps
        from integrations.llm.insights import OpenAIInsights
        from integrations.llm.question_writer import OpenAIQuestionWriter
        from integrations.llm.rewriter import OpenAIRewriter
    except ImportError as missing:
        raise SetupError(
            "UNDERSTUDY_LLM_URL is set, but the extra `llm` is not installed.",
            remedy="Install understudy[llm], or unset UNDERSTUDY_LLM_URL.",
        ) from missing
    key = settings.llm_key.get_secret_value() if settings.llm_key else None
    where = (settings.llm_url, settings.llm_model, key, settings.llm_timeout)
    return LanguageModel(
        rewriter=OpenAIRewriter(*where),
        question_writer=OpenAIQuestionWriter(*where),
        insights=OpenAIInsights(*where),
        follow_ups=OpenAIFollowUps(*where),
    )
