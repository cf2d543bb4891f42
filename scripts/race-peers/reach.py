"""Measures how far Hotspots reaches: rows through a pipe, peers, parts, Spark, PostGIS.

stream    incidents per area and category of ROWS rows through a pipe, as GeoJSON. The stream is one
          generated block of rows, again and again: it goes from the files' cache into the pipe
          without being touched, so that the generator takes no part of the processors. Every count
          must be that of the block, as often as it was sent
peers     the same from a file, beside the peers of scripts/race, and all counts agree
parts     a block cut into parts, each counted by itself, and the parts merged: the bytes must be
          those of one run
spark     spark/benchmarks/reach.py, if scripts/setup --spark has been run
postgis   scripts/postgis, if PostgreSQL and PostGIS are installed

Time is wall time, processor time that of all threads, memory the largest resident set of the
process. Each figure is of one run, after one of the block that warms the files' cache.
"""

import argparse
import fcntl
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import time

from areas_race import AreasRace, counts
from inputs import FOLDER, PROJECT, WORK, boundaries_of, datasets, fields_of
from race import machine, run_rounds, table

SECTIONS = ["stream", "peers", "parts", "spark", "postgis"]
LARGEST_BLOCK = 5_000_000
PIPE_BYTES = 1 << 20


def main():
    options = parse_options()
    WORK.mkdir(parents=True, exist_ok=True)
    boundaries = boundaries_of(options)
    print(f"{machine()}; {boundaries.stem}\n", flush=True)
    for section in options.only:
        globals()[section](options, boundaries)


