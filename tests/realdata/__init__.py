"""Tests on real data, which is never part of the project: UNDERSTUDY_REAL_DATA names its folder."""
