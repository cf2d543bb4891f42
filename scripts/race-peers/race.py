"""Races `hotspots areas` against other tools: the same incidents and areas, the same counts out.

Each tool is one whole process from files to GeoJSON. Every round runs each tool once, one after the
other, so that a busy moment of the machine hits all; medians are over rounds, after one round that
warms the files' cache. Time is wall time, memory the largest resident set of the process. All
counts, of every tool and round, must agree cell for cell, points on an edge aside.
"""

import argparse
import json
import os
import pathlib
import statistics
import struct
import subprocess
import sys
import time

FOLDER = pathlib.Path(__file__).resolve().parent
PROJECT = FOLDER.parent.parent
WORK = PROJECT / ".build" / "race"
PEERS = {"duckdb": "DuckDB", "geopandas": "GeoPandas", "polars": "polars and Shapely"}


def main():
    options = parse_options()
    WORK.mkdir(parents=True, exist_ok=True)
    boundaries = boundaries_of(options)
    code, name = options.code, options.name
    if not (code and name):
        detected = detect_fields(boundaries)
        code, name = code or detected[0], name or detected[1]
    tools = ["hotspots", *options.peers]
    columns = []
    for incidents, rows in datasets(options, boundaries):
        commands = {
            tool: command(tool, options, incidents, boundaries, code, name) for tool in tools
        }
        columns.append((rows, race(commands, options, incidents, boundaries, code)))
    print(table(tools, columns, options, boundaries))


