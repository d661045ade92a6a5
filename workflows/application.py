"""One application, from its file to its score."""

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from activities.applications import ApplicationActivities as Steps
    from activities.contracts import ApplicationAsk, ApplicationStart
    from workflows.options import PARSE, STEP, now


@workflow.defn
class ApplicationWorkflow:
    """Reads the resume, scores it, keeps why."""

    @workflow.run
    async def run(self, ask: ApplicationStart) -> None:
        """Ends when the application has its score, be it 0 with a reason."""
        step = ApplicationAsk(ask.application_id, now(ask.tempo))
        await workflow.execute_activity_method(Steps.read_resume, step, **PARSE)
        step = ApplicationAsk(ask.application_id, now(ask.tempo))
        await workflow.execute_activity_method(Steps.score_application, step, **STEP)
