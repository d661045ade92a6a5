"""Running migrations from code: `understudy migrate`, the embedded stack, and the tests use this one way."""

import warnings
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, pool

import migrations


def sqlalchemy_url(url: str) -> str:
    """The URL with the driver that the product uses (`postgres://` and `postgresql://` are both fine)."""
    scheme, _, rest = url.partition("://")
    if scheme in {"postgres", "postgresql", "postgresql+psycopg"}:
        return f"postgresql+psycopg://{rest}"
    return url


def config(url: str) -> Config:
    """Alembic's configuration for one database."""
    settings = Config()
    settings.set_main_option("script_location", str(Path(migrations.__file__).parent))
    settings.set_main_option("sqlalchemy.url", sqlalchemy_url(url).replace("%", "%%"))
    settings.attributes["configure_logger"] = False
    return settings


def upgrade(url: str, revision: str = "head") -> None:
    """Bring a database up to a revision. Does nothing when it is there already."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        command.upgrade(config(url), revision)


def downgrade(url: str, revision: str) -> None:
    """Take a database down to a revision (`base` for nothing at all)."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        command.downgrade(config(url), revision)


def current(url: str) -> str | None:
    """The revision a database is at; None when it was never migrated."""
    engine = create_engine(sqlalchemy_url(url), poolclass=pool.NullPool)
    try:
        with engine.connect() as connection:
            return MigrationContext.configure(connection).get_current_revision()
    finally:
        engine.dispose()


def head() -> str:
    """The newest revision that this version of the product brings."""
    revision = ScriptDirectory.from_config(config("postgresql://")).get_current_head()
    if revision is None:
        raise RuntimeError("no migrations found")
    return revision
