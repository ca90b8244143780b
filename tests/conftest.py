"""Hypothesis for all tests: no test depends on time, and a run finds the same on every machine."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "isnad", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
settings.load_profile("isnad")
