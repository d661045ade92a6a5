"""What a provider says of a person, and which role follows from it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from domain.errors import InvalidInputError
from domain.vocabulary import UserRole

STRONGEST_FIRST = (UserRole.ADMIN, UserRole.RECRUITER, UserRole.INTERVIEWER, UserRole.AUDITOR)


@dataclass(frozen=True, slots=True)
class Arrival:
    """A person, as a provider that was checked before describes them."""

    issuer: str
    subject: str
    email: str | None
    email_verified: bool
    name: str | None
    groups: tuple[str, ...] | None = None
    """None: nothing was said about groups, as in an event about something else."""
    says_verified: bool = True
    """Whether anything was said about the mail address being verified."""

    def trusted_email(self, *, trusts_mail: bool) -> str | None:
        """The address, when it is known to be this person's; `trusts_mail`: also where nothing is said about that."""
        counts = self.email_verified or (trusts_mail and not self.says_verified)
        return self.email if counts else None


@dataclass(frozen=True, slots=True)
class RoleRules:
    """From groups to roles. Without groups to look at, roles are kept here by admins."""

    of_group: Mapping[str, UserRole] = field(default_factory=dict)
    default: UserRole | None = None
    """Role of whoever is in none of the groups; None: they are refused."""

    @property
    def provider_decides(self) -> bool:
        """Whether a role follows the provider's groups at every sign-in."""
        return bool(self.of_group)

    def role(self, groups: Iterable[str] | None) -> UserRole | None:
        """The strongest role of these groups; None: such a person is refused."""
        found = {self.of_group[group] for group in groups or () if group in self.of_group}
        return next((role for role in STRONGEST_FIRST if role in found), self.default)


def role_rules(groups: str, default: str | None) -> RoleRules:
    """Rules from a setting such as `hr=recruiter,it admins=admin`. Raises InvalidInputError that says what is wrong."""
    found: dict[str, UserRole] = {}
    for part in filter(None, (part.strip() for part in groups.split(","))):
        group, separator, role = part.rpartition("=")
        if not separator or not group.strip():
            raise InvalidInputError(
                f"{part!r} is not group=role.", remedy="For example: hr=recruiter,it=admin."
            )
        found[group.strip()] = _role(role.strip())
    return RoleRules(found, _role(default.strip()) if default and default.strip() else None)


def _role(name: str) -> UserRole:
    try:
        return UserRole(name)
    except ValueError:
        raise InvalidInputError(f"{name!r} is no role.", remedy=f"Roles are {', '.join(UserRole)}.") from None
