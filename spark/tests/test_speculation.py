"""A task that lags is overtaken by its second attempt, on another host."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pyspark
import pytest

from conftest import INCIDENTS, WARDS, faulty_program, single_run

LAG = 240


@pytest.fixture
def master(tmp_path: Path) -> Iterator[str]:
    """A master and workers on two addresses: Spark starts second attempts on another host only."""
    home = Path(pyspark.__file__).parent
    environment = {**os.environ, "SPARK_HOME": str(home), "PYSPARK_PYTHON": sys.executable}
    environment.pop("SPARK_LOCAL_HOSTNAME", None)
    environment.pop("SPARK_LOCAL_IP", None)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    url = f"spark://127.0.0.1:{port}"
    deploy = [str(home / "bin/spark-class"), "org.apache.spark.deploy"]
    parts = [["master.Master", "--host", "127.0.0.1", "--port", str(port)]]
    for host in ("127.0.0.2", "127.0.0.3"):
        folder = ["--work-dir", str(tmp_path / host)]
        parts.append(
            ["worker.Worker", "--host", host, "--cores", "1", "--memory", "1g", *folder, url]
        )
    started = [
        subprocess.Popen(
            [deploy[0], f"{deploy[1]}.{part[0]}", "--webui-port", "0", *part[1:]],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for part in parts
    ]
    yield url
    for process in reversed(started):
        process.terminate()
        process.wait()


def test_a_second_attempt_counts_in_place_of_the_first(
    master: str, program: str, tmp_path: Path
) -> None:
    """Of two attempts at the same rows one counts."""
    alone, together = tmp_path / "alone.csv", tmp_path / "together.csv"
    single_run(program, "areas", "--incidents", INCIDENTS, "--boundaries", WARDS, "--output", alone)
    lagging = faulty_program(tmp_path, program, f"exec sleep {LAG}")
    began = time.monotonic()
    job = subprocess.run(
        [
            *(sys.executable, str(Path(__file__).with_name("speculating.py"))),
            *(master, str(INCIDENTS), str(WARDS), str(lagging), str(together)),
        ],
        env={
            **os.environ,
            "SPARK_HOME": str(Path(pyspark.__file__).parent),
            "SPARK_LOCAL_IP": "127.0.0.1",
            "PYSPARK_PYTHON": sys.executable,
        },
        check=False,
        capture_output=True,
        text=True,
    )
    assert job.returncode == 0, job.stderr
    assert time.monotonic() - began < LAG, "the first attempt was waited for"
    assert job.stdout.split() == ["6"]
    assert len((tmp_path / "starts").read_text().splitlines()) > 6
    assert together.read_bytes() == alone.read_bytes()
