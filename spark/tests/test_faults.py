"""Lost processes change nothing, and what is refused says why."""

from pathlib import Path

import pytest
from pyspark.sql import DataFrame

from conftest import INCIDENTS, WARDS, faulty_program, single_run
from hotspots_spark import ColumnError, ProgramError, run

WORKER = "kill -9 $PPID; exit 1"
EXECUTOR = """p=$PPID
  while [ "$(cat /proc/$p/comm)" != java ]; do p=$(sed -n 's/^PPid:\\t//p' /proc/$p/status); done
  kill -9 $p; exit 1"""


@pytest.mark.parametrize("fault", [WORKER, EXECUTOR], ids=["worker", "executor"])
def test_an_attempt_that_is_lost_counts_nothing(
    fault: str, incidents: DataFrame, program: str, tmp_path: Path
) -> None:
    """The rows of a partition whose first attempt ends in the middle are counted once."""
    alone, together = tmp_path / "alone.csv", tmp_path / "together.csv"
    single_run(program, "areas", "--incidents", INCIDENTS, "--boundaries", WARDS, "--output", alone)
    outcome = run(
        incidents,
        "areas",
        boundaries=[WARDS],
        output=together,
        program=faulty_program(tmp_path, program, fault),
    )
    assert outcome.parts == 6
    assert len((tmp_path / "starts").read_text().splitlines()) > 6
    assert together.read_bytes() == alone.read_bytes()


def test_what_the_program_refuses_is_in_its_own_words(
    incidents: DataFrame, program: str, tmp_path: Path
) -> None:
    """A wrong option is refused as on the console, with its status."""
    with pytest.raises(ProgramError) as refusal:
        run(
            incidents,
            "areas",
            boundaries=[WARDS],
            options={"categry": "Burglary"},
            output=tmp_path / "areas.csv",
            program=program,
        )
    assert refusal.value.status == 64
    assert "unknown option '--categry'; did you mean '--category'?" in refusal.value.message


def test_rows_that_fail_in_one_partition_say_so(
    incidents: DataFrame, program: str, tmp_path: Path
) -> None:
    """A row that is refused in one partition alone refuses the whole, and nothing is written."""
    broken = incidents.selectExpr(
        "Easting",
        "Northing",
        "case when `Crime ID` = '33a26143e134d351' then 'noon' else cast(`From` as string) end"
        " as `From`",
    )
    with pytest.raises(ProgramError) as refusal:
        run(
            broken,
            "hours",
            boundaries=[WARDS],
            options={"strict": True},
            output=tmp_path / "hours.csv",
            program=program,
        )
    assert refusal.value.status == 65
    assert "the date is not understood" in refusal.value.message
    assert "1 rejected in all, and none may be" in refusal.value.message
    assert not (tmp_path / "hours.csv").exists()


def test_columns_that_hold_no_text_are_refused_before_anything_is_read(
    incidents: DataFrame, program: str, tmp_path: Path
) -> None:
    """The name and the type of the column are told."""
    with pytest.raises(ColumnError, match="column 'both' is array<int>"):
        run(
            incidents.selectExpr("array(Easting, Northing) as both"),
            "areas",
            boundaries=[WARDS],
            output=tmp_path / "areas.csv",
            program=program,
        )


def test_a_program_that_is_not_there_is_named(incidents: DataFrame, tmp_path: Path) -> None:
    """Nothing is sent for a program that the driver cannot start."""
    with pytest.raises(FileNotFoundError, match="no-such-program"):
        run(incidents, "areas", output=tmp_path / "areas.csv", program="no-such-program")
