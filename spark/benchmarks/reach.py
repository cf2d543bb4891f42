"""Measures a command on a cluster of this machine beside an identity over the same rows.

    .build/spark-venv/bin/python spark/benchmarks/reach.py --rows 20000000 --boundaries lsoa.shp

The rows are made up, with the columns of data.police.uk and a reference of 64 characters, and are
kept as Parquet in `--folder`. The identity hands each batch of the same columns to Python and back.
"""

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import geopandas
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pyspark
from pyspark.sql import DataFrame, SparkSession

from hotspots_spark import run

CATEGORIES = [f"Category {letter}" for letter in "ABCDEFGHIJKLMN"]
FILE_ROWS = 1_250_000


def write_rows(folder: Path, rows: int, boundaries: Path) -> None:
    """Writes files of rows, whose places are drawn around the centres of the areas."""
    areas = geopandas.read_file(boundaries)
    centres = areas.geometry.centroid
    folder.mkdir(parents=True)
    for number, start in enumerate(range(0, rows, FILE_ROWS)):
        count = min(FILE_ROWS, rows - start)
        draws = np.random.default_rng([1, number])
        place = draws.integers(0, len(areas), count)
        points = geopandas.GeoSeries.from_xy(
            centres.x.to_numpy()[place] + draws.normal(0, 200, count),
            centres.y.to_numpy()[place] + draws.normal(0, 200, count),
            crs=areas.crs,
        ).to_crs(4326)
        begun = np.datetime64("2023-01-01T00:00:00", "s") + draws.integers(0, 31_536_000, count)
        ended = begun + draws.integers(0, 86_400, count)
        identities = draws.bytes(32 * count).hex()
        table = pa.table(
            {
                "Crime ID": [identities[64 * each : 64 * each + 64] for each in range(count)],
                "Month": pc.strftime(pa.array(begun), format="%Y-%m"),
                "Longitude": np.round(points.x.to_numpy(), 6),
                "Latitude": np.round(points.y.to_numpy(), 6),
                "Location": pc.binary_join_element_wise(
                    "On or near Street",
                    pa.array(draws.integers(0, 20_000, count)).cast(pa.string()),
                    " ",
                ),
                "Crime type": pa.array(CATEGORIES).take(
                    pa.array(draws.integers(0, len(CATEGORIES), count))
                ),
                "From": pa.array(begun),
                "To": pa.array(ended),
            }
        )
        pq.write_table(table, folder / f"{number:04}.parquet", row_group_size=FILE_ROWS)


def started() -> SparkSession:
    """Starts a master and two workers with a core each."""
    os.environ.update(
        SPARK_HOME=str(Path(pyspark.__file__).parent),
        SPARK_LOCAL_IP="127.0.0.1",
        SPARK_LOCAL_HOSTNAME="localhost",
        PYSPARK_PYTHON=sys.executable,
    )
    settings = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false"}
    builder = SparkSession.builder.master("local-cluster[2,1,1024]").appName("reach")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return session


def identity(rows: DataFrame) -> None:
    """Hands all rows to Python and back, and drops them."""

    def same(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        yield from batches

    rows.mapInArrow(same, rows.schema).write.format("noop").mode("overwrite").save()


def seconds(work: Callable[[], object]) -> float:
    """Returns how long work takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main() -> None:
    """Prints the median of some runs of both, in turn, the first of each left out."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rows", type=int, default=20_000_000)
    parser.add_argument("--boundaries", type=Path, required=True)
    parser.add_argument("--program", default=".build/release/hotspots")
    parser.add_argument("--command", default="areas")
    parser.add_argument("--columns", default="Longitude,Latitude,Crime type")
    parser.add_argument("--partitions", type=int, default=4)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--folder", type=Path, default=Path(".build/spark-reach"))
    given = parser.parse_args()
    incidents = given.folder / f"{given.boundaries.stem}-{given.rows}"
    if not incidents.exists():
        write_rows(incidents, given.rows, given.boundaries)
    session = started()
    try:
        read = session.read.parquet(str(incidents.absolute()))
        rows = read.select(given.columns.split(","))
        said = ""
        times: dict[str, list[float]] = {"identity": [], given.command: []}
        for _ in range(given.runs + 1):
            times["identity"].append(seconds(lambda: identity(rows)))
            began = time.perf_counter()
            outcome = run(
                rows,
                given.command,
                boundaries=[given.boundaries],
                output=given.folder / f"{given.command}.csv",
                partitions=given.partitions,
                program=given.program,
            )
            times[given.command].append(time.perf_counter() - began)
            said = f"{outcome.parts} parts of {outcome.part_bytes // outcome.parts:,} bytes"
        medians = {name: statistics.median(each[1:]) for name, each in times.items()}
        for name, median in medians.items():
            print(f"{name}: {median:.2f} s, {given.rows / median / 2:,.0f} rows a second and core")
        print(f"{said}; {medians[given.command] / medians['identity']:.2f} times the identity")
    finally:
        session.stop()


if __name__ == "__main__":
    main()
