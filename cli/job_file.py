"""Reading jobs from a JSON file: the API's body of a new job, with people named by mail address."""

import json
from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field, TypeAdapter, ValidationError, model_validator

from cli.acting import Act
from domain.errors import ForbiddenError, InvalidInputError
from domain.vocabulary import UserRole
from services import users
from services.jobs import JobDraft
from web.api.bodies import Line, NewJob


class JobInFile(NewJob):
    """One job of a file. Windows stand on their own or together under `windows`."""

    recruiter: Line | None = None
    interviewers: Annotated[list[Line], Field(max_length=200)] = Field(default_factory=list)

    @model_validator(mode="before")
    @classmethod
    def _unfold_windows(cls, value: Any) -> Any:
        if not isinstance(value, dict) or not isinstance(value.get("windows"), dict):
            return value
        rest = {name: given for name, given in value.items() if name != "windows"}
        if twice := rest.keys() & value["windows"].keys():
            raise ValueError(f"{min(twice)} is given twice")
        return rest | value["windows"]


_JOBS: TypeAdapter[list[JobInFile]] = TypeAdapter(list[JobInFile])


def read(path: Path) -> list[JobInFile]:
    """The jobs of a file. Raises InvalidInputError that names the job and the field."""
    try:
        content = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise InvalidInputError(f"{path} cannot be read: {error.strerror or error}.") from error
    except (ValueError, RecursionError) as error:
        raise InvalidInputError(f"{path} is not JSON in UTF-8: {error}.") from error
    jobs = content if isinstance(content, list) else [content]
    if not jobs:
        raise InvalidInputError(f"{path} holds no job.")
    try:
        return _JOBS.validate_python(jobs)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        number, *place = first["loc"]
        field = ".".join(map(str, place)) or None
        where = f"{path}, job {int(number) + 1}"
        raise InvalidInputError(f"{where}: {field or 'the job'}: {first['msg']}.", field=field) from error


async def draft(act: Act, body: JobInFile) -> JobDraft:
    """A job as the services take it, its people looked up.

    Raises InvalidInputError for somebody who is no user, ForbiddenError for a job of another recruiter.
    """
    recruiter_id = await _user(act, body.recruiter, "recruiter") if body.recruiter else body.recruiter_id
    if recruiter_id not in {None, act.user_id} and act.role is not UserRole.ADMIN:
        raise ForbiddenError("A recruiter creates own jobs only.", field="recruiter")
    named = [await _user(act, email, "interviewers") for email in body.interviewers]
    owner = recruiter_id or act.user_id
    if unknown := await users.missing(act.session, {owner, *body.interviewer_ids}):
        raise InvalidInputError(f"There is no user {min(unknown)}.", field="interviewer_ids")
    return JobDraft(
        recruiter_id=owner,
        title=body.title,
        description=body.description,
        number_of_openings=body.number_of_openings,
        shortlisting_buffer=body.shortlisting_buffer,
        company=body.company,
        location=body.location,
        requirements=body.requirements,
        closes_at=body.closes_at,
        interviewer_ids=(*named, *body.interviewer_ids),
        review_mode=body.review_mode,
        impact_review_required=body.impact_review_required,
        windows=body.windows(),
    )


async def _user(act: Act, email: str, field: str) -> UUID:
    found = await users.by_email(act.session, email)
    if found is None:
        raise InvalidInputError(f"There is no user {email}.", field=field)
    return found.id
