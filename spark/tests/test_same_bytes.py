"""What a cluster writes has the bytes of a run over the file itself."""

from pathlib import Path

import pytest
from pyspark.sql import DataFrame

from conftest import INCIDENTS, LSOAS, WARDS, single_run
from hotspots_spark import OptionValue, run


@pytest.mark.parametrize(
    ("command", "options", "output"),
    [
        ("areas", {}, "areas.csv"),
        ("areas", {"category": ["Burglary", "Robbery"], "days": "fri,sat"}, "areas.geojson"),
        ("hours", {"chart": False}, "hours.csv"),
        ("months", {"by": "category"}, "months.csv"),
        ("crosstab", {"rows": "category", "across": "month"}, "crosstab.csv"),
        ("concentration", {}, "concentration.csv"),
    ],
)
def test_a_command(
    command: str,
    options: dict[str, OptionValue],
    output: str,
    incidents: DataFrame,
    program: str,
    tmp_path: Path,
) -> None:
    """Tables and shapes of any command are those of the file, from typed rows in any order."""
    words: list[str | Path] = []
    for name, value in options.items():
        for each in value if isinstance(value, list) else [value]:
            words += [] if each is False else [f"--{name}", str(each)]
    alone = tmp_path / "alone" / output
    alone.parent.mkdir()
    boundaries = [WARDS, LSOAS] if command == "areas" else [WARDS]
    layers = [word for layer in boundaries for word in ("--boundaries", layer)]
    single_run(program, command, "--incidents", INCIDENTS, *layers, *words, "--output", alone)

    together = tmp_path / "together" / output
    together.parent.mkdir()
    outcome = run(
        incidents,
        command,
        boundaries=boundaries,
        options=options,
        output=together,
        program=program,
    )
    assert outcome.parts == 6
    for file in alone.parent.iterdir():
        assert (together.parent / file.name).read_bytes() == file.read_bytes()
    assert len(list(together.parent.iterdir())) == len(list(alone.parent.iterdir()))


def test_columns_that_the_command_reads_are_enough(
    incidents: DataFrame, program: str, tmp_path: Path
) -> None:
    """Fewer columns make the same table, since `areas` reads no more."""
    alone, together = tmp_path / "alone.csv", tmp_path / "together.csv"
    single_run(program, "areas", "--incidents", INCIDENTS, "--boundaries", WARDS, "--output", alone)
    run(
        incidents,
        "areas",
        columns=["Easting", "Northing", "Crime type"],
        boundaries=[WARDS],
        output=together,
        program=program,
    )
    assert together.read_bytes() == alone.read_bytes()


def test_many_partitions_are_merged_on_the_executors(
    incidents: DataFrame, program: str, tmp_path: Path
) -> None:
    """Forty partitions, some of them empty, come to the driver as at most two parts."""
    alone, together = tmp_path / "alone.csv", tmp_path / "together.csv"
    single_run(program, "hours", "--incidents", INCIDENTS, "--boundaries", WARDS, "--output", alone)
    outcome = run(
        incidents.repartition(40, "Victim age"),
        "hours",
        boundaries=[WARDS],
        output=together,
        program=program,
        fan_in=7,
        send_program=True,
    )
    assert 1 <= outcome.parts <= 7
    assert together.read_bytes() == alone.read_bytes()


def test_a_part_is_kept_and_merged_with_later_rows(
    incidents: DataFrame, program: str, tmp_path: Path
) -> None:
    """Rows that were counted once need not be read again."""
    alone, first, together = tmp_path / "a.csv", tmp_path / "first.part", tmp_path / "t.csv"
    single_run(program, "areas", "--incidents", INCIDENTS, "--boundaries", WARDS, "--output", alone)
    early = incidents.where("`Victim age` < 40")
    late = incidents.where("`Victim age` >= 40 or `Victim age` is null")
    run(early, "areas", boundaries=[WARDS], partial=first, program=program, partitions=2)
    run(late, "areas", boundaries=[WARDS], earlier=[first], output=together, program=program)
    assert together.read_bytes() == alone.read_bytes()


def test_no_rows_are_a_result_too(incidents: DataFrame, program: str, tmp_path: Path) -> None:
    """A DataFrame without rows adds nothing to a part made before."""
    alone, first, together = tmp_path / "a.csv", tmp_path / "first.part", tmp_path / "t.csv"
    single_run(program, "areas", "--incidents", INCIDENTS, "--boundaries", WARDS, "--output", alone)
    run(incidents, "areas", boundaries=[WARDS], partial=first, program=program)
    none = incidents.where("false")
    run(none, "areas", boundaries=[WARDS], earlier=[first], output=together, program=program)
    assert together.read_bytes() == alone.read_bytes()


def test_times_with_a_zone_are_counted_at_local_time(
    incidents: DataFrame, program: str, tmp_path: Path
) -> None:
    """Instants, which Spark shows in a zone of its own, are the local times that they were."""
    alone, together = tmp_path / "alone.csv", tmp_path / "together.csv"
    single_run(program, "hours", "--incidents", INCIDENTS, "--boundaries", WARDS, "--output", alone)
    instants = incidents.selectExpr(
        "Easting",
        "Northing",
        "to_utc_timestamp(`From`, 'Europe/London') as utc_from",
        "to_utc_timestamp(`To`, 'Europe/London') as utc_to",
    ).selectExpr(
        "Easting",
        "Northing",
        "to_timestamp_ltz(date_format(utc_from, 'yyyy-MM-dd HH:mm:ss') || 'Z') as `From`",
        "to_timestamp_ltz(date_format(utc_to, 'yyyy-MM-dd HH:mm:ss') || 'Z') as `To`",
    )
    assert [field.dataType.typeName() for field in instants.schema][2:] == ["timestamp"] * 2
    run(instants, "hours", boundaries=[WARDS], output=together, program=program)
    assert together.read_bytes() == alone.read_bytes()


def test_equal_partitions_count_each(incidents: DataFrame, program: str, tmp_path: Path) -> None:
    """Two partitions with the same rows make the same part twice, and both count."""
    alone, together = tmp_path / "alone.csv", tmp_path / "together.csv"
    twice = [f"--incidents={each}" for each in (INCIDENTS, tmp_path / "again.csv")]
    (tmp_path / "again.csv").write_bytes(INCIDENTS.read_bytes())
    single_run(
        program, "areas", *twice, "--allow-repeats", "--boundaries", WARDS, "--output", alone
    )
    rows = incidents.coalesce(1).sortWithinPartitions("Crime ID")
    outcome = run(rows.union(rows), "areas", boundaries=[WARDS], output=together, program=program)
    assert outcome.parts == 2
    assert together.read_bytes() == alone.read_bytes()
