"""Composition of speech to text: which engine the settings name, and the worker that transcribes."""

import importlib.util
from datetime import timedelta

from temporalio.client import (
    Client,
    Schedule,
    ScheduleActionStartWorkflow,
    ScheduleCalendarSpec,
    ScheduleIntervalSpec,
    ScheduleOverlapPolicy,
    SchedulePolicy,
    ScheduleRange,
    ScheduleSpec,
)
from temporalio.worker import PollerBehaviorAutoscaling, Worker

from activities.transcribing import TranscribingActivities
from domain.errors import SetupError
from domain.speech import SpeechToText
from runtime.heartbeats import Heartbeats
from runtime.settings import Settings
from runtime.temporal import TranslateErrors
from workflows.options import MEDIA_QUEUE
from workflows.processing import ProcessingSweepWorkflow, ProcessingWatchWorkflow

LOCAL = "moonshine_voice"
TRANSCRIBED_AT_ONCE = 2
"""Recordings of one worker process; the local engine takes one at a time of them."""
WATCH, SWEEP = "processing-watch", "processing-sweep"
SWEEP_HOUR = 2
"""Of the day, UTC: people sleep."""


def engine(settings: Settings) -> SpeechToText | None:
    """The engine that the settings name; None: recordings are kept but not transcribed. Raises SetupError."""
    is_installed = importlib.util.find_spec(LOCAL) is not None
    match settings.speech or ("local" if is_installed else "off"):
        case "off":
            return None
        case "local":
            if not is_installed:
                raise SetupError(
                    "UNDERSTUDY_SPEECH is local, but the extra `speech` is not installed.",
                    remedy="Install understudy[speech], or set UNDERSTUDY_SPEECH to deepgram or off.",
                )
            from integrations.speech.moonshine import Moonshine

            return Moonshine()
    if settings.speech_key is None:
        raise SetupError(
            "UNDERSTUDY_SPEECH is deepgram, but UNDERSTUDY_SPEECH_KEY is not set.",
            remedy="Set the key of the service, or UNDERSTUDY_SPEECH=local.",
        )
    # Its client takes a second to load: only where it is used.
    from integrations.speech.deepgram import Deepgram

    return Deepgram(settings.speech_key.get_secret_value(), settings.speech_url, model=settings.speech_model)


def build_media_worker(client: Client, settings: Settings, transcribing: TranscribingActivities) -> Worker:
    """A Temporal worker for the steps that take minutes, apart from those of hiring."""
    return Worker(
        client,
        task_queue=settings.task_queue + MEDIA_QUEUE,
        activities=[transcribing.transcribe_recordings],
        interceptors=[Heartbeats(), TranslateErrors()],
        max_concurrent_activities=TRANSCRIBED_AT_ONCE,
        activity_task_poller_behavior=PollerBehaviorAutoscaling(minimum=1, initial=1, maximum=2),
        graceful_shutdown_timeout=timedelta(seconds=20),
        max_heartbeat_throttle_interval=timedelta(seconds=5),
    )


def schedules(settings: Settings) -> dict[str, Schedule]:
    """The sweeps over stuck processing by name: every hour, and every night."""
    watch = Schedule(
        action=ScheduleActionStartWorkflow(
            ProcessingWatchWorkflow.run,
            id=WATCH,
            task_queue=settings.task_queue,
            execution_timeout=timedelta(minutes=10),
        ),
        spec=ScheduleSpec(intervals=[ScheduleIntervalSpec(every=timedelta(hours=1))]),
        policy=SchedulePolicy(overlap=ScheduleOverlapPolicy.SKIP, catchup_window=timedelta(hours=1)),
    )
    sweep = Schedule(
        action=ScheduleActionStartWorkflow(
            ProcessingSweepWorkflow.run,
            id=SWEEP,
            task_queue=settings.task_queue,
            execution_timeout=timedelta(hours=1),
        ),
        spec=ScheduleSpec(calendars=[ScheduleCalendarSpec(hour=[ScheduleRange(SWEEP_HOUR)])]),
        # After an outage one sweep sees to all of them.
        policy=SchedulePolicy(overlap=ScheduleOverlapPolicy.SKIP, catchup_window=timedelta(hours=12)),
    )
    return {WATCH: watch, SWEEP: sweep}
