"""A quartic kernel density of the incidents as ESRI ASCII grid.

The peers move every incident to the middle of its cell, as one does who uses a transform; so they are
only near. They do not clip to the areas either. Hotspots is held to sums over the incidents
themselves, and the peers' distance from it, where there are areas, is told.
"""

import sys

import numpy
import polars
import pyproj
from scipy.spatial import KDTree

from inputs import WORK, extent_of, script

BANDWIDTH = 300
CELLS = 100, 50
SAMPLE = 500


class DensityRace:
    peers = {
        "scipy": "SciPy (approximation)",
        "numpy": "The same with the histogram of NumPy",
    }
    usual_peers = "scipy,numpy"
    usual_rows = "1000000"
    steps = ["density"]

    def __init__(self, options, boundaries):
        self.options, self.boundaries = options, boundaries
        self.agreement = f"Hotspots equal to sums over all incidents at {SAMPLE} cells"

    def columns(self, incidents, rows):
        """Yields a title, the tools' outputs and commands, and what compares the outputs."""
        for cell in CELLS:
            commands = {
                tool: (WORK / f"{tool}-{cell}.asc", self.command(tool, incidents, cell))
                for tool in ["hotspots", *self.options.peers]
            }
            label = f"{rows:,}, {cell} m"
            yield label, commands, Comparison(self, incidents, label)

    def command(self, tool, incidents, cell):
        options, output = self.options, WORK / f"{tool}-{cell}.asc"
        if tool == "hotspots":
            return [
                options.hotspots, "density", "--boundaries", self.boundaries,
                "--incidents", incidents, "--kernel", "quartic", "--bandwidth", BANDWIDTH,
                "--cell-size", cell, "--edge-correction", "none", "--output", output,
                "--threads", options.threads, "--verbose",
            ]
        return script(f"{tool}_density.py", incidents, *extent_of(self.boundaries), options.crs,
                      BANDWIDTH, cell, output)


class Comparison:
    """Holds Hotspots to sums over the incidents and says how far a peer is from it."""

    def __init__(self, race, incidents, label):
        self.race, self.incidents, self.label = race, incidents, label
        self.surface = None
        self.said = set()

    def __call__(self, tool, output):
        found = Grid(output)
        if self.surface is None:
            check_at_sample(found, self.incidents, self.race.options.crs)
            self.surface = found
        elif tool == "hotspots":
            if not numpy.array_equal(found.values, self.surface.values, equal_nan=True):
                sys.exit("hotspots gives another surface in another round")
        elif tool not in self.said:
            self.said.add(tool)
            self.race.agreement += (
                f"; {self.label}: {tool} is off by {self.distance(found)}")

    def distance(self, found):
        """Says the sum of all differences and the largest one; ends the race for nonsense."""
        ours = self.surface
        if (found.values.shape, found.corner) != (ours.values.shape, ours.corner):
            sys.exit(f"the grids differ: {found.values.shape} at {found.corner}, "
                     f"{ours.values.shape} at {ours.corner}")
        off = numpy.abs(found.values - ours.values)
        overall = numpy.nansum(off) / numpy.nansum(ours.values)
        if overall > 0.25:
            sys.exit(f"the approximation is off by {overall:.0%} of the whole surface")
        top = numpy.nanmax(ours.values)
        return f"{overall:.1%} of the surface, at worst {numpy.nanmax(off) / top:.1%} of its top"


class Grid:
    """An ESRI ASCII grid: its south-west corner, cell and rows from the north."""

    def __init__(self, file):
        with open(file, encoding="ascii") as lines:
            header = dict(next(lines).split() for _ in range(6))
            self.values = numpy.fromstring(lines.read(), sep=" ")
        header = {key.lower(): float(value) for key, value in header.items()}
        self.values = self.values.reshape(int(header["nrows"]), int(header["ncols"]))
        self.values[self.values == header["nodata_value"]] = numpy.nan
        self.corner = header["xllcorner"], header["yllcorner"]
        self.cell = header["cellsize"]

    def middles(self, rows, columns):
        x = self.corner[0] + (columns + 0.5) * self.cell
        y = self.corner[1] + (len(self.values) - rows - 0.5) * self.cell
        return numpy.column_stack([x, y])


def check_at_sample(grid, incidents, crs):
    """Sums the kernels of the incidents themselves at some cells, always the same."""
    table = polars.read_csv(
        incidents, columns=["Longitude", "Latitude"],
        schema_overrides={"Longitude": polars.Float64, "Latitude": polars.Float64}).drop_nulls()
    project = pyproj.Transformer.from_crs("EPSG:4326", crs, always_xy=True).transform
    places = numpy.column_stack(project(*table.to_numpy().T))
    filled = numpy.argwhere(~numpy.isnan(grid.values))
    chosen = filled[numpy.random.default_rng(2023).choice(len(filled), SAMPLE, replace=False)]
    middles = grid.middles(*chosen.T)
    height = 3 / (numpy.pi * BANDWIDTH**2) * 1e6
    for (row, column), middle, near in zip(
            chosen, middles, KDTree(places).query_ball_point(middles, BANDWIDTH)):
        squares = ((places[near] - middle) ** 2).sum(axis=1) / BANDWIDTH**2
        expected, found = height * ((1 - squares) ** 2).sum(), grid.values[row, column]
        # A hundred thousandth, for the digits written, and next to nothing for points on the rim.
        if abs(found - expected) > 1e-5 * expected + 1e-6:
            sys.exit(f"hotspots has {found} at {middle}, the sum over the incidents is {expected}")
