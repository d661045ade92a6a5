"""The default OpenFeature provider: the table `feature_flags` with its overrides.

A company can install another provider; code only ever asks the OpenFeature client.
"""

from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from typing import Any, NoReturn
from uuid import UUID

from openfeature import api
from openfeature.evaluation_context import EvaluationContext
from openfeature.exception import FlagNotFoundError, GeneralError, TypeMismatchError
from openfeature.flag_evaluation import FlagResolutionDetails, FlagValueType, Reason
from openfeature.provider import AbstractProvider, Metadata
from sqlalchemy import and_, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.flags import is_on
from models import FeatureFlag, FeatureFlagOverride

current_session: ContextVar[AsyncSession] = ContextVar("understudy_flag_session")
"""The transaction in which a flag is read, so that a step and its gate see the same moment."""


class TableProvider(AbstractProvider):
    """Reads flags from the table, inside the asking step's own transaction."""

    def get_metadata(self) -> Metadata:
        """Name of the provider."""
        return Metadata(name="understudy-table")

    async def resolve_boolean_details_async(
        self, flag_key: str, default_value: bool, evaluation_context: EvaluationContext | None = None
    ) -> FlagResolutionDetails[bool]:
        """A flag for the job named by the targeting key."""
        try:
            session = current_session.get()
        except LookupError:
            raise GeneralError("flags are read inside a transaction") from None
        key = evaluation_context.targeting_key if evaluation_context else None
        job_id = UUID(key) if key else None
        rows = await _rows(session, job_id)
        if flag_key not in rows:
            raise FlagNotFoundError(f"no flag {flag_key}")
        flag, override = rows[flag_key]
        value = is_on(
            flag_key,
            enabled=flag.enabled,
            rollout_percentage=flag.rollout_percentage,
            override=override,
            job_id=job_id,
        )
        reason = Reason.TARGETING_MATCH if override is not None else Reason.STATIC
        return FlagResolutionDetails(value=value, reason=reason, flag_metadata={"version": flag.version})

    def resolve_boolean_details(
        self, flag_key: str, default_value: bool, evaluation_context: EvaluationContext | None = None
    ) -> FlagResolutionDetails[bool]:
        """Not offered: the product is asynchronous throughout."""
        raise GeneralError("ask with get_boolean_details_async")

    def resolve_string_details(
        self, flag_key: str, default_value: str, evaluation_context: EvaluationContext | None = None
    ) -> FlagResolutionDetails[str]:
        """Flags are booleans."""
        _only_booleans(flag_key)

    def resolve_integer_details(
        self, flag_key: str, default_value: int, evaluation_context: EvaluationContext | None = None
    ) -> FlagResolutionDetails[int]:
        """Flags are booleans."""
        _only_booleans(flag_key)

    def resolve_float_details(
        self, flag_key: str, default_value: float, evaluation_context: EvaluationContext | None = None
    ) -> FlagResolutionDetails[float]:
        """Flags are booleans."""
        _only_booleans(flag_key)

    def resolve_object_details(
        self,
        flag_key: str,
        default_value: Sequence[FlagValueType] | Mapping[str, FlagValueType],
        evaluation_context: EvaluationContext | None = None,
    ) -> FlagResolutionDetails[Sequence[FlagValueType] | Mapping[str, FlagValueType]]:
        """Flags are booleans."""
        _only_booleans(flag_key)


def _only_booleans(flag_key: str) -> NoReturn:
    raise TypeMismatchError(f"{flag_key} is a boolean flag")


async def _rows(session: AsyncSession, job_id: UUID | None) -> dict[str, tuple[FeatureFlag, bool | None]]:
    """All flags with the job's overrides: one query a transaction, however many gates a step asks."""
    cache: dict[Any, Any] = session.info.setdefault("flags", {})
    if job_id not in cache:
        query = select(FeatureFlag, FeatureFlagOverride.enabled).outerjoin(
            FeatureFlagOverride,
            and_(
                FeatureFlagOverride.flag_name == FeatureFlag.flag_name, FeatureFlagOverride.job_id == job_id
            ),
        )
        found = await session.execute(query.execution_options(populate_existing=True))
        cache[job_id] = {flag.flag_name: (flag, override) for flag, override in found}
    rows: dict[str, tuple[FeatureFlag, bool | None]] = cache[job_id]
    return rows


async def load(session: AsyncSession, job_ids: Sequence[UUID]) -> None:
    """Read the flags of many jobs ahead, with two queries instead of one a job."""
    cache: dict[Any, Any] = session.info.setdefault("flags", {})
    missing = [job_id for job_id in job_ids if job_id not in cache]
    if not missing:
        return
    flags = list(await session.scalars(select(FeatureFlag).execution_options(populate_existing=True)))
    found = await session.execute(select(FeatureFlagOverride).where(FeatureFlagOverride.job_id.in_(missing)))
    overrides = {(one.job_id, one.flag_name): one.enabled for one in found.scalars()}
    for job_id in missing:
        cache[job_id] = {flag.flag_name: (flag, overrides.get((job_id, flag.flag_name))) for flag in flags}


def forget(session: AsyncSession) -> None:
    """Read the flags again at the next question of this transaction."""
    session.info.pop("flags", None)


def install() -> None:
    """Make the table the provider of this process."""
    api.set_provider(TableProvider())
