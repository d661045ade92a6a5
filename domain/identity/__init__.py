"""The rules of signing in: scopes, lifetimes, passwords, roles by groups, events of a provider."""

from domain.identity.vocabulary import Scope, SignInMeans, SignInOutcome

__all__ = ["Scope", "SignInMeans", "SignInOutcome"]
