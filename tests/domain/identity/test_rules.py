"""Scopes, passwords, ways back, roles by groups, throttling."""

from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import InvalidInputError
from domain.identity import Scope, passwords
from domain.identity.arrival import RoleRules, role_rules
from domain.identity.lifetimes import key_end
from domain.identity.redirects import safe_next
from domain.identity.scopes import MEANING, OF_ROLE, READING, chosen, effective, needed
from domain.identity.throttle import MOST_OF_ADDRESS, MOST_ON_ACCOUNT, MOST_TOGETHER, Tries, is_throttled
from domain.vocabulary import UserRole
from tests.support.data import MONDAY


@given(method=st.sampled_from(["POST", "PUT", "PATCH", "DELETE", "TRACE", "X"]), path=st.text())
def test_no_change_goes_by_a_key_that_may_only_read(method: str, path: str) -> None:
    assert needed(method, path) is not Scope.READ


@pytest.mark.parametrize(
    ("method", "path", "scope"),
    [
        ("GET", "/jobs", Scope.READ),
        ("HEAD", "/users", Scope.READ),
        ("POST", "/jobs/1/close", Scope.WRITE),
        ("GET", "/audit", Scope.AUDIT),
        ("GET", "/impact", Scope.AUDIT),
        ("PUT", "/flags/reminders", Scope.ADMIN),
        ("POST", "/users", Scope.ADMIN),
        ("PUT", "/users/1/role", Scope.ADMIN),
        ("PATCH", "/users/1", Scope.WRITE),
        ("POST", "/keys", Scope.ADMIN),
        ("DELETE", "/keys/1", Scope.ADMIN),
        ("POST", "//keys/", Scope.ADMIN),
    ],
)
def test_each_call_needs_its_scope(method: str, path: str, scope: Scope) -> None:
    assert needed(method, path) is scope


@given(st.sampled_from(UserRole), st.lists(st.one_of(st.sampled_from(Scope), st.text())))
def test_a_key_is_never_good_for_more_than_its_owners_role(role: UserRole, kept: list[str]) -> None:
    assert effective(kept, role) <= OF_ROLE[role]
    if kept and set(kept) <= OF_ROLE[role]:
        assert chosen(kept, role) == frozenset(kept)
    else:
        with pytest.raises(InvalidInputError):
            chosen(kept, role)


def test_every_scope_says_what_it_is_for_and_admins_have_all() -> None:
    assert set(MEANING) == set(Scope) == OF_ROLE[UserRole.ADMIN]
    assert {"GET", "HEAD"} <= READING


EASY = (
    "short", "password1234", "Password!!!!2026", "passwordpassword", "aaaaaaaaaaaa", "123456789012", "qwertyuiop12",
    "ada-lovelace", "Lovelace1815!", "lovelacelovelace", "hiring2026!!", "9876543210987", "Understudy-2026",
    "            ", "x" * 129,
)  # fmt: skip


@pytest.mark.parametrize("password", EASY)
def test_an_easy_password_is_refused_with_a_remedy(password: str) -> None:
    with pytest.raises(InvalidInputError) as refused:
        passwords.check(password, "ada@hiring.example", "Ada Lovelace")
    assert refused.value.field == "password"
    assert refused.value.remedy


@pytest.mark.parametrize(
    "password",
    ["four calm words here", "Tr4umhaft-windig", "пароль из слов", "g7%kQ!z9wLp2", "bncy-jhut-pmku-cr2g"],
)
def test_a_long_password_is_taken_whatever_its_characters(password: str) -> None:
    passwords.check(password, "ada@hiring.example", "Ada Lovelace")


@given(st.text(min_size=1))
def test_one_password_has_one_form_on_every_keyboard(password: str) -> None:
    once = passwords.normalised(password)
    assert passwords.normalised(once) == once


SITE = "https://hiring.example"


@given(st.one_of(st.text(), st.text(alphabet="/\\.:@?%#ab\t\n ", max_size=12).map(lambda s: "/" + s)))
def test_the_way_back_leads_nowhere_else(wanted: str) -> None:
    leads = safe_next(wanted)
    assert leads.startswith("/")
    # Browsers drop tabs and line breaks and read a backslash as a slash.
    read = "".join(c for c in leads if c not in "\t\r\n").replace("\\", "/")
    assert urlsplit(urljoin(SITE, read)).netloc == "hiring.example"
    assert safe_next(leads) == leads


def test_the_strongest_of_several_groups_counts() -> None:
    rules = role_rules("hr=recruiter, it admins = admin,a=b=auditor", None)
    assert rules.of_group == {
        "hr": UserRole.RECRUITER,
        "it admins": UserRole.ADMIN,
        "a=b": UserRole.AUDITOR,
    }
    assert rules.role(("hr", "it admins", "x")) is UserRole.ADMIN
    assert rules.role(("x",)) is None
    assert RoleRules({}, UserRole.INTERVIEWER).role(None) is UserRole.INTERVIEWER


@pytest.mark.parametrize(
    ("groups", "default"), [("hr", None), ("=admin", None), ("hr=boss", None), ("", "boss")]
)
def test_a_rule_that_is_none_is_named(groups: str, default: str | None) -> None:
    with pytest.raises(InvalidInputError):
        role_rules(groups, default)


@given(st.builds(Tries, st.integers(0, 100), st.integers(0, 100), st.integers(0, 100)))
def test_more_tries_never_open_what_fewer_had_closed(tries: Tries) -> None:
    more = Tries(tries.together + 1, tries.of_address + 1, tries.on_account + 1)
    assert is_throttled(more) or not is_throttled(tries)
    assert is_throttled(Tries(MOST_TOGETHER, 0, 0))
    assert is_throttled(Tries(0, MOST_OF_ADDRESS, 0))
    assert is_throttled(Tries(0, 0, MOST_ON_ACCOUNT))


@pytest.mark.parametrize("days", [0, -1, 367, 10_000_000])
def test_a_key_lasts_a_year_at_most(days: int) -> None:
    with pytest.raises(InvalidInputError):
        key_end(MONDAY, days)
