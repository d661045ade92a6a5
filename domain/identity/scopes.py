"""Which scope of an API key opens what: the one table, asked once for every call of the API."""

from collections.abc import Iterable, Mapping

from domain.errors import InvalidInputError
from domain.identity.vocabulary import Scope
from domain.vocabulary import UserRole

READING = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that change nothing (RFC 9110, 9.2.1)."""

MEANING: Mapping[Scope, str] = {
    Scope.READ: "read jobs, applications, interviews, conversations, flags and people",
    Scope.WRITE: "act on them: publish, close, accept, reject, answer, book",
    Scope.AUDIT: "read and export the log and the impact figures",
    Scope.ADMIN: "switch flags, add and change people, make keys",
    Scope.TRANSCRIPTS: "send what is said in interviews: live turns and transcript files",
}

OF_ROLE: Mapping[UserRole, frozenset[Scope]] = {
    UserRole.RECRUITER: frozenset({Scope.READ, Scope.WRITE, Scope.AUDIT, Scope.TRANSCRIPTS}),
    UserRole.INTERVIEWER: frozenset({Scope.READ, Scope.WRITE, Scope.TRANSCRIPTS}),
    UserRole.AUDITOR: frozenset({Scope.READ, Scope.AUDIT}),
    UserRole.ADMIN: frozenset(Scope),
}
"""What keys of a role's people can be good for at most."""

_READING: Mapping[str, Scope] = {"audit": Scope.AUDIT, "impact": Scope.AUDIT, "webhooks": Scope.AUDIT}
"""Webhooks carry the log out: whoever may not read it may not send it anywhere."""
_CHANGING: Mapping[str, Scope] = {
    "audit": Scope.AUDIT,
    "impact": Scope.AUDIT,
    "flags": Scope.ADMIN,
    "keys": Scope.ADMIN,
    "users": Scope.ADMIN,
    "webhooks": Scope.AUDIT,
}
_RECORDING = ("turns", "transcript")
"""Parts of an interview that recorders write: a key of a recorder needs nothing else."""
OWN_HOURS = ("PATCH", "users")
"""People's programs keep their hours; whose hours is for the role to say."""


def needed(method: str, path: str) -> Scope:
    """The scope that a call needs. `path` begins behind `/api/v1`; what no rule names needs `read` or `write`."""
    first, *rest = path.strip("/").split("/")
    if method in READING:
        return _READING.get(first, Scope.READ)
    if (method, first) == ("POST", "interviews") and rest[1:2] and rest[1] in _RECORDING:
        return Scope.TRANSCRIPTS
    if (method, first) == OWN_HOURS:
        return Scope.WRITE
    return _CHANGING.get(first, Scope.WRITE)


def effective(kept: Iterable[str], role: UserRole) -> frozenset[Scope]:
    """What a key is good for now: its scopes, as far as its owner's present role goes. Unknown ones count as none."""
    known = {scope.value for scope in Scope}
    return frozenset(Scope(name) for name in kept if name in known) & OF_ROLE[role]


def chosen(wanted: Iterable[str], role: UserRole) -> frozenset[Scope]:
    """Scopes for a new key. Raises InvalidInputError for none, an unknown one, or one beyond the owner's role."""
    allowed = OF_ROLE[role]
    names = ", ".join(scope for scope in Scope if scope in allowed)
    picked = frozenset(wanted)
    if not picked:
        raise InvalidInputError("A key needs a scope.", field="scopes", remedy=f"Choose of: {names}.")
    for name in sorted(picked):
        if name not in {scope.value for scope in allowed}:
            raise InvalidInputError(
                f"The role {role} has no scope {name}.", field="scopes", remedy=f"Choose of: {names}."
            )
    return frozenset(Scope(name) for name in picked)
