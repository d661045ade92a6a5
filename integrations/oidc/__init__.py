"""Sign-in by OpenID Connect, and signed messages of identity providers."""

from integrations.oidc.messages import message_checker
from integrations.oidc.provider import OpenIdProvider, ProviderRules

__all__ = ["OpenIdProvider", "ProviderRules", "message_checker"]
