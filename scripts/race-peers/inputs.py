"""What the races run on: boundaries, files of incidents, and the folder where they are kept."""

import os
import pathlib
import struct
import subprocess
import sys

FOLDER = pathlib.Path(__file__).resolve().parent
PROJECT = FOLDER.parent.parent
WORK = PROJECT / ".build" / "race"


def boundaries_of(options):
    if options.boundaries:
        chosen = pathlib.Path(options.boundaries)
    else:
        shared = pathlib.Path(os.environ.get("HOTSPOTS_SHARED_DATA", PROJECT.parent / "shared"))
        london = shared / "realdata/boundaries/london-lsoa-2011.shp"
        chosen = london if london.exists() else PROJECT / "boundaries/lsoa.shp"
    if not options.densify:
        return chosen
    dense = WORK / f"{chosen.stem}-every-{options.densify}-metres.shp"
    if not dense.exists():
        run_script("densify_boundaries.py", chosen, options.densify, dense)
    return dense


def fields_of(options, boundaries):
    """Returns the fields with the areas' codes and names, as given or as found."""
    code, name = options.code, options.name
    if not (code and name):
        detected = detect_fields(boundaries)
        code, name = code or detected[0], name or detected[1]
    return code, name


def detect_fields(boundaries):
    """Returns the first fields of the .dbf that end in CD and NM, as ONS names its own."""
    header = boundaries.with_suffix(".dbf").read_bytes()
    fields = []
    for at in range(32, struct.unpack_from("<H", header, 8)[0] - 1, 32):
        fields.append(header[at:at + 11].split(b"\0")[0].decode("ascii"))
    code, name = (
        next((field for field in fields if field.upper().endswith(end)), None)
        for end in ("CD", "NM"))
    if not (code and name):
        sys.exit(f"cannot find code and name among {', '.join(fields)}: give --code and --name")
    return code, name


def extent_of(boundaries):
    """Returns the west, south, east and north end of all areas, from the Shapefile's header."""
    return struct.unpack_from("<4d", boundaries.read_bytes()[:100], 36)


def datasets(options, boundaries):
    """Yields files of incidents and their numbers of rows."""
    if options.incidents:
        with open(options.incidents, "rb") as file:
            yield options.incidents, sum(block.count(b"\n") for block in blocks(file)) - 1
        return
    for rows in map(int, options.rows.split(",")):
        file = WORK / f"{boundaries.stem}-{rows}.csv"
        if not file.exists():
            partial = file.with_suffix(".partial")
            run_script("generate_incidents.py", rows, boundaries, options.crs, partial)
            partial.rename(file)
        yield file, rows


def blocks(file):
    while block := file.read(1 << 20):
        yield block


def script(name, *arguments):
    """Returns the command that runs one of the scripts beside this one."""
    return [sys.executable, FOLDER / name, *map(str, arguments)]


def run_script(name, *arguments):
    subprocess.run(script(name, *arguments), check=True)
