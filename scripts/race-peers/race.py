"""Races Hotspots against other tools: the same files in, the same results out.

--method areas     incidents per area and category, as GeoJSON: all counts agree cell for cell,
                   points on an edge aside
         query     the incidents inside a polygon of 400 vertices, as GeoJSON: the same ones
         hours     the hours of the week, aoristic, as CSV: all hours agree to a millionth
         density   a quartic kernel of 300 m on cells of 100 m and of 50 m, as ESRI ASCII grid; the
                   peer approximates, and the table says how far it is off
         clusters  Getis-Ord Gi* of the areas' counts with 999 permutations, as CSV: z of a peer
                   that has it agrees to a millionth, p as far as chance allows

Each tool is one whole process from files to a file; of the last two methods the steps that matter
are told apart as well, as the tools themselves time them within that process. Every round runs each
tool once, one after the other, so that a busy moment of the machine hits all; medians are over
rounds, after one round that warms the files' cache. Time is wall time, memory the largest resident
set of the process. The results of every tool and round are compared.
"""

import argparse
import os
import re
import statistics
import subprocess
import sys
import time

from areas_race import AreasRace
from clusters_race import ClustersRace
from density_race import DensityRace
from hours_race import HoursRace
from inputs import PROJECT, WORK, boundaries_of, datasets
from query_race import QueryRace

METHODS = {
    "areas": AreasRace, "query": QueryRace, "hours": HoursRace, "density": DensityRace,
    "clusters": ClustersRace,
}


def main():
    options = parse_options()
    WORK.mkdir(parents=True, exist_ok=True)
    boundaries = boundaries_of(options)
    race = METHODS[options.method](options, boundaries)
    columns = [
        (label, run_rounds(with_before(commands, options.before), compare, options.runs))
        for incidents, rows in datasets(options, boundaries)
        for label, commands, compare in race.columns(incidents, rows)
    ]
    print(table(race, columns, options, boundaries))


def parse_options():
    parser = argparse.ArgumentParser(
        prog="scripts/race", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    add = parser.add_argument
    add("--method", choices=METHODS, default="areas", help="what is raced; default areas")
    add("--rows", help="sizes of the generated files; default "
        f"{AreasRace.usual_rows} for areas,\n{QueryRace.usual_rows} for the others")
    add("--incidents", metavar="FILE", help="a ready CSV with data.police.uk's columns instead")
    add("--peers", help="\n".join(
        f"{method}: of {', '.join(race.peers)}; default {race.usual_peers}"
        for method, race in METHODS.items()))
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
    add("--before", metavar="FILE", help="another binary of hotspots, raced in the same rounds")
    options = parser.parse_args()
    race = METHODS[options.method]
    options.rows = options.rows or race.usual_rows
    peers = race.usual_peers if options.peers is None else options.peers
    options.peers = [peer for peer in peers.split(",") if peer]
    unknown = [peer for peer in options.peers if peer not in race.peers]
    if unknown:
        parser.error(f"unknown peer '{unknown[0]}' of {options.method}, "
                     f"known are {', '.join(race.peers)}")
    return options


# Running


def with_before(commands, binary):
    """Adds another binary of hotspots, with the same options and an output of its own."""
    if binary is None:
        return commands
    output, arguments = commands["hotspots"]
    other = output.with_stem("before")
    same = [other if argument == output else argument for argument in arguments[1:]]
    added = {"hotspots": commands["hotspots"], "before": (other, [binary, *same])}
    return added | {tool: command for tool, command in commands.items() if tool != "hotspots"}


def run_rounds(commands, compare, runs):
    """Runs all tools in rounds; returns the seconds and bytes of each round by tool."""
    results = {tool: [] for tool in commands}
    for turn in range(runs + 1):
        for tool, (output, arguments) in commands.items():
            output.unlink(missing_ok=True)
            result = measure(arguments)
            if turn > 0:
                results[tool].append(result)
            compare(tool, output)
    return results


def measure(arguments):
    """Runs a process; returns its wall seconds, its largest resident set in bytes and its steps."""
    # GNU time starts the process: a child of this one would inherit this one's size as its peak.
    report = WORK / "time.txt"
    start = time.perf_counter()
    process = subprocess.run(
        ["/usr/bin/time", "--format", "%M", "--output", report, *map(str, arguments)],
        stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    seconds = time.perf_counter() - start
    if process.returncode != 0:
        print(process.stderr, file=sys.stderr)
        sys.exit(f"failed with status {process.returncode}: {' '.join(map(str, arguments))}")
    steps = {
        name: float(milliseconds.replace(",", "")) / 1000
        for name, milliseconds in re.findall(r"^time: (.+) ([0-9.,]+) ms$", process.stderr, re.M)
    }
    return seconds, int(report.read_text().split()[-1]) * 1024, steps


# The table


def table(race, columns, options, boundaries):
    tools = list(columns[0][1])
    lines = [
        f"{options.method}: {machine()}; {boundaries.stem}; medians of {options.runs}, "
        f"{race.agreement}",
        "",
        "| tool | " + " | ".join(label for label, _ in columns) + " |",
        "|---|" + "---|" * len(columns),
    ]
    for tool in tools:
        cells = []
        for _, results in columns:
            seconds = median_seconds(results[tool])
            mebibytes = statistics.median(size for _, size, _ in results[tool]) / 2**20
            cell = f"{seconds:.3f} s, {mebibytes:,.0f} MiB"
            if tool != "hotspots":
                cell += f", {seconds / median_seconds(results['hotspots']):.1f} times as long"
            cells.append(cell)
        lines.append(f"| {title(tool, race)} | " + " | ".join(cells) + " |")
    for step in getattr(race, "steps", []):
        for tool in tools:
            cells = [step_cell(step, tool, results) for _, results in columns]
            lines.append(f"| {step}: {title(tool, race)} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def step_cell(step, tool, results):
    seconds = {
        name: statistics.median(steps[step] for _, _, steps in results[name])
        for name in {tool, "hotspots"}
    }
    cell = f"{seconds[tool]:.3f} s"
    if tool != "hotspots":
        cell += f", {seconds[tool] / seconds['hotspots']:.1f} times as long"
    return cell


def median_seconds(results):
    return statistics.median(seconds for seconds, _, _ in results)


def title(tool, race):
    if tool == "hotspots":
        return "Hotspots"
    if tool == "before":
        return "Hotspots before"
    from importlib.metadata import version

    return f"{race.peers[tool]} {version(tool.partition('-')[0])}"


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
