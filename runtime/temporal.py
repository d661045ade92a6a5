"""Connecting to Temporal: one converter, failures without texts, errors translated once."""

import asyncio
import dataclasses
from typing import Any

from sqlalchemy.exc import DBAPIError
from temporalio import activity
from temporalio.client import Client
from temporalio.contrib.pydantic import pydantic_data_converter
from temporalio.converter import DataConverter
from temporalio.exceptions import ApplicationError
from temporalio.runtime import PrometheusConfig, Runtime, TelemetryConfig
from temporalio.worker import ActivityInboundInterceptor, ExecuteActivityInput, Interceptor

from domain.errors import SetupError, UnderstudyError

DATA_CONVERTER: DataConverter = dataclasses.replace(pydantic_data_converter)
CONNECT_TRIES = 30


async def connect(address: str, namespace: str, metrics: str | None = None) -> Client:
    """A client, tried for some seconds. Raises SetupError with the address when Temporal does not answer."""
    runtime = None
    if metrics is not None:
        runtime = Runtime(telemetry=TelemetryConfig(metrics=PrometheusConfig(bind_address=metrics)))
    for _ in range(CONNECT_TRIES):
        try:
            return await Client.connect(
                address, namespace=namespace, data_converter=DATA_CONVERTER, runtime=runtime
            )
        except RuntimeError:
            await asyncio.sleep(0.3)
    raise SetupError(
        f"Temporal does not answer at {address}.", remedy="Start it, or correct TEMPORAL_ADDRESS."
    )


class TranslateErrors(Interceptor):
    """What an activity raises becomes a failure that tells Temporal whether to retry, and tells no person's data."""

    def intercept_activity(self, next: ActivityInboundInterceptor) -> ActivityInboundInterceptor:  # noqa: A002
        """Wrap the activity."""
        return _Translating(next)


class _Translating(ActivityInboundInterceptor):
    async def execute_activity(self, input: ExecuteActivityInput) -> Any:  # noqa: A002 - the SDK's name
        try:
            return await super().execute_activity(input)
        except UnderstudyError as error:
            # The sentence may quote a person; the code does not (I8).
            raise ApplicationError(
                error.code, type=type(error).__name__, non_retryable=error.permanent
            ) from None
        except DBAPIError as error:
            state = getattr(error.orig, "sqlstate", None) or "no answer"
            activity.logger.warning("database error %s (%s)", state, type(error.orig).__name__)
            raise ApplicationError(f"database error {state}", type="DatabaseError") from None
