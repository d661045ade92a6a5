"""The embedded PostgreSQL: a server of its own on loopback, with passwords, durable by default."""

import asyncio
import os
import shutil
import signal
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import psycopg
from psycopg import sql

from domain.errors import SetupError
from runtime.embedded import processes
from runtime.embedded.home import Home
from runtime.embedded.part import Part
from runtime.embedded.ports import LOOPBACK, answers, claim_port, is_free
from runtime.embedded.postgres_place import Place, check_version, choose_place

SUPERUSER = "postgres"
OWNER = "understudy"
"""Login that owns the databases; no superuser, so row-level security and grants hold for it."""
DATABASE = "understudy"

_BUILTIN_LOCALES_SINCE = 17
_POLL_SECONDS = 0.02
_ORPHAN_SECONDS = 15.0

_CONFIGURATION = {
    "listen_addresses": LOOPBACK,
    "unix_socket_directories": "",
    "max_connections": "200",
    "shared_buffers": "128MB",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_line_prefix": "%m [%p] %q%u@%d ",
    "jit": "off",  # short queries: compiling costs more than it saves
}
# Commits are still handed to the system one by one: without that, a killed server would lose the last ones.
_NOT_DURABLE = {"fsync": "off", "full_page_writes": "off"}


class EmbeddedPostgres(Part):
    """One PostgreSQL server with its data in (or, for root, near) a home.

    `durable=False` switches off writing through to disk, for tests: a killed process loses nothing, a power
    cut would.
    """

    stop_signal = signal.SIGINT  # "fast": open connections are cut, nothing committed is lost
    death_signal = signal.SIGINT

    def __init__(self, home: Path, *, durable: bool = True, port: int = 0) -> None:
        super().__init__(Home(home), "postgres")
        self.durable = durable
        self._wanted_port = port
        self._port: int | None = None
        self._place: Place | None = None

    @property
    def place(self) -> Place:
        """Programs, data and user; known from the first start on."""
        if self._place is None:
            raise SetupError("The embedded PostgreSQL was not started yet.")
        return self._place

    @property
    def port(self) -> int:
        """The port; known from the first start on."""
        if self._port is None:
            raise SetupError("The embedded PostgreSQL was not started yet.")
        return self._port

    @property
    def address(self) -> str:
        """`host:port`."""
        return f"{LOOPBACK}:{self.port}"

    @property
    def url(self) -> str:
        """The product's database as its owner."""
        return self.url_of(DATABASE)

    @property
    def admin_url(self) -> str:
        """The maintenance database as superuser."""
        return f"postgresql://{SUPERUSER}:{self.home.secret('postgres_superuser')}@{self.address}/postgres"

    def url_of(self, database: str) -> str:
        """Another database of this server as its owner."""
        return f"postgresql://{OWNER}:{self.home.secret('postgres_owner')}@{self.address}/{database}"

    async def start(self) -> None:
        """Start the server and wait until it answers.

        After a SIGKILL of the server its sessions notice a moment later; until the last has gone, their
        shared memory keeps a new server from starting. So such a refusal is tried again for a while.
        """
        deadline = time.monotonic() + _ORPHAN_SECONDS
        while True:
            try:
                return await super().start()
            except SetupError as error:
                if "pre-existing shared memory block" not in error.message or time.monotonic() > deadline:
                    raise
            await asyncio.sleep(_POLL_SECONDS * 10)

    def command(self) -> Sequence[str]:
        """The server program with its whole configuration, so that each start is the same."""
        settings = _CONFIGURATION | ({} if self.durable else _NOT_DURABLE) | {"port": str(self.port)}
        options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        return [str(self.place.programs / "postgres"), "-D", str(self.place.data), *options]

    def environment(self) -> Mapping[str, str]:
        """A fixed one: neither PGDATA nor a half-installed locale of the caller may matter."""
        return {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}

    async def prepare(self) -> None:
        """Choose the place and the port, create the cluster once, and wait for an earlier server to end."""
        if self._place is None:
            self._place = await asyncio.to_thread(choose_place, self.home)
            self.user = self._place.user
        check_version(self.place)
        if not (self.place.data / "PG_VERSION").exists():
            await self._create_cluster()
        await self._clear_pid_file()
        if self._port is None:
            self._port = await claim_port(self.home, self.name, self._wanted_port)
        elif not is_free(self._port):
            raise SetupError(f"Port {self._port} (postgres) was taken by another program.")

    async def is_ready(self) -> bool:
        """Whether the server answers queries."""
        if not answers(LOOPBACK, self.port):
            return False
        try:
            connection = await psycopg.AsyncConnection.connect(self.admin_url, connect_timeout=5)
        except psycopg.OperationalError:
            # It listens before it has recovered ("the database system is starting up").
            return False
        await connection.close()
        return True

    async def settle(self) -> None:
        """Make the owner's login and the product's database. Raises SetupError when the server ends meanwhile."""
        try:
            await self._make_owner_and_database()
        except psycopg.OperationalError as error:
            raise SetupError(
                "postgres ended while its database was set up.", remedy=f"See {self.log_file}."
            ) from error

    async def _make_owner_and_database(self) -> None:
        async with await self._admin() as connection:
            role = sql.Identifier(OWNER)
            found = await connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (OWNER,))
            verb = sql.SQL("ALTER ROLE" if await found.fetchone() else "CREATE ROLE")
            await connection.execute(
                sql.SQL("{} {} LOGIN NOSUPERUSER NOBYPASSRLS CREATEROLE PASSWORD {}").format(
                    verb, role, sql.Literal(self.home.secret("postgres_owner"))
                )
            )
            found = await connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (DATABASE,))
            if not await found.fetchone():
                await self.create_database(DATABASE)

    async def create_database(self, name: str, template: str | None = None) -> None:
        """Create a database of the owner, a copy of `template` when given (which nobody may use then)."""
        statement = sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {} STRATEGY wal_log")
        async with await self._admin() as connection:
            await connection.execute(
                statement.format(*map(sql.Identifier, (name, OWNER, template or "template1")))
            )

    async def drop_database(self, name: str) -> None:
        """Drop a database and cut its connections; a missing one is no error."""
        async with await self._admin() as connection:
            await connection.execute(
                sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
            )

    async def _admin(self) -> psycopg.AsyncConnection:
        return await psycopg.AsyncConnection.connect(self.admin_url, autocommit=True, connect_timeout=10)

    async def _create_cluster(self) -> None:
        """Run initdb beside the final place and rename, so that a crash never leaves half a cluster."""
        fresh = self.place.data.with_name("data.new")
        password = self.place.data.with_name("password")
        await asyncio.to_thread(shutil.rmtree, fresh, ignore_errors=True)
        _write_password(password, self.home.secret("postgres_superuser"), self.user)
        locale = (
            ("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C")
            if self.place.major >= _BUILTIN_LOCALES_SINCE
            else ("--locale=C.UTF-8",)
        )
        uid, gid = self.user or (None, None)
        process = await asyncio.create_subprocess_exec(
            *(str(self.place.programs / "initdb"), "-D", str(fresh), "-U", SUPERUSER, "-E", "UTF8"),
            *("--auth=scram-sha-256", f"--pwfile={password}", *locale),
            *(() if self.durable else ("--no-sync",)),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            env=dict(self.environment()),
            cwd="/",
            user=uid,
            group=gid,
            extra_groups=[] if self.user else None,
        )
        said, _ = await process.communicate()
        password.unlink()
        if process.returncode != 0:
            raise SetupError(f"The database could not be created:\n{said.decode('utf-8', 'replace').strip()}")
        fresh.rename(self.place.data)

    async def _clear_pid_file(self) -> None:
        """See to it that no earlier server holds the data, and that no stale pid file says so.

        A server whose supervisor was killed may still be shutting down; after a reboot the pid in the file
        may belong to a stranger, which PostgreSQL itself can not tell apart.
        """
        file = self.place.data / "postmaster.pid"
        pid = _first_number(file)
        if pid is None:
            return
        for signal_number in (signal.SIGINT, signal.SIGQUIT):
            if await self._released_by(pid, signal_number):
                file.unlink(missing_ok=True)
                return
        raise SetupError(
            f"An earlier PostgreSQL (process {pid}) still holds {self.place.data}.",
            remedy=f"Stop it: kill {pid}",
        )

    async def _released_by(self, pid: int, signal_number: int) -> bool:
        """Whether process `pid` is no server of our data, at the latest some seconds after a signal."""
        mine = f"-D {self.place.data} "
        for turn in range(round(self.stop_seconds / _POLL_SECONDS)):
            if mine not in processes.command_line(pid):
                return True
            if turn == 0:
                processes.send(pid, signal_number)
            await asyncio.sleep(_POLL_SECONDS)
        return False


def _write_password(file: Path, password: str, user: tuple[int, int] | None) -> None:
    """A file with the password that only `user` may read (initdb takes no password by other means)."""
    file.unlink(missing_ok=True)
    file.touch(mode=0o600)
    file.write_text(password, "utf-8")
    if user:
        os.chown(file, *user)


def _first_number(file: Path) -> int | None:
    try:
        return int(file.read_text("utf-8").split("\n", 1)[0])
    except (FileNotFoundError, ValueError):
        return None
