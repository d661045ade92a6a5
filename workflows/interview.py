"""One interview, from the invitation to its outcome."""

from datetime import datetime

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from activities.contracts import InterviewAsk, InterviewStart, InterviewStep
    from activities.interviews import InterviewActivities as Steps
    from domain.interview_plan import Act, InterviewView, Move, next_move
    from workflows.options import STEP, Gated

STEP_OF = {
    Act.EXPIRE: Steps.expire,
    Act.LEAVE: Steps.finalize_leave,
    Act.NEGOTIATE: Steps.negotiate,
    Act.BOOK: Steps.book,
    Act.ASSESS_RISK: Steps.assess_risk,
    Act.REMIND: Steps.remind,
    Act.ASK_OUTCOME: Steps.ask_outcome,
}


@workflow.defn
class InterviewWorkflow(Gated):
    """Invites, then does the next due thing until the interview is over. What is due, `next_move` says."""

    GONE = "this interview is over"

    @workflow.init
    def __init__(self, ask: InterviewStart) -> None:
        """Remember whose interview this is."""
        super().__init__(ask.tempo)
        self._ask = ask
        self._held: frozenset[Act] = frozenset()

    @workflow.run
    async def run(self, ask: InterviewStart) -> str:
        """Returns the interview's last status, or `not_invited` when the seat was gone before."""
        view = await self._invited()
        while view is not None:
            move = next_move(view, self._held)
            if move.act is Act.END:
                break
            view = await self._after(move, view)
        self._ended = True
        await self._do(Steps.close_interview, None)
        await workflow.wait_condition(workflow.all_handlers_finished)
        return view.status.value if view else "not_invited"

    async def _invited(self) -> InterviewView | None:
        """Send the invitation, as soon as its gate is open. None: the seat is gone."""
        while True:
            step = await self._do(Steps.invite, None)
            if step.held_by is None:
                return step.view
            await self._wait(None, "the invitation's gate")

    async def _after(self, move: Move, view: InterviewView) -> InterviewView:
        """Wait for a move's time, then make it; a change that comes first is looked at instead."""
        at_once = move.at is None and move.act is not Act.WAIT
        if (not at_once or self._woken) and await self._wait(move.at, move.act.value):
            return (await self._do(Steps.look_at_interview, None)).view or view
        if move.act is Act.WAIT:
            return view
        step = await self._do(STEP_OF[move.act], move.at)
        if (step.held_by is not None or step.view == view) and not self._woken:
            # Held by a gate, or not due after all: leave it until something changes. What changed while the
            # step ran may be that gate, so then it is tried again.
            self._held |= {move.act}
        return step.view or view

    async def _do(self, step: object, at: datetime | None) -> InterviewStep:
        ask = InterviewAsk(self._ask.interview_id, self._ask.application_id, self._due(at))
        result: InterviewStep = await workflow.execute_activity_method(step, ask, **STEP)  # type: ignore[call-overload]
        return result

    def _wake(self) -> None:
        self._held = frozenset()
        super()._wake()
