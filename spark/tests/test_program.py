"""The process: no dead-lock, no half of the rows, messages that stay small."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from hotspots_spark.arguments import option_arguments
from hotspots_spark.program import ProgramError, run_program

MEGABYTE = b"x" * 1_000_000


def shell(script: str, rows: Iterator[bytes], folder: Path) -> str:
    """Runs a script in place of the program."""
    return run_program("sh", ["-c", script], folder=folder, rows=rows)


def test_much_said_before_anything_is_read_blocks_nobody(tmp_path: Path) -> None:
    """Both pipes are fuller than they can be."""
    said = shell(
        "head -c 3000000 /dev/zero | tr '\\0' e >&2; cat > rows",
        (MEGABYTE for _ in range(20)),
        tmp_path,
    )
    assert said == "e" * 8_192
    assert (tmp_path / "rows").stat().st_size == 20_000_000


def test_a_refusal_before_the_end_of_the_rows_is_told(tmp_path: Path) -> None:
    """The status and the message are those of the program, not of the broken pipe."""
    with pytest.raises(ProgramError) as refusal:
        shell("echo 'no such field' >&2; exit 65", (MEGABYTE for _ in range(20)), tmp_path)
    assert (refusal.value.status, refusal.value.message) == (65, "no such field")
    found = ProgramError.found_in(f"Traceback:\n{refusal.value}\n\tat org.apache")
    assert found is not None and (found.status, found.message) == (65, "no such field")


def test_success_without_all_rows_is_none(tmp_path: Path) -> None:
    """A program that leaves rows unread has counted a part of them."""
    with pytest.raises(ProgramError, match="before it had read all rows"):
        shell("exit 0", (MEGABYTE for _ in range(20)), tmp_path)


def test_rows_that_break_off_are_never_taken_for_all(tmp_path: Path) -> None:
    """Where rows fail in the middle the program sees no end of them."""

    def failing() -> Iterator[bytes]:
        yield MEGABYTE
        raise ConnectionError("the executor is gone")

    with pytest.raises(ConnectionError):
        shell("cat > rows && mv rows complete", failing(), tmp_path)
    assert not (tmp_path / "complete").exists()


def test_options_as_arguments() -> None:
    """Truth values are switches, sequences repeat, paths are placed."""
    stated = option_arguments(
        {
            "from_": "2025-01",
            "--snap": 5,
            "category": ["Burglary", "Robbery"],
            "strict": True,
            "exact_projection": False,
            "weights": Path("harm.csv"),
        },
        lambda path: f"0/{path}",
    )
    assert stated == [
        *("--from", "2025-01", "--snap", "5", "--category", "Burglary", "--category", "Robbery"),
        *("--strict", "--weights", "0/harm.csv"),
    ]
