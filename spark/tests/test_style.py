"""The sources are typed, and formatted in one way."""

import subprocess
import sys
from pathlib import Path

import pytest

SPARK = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize("words", [["mypy"], ["ruff", "check"], ["ruff", "format", "--check"]])
def test_sources(words: list[str]) -> None:
    """Types are strict, names and docstrings are checked."""
    checked = subprocess.run(
        [sys.executable, "-m", *words], cwd=SPARK, check=False, capture_output=True, text=True
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr
