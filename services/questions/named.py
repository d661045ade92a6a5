"""Lists of named things that admins keep: adding, renaming, describing and deleting, alike for each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, TypeVar
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.errors import NotFoundError
from models import InterviewType, Skill
from services.log import Cause
from services.questions.written import checked_description, checked_name, note, sought, unless_taken

Row = TypeVar("Row", InterviewType, Skill)


@dataclass(frozen=True, slots=True)
class Named(Generic[Row]):
    """One such list. Names are unique whatever their capitals."""

    model: type[Row]
    word: str
    """What one is called, in errors."""
    action: str
    """How its log actions begin."""
    name_field: str
    id_field: str

    @property
    def _name(self) -> Any:
        return getattr(self.model, self.name_field)

    async def all(self, session: AsyncSession, search: str = "") -> Sequence[Row]:
        """Every one, by name; with `search` those whose name or description holds it."""
        query = select(self.model).order_by(func.lower(self._name))
        if wanted := sought(search):
            query = query.where(
                self._name.icontains(wanted, autoescape=True)
                | self.model.description.icontains(wanted, autoescape=True)
            )
        return (await session.scalars(query)).all()

    async def by_id(self, session: AsyncSession, wanted: UUID) -> Row:
        """One of them. Raises NotFoundError."""
        found = await session.get(self.model, wanted, populate_existing=True)
        if found is None:
            raise NotFoundError(
                f"There is no {self.word} {wanted}.", field=self.id_field, remedy=f"List the {self.word}s."
            )
        return found

    async def create(
        self, session: AsyncSession, name: str, description: str | None = None, *, cause: Cause, at: datetime
    ) -> Row:
        """Add one. Raises ConflictError when the name is taken, InvalidInputError for one that does not do."""
        tidy = checked_name(name, self.name_field)
        values = {self.name_field: tidy, "description": checked_description(description)}
        made = self.model(id=uuid4(), **values)
        async with unless_taken(session, self._taken(tidy), self.name_field):
            session.add(made)
        await self._note(session, made.id, "added", cause=cause, at=at)
        await session.refresh(made)
        return made

    async def change(
        self,
        session: AsyncSession,
        wanted: UUID,
        *,
        name: str | None = None,
        description: str | None = None,
        cause: Cause,
        at: datetime,
    ) -> Row:
        """Rename or describe one; None stays, an empty description goes. Raises as `create`, and NotFoundError."""
        row = await self.by_id(session, wanted)
        tidy = checked_name(name, self.name_field) if name is not None else getattr(row, self.name_field)
        described = checked_description(description) if description is not None else row.description
        async with unless_taken(session, self._taken(tidy), self.name_field):
            setattr(row, self.name_field, tidy)
            row.description = described
        await self._note(session, row.id, "changed", cause=cause, at=at)
        return row

    async def remove(self, session: AsyncSession, wanted: UUID, *, cause: Cause, at: datetime) -> None:
        """Delete one; what named it stays, without it. Raises NotFoundError."""
        row = await self.by_id(session, wanted)
        await self._note(session, row.id, "removed", cause=cause, at=at)
        await session.delete(row)
        await session.flush()

    def _taken(self, name: str) -> str:
        return f"There is a {self.word} {name} already."

    async def _note(self, session: AsyncSession, row: UUID, what: str, *, cause: Cause, at: datetime) -> None:
        await note(session, f"{self.action}_{what}", row, cause=cause, at=at, **{self.id_field: str(row)})
