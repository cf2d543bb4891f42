"""A command of the program over all rows of a DataFrame."""

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyspark.sql import DataFrame

from hotspots_spark.arguments import OptionValue, option_arguments
from hotspots_spark.counting import collected_parts, count
from hotspots_spark.files import FilePacking, send_package
from hotspots_spark.merging import merge, write_parts
from hotspots_spark.program import ProgramError
from hotspots_spark.rows import check_columns

_USAGE = 64


@dataclass(frozen=True)
class Outcome:
    """What a run says.

    Attributes:
        parts: How many parts came to the driver.
        part_bytes: How many bytes they had together.
        said: What the program says of the result, as on its console.
    """

    parts: int
    part_bytes: int
    said: str


def run(
    rows: DataFrame,
    command: str,
    *,
    columns: Sequence[str] | None = None,
    boundaries: Sequence[Path | str] = (),
    options: Mapping[str, OptionValue] | None = None,
    output: Path | str | None = None,
    map: Path | str | None = None,
    chart: Path | str | None = None,
    manifest: Path | str | None = None,
    partial: Path | str | None = None,
    earlier: Sequence[Path | str] = (),
    merge_options: Mapping[str, OptionValue] | None = None,
    partitions: int | None = None,
    fan_in: int = 64,
    program: Path | str = "hotspots",
    send_program: bool = False,
) -> Outcome:
    """Runs a command over all rows of a DataFrame and writes its result on the driver.

    Args:
        rows: The incidents, a row each.
        command: The command, such as `areas` or `hours`; one that makes parts.
        columns: The columns that the command reads; without them all are sent to it, which takes
            longer. A command that is told less finds less: without a column of times it counts
            no hours.
        boundaries: Files of areas, as for the command; the first is that of the table.
        options: Other options of the command by name. Files are `Path`s: they are sent to the
            executors once, each Shapefile with the files beside it.
        output: The result, in the format of its suffix; of `.parquet` it is GeoParquet.
        map: A map, as SVG.
        chart: A chart, as SVG.
        manifest: What was done, as JSON.
        partial: One part of all rows, to be merged with those of other rows later.
        earlier: Files of parts made before, which the result shall hold too.
        merge_options: Options of the command `merge`.
        partitions: The most partitions to count: smaller ones are joined first, so that the program
            starts less often.
        fan_in: How many parts are merged at once, and the most that come to the driver.
        program: The program on the driver and on the executors: a path, or a name to be found on
            the `PATH`.
        send_program: Whether the driver's program is sent to the executors, where only the
            libraries that it is linked with need to be installed.

    Returns:
        What the program says of the result.

    Raises:
        ColumnError: A column cannot be written as text.
        FileNotFoundError: There is no such program, or a file that is to be sent is missing.
        ProgramError: The program refused options, rows or parts; its message says why.
        ValueError: There is no output, or `fan_in` is below 2.
    """
    if all(path is None for path in (output, map, chart, manifest, partial)):
        raise ValueError("name an output: output, map, chart, manifest or partial")
    if fan_in < 2:
        raise ValueError(f"fan_in is {fan_in}; at least 2 parts are merged at once")
    if columns is None:
        selected = rows
    else:
        selected = rows.select(["`" + name.replace("`", "``") + "`" for name in columns])
    check_columns(selected.schema)
    if partitions is not None:
        selected = selected.coalesce(partitions)

    context = rows.sparkSession.sparkContext
    packing = FilePacking()
    layers = [packing.place(Path(layer)) for layer in boundaries]
    stated: dict[str, OptionValue] = {
        "threads": context.getConf().get("spark.task.cpus", "1") or "1",
        "boundaries": layers,
        **(options or {}),
    }
    arguments = [command, "--incidents", "-", *option_arguments(stated, packing.place)]
    local_program = _found(program)
    if send_program:
        on_executors = packing.place(local_program)
    else:
        on_executors = str(Path(program).absolute() if "/" in str(program) else program)
    send_package(context)
    files = packing.send(context)
    nothing = (selected.columns, str(local_program), arguments, files.folder())
    _check_usage(*nothing)
    try:
        parts = collected_parts(selected, on_executors, arguments, files, fan_in=fan_in)
    except Exception as error:
        refusal = ProgramError.found_in(str(error))
        if refusal is None:
            raise
        raise refusal from error
    with tempfile.TemporaryDirectory() as own:
        if not parts:
            parts = [count((), *nothing)]
        said = merge(
            [*write_parts(parts, Path(own)), *earlier],
            output=output,
            map=map,
            chart=chart,
            manifest=manifest,
            partial=partial,
            boundaries=layers,
            options=merge_options,
            program=local_program,
            folder=files.folder(),
        )
    return Outcome(parts=len(parts), part_bytes=sum(len(part) for part in parts), said=said)


def _found(program: Path | str) -> Path:
    found = shutil.which(program)
    if found is None:
        raise FileNotFoundError(f"there is no program '{program}' on the driver")
    return Path(found).absolute()


def _check_usage(names: list[str], program: str, arguments: list[str], folder: Path) -> None:
    """Refuses a wrong option here and now; on executors each task would try it four times.

    What else is refused without rows may be in order with them.
    """
    try:
        count((), names, program, arguments, folder)
    except ProgramError as refusal:
        if refusal.status == _USAGE:
            raise
