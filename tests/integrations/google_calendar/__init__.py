"""The Google adapter against the local Google: the real client library over real HTTP."""
