"""One text interview that a machine leads, from its first question to its end; it may rest for weeks."""

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from activities.contracts import BotAsk, BotStart, BotStep
    from activities.interview_bot import InterviewBotActivities as Steps
    from domain.interview_bot.moves import BotAct, BotView, next_act
    from workflows.options import PARSE, STEP, Gated, now

STEPS_PER_RUN = 400
"""Then it continues as new, long before its history grows large."""
STEP_OF = {
    BotAct.LEAD: Steps.lead_bot_interview,
    BotAct.TRANSCRIBE: Steps.transcribe_bot_answer,
    BotAct.EXPIRE: Steps.expire_bot_interview,
}


@workflow.defn
class BotInterviewWorkflow(Gated):
    """Does the next due thing until the text interview is over. What is due, `next_act` says; nothing is timed."""

    GONE = "this text interview is over"

    @workflow.init
    def __init__(self, ask: BotStart) -> None:
        """Remember whose text interview this is."""
        super().__init__(ask.tempo)
        self._ask = ask
        self._held: frozenset[BotAct] = frozenset()

    @workflow.run
    async def run(self, ask: BotStart) -> str:
        """Returns the last state, or `erased`."""
        view = await self._look()
        for _ in range(STEPS_PER_RUN):
            if view is None:
                break
            act = next_act(view, self._held)
            if act is BotAct.END:
                break
            view = await self._after(act, view)
        else:
            await workflow.wait_condition(workflow.all_handlers_finished)
            workflow.continue_as_new(ask)
        self._ended = True
        await self._do(Steps.close_bot_interview)
        await workflow.wait_condition(workflow.all_handlers_finished)
        return view.state.value if view else "erased"

    async def _after(self, act: BotAct, view: BotView) -> BotView | None:
        """Make a move, or wait for a change; what a closed gate holds is left until then."""
        if act is BotAct.WAIT:
            await self._wait(None, "a change")
            return await self._look()
        self._woken = False
        step = await self._do(STEP_OF[act])
        if (step.held_by is not None or step.view == view) and not self._woken:
            self._held |= {act}
        return step.view

    async def _look(self) -> BotView | None:
        return (await self._do(Steps.look_at_bot_interview)).view

    async def _do(self, step: object) -> BotStep:
        ask = BotAsk(self._ask.interview_id, now(self._tempo))
        options = PARSE if step is Steps.transcribe_bot_answer else STEP
        result: BotStep = await workflow.execute_activity_method(step, ask, **options)  # type: ignore[call-overload]
        return result

    def _wake(self) -> None:
        self._held = frozenset()
        super()._wake()
