"""Property tests on a machine that others use too: an example that takes long is no failure."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "shared machine", deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("shared machine")
