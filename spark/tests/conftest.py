"""A cluster of processes of its own, and the program beside the tests."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyspark
import pytest
from pyspark.sql import DataFrame, SparkSession

PROJECT = Path(__file__).resolve().parents[2]
INCIDENTS = PROJECT / "samples/incidents.csv"
WARDS = PROJECT / "boundaries/wards.shp"
LSOAS = PROJECT / "boundaries/lsoa.shp"


@pytest.fixture(scope="session")
def program() -> str:
    """The program: `HOTSPOTS_PROGRAM`, or the one that was built last."""
    stated = os.environ.get("HOTSPOTS_PROGRAM")
    if stated:
        return str(Path(stated).resolve())
    built = [PROJECT / f".build/{each}/hotspots" for each in ("release", "debug")]
    found = [path for path in built if path.is_file()]
    if not found:
        pytest.fail("build the program first: swift build --product hotspots")
    return str(max(found, key=lambda path: path.stat().st_mtime).resolve())


@pytest.fixture(scope="session")
def spark() -> Iterator[SparkSession]:
    """A master, two workers and an executor on each, in processes of their own."""
    os.environ.update(
        SPARK_HOME=str(Path(pyspark.__file__).parent),
        SPARK_LOCAL_IP="127.0.0.1",
        SPARK_LOCAL_HOSTNAME="localhost",
        PYSPARK_PYTHON=sys.executable,
    )
    settings = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.timestampType": "TIMESTAMP_NTZ",
    }
    builder = SparkSession.builder.master("local-cluster[2,1,1024]").appName("hotspots-spark")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    yield session
    application = session.sparkContext.applicationId
    session.stop()
    # Workers leave the files of their executors behind.
    shutil.rmtree(Path(os.environ["SPARK_HOME"], "work", application), ignore_errors=True)


@pytest.fixture(scope="session")
def incidents(spark: SparkSession, tmp_path_factory: pytest.TempPathFactory) -> DataFrame:
    """The incidents of the made-up borough, as six files of Parquet with types."""
    folder = str(tmp_path_factory.mktemp("parquet") / "incidents")
    read = spark.read.csv(str(INCIDENTS), header=True, inferSchema=True)
    read.repartition(6).write.parquet(folder)
    return spark.read.option("pathGlobFilter", "*.parquet").parquet(folder).repartition(6)


def single_run(program: str, *arguments: str | Path) -> None:
    """Runs the program over the file itself, as one would without a cluster."""
    words = [program, *map(str, arguments), "--quiet"]
    subprocess.run(words, check=True, capture_output=True)


def faulty_program(folder: Path, program: str, fault: str) -> Path:
    """Makes a program that on an executor once does something else after some rows.

    It notes its starts there.
    """
    path = folder / "hotspots"
    path.write_text(
        f"""#!/bin/sh
if [ -n "$SPARK_REUSE_WORKER" ] && [ "$1" != merge ]; then
  echo start >> '{folder}/starts'
  if mkdir '{folder}/once' 2> /dev/null; then
    head -c 20000 > /dev/null
    {fault}
  fi
fi
exec '{program}' "$@"
"""
    )
    path.chmod(0o755)
    return path