def parse_options():
    parser = argparse.ArgumentParser(
        prog="scripts/reach", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    add = parser.add_argument
    add("--only", default=",".join(SECTIONS), help=f"sections; default {','.join(SECTIONS)}")
    add("--rows", default="1000000,5000000", help="rows of the streams; default 1000000,5000000")
    add("--peer-rows", default="1000000", help="rows of the files of peers; default 1000000")
    add("--peers", default="duckdb,sedonadb", help="default duckdb,sedonadb")
    add("--parts", default="12", help="numbers of parts; default 12")
    add("--part-rows", type=int, default=1_000_000, help="rows that are cut; default 1000000")
    add("--spark-rows", default="5000000", help="rows of Parquet; default 5000000")
    add("--incidents", metavar="FILE", help="a ready block of rows, a CSV with data.police.uk's\n"
        "columns, instead of a generated one")
    add("--boundaries", metavar="FILE.shp", help="default: London's LSOAs where the real data is,\n"
        "else those of the made-up borough")
    add("--code", metavar="FIELD", help="the areas' code; detected for ONS names")
    add("--name", metavar="FIELD", help="the areas' name; detected for ONS names")
    add("--crs", default="EPSG:27700", help="of the boundaries")
    add("--densify", metavar="METRES", help="put a vertex on every edge at least this often")
    add("--threads", default="2", help="of hotspots; DuckDB has 2")
    add("--hotspots", metavar="FILE", default=PROJECT / ".build/release/hotspots",
        help="the binary; default the release build")
    options = parser.parse_args()
    options.only = options.only.split(",")
    unknown = [section for section in options.only if section not in SECTIONS]
    if unknown:
        parser.error(f"unknown section '{unknown[0]}', known are {', '.join(SECTIONS)}")
    if not os.access(options.hotspots, os.X_OK):
        parser.error(f"there is no program '{options.hotspots}'")
    return options


def skip(section, reason):
    print(f"{section}: left out: {reason}\n", flush=True)


# Rows through a pipe


class Block:
    """A file of rows: its header, and where the rows are."""

    def __init__(self, path):
        self.path = pathlib.Path(path)
        with open(path, "rb") as file:
            self.header = file.readline()
        self.start = len(self.header)
        self.end = self.path.stat().st_size

    def cuts(self, number):
        """Returns the ends of that many pieces of whole rows, about as long as each other."""
        places = [self.start]
        with open(self.path, "rb") as file:
            for index in range(1, number):
                file.seek(self.start + (self.end - self.start) * index // number)
                file.readline()
                places.append(file.tell())
        return list(zip(places, places[1:] + [self.end]))

    def send(self, pipe, pieces):
        """Writes the header and the rows of pieces; they never pass through this process."""
        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, PIPE_BYTES)
        with open(self.path, "rb") as file:
            try:
                os.write(pipe, self.header)
                for start, end in pieces:
                    while start < end:
                        start += os.splice(
                            file.fileno(), pipe, min(PIPE_BYTES, end - start), offset_src=start)
            except BrokenPipeError:
                pass
            finally:
                os.close(pipe)


def measure(arguments, block=None, pieces=()):
    """Runs a process on rows; returns its wall and processor seconds, and its peak in bytes."""
    with tempfile.NamedTemporaryFile(dir=WORK) as report:
        # GNU time starts the process: a child of this one would inherit this one's size as its peak.
        command = ["/usr/bin/time", "--format", "%M %U %S", "--output", report.name, *map(str, arguments)]
        begin = time.perf_counter()
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        if block:
            sender = threading.Thread(
                target=block.send, args=(os.dup(process.stdin.fileno()), pieces))
            sender.start()
        process.stdin.close()
        errors = process.stderr.read().decode()
        status = process.wait()
        seconds = time.perf_counter() - begin
        if status != 0:
            sys.exit(f"{errors}failed with status {status}: {' '.join(command[6:])}")
        peak, *times = report.read().split()[-3:]
        return seconds, sum(map(float, times)), int(peak) * 1024


def areas(options, boundaries, *more):
    code, name = fields_of(options, boundaries)
    return [
        options.hotspots, "areas", "--boundaries", boundaries, "--incidents", "-", "--code-field",
        code, "--name-field", name, "--threads", options.threads, "--quiet", *more,
    ]


def block_of(options, boundaries, rows):
    """Returns a block of at most so many rows, and how many it has."""
    if not options.incidents:
        options.rows = str(min(rows, LARGEST_BLOCK))
    file, found = next(datasets(options, boundaries))
    return Block(file), found


def stream(options, boundaries):
    sizes = [int(rows) for rows in options.rows.split(",")]
    block, found = block_of(options, boundaries, max(sizes))
    output = WORK / "reach.geojson"
    command = areas(options, boundaries, "--output", output)
    whole = (block.start, block.end)
    measure(command, block, [whole])
    expected = counts(output)
    print("| rows through a pipe | time | rows a second | processor time | memory |\n"
          "|---|---|---|---|---|")
    for rows in sizes:
        times = max(1, round(rows / found))
        if rows < found:
            # The first rows of the block, to the nearest row.
            pieces, sent = [block.cuts(round(found / rows))[0]], None
        else:
            pieces, sent = [whole] * times, found * times
        seconds, busy, size = measure(command, block, pieces)
        result = counts(output)
        if sent and result != {key: value * times for key, value in expected.items()}:
            sys.exit(f"{sent:,} rows: the counts are not {times} times those of {found:,} rows")
        sent = sent or round(found / round(found / rows))
        print(f"| {sent:,} | {seconds:.2f} s | {sent / seconds:,.0f} | {busy:.2f} s | "
              f"{size / 2**20:,.0f} MiB |", flush=True)
    print()


# Peers


def peers(options, boundaries):
    options.method, options.runs, options.before = "areas", 1, None
    given = options.peers
    options.peers = [peer for peer in given.split(",") if peer]
    race = AreasRace(options, boundaries)
    options.rows = options.peer_rows
    columns = [
        (label, run_rounds(commands, compare, options.runs))
        for incidents, rows in datasets(options, boundaries)
        for label, commands, compare in race.columns(incidents, rows)
    ]
    print(table(race, columns, options, boundaries), flush=True)
    print()


# Parts


def parts(options, boundaries):
    listed = subprocess.run([options.hotspots, "--help"], capture_output=True, text=True).stdout
    if " merge " not in listed:
        return skip("parts", "this build has no command 'merge'")
    block, found = block_of(options, boundaries, options.part_rows)
    folder = WORK / "parts"
    folder.mkdir(exist_ok=True)
    single = folder / "single.geojson"
    _, busy, _ = measure(areas(options, boundaries, "--output", single), block,
                         [(block.start, block.end)])
    print(f"| parts of {found:,} rows | processor time of all | largest part | merged in "
          "| processor time | memory |\n|---|---|---|---|---|---|")
    print(f"| one run | {busy:.2f} s |  |  |  |  |")
    for number in map(int, options.parts.split(",")):
        paths, busy = [], 0.0
        for index, piece in enumerate(block.cuts(number)):
            paths.append(folder / f"{number}-{index}.part")
            busy += measure(areas(options, boundaries, "--partial", paths[-1]), block, [piece])[1]
        merged = folder / "merged.geojson"
        seconds, merging, size = measure(
            [options.hotspots, "merge", *paths, "--boundaries", boundaries, "--output", merged,
             "--quiet"])
        if merged.read_bytes() != single.read_bytes():
            sys.exit(f"{number} parts: the merged result has other bytes than one run")
        largest = max(path.stat().st_size for path in paths)
        print(f"| {number:,} | {busy:.2f} s | {largest / 2**10:,.0f} KiB | {seconds:.2f} s | "
              f"{merging:.2f} s | {size / 2**20:,.0f} MiB |", flush=True)
    print()


# Others


def spark(options, boundaries):
    python = PROJECT / ".build/spark-venv/bin/python"
    if not python.exists():
        return skip("spark", "PySpark is not installed: scripts/setup --spark")
    script_section("spark", [
        python, PROJECT / "spark/benchmarks/reach.py", "--program", options.hotspots, "--rows",
        options.spark_rows, "--boundaries", boundaries, "--runs", 2])


def postgis(options, boundaries):
    script_section("postgis", [PROJECT / "scripts/postgis", "--hotspots", options.hotspots])


def script_section(section, command):
    begin = time.perf_counter()
    outcome = subprocess.run(list(map(str, command)), capture_output=True, text=True)
    if outcome.returncode != 0:
        return skip(section, outcome.stderr.strip().splitlines()[-1])
    print(f"{section}: {time.perf_counter() - begin:.1f} s\n\n{outcome.stdout}", flush=True)


if __name__ == "__main__":
    main()
