"""The same figures from a second implementation, where it is at hand."""

import importlib.util
import math
import os
import sys
from pathlib import Path
from types import ModuleType
from unittest import mock

import pytest

from domain.evaluation import metrics
from domain.evaluation.seeds import seeded, tie_key

pytestmark = pytest.mark.realdata


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    root = os.environ.get("UNDERSTUDY_REAL_DATA")
    if not root:
        pytest.skip("UNDERSTUDY_REAL_DATA names no folder with a second implementation")
    pytest.importorskip("numpy", reason="the second implementation needs numpy")
    spec = importlib.util.spec_from_file_location("reference", Path(root) / "ranking" / "evaluate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    with mock.patch.object(sys, "dont_write_bytecode", True):
        spec.loader.exec_module(module)
    return module


def test_every_figure_agrees_with_the_second_implementation(reference: ModuleType) -> None:
    draw = seeded("reference")
    for _ in range(50):
        count = draw.randint(3, 60)
        scores = [float(draw.randint(0, 20)) for _ in range(count)]
        grades = [float(draw.choice((0, 0, 0, 1, 2))) for _ in range(count)]
        positives = [s for s, g in zip(scores, grades, strict=True) if g]
        negatives = [s for s, g in zip(scores, grades, strict=True) if not g]
        for ours, theirs in (
            (metrics.ndcg(grades, 10), reference.ndcg(grades, grades, 10)),
            (metrics.auc(positives, negatives), reference.auc(positives, negatives)),
            (metrics.pair_accuracy(scores, grades), reference.pair_accuracy(scores, grades)),
            (metrics.kendall_tau(scores, grades), reference.kendall(scores, grades)),
        ):
            assert ours == (pytest.approx(theirs) if not math.isnan(theirs) else None)


def test_ties_fall_the_same_way(reference: ModuleType) -> None:
    assert tie_key("j1", "r1") == reference.tie("j1", "r1")