def parse_options():
    parser = argparse.ArgumentParser(
        prog="scripts/race", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    add = parser.add_argument
    add("--rows", default="100000,1000000,5000000", help="sizes of the generated files")
    add("--incidents", metavar="FILE", help="a ready CSV with data.police.uk's columns instead")
    add("--peers", default="duckdb,geopandas", help=f"of {', '.join(PEERS)}")
    add("--boundaries", metavar="FILE.shp", help="default: London's LSOAs where the real data is,\n"
        "else those of the made-up borough")
    add("--code", metavar="FIELD", help="the areas' code; detected for ONS names")
    add("--name", metavar="FIELD", help="the areas' name; detected for ONS names")
    add("--crs", default="EPSG:27700", help="of the boundaries")
    add("--densify", metavar="METRES", help="put a vertex on every edge at least this often")
    add("--runs", type=int, default=5, help="rounds")
    add("--threads", default="2", help="of hotspots; DuckDB has 2")
    add("--hotspots", metavar="FILE", default=PROJECT / ".build/release/hotspots",
        help="the binary; default the release build")
    options = parser.parse_args()
    options.peers = [peer for peer in options.peers.split(",") if peer]
    unknown = [peer for peer in options.peers if peer not in PEERS]
    if unknown:
        parser.error(f"unknown peer '{unknown[0]}', known are {', '.join(PEERS)}")
    return options


# What is raced on


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


def run_script(script, *arguments):
    subprocess.run([sys.executable, FOLDER / script, *map(str, arguments)], check=True)


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


# Running


def command(tool, options, incidents, boundaries, code, name):
    output = WORK / f"{tool}.geojson"
    if tool == "hotspots":
        return output, [
            options.hotspots, "areas", "--boundaries", boundaries, "--incidents", incidents,
            "--code-field", code, "--name-field", name, "--output", output,
            "--threads", options.threads, "--quiet",
        ]
    return output, [
        sys.executable, FOLDER / f"{tool}_areas.py", incidents, boundaries, code, name,
        options.crs, output,
    ]


def race(commands, options, incidents, boundaries, code):
    """Runs all tools in rounds; returns the seconds and bytes of each round by tool."""
    results = {tool: [] for tool in commands}
    agreement = Agreement(incidents, boundaries, code, options.crs)
    for turn in range(options.runs + 1):
        for tool, (output, arguments) in commands.items():
            output.unlink(missing_ok=True)
            result = measure(arguments)
            if turn > 0:
                results[tool].append(result)
            agreement.check(tool, counts(output))
    return results


def measure(arguments):
    """Runs a process; returns its wall seconds and its largest resident set in bytes."""
    # GNU time starts the process: a child of this one would inherit this one's size as its peak.
    report = WORK / "time.txt"
    start = time.perf_counter()
    status = subprocess.run(
        ["/usr/bin/time", "--format", "%M", "--output", report, *map(str, arguments)],
        stdin=subprocess.DEVNULL).returncode
    seconds = time.perf_counter() - start
    if status != 0:
        sys.exit(f"failed with status {status}: {' '.join(map(str, arguments))}")
    return seconds, int(report.read_text().split()[-1]) * 1024


# Agreement


def counts(geojson):
    """Reads the counts that are not zero, by area and column."""
    with open(geojson, encoding="utf-8") as file:
        features = json.load(file)["features"]
    found = {}
    for feature in features:
        properties = feature["properties"]
        for column, value in properties.items():
            if column.startswith("incidents") and value:
                found[properties["code"], column] = value
    return found


class Agreement:
    """Holds every tool to the counts of the first, points on an edge aside, which it lists."""

    def __init__(self, incidents, boundaries, code, crs):
        self.inputs = incidents, boundaries, code, crs
        self.expected = None
        self.on_edges = None

    def check(self, tool, found):
        """Ends the race when a count differs by more than the points on the area's edge."""
        if self.expected is None:
            self.reference, self.expected = tool, found
        cells = sorted(key for key in found.keys() | self.expected.keys()
                       if found.get(key, 0) != self.expected.get(key, 0))
        if not cells:
            return
        if self.on_edges is None:
            self.on_edges = count_edge_points(*self.inputs)
        for area, column in cells:
            pair = found.get((area, column), 0), self.expected.get((area, column), 0)
            if abs(pair[0] - pair[1]) > self.on_edges.get((area, column), 0):
                sys.exit(f"{tool} counts {pair[0]} for {area} {column}, {self.reference} {pair[1]}:"
                         f" one of {len(cells)} cells that differ")


def count_edge_points(incidents, boundaries, code, crs):
    """Lists the points on edges and returns their number by area and column."""
    script = [sys.executable, FOLDER / "edge_points.py", incidents, boundaries, code, crs]
    listing = subprocess.run(script, check=True, capture_output=True, text=True).stdout
    found = {}
    for line in listing.splitlines():
        print(f"on an edge: {line}", file=sys.stderr)
        point = json.loads(line)
        for area in point["areas"]:
            for column in (point["column"], "incidents"):
                found[area, column] = found.get((area, column), 0) + 1
    return found


# The table


def table(tools, columns, options, boundaries):
    ours = {rows: median_seconds(results["hotspots"]) for rows, results in columns}
    lines = [
        f"{machine()}; {boundaries.stem}; medians of {options.runs}, all counts equal",
        "",
        "| tool | " + " | ".join(f"{rows:,}" for rows, _ in columns) + " |",
        "|---|" + "---|" * len(columns),
    ]
    for tool in tools:
        cells = []
        for rows, results in columns:
            seconds = median_seconds(results[tool])
            mebibytes = statistics.median(size for _, size in results[tool]) / 2**20
            cell = f"{seconds:.2f} s, {mebibytes:,.0f} MiB"
            if tool != "hotspots":
                cell += f", {seconds / ours[rows]:.1f} times as long"
            cells.append(cell)
        lines.append(f"| {title(tool)} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def median_seconds(results):
    return statistics.median(seconds for seconds, _ in results)


def title(tool):
    if tool == "hotspots":
        return "Hotspots"
    from importlib.metadata import version

    return f"{PEERS[tool]} {version(tool)}"


def machine():
    """The size of the machine in words."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cores = len(os.sched_getaffinity(0))
    model = next(
        (line.split(":")[1].strip() for line in open("/proc/cpuinfo") if "model name" in line),
        os.uname().machine)
    return f"{cores} cores ({model}), {memory:.0f} GiB"


if __name__ == "__main__":
    main()
