"""Counting the rows of a DataFrame, partition by partition."""

import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

import pyarrow as pa
from pyspark import RDD
from pyspark.sql import DataFrame

from hotspots_spark.files import SentFiles
from hotspots_spark.merging import merged_part
from hotspots_spark.program import run_program
from hotspots_spark.rows import encoded_rows, header_line


def collected_parts(
    rows: DataFrame, program: str, arguments: Sequence[str], files: SentFiles, *, fan_in: int
) -> list[bytes]:
    """Counts rows on the executors and returns at most `fan_in` parts.

    More parts are merged on the executors first, `fan_in` to one, until few enough are left: the
    driver never holds more of them, however many partitions there are.

    A part comes to the driver as the result of a task, and Spark takes one result of each task:
    that of an attempt which failed, or lost against its copy, is dropped with all that it counted.
    """
    counted = rows.mapInArrow(
        _counter(program, list(arguments), files, rows.columns), "part binary"
    )
    parts = counted.rdd.map(lambda row: bytes(row.part))
    while parts.getNumPartitions() > fan_in:
        parts = _merged_in_groups(parts, program, files, fan_in)
    return parts.collect()


def count(
    rows: Iterable[pa.RecordBatch],
    names: list[str],
    program: str,
    arguments: list[str],
    folder: Path,
) -> bytes:
    """Returns the part of rows, which go through a pipe into the program.

    Args:
        rows: Batches of rows.
        names: The names of their columns.
        program: A path, or a name to be found on the `PATH`.
        arguments: The command and its options.
        folder: The folder that relative paths start from.
    """
    with tempfile.TemporaryDirectory() as own:
        part = Path(own, "rows.part")
        lines = (memoryview(encoded_rows(each)) for each in rows)
        text = chain([memoryview(header_line(names))], lines)
        run_program(program, [*arguments, "--partial", str(part)], folder=folder, rows=text)
        return part.read_bytes()


def _counter(
    program: str, arguments: list[str], files: SentFiles, names: list[str]
) -> Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    def counted(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        some = (batch for batch in batches if batch.num_rows > 0)
        first = next(some, None)
        if first is None:
            return  # An empty partition adds nothing, so it has no part.
        part = count(chain([first], some), names, files.program(program), arguments, files.folder())
        yield pa.RecordBatch.from_arrays([pa.array([part], pa.binary())], names=["part"])

    return counted


def _merged_in_groups(
    parts: "RDD[bytes]", program: str, files: SentFiles, fan_in: int
) -> "RDD[bytes]":
    def numbered(index: int, found: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
        return ((index // fan_in, part) for part in found)

    def merged(found: Iterable[tuple[int, bytes]]) -> Iterator[bytes]:
        group = (part for _, part in found)
        first = next(group, None)
        if first is not None:
            yield merged_part(chain([first], group), files.program(program), files.folder())

    groups = -(-parts.getNumPartitions() // fan_in)
    keyed = parts.mapPartitionsWithIndex(numbered)
    return keyed.partitionBy(groups, lambda group: group).mapPartitions(merged)
