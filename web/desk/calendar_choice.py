"""Choosing among the calendars of an account: one for entries, further ones whose entries count as busy.

What the page needs to go on (for a new account its secret) travels through the browser sealed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from domain.calendars import CalendarProviderName
from domain.errors import InvalidInputError
from services.calendars import accounts
from services.calendars.accounts import NewAccount
from web import connecting, sealed
from web.acting import Act
from web.deps import CalendarChoice, Calendars
from web.desk.session import Desk, SignedIn

router = APIRouter(prefix="/calendars")
BUSY = "busy:"
"""Before the id of a calendar in the names of the page's boxes."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What is ticked: the calendar of entries, and further busy ones."""

    main: str
    busy: tuple[str, ...] = ()


async def ask(
    desk: Desk,
    provider: CalendarProviderName,
    user_id: UUID,
    choices: Sequence[CalendarChoice],
    now: Selection | None = None,
    secret: Mapping[str, str] | None = None,
) -> Response:
    """The page of choices. `secret` is that of an account which is not connected yet."""
    tools = connecting.needed(desk.caller.deps)
    shown = choices[: connecting.MOST_CHOICES]
    main, _ = connecting.chosen(shown, None)
    kept = {
        "provider": provider.value,
        "user": str(user_id),
        "choices": [asdict(choice) for choice in shown],
        "secret": dict(secret) if secret is not None else None,
    }
    async with desk.caller.begin() as act:
        owner = await connecting.owner(act, user_id)
        return desk.show(
            "desk/calendar_choice.html",
            act,
            provider=provider,
            owner=owner,
            is_new=secret is not None,
            choices=shown,
            now=now if now and now.main in {choice.id for choice in shown} else Selection(main.id),
            prefix=BUSY,
            sealed=sealed.seal(desk.caller.deps, tools.box, _purpose(act), kept),
        )


@router.post("/choice")
async def keep(desk: SignedIn) -> Response:
    """Connect the account with what was chosen, or change what is used of a connected one."""
    form = await desk.form()
    tools = connecting.needed(desk.caller.deps)
    async with desk.caller.begin() as act:
        kept = sealed.unseal(desk.caller.deps, tools.box, _purpose(act), form.get("sealed", ""))
        provider = CalendarProviderName(kept["provider"])
        owner = await connecting.owner(act, UUID(kept["user"]))
        busy = [name.removeprefix(BUSY) for name in form if name.startswith(BUSY)]
        choices = [CalendarChoice(**choice) for choice in kept["choices"]]
        main, further = connecting.chosen(choices, form.get("main", ""), busy)
        secret = kept["secret"] or await _present_secret(act, tools, owner.id, provider)
        new = NewAccount(owner.id, provider, secret, main.id, further)
        await accounts.connect(act.session, tools.box, new, cause=act.cause(), at=act.at)
    return RedirectResponse(f"{desk.caller.deps.root}/calendars?said=connected", 303)


async def _present_secret(
    act: Act, tools: Calendars, user_id: UUID, provider: CalendarProviderName
) -> Mapping[str, str]:
    for state in await accounts.states(act.session, act.at, user_id):
        if state.account.provider is provider:
            return await connecting.secret_of(act, tools, state.account)
    raise InvalidInputError("This calendar was disconnected meanwhile.", remedy="Connect it again.")


def _purpose(act: Act) -> str:
    return f"calendar-choice:{act.user_id}"
