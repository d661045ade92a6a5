"""What all tables share: naming convention, UTC timestamps, identifiers."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    ColumnClause,
    DateTime,
    Enum,
    Interval,
    MetaData,
    Text,
    Uuid,
    literal_column,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


MADE_BY_BASE = "made by migration 0001"
"""Comment of the base portal's tables: going down drops only what migration 0001 made."""


class Base(DeclarativeBase):
    """Declarative base: every timestamp is `timestamptz`, every structure `jsonb`, every id a UUID."""

    metadata = MetaData(naming_convention=NAMING)
    # Defaults of the database are not read back: RETURNING needs a policy that lets the writer see the row.
    __mapper_args__ = {  # noqa: RUF012 - SQLAlchemy declares it as an instance attribute
        "eager_defaults": False
    }
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: DateTime(timezone=True),
        timedelta: Interval(),
        dict[str, Any]: JSONB(),
        list[Any]: JSONB(),
        UUID: Uuid(),
        str: Text(),
        int: BigInteger(),
    }


def word(value: StrEnum) -> ColumnClause[Any]:
    """A value of an enumeration in the text of a statement: a plan that is kept for any parameters knows it."""
    return literal_column(f"'{value.value}'")


def words(kind: type[Any]) -> Enum:
    """A text column that holds the values of an enumeration (the database checks transitions by trigger)."""
    return Enum(
        kind,
        native_enum=False,
        create_constraint=False,
        length=40,
        values_callable=lambda k: [member.value for member in k],
    )
