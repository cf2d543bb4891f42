"""Merging parts, which the program does."""

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from hotspots_spark.arguments import OptionValue, option_arguments
from hotspots_spark.geoparquet import write_geoparquet
from hotspots_spark.program import run_program


def merge(
    parts: Sequence[Path | str],
    *,
    output: Path | str | None = None,
    map: Path | str | None = None,
    chart: Path | str | None = None,
    manifest: Path | str | None = None,
    partial: Path | str | None = None,
    boundaries: Sequence[Path | str] = (),
    options: Mapping[str, OptionValue] | None = None,
    program: Path | str = "hotspots",
    folder: Path | None = None,
) -> str:
    """Merges files of parts and writes what one run over all their rows would have written.

    Args:
        parts: The parts, in any order.
        output: The result, in the format of its suffix; of `.parquet` it is GeoParquet.
        map: A map, as SVG.
        chart: A chart, as SVG.
        manifest: What was done, as JSON.
        partial: One part of them all, to be merged with others later.
        boundaries: The boundaries that the rows were counted in, for outputs with shapes.
        options: Other options of the command `merge`.
        program: A path, or a name to be found on the `PATH`.
        folder: The folder in which files that the parts name are found, the current one otherwise;
            boundaries start from it too.

    Returns:
        What the program says of the result.

    Raises:
        ProgramError: The parts do not belong together, or an output cannot be written.
    """
    with tempfile.TemporaryDirectory() as own:
        table = None if output is None else Path(output).absolute()
        if table is not None and table.suffix.lower() == ".parquet":
            written: Path | None = Path(own, table.stem + ".gpkg")
        else:
            written = table
        outputs = {
            "output": written,
            "map": map,
            "chart": chart,
            "manifest": manifest,
            "partial": partial,
        }
        stated: dict[str, OptionValue] = {
            "boundaries": [str(layer) for layer in boundaries],
            **(options or {}),
            **{name: Path(path) for name, path in outputs.items() if path is not None},
        }
        said = run_program(
            str(program),
            [
                "merge",
                *(_absolute(Path(part)) for part in parts),
                *option_arguments(stated, _absolute),
            ],
            folder=folder or Path.cwd(),
        )
        if table is not None:
            # Layers after the first are in files beside it.
            for each in sorted(Path(own).glob("*.gpkg")):
                write_geoparquet(each, table.with_name(each.stem + table.suffix))
        return said


def merged_part(parts: Iterable[bytes], program: str, folder: Path) -> bytes:
    """Returns one part of several, which wait in files meanwhile, not in memory."""
    with tempfile.TemporaryDirectory() as own:
        names = write_parts(parts, Path(own))
        merged = Path(own, "merged.part")
        run_program(program, ["merge", *names, "--partial", str(merged)], folder=folder)
        return merged.read_bytes()


def write_parts(parts: Iterable[bytes], folder: Path) -> list[str]:
    """Writes each part into a file of its own and returns the paths."""
    names = []
    for number, part in enumerate(parts):
        path = folder / f"{number}.part"
        path.write_bytes(part)
        names.append(str(path))
    return names


def _absolute(path: Path) -> str:
    return str(path.absolute())
